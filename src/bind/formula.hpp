#pragma once
// What a formula gives over the stored values of its cells: sums, the four operations and ROUND, as clerks use them.

#include <optional>
#include <string_view>

#include "base/decimal.hpp"
#include "model/formula.hpp"
#include "model/workbook.hpp"

namespace huizong {

/// `slack`: how far a spreadsheet, which computes in doubles, may lie from the exact value.
struct FormulaValue {
  Decimal value;
  double slack = 0;
};

/// nullopt where the formula is not understood (another function, another sheet, a range outside of SUM), where it rests on a
/// text, an error or a formula without a result, on itself, or where rounding hangs on the last bit. `work`: cells that may still
/// be looked at; taken from.
std::optional<FormulaValue> evaluate_formula(std::string_view text, FormulaDialect dialect, const SheetFormula& cell, const Grid& grid,
                                             std::size_t& work);

}  // namespace huizong
