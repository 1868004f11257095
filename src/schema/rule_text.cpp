#include "schema/rule_text.hpp"

namespace huizong {
namespace {

bool is_space(char32_t c) { return c <= 0x20 || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200D) || c == 0xFEFF; }

/// Ideographs, kana, hangul, and the marks that stand in a square of their own; also the curly quotes, dashes and dots
/// that Chinese text uses.
bool counts_alone(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2014 && c <= 0x2026) || (c >= 0x2E80 && c <= 0xA4CF) ||
         (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) ||
         (c >= 0xFF01 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x20000 && c <= 0x3FFFF);
}

}  // namespace

char32_t take_character(std::string_view& text) {
  const auto byte = [&text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(0);
  const std::size_t length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
  char32_t code = length == 1 ? first : first & (0xFFu >> (length + 1));
  bool good = length > 0 && length <= text.size();
  for (std::size_t i = 1; good && i < length; ++i) {
    good = (byte(i) & 0xC0) == 0x80;
    code = code << 6 | (byte(i) & 0x3Fu);
  }
  text.remove_prefix(good ? length : 1);
  return good ? code : 0xFFFD;
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool in_run = false;
  while (!text.empty()) {
    const char32_t c = take_character(text);
    const bool alone = counts_alone(c);
    const bool run = !alone && !is_space(c);
    words += alone || (run && !in_run);
    in_run = run;
  }
  return words;
}

}  // namespace huizong
