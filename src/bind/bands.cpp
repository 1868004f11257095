#include "bind/bands.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "bind/chars.hpp"
#include "bind/claims.hpp"
#include "bind/column_number.hpp"
#include "bind/known_form.hpp"
#include "bind/lines.hpp"
#include "bind/number.hpp"
#include "bind/value.hpp"

namespace huizong {
namespace {

struct LabelCell {
  const TextCell* cell = nullptr;
  Label label;
};

struct LabelRow {
  std::uint32_t row = 0;
  std::vector<LabelCell> labels;
  std::vector<TextCell> others;  ///< texts to the right of the first label that are none of the form's labels
  std::set<std::string> names;   ///< texts on the left: task, band, 其中
};

bool has_leaf(const FormLabels& labels, int field, const std::string& leaf) {
  return std::any_of(labels.paths.begin(), labels.paths.end(),
                     [&](const LabelPath& path) { return path.field == field && path.path.back() == leaf; });
}

std::set<std::string> names_left_of(const SheetText& text, const LabelRow& row, std::uint32_t next_labels) {
  std::set<std::string> names;
  const std::uint32_t first = row.labels.front().cell->at().column;
  for (std::uint32_t column = 0; column < first; ++column) {
    // Where a merge was undone the name may stand beside the values instead; the next label row's name is its own.
    for (std::uint32_t at = row.row; at < std::min(row.row + 2, next_labels); ++at) {
      const TextCell* cell = text.at({at, column});
      if (cell != nullptr && cell->kind == CellKind::text) names.insert(cell->label().text);
    }
  }
  return names;
}

std::uint32_t next_label_row(const std::vector<LabelRow>& rows, std::size_t i) {
  return i + 1 < rows.size() ? rows[i + 1].row : ~0u;
}

std::vector<LabelRow> find_label_rows(const SheetText& text, const FormLabels& labels) {
  std::vector<LabelRow> rows;
  for (const auto& [number, cells] : text.rows()) {
    LabelRow row{number, {}, {}, {}};
    for (const TextCell& cell : cells) {
      if (cell.kind != CellKind::text) continue;
      Label label = cell.label();
      if (labels.leaves.count(label.text) != 0 && column_number_size(cell.folded()) == 0) {
        row.labels.push_back({&cell, std::move(label)});
      } else if (!row.labels.empty()) {
        row.others.push_back(cell);
      }
    }
    if (!row.labels.empty()) rows.push_back(std::move(row));
  }
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].names = names_left_of(text, rows[i], next_label_row(rows, i));
  return rows;
}

std::size_t count_labels(const LabelRow& row, const Band& band, const FormLabels& labels) {
  return static_cast<std::size_t>(std::count_if(row.labels.begin(), row.labels.end(), [&](const LabelCell& l) {
    return std::any_of(band.fields.begin(), band.fields.end(),
                       [&](int field) { return has_leaf(labels, field, l.label.text); });
  }));
}

/// The band that a label row is of: by its name; a 合计 also by its task; else by `place`, its place in printed order,
/// which is -1 where bands are missing or added: then none is certain.
int find_band(const LabelRow& row, const FormSpec& form, const FormLabels& labels, const std::string& task, int place) {
  int by_name = -1;
  for (std::size_t i = 0; i < form.bands.size(); ++i) {
    const Band& band = form.bands[i];
    const BandLabels& called = labels.bands[i];
    if (row.names.count(called.name) == 0 || count_labels(row, band, labels) == 0) continue;
    const bool in_task = row.names.count(called.task) != 0 || called.task == task;
    if (by_name < 0 || in_task) by_name = static_cast<int>(i);
  }
  if (by_name >= 0) return by_name;
  for (std::size_t i = 0; i < form.bands.size(); ++i) {
    const Band& band = form.bands[i];
    const bool total = band.total && (row.names.count("合计") != 0 || row.names.count("小计") != 0);
    if (total && row.names.count(labels.bands[i].task) != 0) return static_cast<int>(i);
  }
  // The name is gone: the band of that place, where every label agrees and no other name contradicts.
  const bool named = std::any_of(row.names.begin(), row.names.end(), [&](const std::string& name) {
    return name != "其中" && std::none_of(labels.bands.begin(), labels.bands.end(), [&](const BandLabels& b) { return b.task == name; });
  });
  if (named || place < 0) return -1;
  const Band& band = form.bands[static_cast<std::size_t>(place)];
  const bool agrees = row.labels.size() == band.fields.size() && count_labels(row, band, labels) == row.labels.size();
  return agrees ? place : -1;
}

/// What begins in a row under a label, in any of its columns; a line merged across the sheet begins left of it.
const TextCell* cell_under(const SheetText& text, const TextCell& label, std::uint32_t row) {
  for (std::uint32_t column = label.span.first.column; column <= label.span.last.column; ++column) {
    const TextCell* cell = text.at({row, column});
    if (cell != nullptr && cell->at() == CellRef{row, column}) return cell;
  }
  return nullptr;
}

bool has_value(const SheetText& text, std::uint32_t row, const LabelRow& labels) {
  return std::any_of(labels.labels.begin(), labels.labels.end(),
                     [&](const LabelCell& l) { return cell_under(text, *l.cell, row) != nullptr; });
}

/// The row below the labels; one further where a blank row was put between.
std::uint32_t value_row(const SheetText& text, const LabelRow& row, std::uint32_t next_labels) {
  std::uint32_t below = row.row + 1;
  for (const LabelCell& label : row.labels) below = std::max(below, label.cell->span.last.row + 1);
  for (std::uint32_t at = below; at < below + 3 && at < next_labels; ++at) {
    if (has_value(text, at, row)) return at;
  }
  return below;
}

/// A figure merged over two labels is neither's for certain.
bool is_shared(const TextCell& value, const LabelRow& row) {
  const auto over = std::count_if(row.labels.begin(), row.labels.end(), [&](const LabelCell& l) {
    const CellRange& span = l.cell->span;
    return span.first.column <= value.span.last.column && value.span.first.column <= span.last.column;
  });
  return over > 1;
}

void take_band(const SheetText& text, const LabelRow& row, std::uint32_t next, const Band& band,
               const FormLabels& labels, BandsMatch& match) {
  const std::uint32_t values = value_row(text, row, next);
  if (values < next) match.last_row = std::max(match.last_row, values);
  for (const LabelCell& label : row.labels) {
    const auto field = std::find_if(band.fields.begin(), band.fields.end(),
                                    [&](int f) { return has_leaf(labels, f, label.label.text); });
    if (field == band.fields.end()) {
      match.unknown.push_back(*label.cell);
      continue;
    }
    const bool known =
        std::any_of(match.cells.begin(), match.cells.end(), [&](const BandCell& c) { return c.field == *field; });
    if (known) {
      match.twice.push_back(*field);
      continue;
    }
    const TextCell* value = values < next ? cell_under(text, *label.cell, values) : nullptr;
    const CellRef place = value != nullptr ? value->at() : CellRef{values, label.cell->at().column};
    const bool has_value = values < next && (value == nullptr || !is_shared(*value, row));
    match.cells.push_back({*field, label.cell->at(), place, label.label.unit, has_value});
  }
  match.unknown.insert(match.unknown.end(), row.others.begin(), row.others.end());
}

/// The names on the left (task, band, 其中), and the titles of the columns.
void mark_names(const SheetText& text, const BandsMatch& match, Draft& draft) {
  std::set<std::string> names{"其中", "合计", "小计"};
  std::uint32_t first_row = ~0u;  // of the labels
  for (const BandLabels& band : draft.known->labels.bands) names.insert({band.name, band.task});
  for (const BandCell& cell : match.cells) first_row = std::min(first_row, cell.label.row);
  for (const auto& [row, cells] : text.rows()) {
    if (row < match.first_row || row > match.last_row) continue;
    for (const TextCell& cell : cells) {
      if (row < first_row) draft.mark(cell.at(), CellUse::label, "header");
      else if (cell.kind == CellKind::text && names.count(cell.label().text) != 0) draft.mark(cell.at(), CellUse::label, "band-name");
    }
  }
}

/// 约107, 6+13, 二百八十四: no figure, and yet somebody's.
bool holds_number(const TextCell& cell) {
  if (cell.kind != CellKind::text) return false;
  return cell.folded().find_first_of("0123456789") != std::string_view::npos || read_number_text(cell.text, {}).why == "why.chinese-numerals";
}

void mark_labels(const SheetText& text, const BandsMatch& match, Draft& draft) {
  if (!draft.marks) return;
  for (const BandCell& cell : match.cells) draft.mark(cell.label, CellUse::label, "header");
  mark_row(match.unknown, CellUse::ignored, "unknown-column", draft);
  mark_row(match.unnamed, CellUse::ignored, "ambiguous-column", draft);
  mark_names(text, match, draft);
}

}  // namespace

