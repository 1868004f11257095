#include "bind/table_starts.hpp"

#include <algorithm>
#include <set>

#include "base/decimal.hpp"
#include "base/text.hpp"
#include "bind/chars.hpp"
#include "bind/lines.hpp"
#include "bind/period.hpp"
#include "bind/row_kind.hpp"

namespace huizong {
namespace {

constexpr std::size_t shortest_title = 5, longest_title = 60;  ///< characters
constexpr std::size_t widest_line = 3;                          ///< cells: a row of more is no line above a table

/// Rows of labels that follow each other, at most one blank or numbering row between two of them.
struct HeaderRows {
  std::uint32_t first = 0, last = 0;
};

bool is_year(const TextCell& cell) { return to_year_label(cell.kind == CellKind::text ? cell.folded() : cell.text) != 0; }

/// 12 and 1,234.50, in csv as text; a year may be a label.
bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789.,-%") == std::string_view::npos;
}

bool has_figure(std::span<const TextCell> cells) {
  return std::any_of(cells.begin(), cells.end(), [](const TextCell& cell) {
    return (cell.kind == CellKind::number || cell.kind == CellKind::date || is_number(cell.text)) && !is_year(cell);
  });
}

/// Cells of a row of the grid that `SheetText` does not hold any more; nothing where the row holds a figure.
std::vector<TextCell> to_label_cells(const SourceSheet& sheet, const Grid::Row& row) {
  std::vector<TextCell> out;
  for (const Cell& cell : sheet.grid.cells(row)) {
    if (cell.kind != CellKind::text || is_number(cell.text)) return {};
    out.push_back(to_text_cell(row.row, cell, sheet.head.date1904, CellLasts::yes));
  }
  return out;
}

std::vector<HeaderRows> find_header_rows(const BindIndex& index, const SourceSheet& sheet, const SheetText& text) {
  std::vector<HeaderRows> found;
  const auto add = [&found](std::uint32_t row) {
    if (!found.empty() && row <= found.back().last + 2) {
      found.back().last = row;
    } else {
      found.push_back({row, row});
    }
  };
  for (const auto& [row, cells] : text.rows()) {
    if (looks_like_header(index, cells)) add(row);
  }
  const auto& held = sheet.grid.rows();
  for (std::size_t i = 400; sheet.whole && i < held.size(); ++i) {
    if (held[i].count < 3 || text.rows().holds(held[i].row)) continue;
    if (looks_like_header(index, to_label_cells(sheet, held[i]))) add(held[i].row);
  }
  return found;
}

/// 附件3, 附表-1, 表2: stands above a title.
bool is_document_number(const TextCell& cell) {
  const std::string folded = fold_label(cell.text);
  return count_characters(folded) <= 10 && (starts_with(folded, "附件") || starts_with(folded, "附表") || starts_with(folded, "表"));
}

bool is_title(const BindIndex& index, std::span<const TextCell> cells) {
  if (cells.size() > 2) return false;
  return std::any_of(cells.begin(), cells.end(), [&](const TextCell& cell) {
    if (cell.kind != CellKind::text || cell.text.size() < 3 * shortest_title || cell.text.size() > 3 * longest_title) return false;
    if (cell.known_words && cell.known_words->names_form == false) return false;  // asked before
    if (contains(cell.text, "：") || contains(cell.text, "。")) return false;
    const Words& words = cell.words();
    const auto is_named = [&](const KnownForm& known) { return names_form(known.names, words.title); };
    if (!words.names_form) words.names_form = std::any_of(index.forms.begin(), index.forms.end(), is_named);
    return *words.names_form;
  });
}

bool is_blank_row(const TextRows& rows, std::uint32_t row) { return !rows.holds(row); }

/// A line above a table: its title, reporter, unit. A note, a total and a figure are none.
bool is_head_line(std::span<const TextCell> cells) {
  if (cells.size() > widest_line || has_figure(cells)) return false;
  return std::all_of(cells.begin(), cells.end(), [](const TextCell& cell) {
    const std::string folded = fold_label(cell.text);
    if (to_total_kind(folded) != TotalKind::none || is_filler(folded) || is_nil_word(folded)) return false;
    return !is_note(cell.text) || contains(folded, "单位:") || contains(folded, "盖章");
  });
}

/// 附：2023年数据, alone and directly above the title at `top`.
bool names_period(const TextRows& rows, std::uint32_t top, std::uint32_t after) {
  if (top <= after + 1 || is_blank_row(rows, top - 1)) return false;
  const auto& cells = rows.find(top - 1)->cells;
  return cells.size() == 1 && cells.front().kind == CellKind::text && is_head_line(cells) && !find_periods(cells.front().text).empty();
}

/// Where the lines above a header begin, but not before `after`: at the nearest title, else with the lines directly above.
std::uint32_t find_first_line(const BindIndex& index, const TextRows& rows, std::uint32_t header, std::uint32_t after) {
  std::uint32_t first = header;
  for (std::uint32_t row = header; row > after + 1;) {
    --row;
    if (is_blank_row(rows, row)) {
      if (row + 1 != first) break;  // two blank rows
      continue;
    }
    const auto& cells = rows.find(row)->cells;
    if (!is_head_line(cells)) break;
    first = row;
    if (!is_title(index, cells)) continue;
    const bool numbered = row > after + 1 && !is_blank_row(rows, row - 1) && rows.find(row - 1)->cells.size() == 1 &&
                          is_document_number(rows.find(row - 1)->cells.front());
    const std::uint32_t top = numbered ? row - 1 : row;
    return names_period(rows, top, after) ? top - 1 : top;
  }
  return first;
}

}  // namespace

