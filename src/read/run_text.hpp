#pragma once
// Runs of a cell's text that are shown otherwise than the rest, in Unicode's own signs for it: so nobody takes 120 that is
// struck through and 130 behind it for 120130, nor 120 with a note's raised 1 for 1201.

#include <string>
#include <string_view>

namespace huizong {

enum class RunLook { plain, struck, raised, lowered };

/// Struck: U+0336 behind each character. Raised and lowered: digits as ¹ and ₁.
std::string to_run_text(std::string_view text, RunLook look);

}  // namespace huizong
