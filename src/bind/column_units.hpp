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
  std::string unit;  ///< empty: the label names none
  CellRef at;
};

/// By field index. *Errors*: reports unit.conflict, unit.converted (one a return and kind of unit), unit.missing.
std::vector<ColumnUnit> decide_units(const std::vector<LabelUnit>& labels, const std::optional<UnitLine>& line, Draft& draft);

}  // namespace huizong
