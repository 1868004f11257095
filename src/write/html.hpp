#pragma once
// Pieces of the page shared by the files that write it. Private to write/.

#include <string>
#include <string_view>

#include "model/page.hpp"

namespace huizong {

/// Appends text for an element or a quoted attribute: markup escaped, characters that XML forbids dropped.
void append_escaped(std::string& out, std::string_view text);

/// Appends bars as inline SVG: one line a bar, a common zero line, negative bars to its left.
void append_bars(std::string& out, const PageBars& bars);

/// The style sheet of every page.
std::string_view page_style_sheet();

}  // namespace huizong
