#include "read/xls_row.hpp"

namespace huizong {

void XlsRow::finish() {
  if (count_ != 0) sink_.row(row_, hiding(), {cells_.data(), count_});
  count_ = 0;
  arena_.clear();
}

RowHiding XlsRow::hiding() const {
  if (!layout_.is_hidden(row_)) return RowHiding::shown;
  if (!layout_.filters_on) return RowHiding::hidden;
  const auto found = globals_.filters.find(sheet_);
  if (found == globals_.filters.end()) return RowHiding::hidden;
  const CellRange& range = found->second;
  const bool filtered = row_ > range.first.row && row_ <= range.last.row;  // the first is the header: never hidden by it
  return filtered ? RowHiding::filtered : RowHiding::hidden;
}

}  // namespace huizong
