#include "bind/sheet_text.hpp"

#include <algorithm>

#include <cstdlib>

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/plain_number.hpp"
#include "base/text.hpp"
#include "bind/chars.hpp"

namespace huizong {
namespace {

/// A date as an eye sees it, not its serial.
std::string date_text(const Cell& cell, bool date1904, const std::string& serial) {
  const auto date = to_date(std::strtod(serial.c_str(), nullptr), date1904);
  return cell.kind == CellKind::date && date ? to_text(*date) : serial;
}

}  // namespace

std::string shown_text(const Cell& cell) {
  switch (cell.kind) {
    case CellKind::empty: return {};
    case CellKind::boolean: return cell.number != 0 ? "TRUE" : "FALSE";
    case CellKind::text:
    case CellKind::error: return std::string(cell.text);
    case CellKind::number:
    case CellKind::date: break;
  }
  if (is_plain_number(cell.text)) return std::string(cell.text);
  const auto number = cell.text.empty() ? to_decimal15(cell.number) : parse_decimal15(cell.text);
  return number ? to_text(*number) : std::string(cell.text);
}

SheetText::SheetText(const SourceSheet& sheet, std::size_t limit, const SheetArea& area) {
  const auto& held = sheet.grid.rows();
  const auto first = std::lower_bound(held.begin(), held.end(), area.first_row,
                                      [](const Grid::Row& row, std::uint32_t wanted) { return row.row < wanted; });
  const auto last = static_cast<std::size_t>(held.end() - first) > limit ? first + static_cast<std::ptrdiff_t>(limit) : held.end();
  const std::uint32_t end = last == held.end() ? ~0u : last->row;
  for (const CellRange& merge : sheet.tail.merges) {
    if (merge.first.row < end && merge.first != merge.last && area.holds(merge.first)) merges_.push_back(merge);
  }
  std::sort(merges_.begin(), merges_.end(), [](const CellRange& a, const CellRange& b) { return a.first < b.first; });
  for (auto at = first; at != last && at->row <= area.last_row; ++at) {
    const Grid::Row& row = *at;
    for (const Cell& cell : sheet.grid.cells(row)) {
      if (!area.holds({row.row, cell.column})) continue;
      std::string text = tidy(shown_text(cell));
      if (cell.kind == CellKind::date) text = date_text(cell, sheet.head.date1904, text);
      if (text.empty()) continue;
      const CellRef ref{row.row, cell.column};
      TextCell out{{ref, ref}, std::move(text), cell.kind};
      const auto merge = std::lower_bound(merges_.begin(), merges_.end(), ref,
                                          [](const CellRange& range, CellRef wanted) { return range.first < wanted; });
      if (merge != merges_.end() && merge->first == ref) out.span = *merge;
      last_column_ = std::max(last_column_, cell.column);
      rows_[row.row].push_back(std::move(out));
    }
  }
}

const TextCell* SheetText::at(CellRef ref) const {
  for (const CellRange& merge : merges_) {
    if (merge.first.row > ref.row) break;
    if (merge.contains(ref)) {
      ref = merge.first;
      break;
    }
  }
  const auto row = rows_.find(ref.row);
  if (row == rows_.end()) return nullptr;
  for (const TextCell& cell : row->second) {
    if (cell.at() == ref) return &cell;
  }
  return nullptr;
}

}  // namespace huizong
