#pragma once
// Styles only as far as they say what a number means: a date or a percentage.

#include <cstdint>
#include <string_view>
#include <vector>

#include "package/inflate.hpp"

namespace huizong {

enum class NumberLook : std::uint8_t { plain, percent, date };

/// By index of the cell format (s=). An index beyond the table is plain.
using CellLooks = std::vector<NumberLook>;

/// *Source*: ECMA-376 part 1, 18.8.30; ids 27–36 and 50–58 are dates in the Chinese and Japanese tables.
NumberLook look_of_builtin(unsigned format_id);
NumberLook look_of_code(std::string_view format_code);

CellLooks read_styles(const ZipEntry& entry, InflateBudget& budget);

}  // namespace huizong
