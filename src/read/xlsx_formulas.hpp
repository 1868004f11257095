#pragma once
// The <f> elements of a worksheet part.

#include <string_view>

#include "model/formula.hpp"

namespace huizong {

/// `part`: the whole worksheet. *Source*: ECMA-376 part 1, 18.3.1.40 (f). *Errors*: as the XML scanner's.
SheetFormulas read_sheet_formulas(std::string_view part);

}  // namespace huizong
