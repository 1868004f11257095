#pragma once
// A workbook in Office Open XML, Transitional or Strict: .xlsx and .xlsm.

#include <string>
#include <string_view>

#include "model/formula.hpp"
#include "model/workbook.hpp"
#include "read/read.hpp"

namespace huizong {

/// *Errors*: as read_workbook. *Source*: ECMA-376 parts 1 (SpreadsheetML) and 2 (packages).
void read_xlsx(std::string_view bytes, std::string_view file_name, const ReadLimits& limits, CellSink& sink);

/// The formulas of the sheet called `sheet`; none where the workbook reckons with what its cells show.
SheetFormulas read_xlsx_formulas(std::string_view bytes, const ReadLimits& limits, const std::string& sheet);

}  // namespace huizong
