#include "bind/bind_table.hpp"

#include <algorithm>

#include "bind/card_reader.hpp"
#include "bind/column_units.hpp"
#include "bind/finish.hpp"
#include "bind/stale.hpp"

namespace huizong {
namespace {

/// A text file that breaks off within a row of bands or of a card. `cells`: their fields, and where the values stand.
template <class Cells>
void tell_torn(const Desk& desk, const Cells& cells, Draft& draft) {
  const auto stands_there = [&](const auto& cell) { return cell.value.row == desk.sheet.tail.torn_row; };
  const auto last = std::find_if(cells.rbegin(), cells.rend(), stands_there);
  if (last == cells.rend()) return;
  Finding& finding = draft.add("cell.required", {{"why", "why.torn-row"}}, last->field, last->value);
  finding.severity = Severity::verify;
  finding.scope = Scope::whole_return;
}

}  // namespace

Draft start_draft(const Desk& desk, const FormMatch& match, const std::vector<CellRange>& unread) {
  Draft draft;
  draft.form = match.known->form;
  draft.known = match.known;
  draft.data.pack = desk.context.pack.id;
  draft.data.form = draft.form->id;
  draft.data.sheet = desk.sheet.head.name;
  if (desk.context.ledger) draft.marks.emplace();
  if (desk.sheet.head.hidden) draft.add("row.hidden", {{"value", desk.sheet.head.name}}).scope = Scope::whole_return;
  for (const CellRange& range : unread) {
    draft.add("cell.unclaimed", {{"range", to_a1(range.first) + ":" + to_a1(range.last)}}, -1, range.first);
  }
  return draft;
}

void judge_formulas(const Desk& desk, Draft& draft) {
  if (!desk.context.formulas || !desk.sheet.whole || !has_formulas(desk.sheet.grid)) return;
  check_formulas(desk.sheet.grid, desk.context.formulas(desk.sheet.head.name), draft);
}

std::vector<LabelUnit> label_units(const FormMatch& match) {
  std::vector<LabelUnit> units;
  units.reserve(match.header ? match.header->band.columns.size() : match.bands.cells.size());
  if (match.header) {
    for (const HeaderColumn& column : match.header->band.columns) {
      if (column.field >= 0) units.push_back({column.field, column.unit, column.leaf});
    }
  }
  for (const BandCell& cell : match.bands.cells) units.push_back({cell.field, cell.unit, cell.label});
  return units;
}

BoundReturn bind_bands(const Desk& desk, const SheetTable& table) {
  const FormMatch& match = table.match;
  const SheetText& text = table.text;
  Draft draft = start_draft(desk, match, table.unread);
  const Lines head = read_head(text, match.bands.first_row, *match.known);
  report_header(text, match, desk.context.arrived, draft);
  const auto units = decide_units(label_units(match), find_unit_line(head, BareUnits::count, &desk.memory.units), draft);
  read_bands(desk.sheet, text, match.bands, units, draft);
  tell_torn(desk, match.bands.cells, draft);
  const Lines foot = read_foot(text, match.bands.last_row, *match.known);
  check_foot_units(foot, label_units(match), units, draft);
  judge_formulas(desk, draft);
  return finish_return(std::move(draft), match, head, foot, desk.context, desk.index.places, desk.memory);
}

BoundReturn bind_card(const Desk& desk, SheetTable& table) {
  FormMatch& match = table.match;
  const SheetText& text = table.text;
  Draft draft = start_draft(desk, match, table.unread);
  CardMatch& card = match.card;
  const Lines head = read_head(text, card.first_row, *match.known);
  const Lines all = read_unit_lines(text, *match.known);  // it may stand between the card's own labels
  report_header(text, match, desk.context.arrived, draft);
  read_card(desk.sheet, text, card, match.known->blocks, find_unit_line(all, BareUnits::are_cells, &desk.memory.units), draft);
  tell_torn(desk, card.cells, draft);
  judge_formulas(desk, draft);
  const Lines foot = read_foot(text, card.last_row, *match.known);
  return finish_return(std::move(draft), match, head, foot, desk.context, desk.index.places, desk.memory);
}

}  // namespace huizong
