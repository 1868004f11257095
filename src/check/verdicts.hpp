#pragma once
// Verdict forms 判定表: their conditions decided for every base or platform of a period, from the returns that count.

#include <functional>
#include <string>
#include <vector>

#include "model/verdict.hpp"
#include "schema/form.hpp"

namespace huizong {

struct VerdictInput {
  const VerdictForm& form;
  const Pack& pack;
  const RegionTree& regions;
  Period period;
  /// Returns of another form of the pack (and those that repeat its records) that count; nullptr where there are none.
  std::function<const std::vector<const Submission*>*(const std::string& form, When)> used;
  /// Is the form's time of filing over for the region? True where none is printed.
  std::function<bool(const std::string& form, When, const std::string& region)> is_over;
};

/// One table a subject, by region and name. A subject is whoever filed one of the form's `subjects`, by its name within
/// its city; of forms that list it as a record, the record under its name. Records that are held out do not count.
std::vector<VerdictTable> to_verdicts(const VerdictInput& input);

}  // namespace huizong
