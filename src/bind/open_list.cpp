#include "bind/open_list.hpp"

#include <algorithm>

#include "bind/claims.hpp"
#include "bind/column_units.hpp"
#include "bind/finish.hpp"
#include "bind/merged_down.hpp"
#include "bind/row_kind.hpp"

namespace huizong {
namespace {

std::vector<std::pair<std::uint32_t, int>> columns_of(const Header& header) {
  std::vector<std::pair<std::uint32_t, int>> columns;
  for (const HeaderColumn& column : header.band.columns) columns.emplace_back(column.column, column.field);
  return columns;
}

bool is_left_of(const Cell& cell, std::uint32_t column) { return cell.column < column; }

}  // namespace

OpenList::OpenList(const Desk& desk, SheetTable table)
    : desk_(desk), area_(table.area), match_(std::move(table.match)), text_(std::move(table.text)) {
  open(table.unread);
  read_held();
}

void OpenList::open(const std::vector<CellRange>& unread) {
  head_ = read_head(text_, match_.header->band.first_row, *match_.known);
  draft_ = start_draft(desk_, match_, unread);
  report_header(text_, match_, desk_.context.arrived, draft_);
  claim_header(text_, *match_.header, draft_);
  for (const auto& [row, cells] : text_.rows()) {
    if (row > match_.header->band.last_row) break;
    if (is_numbering(cells)) mark_row(cells, CellUse::ignored, "numbering-row", draft_);
  }
  labels_ = label_units(match_);
  units_ = desk_.memory.column_units.decide(match_.header, labels_, find_unit_line(head_, BareUnits::count, &desk_.memory.units), draft_);
  reader_ = std::make_unique<ListReader>(draft_, text_, *match_.header, units_, desk_.sheet.head.date1904);
}

void OpenList::read_held() {
  MergedDown merged(desk_.sheet, area_, *match_.header, draft_);
  for (const Grid::Row& held : desk_.sheet.grid.rows()) {
    if (held.row > match_.header->band.last_row) row(held.row, held.hiding, merged.cells(held.row, desk_.sheet.grid.cells(held)));
  }
}

void OpenList::row(std::uint32_t row, RowHiding hiding, std::span<const Cell> cells) {
  if (row <= match_.header->band.last_row || row > area_.last_row) return;
  const auto from = std::lower_bound(cells.begin(), cells.end(), area_.first_column, is_left_of);
  const auto to = std::upper_bound(from, cells.end(), area_.last_column, [](std::uint32_t column, const Cell& c) { return column < c.column; });
  reader_->row(row, hiding, {from, to});
}

void OpenList::confirm_header() {
  const SheetText text(desk_.sheet, head_rows, area_);
  const auto again = find_header(text, *draft_.form, match_.known->labels);
  if (again && columns_of(*again) == columns_of(*match_.header)) return;
  draft_.add("header.ambiguous", {});
}

/// Without a record, and nothing that says so.
void OpenList::tell_empty() {
  if (draft_.data.records.empty() && draft_.form->empty_is_nil) draft_.data.nil_report = true;
  const std::vector<int> naming = draft_.form->naming();
  if (!draft_.data.records.empty() || draft_.data.nil_report || naming.empty()) return;
  std::optional<CellRef> at;
  for (const HeaderColumn& column : match_.header->band.columns) {
    if (column.field == naming[0]) at = column.leaf;
  }
  draft_.add("cell.required", {{"why", "why.no-record"}}, naming[0], at);
}

BoundReturn OpenList::close() {
  reader_->finish(desk_.sheet.tail.torn_row);
  tell_empty();
  const Lines foot = reader_->foot();
  check_foot_units(foot, labels_, units_, draft_);
  judge_formulas(desk_, draft_);
  return finish_return(std::move(draft_), match_, head_, foot, desk_.context, desk_.index.places, desk_.memory);
}

}  // namespace huizong
