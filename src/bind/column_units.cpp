#include "bind/column_units.hpp"

#include <algorithm>
#include <set>

namespace huizong {
namespace {

/// The unit of the line that is of the wanted one's kind; the wanted one itself where the line lists several.
const Measure* in_line(const std::optional<UnitLine>& line, const Measure& wanted) {
  if (!line) return nullptr;
  const Measure* found = nullptr;
  for (const Measure& unit : line->units) {
    // A unit line cannot say which counting word goes with which column.
    if (unit.kind != wanted.kind || unit.kind == UnitKind::count || unit.kind == UnitKind::people) continue;
    if (factor_between(unit, wanted).is_one()) return &unit;
    if (found == nullptr) found = &unit;
  }
  return found;
}

}  // namespace

std::vector<ColumnUnit> decide_units(const std::vector<LabelUnit>& labels, const std::optional<UnitLine>& line, Draft& draft) {
  std::vector<ColumnUnit> units(draft.form->fields.size());
  for (std::size_t i = 0; i < units.size(); ++i) units[i].declared = draft.form->fields[i].unit;
  std::set<std::pair<std::string, CellRef>> told;
  for (const LabelUnit& label : labels) {
    const Field& field = draft.form->fields[static_cast<std::size_t>(label.field)];
    const auto wanted = find_unit(field.unit);
    if (!wanted) continue;
    auto printed = find_unit(label.unit);
    if (printed && printed->kind != wanted->kind && !same_kind(*printed, *wanted)) {
      draft.add("unit.conflict", {{"from", printed->name}, {"to", wanted->name}}, label.field, label.at);
      continue;
    }
    if (printed && printed->name != wanted->name &&
        std::find(field.unit_also.begin(), field.unit_also.end(), printed->name) != field.unit_also.end()) {
      Finding mixed;
      mixed.rule = "units-mixed";
      mixed.severity = Severity::verify;
      mixed.scope = Scope::cell;
      mixed.args = {{"from", printed->name}, {"to", wanted->name}};
      mixed.cell = label.at;
      draft.pending.push_back({std::move(mixed), label.field, -1});
    }
    const Measure* listed = in_line(line, *wanted);
    if (printed && listed && !factor_between(*printed, *listed).is_one()) {
      draft.add("unit.conflict", {{"from", printed->name}, {"to", listed->name}}, label.field, label.at);
      continue;
    }
    if (!printed && !listed && field.unit_expected) {
      draft.add("unit.missing", {{"unit", wanted->name}}, label.field, label.at);
    }
    const Measure& declared = printed ? *printed : listed ? *listed : *wanted;
    const Factor factor = factor_between(declared, *wanted);
    if (factor.is_one()) continue;
    ColumnUnit& unit = units[static_cast<std::size_t>(label.field)];
    unit.declared = declared.name;
    unit.factor = factor;
    const CellRef at = printed ? label.at : line->at;
    // One line of the sheet speaks for all its columns.
    if (!told.insert({declared.name, printed ? CellRef{} : at}).second) continue;
    Finding& finding = draft.add("unit.converted", {{"from", declared.name}, {"to", wanted->name}}, printed ? label.field : -1, at);
    if (wanted->kind == UnitKind::money) finding.severity = Severity::verify;
  }
  return units;
}

}  // namespace huizong
