#pragma once
// Texts character by character. Internal to the room.

#include <utf8proc.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/utf8.hpp"

namespace huizong {

constexpr std::uint32_t bad_byte = 0xFFFFFFFF;
constexpr std::uint32_t replacement = 0xFFFD;

/// The code point of a whole sequence of three bytes, as nearly all Chinese is; 0 where something else stands there, or
/// where the lead byte may begin an overlong sequence or a surrogate.
inline std::uint32_t peek_three_bytes(std::string_view text) {
  if (text.size() < 3) return 0;
  const auto byte = [text](std::size_t at) { return std::uint32_t{static_cast<unsigned char>(text[at])}; };
  const bool whole = byte(0) > 0xE0 && byte(0) <= 0xEF && byte(0) != 0xED && (byte(1) & 0xC0) == 0x80 && (byte(2) & 0xC0) == 0x80;
  return whole ? (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F) : 0;
}

/// Takes one code point off the front; `bad_byte` (and one byte off) where the bytes are no UTF-8.
inline std::uint32_t take_code_point(std::string_view& text) {
  const auto first = static_cast<unsigned char>(text[0]);
  if (first < 0x80) {
    text.remove_prefix(1);
    return first;
  }
  if (const std::uint32_t three = peek_three_bytes(text); three != 0) {
    text.remove_prefix(3);
    return three;
  }
  utf8proc_int32_t code = 0;
  const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(std::min<std::size_t>(text.size(), 4)), &code);
  text.remove_prefix(size > 0 ? static_cast<std::size_t>(size) : 1);
  return size > 0 ? static_cast<std::uint32_t>(code) : bad_byte;
}

inline void append(std::string& text, std::uint32_t code) {
  if (code < 0x80) text.push_back(static_cast<char>(code));
  else append_utf8(code, text);
}

inline bool is_space(std::uint32_t code) {
  return (code >= 0x09 && code <= 0x0D) || code == 0x20 || code == 0x85 || code == 0xA0 || code == 0x1680 ||
         (code >= 0x2000 && code <= 0x200A) || code == 0x2028 || code == 0x2029 || code == 0x202F || code == 0x205F ||
         code == 0x3000;
}

/// Takes no room on paper: zero-width spaces and joiners, direction marks, byte-order mark, control characters.
inline bool is_invisible(std::uint32_t code) {
  return (code < 0x20 && !is_space(code)) || code == 0x7F || code == 0xAD || (code >= 0x200B && code <= 0x200F) ||
         (code >= 0x202A && code <= 0x202E) || (code >= 0x2060 && code <= 0x2069) || code == 0xFEFF;
}

}  // namespace huizong
