#include "base/text.hpp"

#include <iconv.h>
#include <utf8proc.h>

#include <algorithm>
#include <cstdint>

#include "base/code_point.hpp"

namespace huizong {

std::string_view trim(std::string_view text) {
  std::size_t first = text.size();
  std::size_t end = 0;
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t at = text.size() - rest.size();
    const std::uint32_t code = take_code_point(rest);
    if (is_space(code) || is_invisible(code)) continue;
    first = std::min(first, at);
    end = text.size() - rest.size();
  }
  return end == 0 ? text.substr(text.size()) : text.substr(first, end - first);
}

bool is_blank(std::string_view text) { return trim(text).empty(); }

std::optional<std::string> from_encoding(std::string_view bytes, const char* iconv_name) {
  const iconv_t converter = iconv_open("UTF-8", iconv_name);
  if (converter == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
  std::string result(bytes.size() * 3 + 4, '\0');  // one byte makes three at most, two make four, four make four
  char* in = const_cast<char*>(bytes.data());      // iconv's signature; it does not write there
  char* out = result.data();
  std::size_t in_left = bytes.size();
  std::size_t out_left = result.size();
  const std::size_t converted = iconv(converter, &in, &in_left, &out, &out_left);
  iconv_close(converter);
  if (converted == static_cast<std::size_t>(-1) || in_left != 0) return std::nullopt;
  result.resize(result.size() - out_left);
  return result;
}

std::string from_utf16(std::string_view bytes, bool big_endian) {
  const auto unit = [&](std::size_t at) -> std::uint32_t {
    const auto low = static_cast<unsigned char>(bytes[at + (big_endian ? 1 : 0)]);
    const auto high = static_cast<unsigned char>(bytes[at + (big_endian ? 0 : 1)]);
    return static_cast<std::uint32_t>(high) << 8 | low;
  };
  std::string result;
  std::size_t at = 0;
  for (; at + 1 < bytes.size(); at += 2) {
    std::uint32_t code = unit(at);
    if (at == 0 && code == 0xFEFF) continue;
    if (code >= 0xD800 && code <= 0xDFFF) {
      const std::uint32_t next = at + 3 < bytes.size() ? unit(at + 2) : 0;
      const bool is_pair = code < 0xDC00 && next >= 0xDC00 && next <= 0xDFFF;
      code = is_pair ? 0x10000 + ((code - 0xD800) << 10) + (next - 0xDC00) : replacement;
      if (is_pair) at += 2;
    }
    append(result, code);
  }
  if (at < bytes.size()) append(result, replacement);
  return result;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    const std::uint32_t code = take_code_point(text);
    const int columns = code == bad_byte ? 1 : utf8proc_charwidth(static_cast<utf8proc_int32_t>(code));
    width += static_cast<std::size_t>(std::max(columns, 0));
  }
  return width;
}

std::string pad_right(std::string_view text, std::size_t columns) {
  const std::size_t width = display_width(text);
  return std::string(text) + std::string(columns > width ? columns - width : 0, ' ');
}

std::string pad_left(std::string_view text, std::size_t columns) {
  const std::size_t width = display_width(text);
  return std::string(columns > width ? columns - width : 0, ' ') + std::string(text);
}

std::size_t count_as_written(std::string_view text) {
  std::size_t count = 0;
  bool in_word = false;
  while (!text.empty()) {
    const std::uint32_t code = take_code_point(text);
    if (is_invisible(code)) continue;
    // Kana and Chinese marks among them; “ ” ‘ ’ — … · are set full width between Chinese characters.
    const bool chinese = (code >= 0x2E80 && code <= 0xD7FF && code != 0x3000) || (code >= 0xF900 && code <= 0xFAFF) ||
                         (code >= 0xFE30 && code <= 0xFE4F) || (code >= 0xFF00 && code <= 0xFFEF) || (code >= 0x20000 && code <= 0x3FFFF) ||
                         (code >= 0x2018 && code <= 0x201D) || code == 0x2014 || code == 0x2026 || code == 0xB7;
    if (chinese) ++count;
    else if (!is_space(code) && !in_word) ++count;
    in_word = !chinese && !is_space(code);
  }
  return count;
}

}  // namespace huizong
