#include "read/number_look.hpp"

#include <algorithm>
#include <string>

namespace huizong {
namespace {

bool is_elapsed_time(std::string_view bracketed) {
  return !bracketed.empty() && (bracketed.find_first_not_of("hH") == std::string_view::npos ||
                                bracketed.find_first_not_of("mM") == std::string_view::npos ||
                                bracketed.find_first_not_of("sS") == std::string_view::npos);
}

/// What is left of a format code without quoted text, escapes, fillers, and brackets (colours, conditions, locales);
/// [h], [m] and [s] stay, they count time.
std::string strip_literals(std::string_view code) {
  std::string out;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == '\\' || c == '!' || c == '_' || c == '*') {
      ++i;
    } else if (c == '"') {
      i = code.find('"', i + 1);
    } else if (c == '[') {
      const std::size_t close = code.find(']', i);
      const std::string_view inside = code.substr(i + 1, close == std::string_view::npos ? close : close - i - 1);
      if (is_elapsed_time(inside)) out += inside;
      i = close;
    } else {
      out += c;
    }
    if (i == std::string_view::npos) break;
  }
  return out;
}

bool is_general(std::string_view code) {
  return code == "General" || code == "GENERAL" || code == "general" || code == "@";
}

/// Bytes of the character at `at`.
std::size_t character_size(std::string_view code, std::size_t at) {
  std::size_t size = 1;
  while (at + size < code.size() && (static_cast<unsigned char>(code[at + size]) & 0xC0) == 0x80) ++size;
  return size;
}

bool is_placeholder(char c) { return c == '0' || c == '#' || c == '?'; }

/// One section of a format code, as far as it can make another number of what is stored.
struct Section {
  std::string words;        ///< literal text
  bool has_digits = false;  ///< a place for digits
  bool is_scaled = false;   ///< 0.0, shows thousands
  bool is_cut = false;      ///< 0!.0 puts a point between digits; a space or hyphen there only parts them
  bool is_blank = true;     ///< ;;; shows nothing
  bool may_cut = false;     ///< text that would, if digits come after it

  void add_words(std::string_view text) {
    words += text;
    is_cut = is_cut || (has_digits && text.find_first_of(".,") != std::string_view::npos);
    may_cut = may_cut || (has_digits && text.find_first_not_of(" -'") != std::string_view::npos);
    is_blank = is_blank && text.empty();
  }
};

/// Moves `at` behind the section that begins there, and its semicolon.
Section read_section(std::string_view code, std::size_t& at) {
  Section section;
  while (at < code.size() && code[at] != ';') {
    const char c = code[at];
    std::size_t size = character_size(code, at);
    if (c == '"') {
      const std::size_t close = std::min(code.find('"', at + 1), code.size());
      section.add_words(code.substr(at + 1, close - at - 1));
      size = close - at + 1;
    } else if (c == '\\' || c == '!' || c == '_' || c == '*') {
      const std::size_t next = at + 1 < code.size() ? character_size(code, at + 1) : 0;
      if (c == '\\' || c == '!') section.add_words(code.substr(at + 1, next));
      size += next;
    } else if (c == '[') {
      size = std::min(code.find(']', at), code.size()) - at + 1;
    } else if (size > 1) {
      section.add_words(code.substr(at, size));
    } else {
      section.is_blank = section.is_blank && c == ' ';
      section.is_scaled = section.is_scaled || (c == ',' && section.has_digits && (at + 1 >= code.size() || !is_placeholder(code[at + 1])));
      section.has_digits = section.has_digits || is_placeholder(c);
      section.is_cut = section.is_cut || (section.may_cut && is_placeholder(c));
    }
    at = std::min(at + size, code.size());
  }
  if (at < code.size()) ++at;
  return section;
}

/// 约, 余, 亿 and the like beside the digits; 万元 and 元 are what a figure may be in, 万 and 千 alone multiply it.
bool has_word_of_amount(std::string_view words) {
  for (const std::string_view word : {"约", "近", "余", "多", "超", "左右", "上下", "以上", "以下", "不足", "≥", "≤", "≈", "±", ">", "<", "＞", "＜", "~", "亿",
                                      "千元", "百万", "千万", "千人", "千户", "千家"}) {
    if (words.find(word) != std::string_view::npos) return true;
  }
  const auto stands_without = [&](std::string_view word, std::string_view behind) {
    const std::size_t at = words.find(word);
    return at != std::string_view::npos && !words.substr(at + word.size()).starts_with(behind);
  };
  const std::size_t yuan = words.find("元");
  const bool bare_yuan = yuan != std::string_view::npos && !words.substr(0, yuan).ends_with("万");
  return bare_yuan || stands_without("万", "元") || words == "千" || words == "百" || words.find_first_of("0123456789") != std::string_view::npos;
}

/// Does the format show another number than is stored? What it does to negative numbers and to zero is left to it.
bool shows_otherwise(std::string_view code) {
  const bool conditional = code.find("[>") != std::string_view::npos || code.find("[<") != std::string_view::npos || code.find("[=") != std::string_view::npos;
  const bool general = code.find("General") != std::string_view::npos || code.find("通用格式") != std::string_view::npos || code.find('@') != std::string_view::npos;
  for (std::size_t at = 0; at < code.size();) {
    const Section section = read_section(code, at);
    const bool hides = section.is_blank && code.find(';') != std::string_view::npos;
    const bool shows = section.has_digits || general;
    const bool replaces = !shows && !section.words.empty();  // "待定", whatever the number is
    if (section.is_scaled || section.is_cut || hides || replaces || (shows && has_word_of_amount(section.words))) return true;
    if (!conditional) return false;
  }
  return false;
}

}  // namespace

NumberLook look_of_builtin(unsigned id) {
  if (id == 9 || id == 10) return NumberLook::percent;
  const bool is_date =
      (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  return is_date ? NumberLook::date : NumberLook::plain;
}

NumberLook look_of_code(std::string_view format_code) {
  if (is_general(format_code)) return NumberLook::plain;
  const std::string code = strip_literals(format_code);
  if (code.find_first_of("yYmMdDhHsS") != std::string::npos) return NumberLook::date;
  for (const std::string_view word : {"年", "月", "日"}) {
    if (code.find(word) != std::string::npos) return NumberLook::date;
  }
  if (shows_otherwise(format_code)) return NumberLook::otherwise;
  if (code.find('%') != std::string::npos) return NumberLook::percent;
  std::size_t at = 0;
  const std::string words = read_section(format_code, at).words;
  return words.find('%') != std::string::npos || words.find("％") != std::string::npos ? NumberLook::signed_percent : NumberLook::plain;
}

}  // namespace huizong
