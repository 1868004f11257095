#include "read/filtered_rows.hpp"

#include <algorithm>

namespace huizong {

FilteredRows::FilteredRows(std::vector<CellRange> filters) {
  std::sort(filters.begin(), filters.end(), [](const CellRange& a, const CellRange& b) { return a.first < b.first; });
  for (const CellRange& filter : filters) {
    const Span span{filter.first.row + 1, filter.last.row};
    if (!spans_.empty() && span.first <= spans_.back().last) {
      spans_.back().last = std::max(spans_.back().last, span.last);
    } else if (span.first <= span.last) {
      spans_.push_back(span);
    }
  }
}

bool FilteredRows::contains(std::uint32_t row) const {
  const auto behind = std::upper_bound(spans_.begin(), spans_.end(), row,
                                       [](std::uint32_t wanted, const Span& span) { return wanted < span.first; });
  return behind != spans_.begin() && row <= std::prev(behind)->last;
}

}  // namespace huizong
