#pragma once
// `cells`: every cell as the program sees it.

#include <functional>
#include <string>
#include <string_view>

namespace huizong {

/// Calls `line` with one JSON line a non-empty cell, under the limits of the workspace where there is one.
/// *Errors*: Error(usage) for a file that is not there, Error(input).
void print_cells_of(const std::string& workspace, const std::string& file, const std::string& sheet,
                    const std::function<void(std::string_view line)>& line);

}  // namespace huizong
