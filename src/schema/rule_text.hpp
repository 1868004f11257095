#pragma once
// What rules ask of a text. Internal to the room.

#include <cstddef>
#include <string_view>

namespace huizong {

/// Cuts the first character off; U+FFFD for a byte that begins none.
char32_t take_character(std::string_view& text);

/// 字数 as a word processor counts them: each Chinese character and full-width mark is one, each run of other characters
/// without a space is one.
std::size_t count_words(std::string_view text);

}  // namespace huizong
