#pragma once
// What rules ask of a text. Internal to the room.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.hpp"

namespace huizong {

/// Cuts the first character off; U+FFFD for a byte that begins none.
char32_t take_character(std::string_view& text);

/// 字数 as a word processor counts them: each Chinese character and full-width mark is one, each run of other characters
/// without a space is one.
std::size_t count_words(std::string_view text);

/// The number that stands right before one of the units in a folded text: 136 of 136户次，活动8场 for 户次. An empty unit
/// means that the text is the number alone. Nothing where none stands so, several differ, or words make it less than
/// certain (约100户次, 100多户次, 近100户次).
std::optional<Decimal> find_amount(std::string_view text, const std::vector<std::string>& units);

}  // namespace huizong
