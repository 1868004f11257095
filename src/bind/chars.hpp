#pragma once
// Text as code points, for the places where a Chinese character must be one step.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace huizong {

std::u32string to_u32(std::string_view text);
std::string to_utf8(std::u32string_view text);

std::size_t count_characters(std::string_view text);

/// A folded text in which words of one meaning are one: 创业创新基地 is 双创基地.
std::string to_one_word(std::string folded);

/// Bytes of the first character of a text that is not empty.
std::size_t character_size(std::string_view text);

/// The character that begins at a place; 0 where it is not one of three bytes.
inline std::uint32_t three_bytes_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return std::uint32_t{static_cast<unsigned char>(text[at + i])}; };
  const bool three = at + 3 <= text.size() && byte(0) >= 0xE0 && byte(0) <= 0xEF;
  return three ? (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F) : 0;
}

/// A Chinese character proper, which folding leaves as it is.
inline bool is_han(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

/// What one character is in a folded label: mostly one letter, nothing of a space or a quote.
std::u32string fold_letter(char32_t c);

/// A label folded letter by letter. *Shape*: `from` by byte of `text`: the character of the source that it stands for.
struct FoldedText {
  std::string text;
  std::vector<std::size_t> from;
};
FoldedText fold_with_places(std::u32string_view source);

/// As written, but trimmed and with each run of white space (line breaks too) as one plain space.
std::string tidy(std::string_view text);
bool is_tidy(std::string_view text);  ///< holds no white space at all: nearly all texts

/// Does a text begin with a Chinese character that none of the words begins with? Folding leaves such a one where it is, so
/// the text is none of the words. *Shape*: `firsts` are the first characters, three bytes each.
bool begins_otherwise(std::string_view text, std::string_view firsts);

/// Does a text hold a Chinese character other than these? Folding leaves it there. *Shape*: as `begins_otherwise`.
bool has_han_but(std::string_view text, std::string_view allowed);

/// Does a text hold a colon, or what folds to one: ：, ∶, ︰, ﹕, ︓, ⩴?
bool has_colon(std::string_view text);

inline bool begins_with_digit(std::string_view text) { return !text.empty() && text[0] >= '0' && text[0] <= '9'; }
inline bool starts_with(std::string_view text, std::string_view part) { return text.substr(0, part.size()) == part; }
inline bool ends_with(std::string_view text, std::string_view part) {
  return text.size() >= part.size() && text.substr(text.size() - part.size()) == part;
}

}  // namespace huizong
