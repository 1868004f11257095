#pragma once
// The text of a sheet's formulas: a second look at a file, for those who ask whether stored results are up to date.

#include <string>
#include <string_view>

#include "model/formula.hpp"
#include "read/read.hpp"

namespace huizong {

/// Of xlsx, xls (Excel 97 and later), ods and XML spreadsheets. None of another format, of a sheet whose cells do not say where they stand, or of a
/// file that cannot be read: what is not known is not judged.
SheetFormulas read_formulas(std::string_view bytes, std::string_view file_name, const ReadLimits& limits, const std::string& sheet);

}  // namespace huizong
