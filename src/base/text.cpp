#include "base/text.hpp"

#include <iconv.h>
#include <utf8proc.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace huizong {
namespace {

constexpr std::uint32_t bad_byte = 0xFFFFFFFF;
constexpr std::uint32_t replacement = 0xFFFD;

/// The code point of a whole sequence of three bytes, as nearly all Chinese is; 0 where something else stands there, or
/// where the lead byte may begin an overlong sequence or a surrogate.
std::uint32_t peek_three_bytes(std::string_view text) {
  if (text.size() < 3) return 0;
  const auto byte = [text](std::size_t at) { return std::uint32_t{static_cast<unsigned char>(text[at])}; };
  const bool whole = byte(0) > 0xE0 && byte(0) <= 0xEF && byte(0) != 0xED && (byte(1) & 0xC0) == 0x80 && (byte(2) & 0xC0) == 0x80;
  return whole ? (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F) : 0;
}

/// Takes one code point off the front; `bad_byte` (and one byte off) where the bytes are no UTF-8.
std::uint32_t take_code_point(std::string_view& text) {
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

void append(std::string& text, std::uint32_t code) {
  if (code < 0x80) text.push_back(static_cast<char>(code));
  else append_utf8(code, text);
}

bool is_space(std::uint32_t code) {
  return (code >= 0x09 && code <= 0x0D) || code == 0x20 || code == 0x85 || code == 0xA0 || code == 0x1680 ||
         (code >= 0x2000 && code <= 0x200A) || code == 0x2028 || code == 0x2029 || code == 0x202F || code == 0x205F ||
         code == 0x3000;
}

/// Takes no room on paper: zero-width spaces and joiners, direction marks, byte-order mark, control characters.
bool is_invisible(std::uint32_t code) {
  return (code < 0x20 && !is_space(code)) || code == 0x7F || code == 0xAD || (code >= 0x200B && code <= 0x200F) ||
         (code >= 0x202A && code <= 0x202E) || (code >= 0x2060 && code <= 0x2069) || code == 0xFEFF;
}

/// Chinese characters proper: nothing to fold.
bool is_ideograph(std::uint32_t code) { return code >= 0x4E00 && code <= 0x9FFF; }

/// Bytes at the front that no folding changes, whatever stands behind: Chinese characters, digits and small letters.
std::size_t count_folded_bytes(std::string_view text) {
  const auto byte = [text](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  std::size_t at = 0;
  while (at < text.size()) {
    const unsigned char c = byte(at);
    if (c >= 0xE4 && c <= 0xE9) {  // from U+4E00, E4 B8 80, to U+9FFF, E9 BF BF
      const bool whole = at + 2 < text.size() && (byte(at + 1) & 0xC0) == 0x80 && (byte(at + 2) & 0xC0) == 0x80;
      if (!whole || (c == 0xE4 && byte(at + 1) < 0xB8)) break;
      at += 3;
    } else if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) {
      ++at;
    } else {
      break;
    }
  }
  return at;
}

/// May composing change a text for this character? Not where all characters are such as these: ASCII, Han, the marks of
/// Chinese, boxes and ticks. *Source*: Unicode 15, DerivedNormalizationProps: NFC_Quick_Check Yes, combining class 0.
bool may_compose(std::uint32_t code) {
  const bool mark = (code >= 0x2010 && code <= 0x2027) || (code >= 0x2460 && code <= 0x27BF) || (code >= 0x3001 && code <= 0x3029);
  return code >= 0x80 && !is_ideograph(code) && !mark;
}

std::uint32_t fold_punctuation(std::uint32_t code) {
  if (code >= 0xFF01 && code <= 0xFF5E) return code - 0xFEE0;
  switch (code) {
    case 0x3010: case 0x3014: return '[';  // 【〔
    case 0x3011: case 0x3015: return ']';
    case 0x2236: case 0xFE30: case 0xFE55: return ':';  // ∶︰﹕
    case 0xFE50: return ',';
    case 0xFE54: return ';';
    case 0xFE59: return '(';
    case 0xFE5A: return ')';
    case 0x201C: case 0x201D: case 0x201E: case 0x201F: case 0x2033: case 0x301D: case 0x301E: case 0x301F: return '"';
    case 0x2018: case 0x2019: case 0x201A: case 0x201B: case 0x2032: return '\'';
    default: return code;
  }
}

/// Most cells are short plain ASCII: they come back as they are.
bool is_plain(std::string_view text) {
  bool after_space = true;  // leading space is not plain
  for (const char c : text) {
    if (c < 0x20 || c == 0x7F || (c == ' ' && after_space)) return false;  // bytes from 0x80 are negative
    after_space = c == ' ';
  }
  return text.empty() || !after_space;
}

std::string to_nfc(const std::string& text) {
  utf8proc_uint8_t* composed = nullptr;
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &composed,
                                 static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(composed, &std::free);
  return size < 0 ? text : std::string(reinterpret_cast<const char*>(composed), static_cast<std::size_t>(size));
}

/// A letter of a label that is normalised otherwise. Spaces and quotes are none.
void append_folded(std::string& text, std::uint32_t code) {
  if (code == ' ' || code == '"' || code == '\'' || (code >= 0x300C && code <= 0x300F)) return;  // also 「」『』
  append(text, code >= 'A' && code <= 'Z' ? code - 'A' + 'a' : code);
}

std::string fold_normalised(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) append_folded(result, take_code_point(text));
  return result;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Takes a run of digits off the front, without its leading zeros.
std::string_view take_digit_run(std::string_view& text) {
  std::size_t size = 0;
  while (size < text.size() && is_digit(text[size])) ++size;
  std::string_view run = text.substr(0, size);
  text.remove_prefix(size);
  run.remove_prefix(std::min(run.find_first_not_of('0'), run.size()));
  return run;
}

int to_sign(int comparison) { return comparison < 0 ? -1 : comparison > 0 ? 1 : 0; }

}  // namespace

std::string normalise(std::string_view text) {
  if (is_plain(text)) return std::string(text);
  std::string result;
  result.reserve(text.size());
  bool pending_space = false;
  bool composes = false;
  while (!text.empty()) {
    if (const std::size_t size = count_folded_bytes(text); size != 0) {
      if (pending_space) result += ' ';
      pending_space = false;
      result.append(text.substr(0, size));
      text.remove_prefix(size);
      continue;
    }
    std::uint32_t code = take_code_point(text);
    if (code == bad_byte) code = replacement;
    if (is_space(code)) {
      pending_space = !result.empty();
      continue;
    }
    if (is_invisible(code)) continue;
    if (pending_space) result += ' ';
    pending_space = false;
    code = fold_punctuation(code);
    composes = composes || may_compose(code);
    append(result, code);
  }
  return composes ? to_nfc(result) : result;
}

std::string fold_label(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  std::string_view rest = text;
  while (!rest.empty()) {
    if (const std::size_t size = count_folded_bytes(rest); size != 0) {
      result.append(rest.substr(0, size));
      rest.remove_prefix(size);
      continue;
    }
    std::uint32_t code = take_code_point(rest);
    if (is_space(code) || is_invisible(code)) continue;
    code = fold_punctuation(code);
    if (may_compose(code)) return fold_normalised(normalise(text));  // what is composed shows only with its neighbours
    append_folded(result, code);
  }
  return result;
}

FoldedLabel::FoldedLabel(std::string_view text) : view_(text) {
  if (count_folded_bytes(text) == text.size()) return;
  own_ = fold_label(text);
  view_ = own_;
}

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

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string result;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) result += separator;
    result += parts[i];
  }
  return result;
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  if (from.empty()) return text;
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
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

