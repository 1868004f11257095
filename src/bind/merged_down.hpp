#pragma once
// Cells of a list's data that are merged over several rows: what stands in the first holds for each.

#include <map>
#include <vector>

#include "bind/draft.hpp"
#include "bind/header.hpp"
#include "model/workbook.hpp"

namespace huizong {

/// Of one held sheet, below its header. A text, date or 是否 is every row's; a figure would be counted for one row of several,
/// or in one column of several.
class MergedDown {
 public:
  /// *Errors*: cell.not-a-number at a figure that is merged over rows, or over columns of figures. `area`: the list's part of the sheet, `draft`: its own.
  MergedDown(const SourceSheet& sheet, const SheetArea& area, const Header& header, Draft& draft);

  /// The row's cells, with those that a merge from above shows. Valid until the next call.
  std::span<const Cell> cells(std::uint32_t row, std::span<const Cell> own);

 private:
  std::map<std::uint32_t, std::vector<Cell>> shown_;  ///< by row: what merges show in it, in column order
  std::vector<Cell> joined_;
};

}  // namespace huizong
