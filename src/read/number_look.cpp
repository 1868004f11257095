#include "read/number_look.hpp"

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
    if (c == '\\' || c == '_' || c == '*') {
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
  return code.find('%') != std::string::npos ? NumberLook::percent : NumberLook::plain;
}

}  // namespace huizong