namespace {

bool heads_list(const BindIndex& index, const TextCell& cell) {
  if (!cell.may_be_label) return false;
  auto& known = cell.words().heads_list;
  if (!known) known = index.list_labels.count(cell.label().text) != 0;
  return *known;
}

}  // namespace

bool looks_like_header(const BindIndex& index, std::span<const TextCell> cells) {
  if (cells.size() < 2 || has_figure(cells)) return false;
  std::vector<std::string_view> labels;
  labels.reserve(cells.size());
  std::size_t misses = 0;
  for (const TextCell& cell : cells) {
    if (heads_list(index, cell) && std::find(labels.begin(), labels.end(), cell.label().text) == labels.end()) {
      labels.push_back(cell.label().text);
    } else if (++misses * 2 > cells.size()) {
      return false;
    }
  }
  return labels.size() >= 2;
}

/// A card's row that reads like a header, below a title and the card's other labels: the table begins at the title.
bool is_below_title(const BindIndex& index, const TextRows& rows, std::uint32_t top, std::uint32_t after) {
  for (auto row = rows.from(after + 1); row != rows.end() && row->row < top; ++row) {
    if (is_title(index, row->cells)) return true;
  }
  return false;
}

std::vector<TableStart> find_starts(const BindIndex& index, const SourceSheet& sheet, const SheetText& text, const FormChoice& choice) {
  const TextRows& rows = text.rows();
  std::vector<TableStart> starts;
  const bool list = choice.match ? choice.match->header != nullptr : true;
  std::uint32_t after = 0;  // the last row of what the sheet begins with
  bool first = true;
  if (list) {
    for (const HeaderRows& header : find_header_rows(index, sheet, text)) {
      const std::uint32_t top = first ? 0 : find_first_line(index, rows, header.first, after);
      if (!first && !is_below_title(index, rows, top, after)) starts.push_back({top, header.first, header.last, true});
      first = false;
      after = header.last;
    }
  }
  first = true;
  for (const auto& [row, cells] : rows) {
    if (!is_title(index, cells)) continue;
    const bool known = std::any_of(starts.begin(), starts.end(), [row = row](const TableStart& s) { return row >= s.first_row && row <= s.header_row; });
    const bool opening = first && (starts.empty() || row < starts.front().first_row);
    first = false;
    const bool again = !opening && row > 0 && rows.holds(row - 1) && is_title(index, rows.find(row - 1)->cells);  // two lines
    if (opening || known || again) continue;
    starts.push_back({row, row, row, false});
  }
  std::sort(starts.begin(), starts.end(), [](const TableStart& a, const TableStart& b) { return a.first_row < b.first_row; });
  return starts;
}

}  // namespace huizong
