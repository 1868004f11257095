#pragma once
// The rows of one table of an OpenDocument spreadsheet, sent into a sink as they flow by.

#include "model/workbook.hpp"
#include "read/ods_text.hpp"
#include "read/part_window.hpp"

namespace huizong {

/// What all tables of a file share.
struct OdsContext {
  bool date1904 = false;
  OdsStyleNames struck = {};       ///< styles of cells and texts that strike through: mostly none
  std::size_t repeated_cells = 0;  ///< what may still be multiplied by repeat counts, see ReadLimits
};

/// From the start of a table, just read, to behind its end: sends rows and tail; the caller has begun the sheet.
/// *Errors*: file.unreadable why.xml-cut-off, why.bad-value, why.out-of-sheet, why.xml-encoding; file.hostile
/// why.too-many-cells, why.text-too-long.
void read_ods_table(XmlScanner& xml, PartWindow& window, OdsContext& context, CellSink& sink);

}  // namespace huizong
