#pragma once
// The parts of check_period, one file each. Internal to the room.

#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "check/finding_of.hpp"
#include "check/record_index.hpp"
#include "check/rule_run.hpp"

namespace huizong {

using FindingsById = std::unordered_map<std::string, std::vector<Finding>>;

/// The earlier periods of a view, each indexed once.
class Earlier {
 public:
  explicit Earlier(const PeriodView& view) : view_(view) {}
  /// nullptr where the period has no return that counts.
  const RecordIndex* at(When when);
  Sight sight(const Submission& submission, const Record& record, When when);

 private:
  const PeriodView& view_;
  std::map<When, std::unique_ptr<RecordIndex>> known_;
};

ReturnPlace place_of(const PeriodView& view, const Submission& submission);

/// unit.magnitude: against last year's figures, else against the period's other returns; one a return.
void check_magnitude(const PeriodView& view, Earlier& earlier, FindingsById& found);
/// yearly-change.
void check_against_earlier(const PeriodView& view, Earlier& earlier, FindingsById& found);
/// growth-filed, rise-as-amount.
void check_growth(const PeriodView& view, Earlier& earlier, FindingsById& found);
/// record.renamed: a key that is new beside one that is gone.
void check_renamed(const PeriodView& view, Earlier& earlier, FindingsById& found);
/// version.records-lost, version.superseded, version.returned-newer.
void check_versions(const PeriodView& view, FindingsById& found);
/// One record filed by several reporters: the form's levels_differ, row.duplicate-key.
void check_levels(const PeriodView& view, FindingsById& found);

}  // namespace huizong
