#include "bind/card_reader.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "bind/chars.hpp"
#include "bind/claims.hpp"
#include "bind/drift.hpp"
#include "bind/list_reader.hpp"
#include "bind/number.hpp"
#include "bind/seal.hpp"
#include "bind/value.hpp"

namespace huizong {
namespace {

const Field& field_of(const Draft& draft, int field) { return draft.form->fields[static_cast<std::size_t>(field)]; }

/// 年 月 日 and strokes: what the form prints where nothing is written.
bool is_placeholder(const std::string& text) {
  const std::u32string folded = to_u32(fold_label(text));
  return std::all_of(folded.begin(), folded.end(), [](char32_t c) { return std::u32string_view(U"年月日_-/.").find(c) != std::u32string_view::npos; });
}

/// A value inside a label's cell without the unit that the form prints behind it; that unit speaks for the label.
void cut_unit(const Field& field, CardCell& cell) {
  if (field.type != FieldType::integer && field.type != FieldType::number) return;
  std::string text = normalise(cell.text);
  while (ends_with(text, "。")) text.resize(text.size() - std::string_view("。").size());
  cell.text = text;
  std::string best;
  for (const std::string& unit : {normalise(field.unit), std::string("万元"), std::string("元"), std::string("平米"), std::string("平方米"),
                                  std::string("%"), std::string("人"), std::string("家"), std::string("户"), std::string("个"),
                                  std::string("件"), std::string("亿元"), std::string("亩")}) {
    if (!unit.empty() && ends_with(text, unit) && unit.size() > best.size()) best = unit;
  }
  if (best.empty()) return;
  const bool printed = normalise(field.unit) == best;
  const auto wanted = find_unit(field.unit), seen = find_unit(best);
  if (!printed && !(wanted && seen && same_kind(*wanted, *seen))) return;
  cell.text = tidy(text.substr(0, text.size() - best.size()));
  while (!cell.text.empty() && cell.text.back() == '_') cell.text.pop_back();
  if (!printed) cell.unit = best;
}

Value read_inside(const CardCell& cell, const ColumnUnit& unit, Draft& draft) {
  Value missing;
  missing.cell = cell.value;
  if (is_placeholder(cell.text)) return missing;
  Cell held;
  held.column = cell.value.column;
  held.kind = CellKind::text;
  held.text = cell.text;
  return read_value(&held, cell.value, cell.field, unit, false, draft);
}

/// The value's cell as the reader saw it; nullptr where it is blank, or nothing but what the form prints there.
const Cell* held_at(const SourceSheet& sheet, const CardMatch& match, const CardCell& cell) {
  if (match.labels.count(cell.value) != 0) return nullptr;
  const Cell* held = sheet.grid.at(cell.value);
  return held != nullptr && held->kind == CellKind::text && is_placeholder(std::string(held->text)) && !is_missing_word(held->text)
             ? nullptr : held;
}

/// A value in a cell of its own.
Value read_beside(const SourceSheet& sheet, const CardMatch& match, const CardCell& cell, const ColumnUnit& unit, Draft& draft) {
  const Cell* held = held_at(sheet, match, cell);
  if (held == nullptr || held->kind != CellKind::text) {
    return read_value(held, cell.value, cell.field, unit, sheet.head.date1904, draft);
  }
  Cell without = *held;
  const std::string text = without_seal(std::string(held->text));
  without.text = text;
  return read_value(&without, cell.value, cell.field, unit, sheet.head.date1904, draft);
}

/// What the reading of one card has taken so far.
struct Claims {
  std::set<CellRef> cells;
  std::set<std::uint32_t> rows;
  void take(CellRef ref) {
    cells.insert(ref);
    rows.insert(ref.row);
  }
};

/// The text of each section; one without a word is missing.
void read_sections(const SheetText& text, const CardMatch& match, Record& record, Draft& draft, Claims& claims) {
  for (const SectionMatch& section : match.sections.found) {
    Value& value = record.values[static_cast<std::size_t>(section.field)];
    value.cell = section.heading;
    value.text = section_text(text, section);
    value.kind = value.text.empty() ? ValueKind::missing : ValueKind::text;
    for (auto row = text.rows().lower_bound(section.heading.row); row != text.rows().end() && row->first < section.end; ++row) {
      for (const TextCell& cell : row->second) {
        claims.cells.insert(cell.at());
        const bool heading = cell.at() == section.heading;
        if (!heading || !section.rest.empty()) draft.mark(cell.at(), CellUse::figure, "section", section.field);
        else draft.mark(cell.at(), CellUse::label, "section", section.field);
      }
    }
  }
}

void read_own(const SourceSheet& sheet, const SheetText& text, const CardMatch& match, const std::optional<UnitLine>& line, Draft& draft, Claims& claims) {
  Record record;
  record.values.resize(draft.form->fields.size());
  for (Value& value : record.values) value.kind = ValueKind::not_applicable;
  std::vector<CardCell> cells = match.cells;
  std::vector<LabelUnit> labels;
  for (CardCell& cell : cells) {
    if (cell.inside) cut_unit(field_of(draft, cell.field), cell);
    labels.push_back({cell.field, cell.unit, cell.label});
  }
  const auto units = decide_units(labels, line, draft);
  for (const CardCell& cell : cells) {
    if (!cell.has_value) continue;
    const auto index = static_cast<std::size_t>(cell.field);
    record.values[index] = cell.inside ? read_inside(cell, units[index], draft)
                                       : read_beside(sheet, match, cell, units[index], draft);
    claims.take(cell.value);
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

/// Values of a block's row, moved to the places that their fields have in the whole form.
std::vector<Value> widen(std::vector<Value> values, const Block& block, std::size_t fields) {
  std::vector<Value> out(fields);
  for (Value& value : out) value.kind = ValueKind::not_applicable;
  for (std::size_t i = 0; i < values.size(); ++i) out[static_cast<std::size_t>(block.fields[i])] = std::move(values[i]);
  return out;
}

/// Takes over what a block's own reader made of its rows.
void take_rows(Draft sub, const Block& block, Draft& draft) {
  const auto start = static_cast<std::uint32_t>(draft.data.block_records.size());
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
    row.values = widen(std::move(row.values), block, fields);
    draft.data.block_records.push_back(std::move(row));
  }
  for (FiledTotal& total : sub.data.totals) {
    total.block = block.name;
    total.first_record += start;
    total.last_record += start;
    total.values = widen(std::move(total.values), block, fields);
    draft.data.totals.push_back(std::move(total));
  }
}

void read_block(const SourceSheet& sheet, const SheetText& text, const BlockMatch& match, const KnownBlock& known,
                const std::optional<UnitLine>& line, Draft& draft, Claims& claims) {
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
  for (const Grid::Row& row : sheet.grid.rows()) {
    if (row.row <= match.header->band.last_row || row.row >= match.end) continue;
    reader.row(row.row, row.hiding, sheet.grid.cells(row));
  }
  reader.finish();
  const auto claim = [&](std::uint32_t row) {
    for (const std::uint32_t column : columns) claims.cells.insert({row, column});
  };
  for (const Record& record : sub.data.records) claim(record.row);
  for (const FiledTotal& total : sub.data.totals) claim(total.row);
  take_rows(std::move(sub), draft.form->blocks[static_cast<std::size_t>(match.block)], draft);
}

/// Text where values stand, with no label to claim it: its label is blank or misspelt, or a blank column came between. What
/// the form prints stands at the left, in brackets, or is a unit.
bool is_lost_value(const TextCell& cell, std::uint32_t left) {
  if (cell.kind != CellKind::text || cell.at().column <= left) return false;
  const std::string folded = fold_label(cell.text);
  return !find_unit(folded) && !starts_with(folded, "(") && !is_placeholder(folded) && !is_missing_word(cell.text);
}

/// Rows of the card's small tables: what stands beside their columns is told by their own readers.
bool is_in_block(const CardMatch& match, std::uint32_t row) {
  return std::any_of(match.blocks.begin(), match.blocks.end(), [row](const BlockMatch& block) {
    return block.header && row >= block.header->band.first_row && row < block.end;
  });
}

/// No figure of the card is lost in silence.
void tell_unclaimed(const SheetText& text, const CardMatch& match, const Claims& claims, Draft& draft) {
  std::uint32_t left = ~0u;
  for (const CellRef label : match.labels) left = std::min(left, label.column);
  for (const auto& [row, cells] : text.rows()) {
    if (row < match.first_row || row > match.last_row) continue;
    for (const TextCell& cell : cells) {
      if (claims.cells.count(cell.at()) != 0 || match.labels.count(cell.at()) != 0) continue;
      // A label that nobody knows is told by its value.
      const TextCell* next = text.at({row, cell.span.last.column + 1});
      const bool labels = next != nullptr && match.labels.count(next->at()) == 0;
      const bool lost = match.sections.found.empty() && !labels && !is_in_block(match, row) && is_lost_value(cell, left);
      if (!is_figure(cell) && !lost) continue;
      draft.add("cell.unclaimed", {{is_figure(cell) ? "value" : "text", cell.text}}, -1, cell.at());
    }
  }
  for (const auto& [at, before] : match.before) {
    if (claims.cells.count(at) != 0 && match.labels.count(at) == 0) continue;
    draft.add("cell.unclaimed", {{"value", before}}, -1, at);
  }
}

/// Labels that hold no value themselves.
void mark_labels(const CardMatch& match, Draft& draft) {
  if (!draft.marks) return;
  std::set<CellRef> labels = match.labels;
  for (const CardCell& cell : match.cells) labels.insert(cell.label);
  for (const CardDoubt& doubt : match.doubts) labels.insert(doubt.at);
  for (const CardCell& cell : match.cells) {
    if (cell.inside) labels.erase(cell.value);
  }
  for (const CellRef at : labels) draft.mark(at, CellUse::label, "label");
}

bool is_known(const HeaderColumn& column, const CardLabels& labels) {
  return std::any_of(column.path.begin(), column.path.end(),
                     [&](const std::string& segment) { return labels.segments.count(segment) != 0; });
}

std::string names_of(const std::vector<int>& fields, const Draft& draft) {
  std::vector<std::string> names;
  for (const int field : fields) names.push_back(join(field_of(draft, field).path, "/"));
  return join(names, "、");
}

void report_block_issue(const HeaderIssue& issue, const HeaderColumn& column, const Block& block, Draft& draft) {
  if (issue.field < 0) return;
  const int field = block.fields[static_cast<std::size_t>(issue.field)];
  if (issue.kind == HeaderIssue::Kind::ambiguous) {
    if (issue.other < 0 && !column.doubtful) {
      draft.add("header.ambiguous", {{"twice", column.shown}}, field, column.leaf);
      return;
    }
    std::vector<int> fields{field};
    if (issue.other >= 0) fields.push_back(block.fields[static_cast<std::size_t>(issue.other)]);
    draft.add("header.ambiguous", {{"value", column.shown}, {"candidates", names_of(fields, draft)}}, field, column.leaf);
  } else if (issue.kind == HeaderIssue::Kind::alias) {
    draft.add("header.alias-suggested", {{"value", column.shown}}, field, column.leaf);
    if (issue.suspicious) draft.pending.back().finding.severity = Severity::verify;
  }
}

/// Columns of a block that nobody knows; field and label of those that are close to a missing one.
std::map<int, std::string> report_block_strangers(const std::vector<const HeaderColumn*>& columns, const Block& block,
                                                  const KnownBlock& known, const Date& day, Draft& draft) {
  std::map<int, std::string> suggested;
  if (columns.empty()) return suggested;
  std::vector<StrangeLabel> strange;
  for (const HeaderColumn* column : columns) strange.push_back({column->path, column->unit});
  std::vector<int> missing;
  for (std::size_t i = 0; i < block.fields.size(); ++i) {
    if (!draft.data.present[static_cast<std::size_t>(block.fields[i])]) missing.push_back(static_cast<int>(i));
  }
  const std::vector<Likeness> likes = find_likes(strange, missing, known.form, known.labels.paths);
  for (std::size_t i = 0; i < strange.size(); ++i) {
    const Field* field = likes[i].field < 0 ? nullptr : &known.form.fields[static_cast<std::size_t>(likes[i].field)];
    report_strange(strange[i], likes[i], field, columns[i]->shown, columns[i]->leaf, day, draft);
    if (likes[i].close) suggested[block.fields[static_cast<std::size_t>(likes[i].field)]] = columns[i]->shown;
  }
  return suggested;
}

/// Texts of a card that are no label and no value, and stand in none of its blocks.
std::vector<const TextCell*> texts_left(const SheetText& text, const CardMatch& match) {
  std::set<CellRef> taken = match.labels;
  for (const CardCell& cell : match.cells) taken.insert({cell.label, cell.value});
  const auto in_block = [&match](std::uint32_t row) {
    return std::any_of(match.blocks.begin(), match.blocks.end(), [row](const BlockMatch& block) {
      return block.header && row >= block.header->band.first_row && row < block.end;
    });
  };
  std::vector<const TextCell*> left;
  for (const auto& [row, cells] : text.rows()) {
    if (row < match.first_row || row > match.last_row || in_block(row)) continue;
    for (const TextCell& cell : cells) {
      if (cell.kind == CellKind::text && taken.count(cell.at()) == 0) left.push_back(&cell);
    }
  }
  return left;
}

/// Labels of a card that are close to one that is missing; the rest of its texts may be anything.
std::map<int, std::string> report_card_strangers(const SheetText& text, const CardMatch& match, const CardLabels& labels, const Date& day,
                                                 Draft& draft) {
  std::map<int, std::string> suggested;
  std::vector<int> missing;
  for (std::size_t i = 0; i < draft.form->own_fields(); ++i) {
    const Field& field = draft.form->fields[i];
    if (!draft.data.present[i] && !field.section && !field.computed.is) missing.push_back(static_cast<int>(i));
  }
  if (missing.empty()) return suggested;
  const std::vector<const TextCell*> left = texts_left(text, match);
  std::vector<StrangeLabel> strange;
  for (const TextCell* cell : left) strange.push_back({{mark_years(cell->label().text, match.years)}, cell->label().unit});
  const std::vector<Likeness> likes = find_likes(strange, missing, *draft.form, labels.paths);
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (!likes[i].close) continue;
    const Field& field = draft.form->fields[static_cast<std::size_t>(likes[i].field)];
    report_strange(strange[i], likes[i], &field, left[i]->text, left[i]->at(), day, draft);
    suggested[likes[i].field] = left[i]->text;
  }
  return suggested;
}

}  // namespace

std::map<int, std::string> report_card_header(const SheetText& text, const CardMatch& match, const CardLabels& labels,
                                              const std::vector<KnownBlock>& blocks, const Date& day, Draft& draft) {
  for (const CardDoubt& doubt : match.doubts) {
    draft.add("header.ambiguous", {{"value", doubt.shown}, {"candidates", names_of(doubt.fields, draft)}},
              doubt.fields.front(), doubt.at);
  }
  for (const auto& [at, field] : match.sections.doubts) {
    draft.add("header.ambiguous", {{"twice", names_of({field}, draft)}}, field, at);
  }
  for (const SectionMatch& section : match.sections.found) draft.data.present[static_cast<std::size_t>(section.field)] = true;
  for (const CardCell& cell : match.cells) {
    draft.data.present[static_cast<std::size_t>(cell.field)] = true;
    if (!cell.alias) continue;
    draft.add("header.alias-suggested", {{"value", cell.shown}}, cell.field, cell.label);
    if (cell.suspicious) draft.pending.back().finding.severity = Severity::verify;
  }
  std::map<int, std::string> suggested = report_card_strangers(text, match, labels, day, draft);
  for (const BlockMatch& block : match.blocks) {
    if (!block.header) continue;
    const Block& spec = draft.form->blocks[static_cast<std::size_t>(block.block)];
    const auto& columns = block.header->band.columns;
    const auto has_field = [](const HeaderColumn& column) { return column.field >= 0; };
    const auto first = std::find_if(columns.begin(), columns.end(), has_field);
    const auto last = std::find_if(columns.rbegin(), columns.rend(), has_field);
    for (const HeaderColumn& column : block.header->band.columns) {
      if (column.field < 0) continue;
      draft.data.present[static_cast<std::size_t>(spec.fields[static_cast<std::size_t>(column.field)])] = true;
    }
    std::vector<const HeaderColumn*> strangers;
    for (const HeaderIssue& issue : block.header->issues) {
      const HeaderColumn& column = block.header->band.columns[issue.column];
      const bool foreign = issue.kind == HeaderIssue::Kind::unknown;
      // What stands beside the table is the card's: a group's name, another label.
      const bool beside = first == columns.end() || column.column < first->column || column.column > last->column;
      if (!foreign) report_block_issue(issue, column, spec, draft);
      else if (!beside && !is_known(column, labels)) strangers.push_back(&column);
    }
    suggested.merge(report_block_strangers(strangers, spec, blocks[static_cast<std::size_t>(block.block)], day, draft));
  }
  return suggested;
}

void read_card(const SourceSheet& sheet, const SheetText& text, const CardMatch& match,
               const std::vector<KnownBlock>& blocks, const std::optional<UnitLine>& unit_line, Draft& draft) {
  Claims claims;
  mark_labels(match, draft);
  read_own(sheet, text, match, unit_line, draft, claims);
  for (std::size_t i = 0; i < match.blocks.size(); ++i) {
    read_block(sheet, text, match.blocks[i], blocks[i], unit_line, draft, claims);
  }
  tell_unclaimed(text, match, claims, draft);
  for (const Grid::Row& row : sheet.grid.rows()) {
    if (row.hiding != RowHiding::hidden || claims.rows.count(row.row) == 0) continue;
    draft.add("row.hidden", {{"rows", std::to_string(row.row + 1)}}, -1, CellRef{row.row, 0});
  }
}

}  // namespace huizong