BandsMatch find_bands(const SheetText& text, const FormSpec& form, const FormLabels& labels) {
  BandsMatch match;
  for (const Band& band : form.bands) match.wanted += band.fields.size();
  const std::vector<LabelRow> rows = find_label_rows(text, labels);
  const bool whole = rows.size() == form.bands.size();
  std::string task;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const int index = find_band(rows[i], form, labels, task, whole ? static_cast<int>(i) : -1);
    if (index < 0) {
      for (const LabelCell& label : rows[i].labels) match.unnamed.push_back(*label.cell);
      continue;
    }
    const Band& band = form.bands[static_cast<std::size_t>(index)];
    if (match.cells.empty()) match.first_row = rows[i].row;
    take_band(text, rows[i], next_label_row(rows, i), band, labels, match);
    task = labels.bands[static_cast<std::size_t>(index)].task;
  }
  // The titles of the columns (主要任务, 具体内容, 服务成果) belong to the table, not to the lines above it.
  for (auto above = text.rows().find(match.first_row); above != text.rows().begin() && above != text.rows().end();) {
    --above;
    if (above->cells.size() < 2 || above->row + 2 < match.first_row) break;
    const bool lines = std::any_of(above->cells.begin(), above->cells.end(),
                                   [](const TextCell& c) { return contains(c.text, "：") || contains(c.text, ":"); });
    if (lines) break;
    match.first_row = above->row;
  }
  return match;
}

