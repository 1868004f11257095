#pragma once
// What the rules of a form read, and how a broken one is put. Internal to the room.

#include <functional>
#include <string>
#include <vector>

#include "check/finding_of.hpp"
#include "schema/rule.hpp"

namespace huizong {

/// The record that stands for the same thing in a period; `absent` where the whole period is.
struct Sight {
  const Record* record = nullptr;
  bool absent = false;
};
using Sights = std::function<Sight(When)>;

/// The period's name as it is put behind a figure of it; empty for now.
using PeriodNames = std::function<std::string(When)>;

/// Does the rule read an earlier period?
bool reads_earlier(const Rule& rule);

/// A figure, or what a rule makes of a yes or no or of a text; a record that is new is no gap, so it counts as no period.
Fact to_fact(const Sight& sight, int column);

/// 标签 值、标签 值 of the columns that the rule reads. Labels that stand twice carry the header above them.
std::string figures_of(const ReturnPlace& place, const Rule& rule, const Sights& sights, const PeriodNames& names);

/// Evaluates rules on one return's records: findings, and the ids that could not be decided.
class RuleRun {
 public:
  RuleRun(const ReturnPlace& place, PeriodNames names) : place_(place), names_(std::move(names)) {}

  /// *Errors*: one finding where the rule fails, for rules of scope whole_return once a return.
  void apply(const Rule& rule, const Record& record, const Sights& sights, std::vector<Finding>& findings);
  /// rule.undecided, once, where anything was.
  void close(std::vector<Finding>& findings) const;

 private:
  ReturnPlace place_;
  PeriodNames names_;
  std::vector<const Rule*> said_;       // rules of scope whole_return that have spoken
  std::vector<std::string> undecided_;  // ids, in order, each once
};

}  // namespace huizong
