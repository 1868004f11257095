#pragma once
// The rows of one worksheet part, sent into a sink as they flow by.

#include <functional>
#include <vector>

#include "model/workbook.hpp"
#include "read/xlsx_cell.hpp"
#include "read/part_window.hpp"

namespace huizong {

struct SheetContext {
  CellContext cells;
  /// Ranges under a filter. The sheet tells them only behind its rows, so this is asked at the first hidden row, if
  /// ever.
  std::function<std::vector<CellRange>()> find_filters;
};

/// Sends rows and tail; the caller has begun the sheet.
/// *Errors*: file.unreadable why.xml-cut-off, why.xml-malformed, why.bad-reference, why.rows-disordered, those of
/// to_cell.
void read_sheet(PartWindow& window, const SheetContext& context, CellSink& sink);

/// The ranges of the <autoFilter> of a worksheet or table part.
std::vector<CellRange> read_filters(PartWindow& window);

/// A1:C5 or A1; nullopt for anything else.
std::optional<CellRange> parse_range(std::string_view text);

}  // namespace huizong
