#include "read/html_sheets.hpp"

#include <utility>

#include "model/sheet_bounds.hpp"
#include "package/refuse.hpp"

namespace huizong {

void HtmlSheets::begin(std::string name) {
  end();
  SheetHead head = head_;
  head.name = std::move(name);
  open_ = true;
  wanted_ = sink_.begin_sheet(head);
}

void HtmlSheets::finish() {
  if (!open_) begin(head_.name);
  end();
}

void HtmlSheets::end() {
  if (!open_) return;
  std::int64_t hidden = 0;
  for (std::uint32_t c = 0; c < hidden_changes_.size(); ++c) {
    hidden += hidden_changes_[c];
    if (hidden > 0) tail_.hidden_columns.push_back(c);
  }
  if (wanted_) sink_.end_sheet(tail_);
  tail_ = {};
  hidden_changes_.clear();
  row_ = 0;
  open_ = false;
}

void HtmlSheets::send(std::span<const Cell> cells, RowHiding hiding) {
  if (!cells.empty()) {
    if (!open_) begin(head_.name);
    if (row_ >= most_rows) refuse_unreadable("why.too-many-rows");
    if (wanted_) sink_.row(row_, hiding, cells);
  }
  ++row_;
}

void HtmlSheets::send(std::uint32_t column, std::string_view text) {
  Cell cell;
  cell.column = column;
  cell.kind = CellKind::text;
  cell.text = text;
  send({&cell, 1}, RowHiding::shown);
}

void HtmlSheets::hide_columns(std::uint32_t first, std::uint32_t end) {
  if (hidden_changes_.empty()) hidden_changes_.resize(most_columns + 1);
  ++hidden_changes_[first];
  --hidden_changes_[end];
}

}  // namespace huizong
