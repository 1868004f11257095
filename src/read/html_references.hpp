#pragma once
// Character references: &nbsp; &#160; &#xA0;

#include <cstddef>
#include <string>
#include <string_view>

namespace huizong {

/// Appends what the reference at the start of `text` (which begins with &) means, and tells its length in bytes; 0
/// where it is none. `loose`: the old names and numbers may lack their semicolon, as in running text.
/// *Source*: HTML 4.01, 24 (names); HTML Living Standard, 13.2.5.80 (numbers from 128 to 159 mean windows-1252).
std::size_t append_html_reference(std::string_view text, bool loose, std::string& out);

}  // namespace huizong
