#pragma once
// Workbooks of Excel 2 to 2003 (.xls) and of WPS (.et, which is the same).

#include <string_view>

#include "read/read.hpp"

namespace huizong {

/// A compound file with a workbook in it, or a bare BIFF stream as Excel 2 to 4 wrote it.
/// *Errors*: see read_workbook. *Source*: MS-XLS, MS-CFB.
void read_xls(std::string_view bytes, std::string_view file_name, const ReadLimits& limits, CellSink& sink);

}  // namespace huizong
