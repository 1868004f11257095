#pragma once
// The unit that each column of a sheet is in: from its label, the unit line, or the form.

#include <string>
#include <vector>

#include "bind/draft.hpp"
#include "bind/lines.hpp"

namespace huizong {

/// A column that is there, with the unit that its label prints.
struct LabelUnit {
  int field = -1;
  std::string unit;  ///< of all its labels, joined by 、; empty: they name none
  CellRef at;
};

/// By field index. *Errors*: reports unit.conflict, unit.missing, unit.converted (at a label, or once at the line, with the columns).
std::vector<ColumnUnit> decide_units(const std::vector<LabelUnit>& labels, const std::optional<UnitLine>& line, Draft& draft);

/// A unit named below the table comes too late to convert by: where it is not what was read by, unit.conflict says so.
void check_foot_units(const Lines& foot, const std::vector<LabelUnit>& labels, const std::vector<ColumnUnit>& units, Draft& draft);

}  // namespace huizong
