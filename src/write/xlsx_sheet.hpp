#pragma once
// One sheet into one worksheet of the xlsx library. Private to write/.

#include <xlsxwriter.h>

#include <string>
#include <string_view>

#include "model/sheet.hpp"
#include "write/xlsx_style.hpp"

namespace huizong {

/// Text as the library takes it: no longer than a cell holds, and a literal `_x0041_` escaped, since readers decode it.
std::string to_cell_text(std::string_view text);

/// At most `units` UTF-16 units, cut between characters; what was cut ends in …
std::string cut_text(std::string_view text, std::size_t units);

/// Spans, cells, widths, heights.
void write_cells(lxw_worksheet* worksheet, const Sheet& sheet, Formats& formats);

/// Freeze, filter, validations, conditional formats, charts, protection, print set-up.
/// *Errors*: std::logic_error for a list that a validation cannot hold.
void write_features(lxw_workbook* workbook, lxw_worksheet* worksheet, const Sheet& sheet, Formats& formats);

}  // namespace huizong
