// What is told of a card's labels: doubts, other spellings, and labels that nobody knows.

#include <algorithm>

#include "base/text.hpp"
#include "bind/card_reader.hpp"
#include "bind/drift.hpp"

namespace huizong {
namespace {

const Field& field_of(const Draft& draft, int field) { return draft.form->fields[static_cast<std::size_t>(field)]; }

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
std::map<int, std::string> report_block_strangers(const std::vector<const HeaderColumn*>& columns, const std::vector<HeaderColumn>& all, const Block& block,
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
    const auto place = static_cast<std::size_t>(columns[i] - all.data());
    const int there = field != nullptr ? -1 : find_printed_there(all, place, missing, known.form);
    tell_unread(there < 0 ? field : &known.form.fields[static_cast<std::size_t>(there)], columns[i]->shown, columns[i]->leaf, draft);
  }
  return suggested;
}

/// Texts of a card that are no label and no value, and stand in none of its blocks.
std::vector<const TextCell*> texts_left(const SheetText& text, const CardMatch& match) {
  std::vector<bool> taken(text.cell_count());
  const auto take = [&](CellRef at) {
    const TextCell* cell = text.at(at);
    if (cell != nullptr && cell->at() == at) taken[text.place_of(*cell)] = true;
  };
  for (const CellRef label : match.labels) take(label);
  for (const CardCell& cell : match.cells) {
    take(cell.label);
    take(cell.value);
  }
  std::vector<const TextCell*> left;
  for (const auto& [row, cells] : text.rows()) {
    if (row < match.first_row || row > match.last_row || is_in_block(match, row)) continue;
    for (const TextCell& cell : cells) {
      if (cell.kind == CellKind::text && !taken[text.place_of(cell)]) left.push_back(&cell);
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
  const std::vector<int> close = find_close(strange, missing, *draft.form, labels.paths);
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (close[i] < 0) continue;
    report_strange(strange[i], {close[i], true}, &field_of(draft, close[i]), left[i]->shown(), left[i]->at(), day, draft);
    suggested[close[i]] = left[i]->text;
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
    draft.add("header.alias-suggested", {{"value", std::string(cell.shown)}}, cell.field, cell.label);
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
    suggested.merge(report_block_strangers(strangers, columns, spec, blocks[static_cast<std::size_t>(block.block)], day, draft));
  }
  return suggested;
}

}  // namespace huizong
