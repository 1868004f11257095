#pragma once
// Text as cells, notes and prompts of a workbook take it. Private to write/.

#include <cstddef>
#include <string>
#include <string_view>

namespace huizong {

inline constexpr std::size_t longest_cell_text = 32767;  ///< UTF-16 units

/// No longer than a cell holds; control characters, and what readers would take for one (`_x0041_`), escaped.
/// *Source*: ECMA-376 part 1, 22.9.2.19 (ST_Xstring).
std::string to_cell_text(std::string_view text);

/// At most `units` UTF-16 units, cut between characters; what was cut ends in …
std::string cut_text(std::string_view text, std::size_t units);

}  // namespace huizong
