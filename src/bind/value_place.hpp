#pragma once
// What the readers of values share, a file for each kind of value.

#include <optional>
#include <string>
#include <string_view>

#include "bind/value.hpp"

namespace huizong {

/// A cell that is read as a field.
struct Place {
  const Cell& cell;
  CellRef at;
  int index;
  const Field& field;
  const ColumnUnit& unit;
  bool date1904;
  Draft& draft;
};

void tell(const Place& place, std::string_view rule, Args args);
/// A value that was not understood: `rule` tells it at its cell.
Value bad(const Place& place, Value value, std::string_view rule, Args more = {});
/// One of the words for nothing, or of the form's own.
bool is_missing(const Place& place, const std::string& text);
/// The raw number as INTERFACE shows it: from the format's text where there is one.
std::optional<Decimal> number_of(const Cell& cell);

/// *Errors*: cell.not-a-date, cell.error-value, cell.normalised. `value.text` is what the cell shows, not blank.
Value read_date_cell(const Place& place, Value value);

/// One box of several, or several where the form allows it. *Errors*: cell.not-in-list, cell.error-value.
Value read_ticked_cell(const Place& place, Value value);
/// 是 or 否, as a word, a tick or a box. *Errors*: cell.not-in-list.
Value read_boolean_cell(const Place& place, Value value);
/// √ in one of several columns; a blank is no tick, which is an answer. *Errors*: cell.not-in-list, cell.normalised.
Value read_tick_cell(const Place& place, Value value);

}  // namespace huizong
