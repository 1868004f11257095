#include "schema/rule_text.hpp"

#include <algorithm>

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

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_number_part(char c) { return is_digit(c) || c == '.' || c == ','; }

/// Words before a number after which it is no figure any more.
bool is_doubtful(std::string_view before) {
  constexpr std::string_view words[] = {"约", "近", "超", "超过", "逾", "大约", "左右", "至", "到", "-", "~", "—", "–", "/"};
  return std::any_of(std::begin(words), std::end(words), [before](std::string_view word) { return before.ends_with(word); });
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

std::optional<Decimal> find_amount(std::string_view text, const std::vector<std::string>& units) {
  std::optional<Decimal> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at])) continue;
    std::size_t end = at;
    while (end < text.size() && is_number_part(text[end])) ++end;
    const std::string_view rest = text.substr(end);
    const bool whole = at == 0 && rest.empty();
    const bool fits = std::any_of(units.begin(), units.end(), [&](const std::string& unit) {
      return unit.empty() ? whole : rest.starts_with(unit);
    });
    if (fits) {
      std::string digits(text.substr(at, end - at));
      digits.erase(std::remove(digits.begin(), digits.end(), ','), digits.end());
      const auto number = parse_decimal(digits);
      if (!number || is_doubtful(text.substr(0, at)) || (found && *found != *number)) return std::nullopt;
      found = number;
    }
    at = end;
  }
  return found;
}

}  // namespace huizong
