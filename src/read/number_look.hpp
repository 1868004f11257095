#pragma once
// What a number format says of its number, as far as it changes the meaning: a date or a percentage. Shared by all
// formats that have number formats in Excel's language (xlsx, xls, SpreadsheetML, html).

#include <cstdint>
#include <string_view>
#include <vector>

namespace huizong {

enum class NumberLook : std::uint8_t { plain, percent, date };

/// By index of the cell format. An index beyond the table is plain.
using CellLooks = std::vector<NumberLook>;

/// *Source*: ECMA-376 part 1, 18.8.30; ids 27–36 and 50–58 are dates in the Chinese and Japanese tables.
NumberLook look_of_builtin(unsigned format_id);
NumberLook look_of_code(std::string_view format_code);

}  // namespace huizong
