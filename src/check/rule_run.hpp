#pragma once
// The rules of a form over one return. Internal to the room.

#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "check/rule_facts.hpp"

namespace huizong {

/// What a rule reads beside the records of its own return.
struct Elsewhere {
  std::function<Sight(const Record&, When)> sight;           ///< of earlier periods
  std::function<RowSet(int source, When)> rows;              ///< of other forms and earlier periods; asked once each
  PeriodNames names;
};

/// Evaluates rules on one return: findings, and the ids that could not be decided. What reads the record at hand alone is decided while
/// its records are looked at; a rule over rows has a walk of its own, one after the other, for its indexes may be as long as the list.
class RuleRun {
 public:
  /// `rules`: of the place's form.
  RuleRun(const ReturnPlace& place, Elsewhere elsewhere, const std::vector<const Rule*>& rules);
  ~RuleRun();
  RuleRun(const RuleRun&) = delete;
  RuleRun& operator=(const RuleRun&) = delete;

  void look(std::span<const Record> records);
  /// *Errors*: one finding a record at which a rule fails, for rules of scope whole_return once a return; rule by rule. Then
  /// rule.undecided, once, where anything was.
  void report(std::vector<Finding>& findings);

 private:
  struct Running;

  void look(Running& running, std::span<const Record> records) const;
  void decide(Running& running, const Record* record) const;
  void run_alone(Running& running) const;
  Sight sight(const Record& record, When when) const;
  const RowSet& rows(int source, When when);

  ReturnPlace place_;
  Elsewhere elsewhere_;
  RuleView view_;
  std::map<std::pair<int, When>, RowSet> rows_;
  std::vector<const Rule*> rules_;
  std::vector<std::unique_ptr<Running>> running_;  ///< of each rule; null until it has its walk
};

}  // namespace huizong
