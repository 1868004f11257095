#pragma once
// Formulas whose stored results are out of date.

#include "bind/draft.hpp"
#include "model/formula.hpp"
#include "model/workbook.hpp"

namespace huizong {

/// Does any cell of the sheet hold a formula?
bool has_formulas(const Grid& grid);

/// Judges the formulas that gave a figure or a total of the return, each over the stored values of its cells, so that one that is
/// out of date is told once, and not everywhere that it goes on to. *Errors*: reports cell.stale-formula into the draft.
void check_formulas(const Grid& grid, const SheetFormulas& formulas, Draft& draft);

}  // namespace huizong
