#pragma once
// What the rules of a form read, and how a broken one is put. Internal to the room.

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "check/finding_of.hpp"
#include "schema/rule.hpp"

namespace huizong {

/// The period's name as it is put behind a figure of it; empty for now.
using PeriodNames = std::function<std::string(When)>;

/// What a rule reads beside the records of its own return.
struct Elsewhere {
  std::function<Sight(const Record&, When)> sight;           ///< of earlier periods
  std::function<RowSet(int source, When)> rows;              ///< of other forms and earlier periods; asked once each
  PeriodNames names;
};

/// Does the rule read an earlier period or another form, so that it waits for check_period?
bool reads_elsewhere(const FormSpec& form, const Rule& rule);

/// 标签 值、标签 值 of the columns that the rule reads. Labels that stand twice carry the header above them.
std::string figures_of(const ReturnPlace& place, const Rule& rule, const Record& record, const RuleView& view,
                       const PeriodNames& names);

/// Evaluates rules on one return: findings, and the ids that could not be decided.
class RuleRun {
 public:
  RuleRun(const ReturnPlace& place, Elsewhere elsewhere);
  RuleRun(const RuleRun&) = delete;
  RuleRun& operator=(const RuleRun&) = delete;

  /// Over every record; once where the rule reads sets of rows only.
  /// *Errors*: one finding where the rule fails, for rules of scope whole_return once a return.
  void apply(const Rule& rule, std::vector<Finding>& findings);
  /// rule.undecided, once, where anything was.
  void close(std::vector<Finding>& findings) const;

 private:
  Sight sight(const Record& record, When when) const;
  const RowSet& rows(int source, When when);
  void say(const Rule& rule, const Record* record, RuleEvaluation& evaluation, std::vector<Finding>& findings) const;
  void note(const Rule& rule, Gap gap);

  ReturnPlace place_;
  Elsewhere elsewhere_;
  RuleView view_;
  std::map<std::pair<int, When>, RowSet> rows_;
  std::map<Gap, std::vector<std::string>> undecided_;  // ids, in order, each once
};

}  // namespace huizong
