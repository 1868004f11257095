#pragma once
// One sheet into one worksheet of the xlsx library. Private to write/.

#include <xlsxwriter.h>

#include "model/sheet.hpp"
#include "write/cell_text.hpp"
#include "write/xlsx_style.hpp"

namespace huizong {

/// Spans, cells, widths, heights.
void write_cells(lxw_worksheet* worksheet, const Sheet& sheet, Formats& formats);

/// Freeze, filter, validations, conditional formats, charts, protection, print set-up.
/// *Errors*: std::logic_error for a list that a validation cannot hold.
void write_features(lxw_workbook* workbook, lxw_worksheet* worksheet, const Sheet& sheet, Formats& formats);

}  // namespace huizong