bool contains(std::string_view text, std::string_view part) {
  if (part.empty()) return true;
  // Looked for by its last byte: the first of a Chinese character is that of most others too.
  const std::size_t before = part.size() - 1;
  for (std::size_t at = before; (at = text.find(part.back(), at)) != std::string_view::npos; ++at) {
    if (std::memcmp(text.data() + at - before, part.data(), before) == 0) return true;
  }
  return false;
}

int compare_natural(std::string_view a, std::string_view b) {
  const std::string_view whole_a = a;
  const std::string_view whole_b = b;
  while (!a.empty() && !b.empty()) {
    if (is_digit(a[0]) && is_digit(b[0])) {
      const std::string_view run_a = take_digit_run(a);
      const std::string_view run_b = take_digit_run(b);
      if (run_a.size() != run_b.size()) return run_a.size() < run_b.size() ? -1 : 1;
      if (run_a != run_b) return to_sign(run_a.compare(run_b));
    } else {
      if (a[0] != b[0]) return static_cast<unsigned char>(a[0]) < static_cast<unsigned char>(b[0]) ? -1 : 1;
      a.remove_prefix(1);
      b.remove_prefix(1);
    }
  }
  if (a.empty() != b.empty()) return a.empty() ? -1 : 1;
  return to_sign(whole_a.compare(whole_b));  // 表02 and 表2: any order, but always the same
}

}  // namespace huizong
