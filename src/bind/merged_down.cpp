#include "bind/merged_down.hpp"

#include <algorithm>

#include "bind/chars.hpp"
#include "bind/number.hpp"
#include "bind/sheet_text.hpp"

namespace huizong {
namespace {

constexpr std::uint32_t most_rows = 1000;  // a merge over more is a whole column's, not a value's

int field_at(const Header& header, std::uint32_t column) {
  for (const HeaderColumn& one : header.band.columns) {
    if (one.column == column) return one.field;
  }
  return -1;
}

bool is_figure(FieldType type) { return type == FieldType::integer || type == FieldType::number || type == FieldType::tick; }

/// A number, or a tick (√). A label of a header that is repeated further down is merged over rows as well.
bool is_figure_of(const Cell& cell, const Field& field) {
  if (cell.kind == CellKind::number) return true;
  const std::string text = shown_text(cell);
  return read_number_text(text, field.unit).kind == NumberKind::figure || (field.type == FieldType::tick && count_characters(text) == 1);
}

void tell_merged(const Cell& cell, const char* why, int field, CellRef at, Draft& draft) {
  const bool tick = draft.form->fields[static_cast<std::size_t>(field)].type == FieldType::tick;
  Args args{{"value", shown_text(cell)}, {"why", why}};
  if (tick) args.emplace_back("expected", "√、空白");
  draft.add(tick ? "cell.not-in-list" : "cell.not-a-number", std::move(args), field, at);
}

/// One figure over several columns of figures: nobody knows how much of it is each one's.
void tell_merged_columns(const SourceSheet& sheet, const CellRange& merge, const Header& header, Draft& draft) {
  if (merge.last.column == merge.first.column) return;
  std::vector<int> figures;
  for (const HeaderColumn& one : header.band.columns) {
    const bool inside = one.column >= merge.first.column && one.column <= merge.last.column && one.field >= 0;
    if (inside && is_figure(draft.form->fields[static_cast<std::size_t>(one.field)].type)) figures.push_back(one.field);
  }
  const Cell* cell = figures.size() < 2 ? nullptr : sheet.grid.at(merge.first);  // the costly question last
  if (cell == nullptr || !is_figure_of(*cell, draft.form->fields[static_cast<std::size_t>(figures[0])])) return;
  tell_merged(*cell, "why.merged-columns", figures[0], merge.first, draft);
}

bool by_column(const Cell& a, const Cell& b) { return a.column < b.column; }

}  // namespace

MergedDown::MergedDown(const SourceSheet& sheet, const SheetArea& area, const Header& header, Draft& draft) {
  for (const CellRange& merge : sheet.tail.merges) {
    const std::uint32_t height = merge.last.row - merge.first.row;
    if (merge.first.row <= header.band.last_row || height > most_rows || !area.holds(merge.first)) continue;
    tell_merged_columns(sheet, merge, header, draft);
    if (height == 0) continue;
    const Cell* cell = sheet.grid.at(merge.first);
    const int field = field_at(header, merge.first.column);
    if (cell == nullptr || field < 0) continue;
    if (const Field& own = draft.form->fields[static_cast<std::size_t>(field)]; is_figure(own.type)) {
      if (is_figure_of(*cell, own)) tell_merged(*cell, "why.merged-rows", field, merge.first, draft);
      continue;
    }
    for (std::uint32_t row = merge.first.row + 1; row <= merge.last.row; ++row) shown_[row].push_back(*cell);
  }
  for (auto& [row, cells] : shown_) std::sort(cells.begin(), cells.end(), by_column);
}

std::span<const Cell> MergedDown::cells(std::uint32_t row, std::span<const Cell> own) {
  const auto shown = shown_.find(row);
  if (shown == shown_.end()) return own;
  joined_.clear();
  std::merge(own.begin(), own.end(), shown->second.begin(), shown->second.end(), std::back_inserter(joined_), by_column);
  return joined_;
}

}  // namespace huizong