void read_bands(const SourceSheet& sheet, const SheetText& text, const BandsMatch& match,
                const std::vector<ColumnUnit>& units, Draft& draft) {
  mark_labels(text, match, draft);
  Record record;
  record.values = Values(draft.form->fields.size());
  for (Value& value : record.values) value.kind = ValueKind::not_applicable;
  std::set<CellRef> claimed;
  std::set<std::uint32_t> value_rows;
  std::uint32_t first_column = ~0u;  // of the labels
  for (const BandCell& cell : match.cells) {
    const auto index = static_cast<std::size_t>(cell.field);
    const Cell* held = cell.has_value ? sheet.grid.at(cell.value) : nullptr;
    record.values[index] = read_value(held, cell.value, cell.field, units[index], sheet.head.date1904, draft);
    if (!cell.has_value) continue;
    claimed.insert(cell.value);
    first_column = std::min(first_column, cell.label.column);
    value_rows.insert(cell.value.row);
    if (record.row == 0) record.row = cell.value.row;
  }
  for (Pending& pending : draft.pending) {
    if (pending.finding.rule.starts_with("cell.")) pending.record = 0;
  }
  for (const auto& [row, cells] : text.rows()) {
    if (row < match.first_row || row > match.last_row) continue;
    for (const TextCell& cell : cells) {
      const bool stray = value_rows.count(row) != 0 && cell.at().column >= first_column && holds_number(cell);
      if (claimed.count(cell.at()) != 0 || !(is_figure(cell) || stray)) continue;
      draft.add("cell.unclaimed", {{"value", cell.shown()}}, -1, cell.at());
    }
  }
  // 约107, 6+13 beside the labels.
  for (const TextCell& cell : match.unknown) {
    if (claimed.count(cell.at()) == 0 && !is_figure(cell) && holds_number(cell)) tell_unclaimed(cell, draft);
  }
  for (const Grid::Row& row : sheet.grid.rows()) {
    if (row.hiding != RowHiding::hidden || value_rows.count(row.row) == 0) continue;
    draft.add("row.hidden", {{"rows", std::to_string(row.row + 1)}}, -1, CellRef{row.row, 0});
  }
  draft.data.records.push_back(std::move(record));
}

}  // namespace huizong
