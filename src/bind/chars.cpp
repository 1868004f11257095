#include "bind/chars.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace huizong {
namespace {

/// Bytes of the white space that stands at a place; 0 where none does. Only a few sequences of two or three bytes are some.
std::size_t space_size(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0; };
  switch (byte(at)) {
    case 0xC2: return byte(at + 1) == 0xA0 ? 2 : 0;
    case 0xE2: return byte(at + 1) == 0x80 && byte(at + 2) <= 0x8B ? 3 : 0;
    case 0xE3: return byte(at + 1) == 0x80 && byte(at + 2) == 0x80 ? 3 : 0;
    case 0xEF: return byte(at + 1) == 0xBB && byte(at + 2) == 0xBF ? 3 : 0;
    default: return byte(at) == 0x20 || (byte(at) >= 0x09 && byte(at) <= 0x0D) ? 1 : 0;
  }
}

/// Where white space stands next; at the end in most cells.
std::size_t find_space(std::string_view text, std::size_t from) {
  for (std::size_t i = from; i < text.size(); ++i) {
    const auto lead = static_cast<unsigned char>(text[i]);
    if (lead >= 0xE4 && lead <= 0xE9) i += 2;  // a Chinese character
    else if ((lead <= ' ' || lead >= 0x80) && space_size(text, i) != 0) return i;
  }
  return text.size();
}

}  // namespace

std::u32string to_u32(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t c = length == 1 ? lead : lead & (0xFF >> (length + 1));
    for (std::size_t k = 1; k < length && i + k < text.size(); ++k) {
      c = (c << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3F);
    }
    out.push_back(c);
    i += length;
  }
  return out;
}

std::string to_utf8(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) {
    if (c < 0x80) {
      out += static_cast<char>(c);
    } else if (c < 0x800) {
      out += static_cast<char>(0xC0 | (c >> 6));
      out += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
      out += static_cast<char>(0xE0 | (c >> 12));
      out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
      out += static_cast<char>(0x80 | (c & 0x3F));
    } else {
      out += static_cast<char>(0xF0 | (c >> 18));
      out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
      out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
      out += static_cast<char>(0x80 | (c & 0x3F));
    }
  }
  return out;
}

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += character_size(text.substr(at))) ++count;
  return count;
}

std::string to_one_word(std::string folded) {
  if (!contains(folded, "创")) return folded;  // nearly all
  folded = replace_all(std::move(folded), "创新创业", "创业创新");
  return replace_all(std::move(folded), "创业创新基地", "双创基地");
}

std::size_t character_size(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return std::min(size, text.size());
}

std::u32string fold_letter(char32_t c) {
  if (is_han(c)) return {c};
  if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;  // of full width
  if (c <= 0x20 || c == 0x7F) return {};  // spaces, and what takes no room
  if (c > 0x7F) return to_u32(fold_label(to_utf8({&c, 1})));
  if (c == U'"' || c == U'\'') return {};
  return {c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c};
}

FoldedText fold_with_places(std::u32string_view source) {
  FoldedText folded;
  folded.text.reserve(3 * source.size());
  folded.from.reserve(3 * source.size());
  for (std::size_t i = 0; i < source.size(); ++i) {
    for (const char32_t c : fold_letter(source[i])) append_utf8(c, folded.text);
    folded.from.resize(folded.text.size(), i);
  }
  return folded;
}

bool begins_otherwise(std::string_view text, std::string_view firsts) {
  const auto lead = text.size() < 3 ? 0 : static_cast<unsigned char>(text[0]);
  const bool han = lead >= 0xE5 && lead <= 0xE9;  // U+5000 to U+9FFF
  if (!han) return false;
  for (std::size_t at = 0; at + 2 < firsts.size(); at += 3) {
    if (firsts[at + 2] == text[2] && firsts[at + 1] == text[1] && firsts[at] == text[0]) return false;
  }
  return true;
}

bool has_colon(std::string_view text) {
  if (text.find(':') != std::string_view::npos) return true;
  for (std::size_t at = 0; at + 2 < text.size(); ++at) {
    if (text[at] != '\xEF' && text[at] != '\xE2') continue;
    const std::string_view sign = text.substr(at, 3);
    if (sign == "：" || sign == "∶" || sign == "︰" || sign == "﹕" || sign == "︓" || sign == "⩴") return true;
  }
  return false;
}

bool has_han_but(std::string_view text, std::string_view allowed) {
  for (std::size_t at = 0; at + 2 < text.size(); at += character_size(text.substr(at))) {
    if (text[at] >= '\xE5' && text[at] <= '\xE9' && begins_otherwise(text.substr(at), allowed)) return true;
  }
  return false;
}

bool is_tidy(std::string_view text) { return find_space(text, 0) == text.size(); }

std::string tidy(std::string_view text) {
  std::size_t end = find_space(text, 0);
  std::string out(text.substr(0, end));
  while (end < text.size()) {
    std::size_t begin = end;
    while (begin < text.size() && space_size(text, begin) != 0) begin += space_size(text, begin);
    end = find_space(text, begin);
    if (!out.empty() && begin < end) out += ' ';
    out += text.substr(begin, end - begin);
  }
  return out;
}

}  // namespace huizong
