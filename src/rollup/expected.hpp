#pragma once
// Who is expected to file. Internal to the room.

#include <string>
#include <vector>

#include "model/region.hpp"
#include "schema/form.hpp"

namespace huizong {

bool has_level(const FormSpec& form, Level level);

/// Does the form come from counties or zones?
bool is_from_counties(const FormSpec& form);

/// Codes that file the form, in tree order: those it names, else every region of its first level, and the zones where zones
/// file. A county that the province governs itself files where cities do.
std::vector<std::string> expected_regions(const FormSpec& form, const RegionTree& regions, const std::string& province,
                                          int year);

}  // namespace huizong
