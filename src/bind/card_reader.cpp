#include "bind/card_reader.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "bind/card_lost.hpp"
#include "bind/chars.hpp"
#include "bind/claims.hpp"
#include "bind/list_reader.hpp"
#include "bind/merged_down.hpp"
#include "bind/number.hpp"
#include "bind/seal.hpp"
#include "bind/unit.hpp"
#include "bind/value.hpp"

namespace huizong {
namespace {

constexpr std::size_t longest_unit = 24;  // bytes: 元/每年每平方米

const Field& field_of(const Draft& draft, int field) { return draft.form->fields[static_cast<std::size_t>(field)]; }

/// A value inside a label's cell without the unit that the form prints behind it; that unit speaks for the label, against a unit line too.
void cut_unit(const Field& field, CardCell& cell) {
  if (field.type != FieldType::integer && field.type != FieldType::number) return;
  if (cell.text.find_first_not_of("0123456789.") == std::string::npos) return;  // no unit
  std::string text = normalise(cell.text);
  while (ends_with(text, "。")) text.resize(text.size() - std::string_view("。").size());
  cell.text = text;
  const std::string own = normalise(field.unit);
  std::string_view best;
  const auto try_unit = [&](std::string_view unit) {
    if (!unit.empty() && ends_with(text, unit) && unit.size() > best.size()) best = unit;
  };
  for (const std::string_view unit : {"万元", "元", "平米", "平方米", "%", "人", "家", "户", "个", "件", "亿元", "亩"}) try_unit(unit);
  try_unit(own);
  if (best.empty()) return;
  const bool printed = own == best;
  if (!printed) {
    const auto wanted = find_unit(field.unit), seen = find_unit(best);
    if (!(wanted && seen && same_kind(*wanted, *seen))) return;
  }
  cell.text = tidy(std::string_view(text).substr(0, text.size() - best.size()));
  while (!cell.text.empty() && cell.text.back() == '_') cell.text.pop_back();
  cell.unit = best;
}

void read_inside(const CardCell& cell, const ColumnUnit& unit, Value& value, Draft& draft) {
  if (is_placeholder(cell.text)) {
    value.kind = ValueKind::missing;
    value.cell = cell.value;
    return;
  }
  Cell held;
  held.column = cell.value.column;
  held.kind = CellKind::text;
  held.text = cell.text;
  read_value_into(value, &held, cell.value, cell.field, unit, false, draft);
}

/// The value's cell as the reader saw it; nullptr where it is blank, or nothing but what the form prints there.
const Cell* held_at(const SourceSheet& sheet, const CardMatch& match, const CardCell& cell) {
  if (match.labels.count(cell.value) != 0 || !cell.holds_value) return nullptr;
  const Cell* held = sheet.grid.at(cell.value);
  return held != nullptr && held->kind == CellKind::text && is_placeholder(held->text) && !is_missing_word(held->text)
             ? nullptr : held;
}

/// A value in a cell of its own.
void read_beside(const SourceSheet& sheet, const CardMatch& match, const CardCell& cell, const ColumnUnit& unit, Value& value, Draft& draft) {
  const Cell* held = held_at(sheet, match, cell);
  const bool may_be_sealed = held != nullptr && held->kind == CellKind::text && (contains(held->text, "章") || ends_with(held->text, "_"));
  if (!may_be_sealed) return read_value_into(value, held, cell.value, cell.field, unit, sheet.head.date1904, draft);
  Cell without = *held;
  const std::string text = without_seal(std::string(held->text));
  without.text = text;
  read_value_into(value, &without, cell.value, cell.field, unit, sheet.head.date1904, draft);
}

/// A unit in a cell of its own behind a figure: 2000 and 万元. Another than the column's contradicts it.
void take_unit_behind(const SheetText& text, const CardMatch& match, const CardCell& cell, const ColumnUnit& unit, Draft& draft, CardClaims& claims) {
  const TextCell* figure = text.at(cell.value);
  if (figure == nullptr || !is_figure(*figure)) return;
  const TextCell* behind = text.at({cell.value.row, figure->span.last.column + 1});
  if (behind == nullptr || behind->kind != CellKind::text || behind->text.size() > longest_unit || match.labels.count(behind->at()) != 0) return;
  const std::string shown = without_brackets(behind->folded());
  const auto seen = find_unit(shown), meant = find_unit(unit.declared);
  if (seen && meant && seen->name != meant->name && same_kind(*seen, *meant) && !factor_between(*seen, *meant).is_one()) {
    draft.add("unit.conflict", {{"from", seen->name}, {"to", meant->name}}, cell.field, behind->at());
  } else if (!seen && shown != normalise(unit.declared)) {
    return;
  }
  claims.cells.insert(behind->at());
  draft.mark(behind->at(), CellUse::label, "unit-line");
}

/// The text of each section; one without a word is missing.
void read_sections(const SheetText& text, const CardMatch& match, Record& record, Draft& draft, CardClaims& claims) {
  for (const SectionMatch& section : match.sections.found) {
    Value& value = record.values[static_cast<std::size_t>(section.field)];
    value.cell = section.heading;
    value.text = section_text(text, section);
    value.kind = value.text.empty() ? ValueKind::missing : ValueKind::text;
    for (auto row = text.rows().from(section.heading.row); row != text.rows().end() && row->row < section.end; ++row) {
      for (const TextCell& cell : row->cells) {
        claims.cells.insert(cell.at());
        const bool heading = cell.at() == section.heading;
        if (!heading || !section.rest.empty()) draft.mark(cell.at(), CellUse::figure, "section", section.field);
        else draft.mark(cell.at(), CellUse::label, "section", section.field);
      }
    }
  }
}

void read_own(const SourceSheet& sheet, const SheetText& text, CardMatch& match, const std::optional<UnitLine>& line, Draft& draft, CardClaims& claims) {
  Record record;
  record.values = Values(draft.form->fields.size());
  for (Value& value : record.values) value.kind = ValueKind::not_applicable;
  std::vector<LabelUnit> labels;
  labels.reserve(match.cells.size());
  for (CardCell& cell : match.cells) {
    if (cell.inside) cut_unit(field_of(draft, cell.field), cell);
    labels.push_back({cell.field, cell.unit, cell.label});
  }
  const auto units = decide_units(labels, line, draft);
  for (const CardCell& cell : match.cells) {
    if (!cell.has_value) continue;
    const auto index = static_cast<std::size_t>(cell.field);
    if (cell.inside) read_inside(cell, units[index], record.values[index], draft);
    else read_beside(sheet, match, cell, units[index], record.values[index], draft);
    if (!cell.inside && !units[index].declared.empty()) take_unit_behind(text, match, cell, units[index], draft, claims);
    // Where its label stands again with a value behind, that is nobody's so far.
    if (cell.inside || (match.labels.count(cell.value) == 0 && cell.holds_value)) claims.take(cell.value);
    if (record.row == 0) record.row = cell.value.row;
  }
  read_sections(text, match, record, draft, claims);
  for (Pending& pending : draft.pending) {
    if (pending.finding.rule.starts_with("cell.")) pending.record = 0;
  }
  std::vector<std::string> keys, names;
  for (const int field : draft.form->key) {
    const Value& value = record.values[static_cast<std::size_t>(field)];
    const bool known = value.kind != ValueKind::missing && value.kind != ValueKind::not_applicable;
    keys.push_back(known ? fold_label(value.text) : "");
    if (known) names.push_back(value.text);
  }
  record.key = join(keys, "|");
  record.name = join(names, " ");
  draft.data.records.push_back(std::move(record));
}

/// Takes over what a block's own reader made of its rows.
void take_rows(Draft sub, const Block& block, Draft& draft) {
  const auto start = static_cast<std::uint32_t>(draft.data.block_records.size());
  const auto first = static_cast<std::size_t>(block.fields.front());
  const std::size_t fields = draft.form->fields.size();
  for (Pending& pending : sub.pending) {
    // Side figures are told of the card as a whole.
    if (pending.finding.rule == "cell.unclaimed") continue;
    if (pending.field >= 0) pending.field = block.fields[static_cast<std::size_t>(pending.field)];
    if (pending.record >= 0) {
      const Record& row = sub.data.records[static_cast<std::size_t>(pending.record)];
      pending.key = row.name;
      pending.record = -1;
    }
    draft.pending.push_back(std::move(pending));
  }
  if (sub.marks) draft.marks->insert(draft.marks->end(), sub.marks->begin(), sub.marks->end());
  for (Record& row : sub.data.records) {
    row.block = block.name;
    row.values.move_to(first, fields);
    draft.data.block_records.push_back(std::move(row));
  }
  for (FiledTotal& total : sub.data.totals) {
    total.block = block.name;
    total.first_record += start;
    total.last_record += start;
    total.values.move_to(first, fields);
    draft.data.totals.push_back(std::move(total));
  }
}

void read_block(const SourceSheet& sheet, const SheetText& text, const BlockMatch& match, const KnownBlock& known,
                const std::optional<UnitLine>& line, Draft& draft, CardClaims& claims) {
  if (!match.header) return;
  Draft sub;
  sub.form = &known.form;
  if (draft.marks) sub.marks.emplace();
  claim_header(text, *match.header, draft, true);
  std::vector<LabelUnit> labels;
  std::set<std::uint32_t> columns;
  for (const HeaderColumn& column : match.header->band.columns) {
    if (column.field < 0) continue;
    labels.push_back({column.field, column.unit, column.leaf});
    columns.insert(column.column);
  }
  auto units = decide_units(labels, line, sub);
  ListReader reader(sub, text, *match.header, std::move(units), sheet.head.date1904, ListReader::Above::card);
  SheetArea area;
  area.last_row = match.end - 1;
  MergedDown merged(sheet, area, *match.header, sub);
  for (const Grid::Row& row : sheet.grid.rows()) {
    if (row.row <= match.header->band.last_row || row.row >= match.end) continue;
    reader.row(row.row, row.hiding, merged.cells(row.row, sheet.grid.cells(row)));
  }
  reader.finish();
  const auto claim = [&](std::uint32_t row) {
    for (const std::uint32_t column : columns) claims.cells.insert({row, column});
  };
  for (const Record& record : sub.data.records) claim(record.row);
  for (const FiledTotal& total : sub.data.totals) claim(total.row);
  take_rows(std::move(sub), draft.form->blocks[static_cast<std::size_t>(match.block)], draft);
}

/// Labels that hold no value themselves.
void mark_labels(const CardMatch& match, Draft& draft) {
  if (!draft.marks) return;
  CellSet labels = match.labels;
  for (const CardCell& cell : match.cells) labels.insert(cell.label);
  for (const CardDoubt& doubt : match.doubts) labels.insert(doubt.at);
  for (const CardCell& cell : match.cells) {
    if (cell.inside) labels.erase(cell.value);
  }
  for (const CellRef at : labels) draft.mark(at, CellUse::label, "label");
}

/// A formula without a result shows nothing, so that no label is held against it: where none led to it, it is told.
void tell_no_results(const SourceSheet& sheet, const CardMatch& match, Draft& draft) {
  for (const Grid::Row& row : sheet.grid.rows()) {
    if (row.row < match.first_row || row.row > match.last_row) continue;
    for (const Cell& cell : sheet.grid.cells(row)) {
      const CellRef at{row.row, cell.column};
      const auto is_told = [&](const Pending& pending) { return pending.finding.cell == at && pending.finding.rule == "cell.no-result"; };
      if (cell.no_result && std::none_of(draft.pending.begin(), draft.pending.end(), is_told)) draft.add("cell.no-result", {}, -1, at);
    }
  }
}

}  // namespace

void read_card(const SourceSheet& sheet, const SheetText& text, CardMatch& match,
               const std::vector<KnownBlock>& blocks, const std::optional<UnitLine>& unit_line, Draft& draft) {
  CardClaims claims;
  claims.cells.reserve(text.cell_count());
  mark_labels(match, draft);
  read_own(sheet, text, match, unit_line, draft, claims);
  for (std::size_t i = 0; i < match.blocks.size(); ++i) {
    read_block(sheet, text, match.blocks[i], blocks[i], unit_line, draft, claims);
  }
  tell_unclaimed_of_card(text, match, claims, draft);
  tell_no_results(sheet, match, draft);
  for (const Grid::Row& row : sheet.grid.rows()) {
    if (row.hiding != RowHiding::hidden || claims.rows.count(row.row) == 0) continue;
    draft.add("row.hidden", {{"rows", std::to_string(row.row + 1)}}, -1, CellRef{row.row, 0});
  }
}

}  // namespace huizong
