#pragma once
// Every cell as the program sees it: the lines of `cells`.

#include <functional>
#include <string_view>

#include "read/read.hpp"

namespace huizong {

/// Hands each non-empty cell to `out` as one line of JSON (INTERFACE, `cells`), without a line end; of all sheets where
/// `only_sheet` is empty. *Errors*: as read_workbook; Error(usage) error.unknown-sheet (arg `sheet`).
void print_cells(std::string_view bytes, std::string_view file_name, const ReadLimits& limits,
                 std::string_view only_sheet, const std::function<void(std::string_view line)>& out);

}  // namespace huizong
