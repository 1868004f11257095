#pragma once
// GB/T 2260 with history, from areacodes.csv. Internal to the room.

#include <string_view>
#include <vector>

#include "model/region.hpp"

namespace huizong {

/// One region a code, in the order of the file. Former names of a code that went on are its other names.
std::vector<Region> parse_regions(std::string_view csv);

}  // namespace huizong
