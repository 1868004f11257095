// What is left of a text when it is compared: normalised, or folded as a label.

#include <utf8proc.h>

#include <cstdlib>
#include <memory>

#include "base/code_point.hpp"
#include "base/text.hpp"

namespace huizong {
namespace {

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

}  // namespace huizong
