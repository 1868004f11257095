#pragma once
// Who owes a form that bases or platforms file: a code list says it.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/form.hpp"

namespace huizong {

struct ListedReporter {
  std::string name;
  std::string region;  ///< code; empty where the list's word for it names no region of the province, or several
};

/// A row of the form's list; nullopt where it has left the list by the end of the period.
std::optional<ListedReporter> listed_reporter(const FormSpec& form, const Record& row, const RegionTree& regions,
                                              std::string_view province, const Period& period);

/// Those on the form's list at the end of a period; a year of 0: all that ever were.
std::vector<ListedReporter> listed_reporters(const FormSpec& form, const RegionTree& regions, std::string_view province,
                                             const Period& period);

}  // namespace huizong
