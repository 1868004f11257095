#pragma once
// What `bind` made of a cell.

#include <string>

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "model/cell.hpp"

namespace huizong {

enum class ValueKind : std::uint8_t {
  missing,         ///< blank, / , — , 暂无 : left out of a sum, never zero
  figure,
  nil,             ///< 无 in a count or money column: zero, said so
  not_applicable,  ///< the column does not exist in this return
  bad,             ///< not understood: a finding names it, `text` is what stands there
  error,           ///< a spreadsheet error, `text` is #DIV/0!
  date,
  text,
  boolean,         ///< number is 0 or 1
};

/// One figure, date or text of a return, with the cell it came from. `unit_step`: what the raw number was multiplied with
/// to reach the column's unit (1 but for conversions), so that an audit can walk back.
struct Value {
  ValueKind kind = ValueKind::missing;
  Date date;  // before the cell: beside the kind, where there is room
  CellRef cell;
  Decimal number;     ///< figure: in the column's unit; nil: 0
  std::string text;   ///< text value; for figures and dates the raw text as the cell shows or stores it
  Decimal unit_step = 1;

  bool has_number() const { return kind == ValueKind::figure || kind == ValueKind::nil; }
};

}  // namespace huizong
