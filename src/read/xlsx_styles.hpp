#pragma once
// Styles only as far as they say what a number means: a date or a percentage.

#include "package/inflate.hpp"
#include "read/number_look.hpp"

namespace huizong {

CellLooks read_styles(const ZipEntry& entry, InflateBudget& budget);

}  // namespace huizong
