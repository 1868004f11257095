#pragma once
// The values in BIFF's cell records.

#include <cmath>
#include <cstdint>
#include <string_view>

#include "model/cell.hpp"
#include "read/number_look.hpp"
#include "read/xls_records.hpp"

namespace huizong {

/// A number in 30 bits: a whole one or the upper half of a double, perhaps divided by 100. *Source*: MS-XLS 2.5.217.
inline double to_number(std::uint32_t rk) {
  double value;
  if (rk & 2) {
    value = static_cast<std::int32_t>(rk) >> 2;
  } else {
    value = std::bit_cast<double>(static_cast<std::uint64_t>(rk & 0xFFFFFFFCu) << 32);
  }
  return rk & 1 ? value / 100 : value;
}

/// A number as BIFF holds it, into a cell that is empty. One that is none is what a fault left behind: no spreadsheet shows it.
inline void set_xls_number(double value, NumberLook look, Cell& cell) {
  if (!std::isfinite(value)) {
    cell.kind = CellKind::error;
    cell.text = "#NUM!";
    return;
  }
  cell.kind = look == NumberLook::date ? CellKind::date : CellKind::number;
  cell.look = look;
  cell.number = value;
}

/// #DIV/0! and the like. *Source*: MS-XLS 2.5.10 BErr. A code that is none of them is an error all the same.
std::string_view to_error_text(std::uint8_t code);

/// Code page of text in a font with this Windows character set; 0 where the set does not say.
unsigned page_of_charset(std::uint8_t charset);

/// Did the program that wrote this FORMULA record (Excel 5 or later) never calculate it? It stores an empty text as the
/// result of what can only give a number or a truth value: arithmetic, a comparison, SUM. *Source*: MS-XLS 2.5.198.
bool is_uncalculated(std::string_view formula_record);

/// Is the stored result of a FORMULA record (Excel 5 or later) an empty text?
bool has_empty_result(std::string_view formula_record);

}  // namespace huizong
