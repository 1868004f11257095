#pragma once
// Word documents (.docx, and .docx of WPS) as a sheet: a paragraph is a row with one cell, a table's row is a row.

#include <string_view>

#include "read/read.hpp"

namespace huizong {

/// One sheet, 正文, in reading order; row n is the n-th paragraph or table row. Tracked changes count as accepted, the
/// table of contents is left out, a table within a cell is text of that cell.
/// *Errors*: as read_workbook. *Source*: ECMA-376 part 1, 17.
void read_docx(std::string_view bytes, std::string_view file_name, const ReadLimits& limits, CellSink& sink);

}  // namespace huizong
