#pragma once
// A cell to a value, by the field's type.

#include "bind/draft.hpp"
#include "model/cell.hpp"

namespace huizong {

/// *Errors*: reports cell.not-a-number, cell.not-a-date, cell.not-in-list (of 是/否), cell.error-value, cell.no-result,
/// cell.normalised, cell.digits-lost, unit.converted (a unit behind a figure) into the draft.
/// `cell`: nullptr where nothing stands.
Value read_value(const Cell* cell, CellRef at, int field, const ColumnUnit& unit, bool date1904, Draft& draft);
/// The same into a value that is as it was made: of all that stands in a province, most are figures.
void read_value_into(Value& value, const Cell* cell, CellRef at, int field, const ColumnUnit& unit, bool date1904, Draft& draft);

}  // namespace huizong
