#pragma once
// The formulas of a sheet, as its file writes them.

#include <cstdint>
#include <string>
#include <vector>

#include "model/cell.hpp"

namespace huizong {

/// How a format writes references: A1 and $A$1, [.A1] and [.A1:.B2], R1C1 and RC[-1].
enum class FormulaDialect : std::uint8_t { excel, opendocument, r1c1 };

/// One cell with its formula. A shared formula is written for `origin`; its relative references move with the cell.
struct SheetFormula {
  CellRef at;
  CellRef origin;
  std::uint32_t text = 0;  ///< index into SheetFormulas::texts
};

/// `texts` without the = in front. Array formulas, data tables and what cannot be placed are left out.
struct SheetFormulas {
  FormulaDialect dialect = FormulaDialect::excel;
  std::vector<std::string> texts;
  std::vector<SheetFormula> cells;
};

}  // namespace huizong
