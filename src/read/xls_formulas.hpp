#pragma once
// The formulas of a sheet of Excel 97 to 2003, whose tokens are written out in R1C1.

#include <string>
#include <string_view>

#include "model/formula.hpp"
#include "read/read.hpp"

namespace huizong {

/// None of older versions, and none where the workbook reckons with what its cells show. *Source*: MS-XLS 2.4.127 (Formula),
/// 2.4.277 (ShrFmla), 2.5.198 (tokens). *Errors*: as read_xls.
SheetFormulas read_xls_formulas(std::string_view bytes, const std::string& sheet);

}  // namespace huizong
