#include "bind/stale.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "bind/formula.hpp"
#include "bind/sheet_text.hpp"

namespace huizong {
namespace {

constexpr std::size_t most_work = 4u << 20;  ///< cells looked at for one sheet; what is left behind is not judged

/// Where a figure of the return stands: its field, and the record or row that it belongs to.
struct Owner {
  int field = -1;
  int record = -1;
  std::string key = {};
};

using Owners = std::map<CellRef, Owner>;

void take_values(const Values& values, int record, const std::string& key, Owners& owners) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i].kind == ValueKind::figure) owners.try_emplace(values[i].cell, Owner{static_cast<int>(i), record, key});
  }
}

Owners find_owners(const Return& data) {
  Owners owners;
  for (std::size_t i = 0; i < data.records.size(); ++i) take_values(data.records[i].values, static_cast<int>(i), {}, owners);
  for (const Record& row : data.block_records) take_values(row.values, -1, row.name, owners);
  for (const FiledTotal& total : data.totals) take_values(total.values, -1, {}, owners);
  return owners;
}

bool agree(const Decimal& stored, const FormulaValue& found) {
  const double apart = std::fabs(to_double(stored - found.value));
  return apart <= found.slack * 4 + std::fabs(to_double(found.value)) * 1e-14;
}

}  // namespace

bool has_formulas(const Grid& grid) {
  return std::any_of(grid.rows().begin(), grid.rows().end(), [&](const Grid::Row& row) {
    const auto cells = grid.cells(row);
    return std::any_of(cells.begin(), cells.end(), [](const Cell& cell) { return cell.formula; });
  });
}

void check_formulas(const Grid& grid, const SheetFormulas& formulas, Draft& draft) {
  if (formulas.cells.empty()) return;
  const Owners owners = find_owners(draft.data);
  std::size_t work = most_work;
  for (const SheetFormula& formula : formulas.cells) {
    const auto owner = owners.find(formula.at);
    const Cell* cell = owner == owners.end() ? nullptr : grid.at(formula.at);
    if (cell == nullptr || !cell->formula || cell->kind != CellKind::number) continue;
    const auto stored = cell->text.empty() ? to_decimal15(cell->number) : parse_decimal15(cell->text);
    const auto found = evaluate_formula(formulas.texts[formula.text], formulas.dialect, formula, grid, work);
    if (!stored || !found || agree(*stored, *found)) continue;
    draft.add("cell.stale-formula", {{"value", to_text(*stored)}, {"expected", to_text(round_to_15_digits(found->value))}},
              owner->second.field, formula.at);
    draft.pending.back().record = owner->second.record;
    draft.pending.back().key = owner->second.key;
  }
}

}  // namespace huizong
