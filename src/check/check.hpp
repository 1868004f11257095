#pragma once
// Checking 审核: of one return by itself, and of a period's returns against each other and earlier periods.

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/return.hpp"
#include "schema/form.hpp"

namespace huizong {

/// Everything that one return can be asked by itself: required cells, bounds, duplicate keys, totals, rules of the form
/// that read no earlier period and no other form. Sets `held_out` on records with an M finding of scope row.
/// *Errors*: reports cell.required, cell.out-of-range, cell.not-in-list, row.duplicate-key, total.mismatch, unit.magnitude, rule.undecided
/// and the form's own rules. Findings carry form, period, region, reporter and sheet of the return; `file` is given.
std::vector<Finding> check_return(const FormSpec& form, Return& data, const std::string& file);

/// Gives M findings about cells and rows the form's mandatory scope, and holds out the records that those of scope row are
/// about. check_return does it for its own findings; this is for what was found before it, while the sheet was read.
void settle_mandatory(const FormSpec& form, Return& data, std::vector<Finding>& findings);

/// A total that disagrees with its rows because its formula is out of date is one fault: total.mismatch says both, and
/// cell.stale-formula at the same cell is left out.
void join_stale_totals(std::vector<Finding>& findings);

/// A newer version and the one it follows.
struct Succession {
  const Submission* newer;
  const Submission* older;
};

/// What check_period looks at: the newest version of every reporter in the period, and those that count in earlier ones.
struct PeriodView {
  const FormSpec& form;                        ///< the form whose records are compared (record_form)
  const RegionTree& regions;
  Period period;
  std::vector<const Submission*> now;
  /// Returns that count in an earlier period; nullptr where that period has none at all.
  std::function<const std::vector<const Submission*>*(When)> earlier;
  std::vector<Succession> successions;
  /// Returns of another form of the pack that count, in this period or an earlier one; nullptr where there are none.
  std::function<const std::vector<const Submission*>*(const std::string& form, When)> used = {};
};

/// Findings by submission id: rules that read earlier periods or other forms, filed growth, unit.magnitude, yearly-change, record.renamed,
/// version.records-lost, version.superseded (of the older one), version.returned-newer (of the one that goes on counting),
/// levels that differ, one record filed by two reporters.
std::unordered_map<std::string, std::vector<Finding>> check_period(const PeriodView& view);

/// Makes one rule.undecided of what check_return and check_period could not decide about one return.
void merge_undecided(std::vector<Finding>& findings);

}  // namespace huizong
