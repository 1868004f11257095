#pragma once
// What a number format says of its number, as far as it changes the meaning: a date, a percentage, or another number than
// is stored. Shared by all formats that have number formats in Excel's language (xlsx, xls, SpreadsheetML, html).

#include <string_view>
#include <vector>

#include "model/cell.hpp"

namespace huizong {

/// By index of the cell format. An index beyond the table is plain.
using CellLooks = std::vector<NumberLook>;

/// *Source*: ECMA-376 part 1, 18.8.30; ids 27–36 and 50–58 are dates in the Chinese and Japanese tables.
NumberLook look_of_builtin(unsigned format_id);
NumberLook look_of_code(std::string_view format_code);

}  // namespace huizong
