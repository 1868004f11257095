#pragma once
// Which rows a sheet's filters may have hidden. A file may hold as many filters and hidden rows as it likes.

#include <cstdint>
#include <vector>

#include "model/cell.hpp"

namespace huizong {

class FilteredRows {
 public:
  FilteredRows() = default;
  /// The ranges under a filter, in any order.
  explicit FilteredRows(std::vector<CellRange> filters);

  /// Does a filter reach this row? The first row of each is the header: a filter never hides it.
  bool contains(std::uint32_t row) const;

 private:
  struct Span {
    std::uint32_t first = 0, last = 0;  ///< both included
  };
  std::vector<Span> spans_;  ///< disjoint, in order
};

}  // namespace huizong
