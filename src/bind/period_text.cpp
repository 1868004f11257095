// Periods inside text: 2024年, 2024年度, 2024年上半年, 2024年1—6月, 2024年一季度, 2024H1.

#include <array>

#include "base/text.hpp"
#include "bind/chars.hpp"
#include "bind/period.hpp"

namespace huizong {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word(char c) { return is_digit(c) || (c >= 'a' && c <= 'z'); }

/// Takes `part` off the front.
bool take(std::string_view& text, std::string_view part) {
  if (!starts_with(text, part)) return false;
  text.remove_prefix(part.size());
  return true;
}

bool take_dash(std::string_view& text) {
  for (const std::string_view dash : {"-", "—", "–", "―", "~", "～", "至", "到", "─"}) {
    if (take(text, dash)) {
      while (take(text, dash)) {}
      return true;
    }
  }
  return false;
}

int take_number(std::string_view& text) {
  std::size_t length = 0;
  int number = 0;
  while (length < text.size() && length < 5 && is_digit(text[length])) number = number * 10 + (text[length++] - '0');
  if (length == 0 || length == 5) return -1;
  text.remove_prefix(length);
  return number;
}

std::string digits_for_numerals(std::string_view text) {
  static constexpr std::array<std::u32string_view, 10> numerals{U"〇零○", U"一", U"二", U"三", U"四",
                                                                U"五",     U"六", U"七", U"八", U"九"};
  std::u32string out = to_u32(text);
  for (std::size_t at = 0; at + 4 < out.size(); ++at) {
    if (out[at + 4] != U'年') continue;
    std::u32string year;
    for (std::size_t i = at; i < at + 4; ++i) {
      for (std::size_t digit = 0; digit < numerals.size(); ++digit) {
        if (numerals[digit].find(out[i]) != std::u32string_view::npos) year += static_cast<char32_t>(U'0' + digit);
      }
    }
    if (year.size() == 4) out.replace(at, 4, year);
  }
  return to_utf8(out);
}

Period make(int year, int first, int last) {
  return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(first), static_cast<std::uint8_t>(last)};
}

bool is_cut_off(std::string_view rest) {
  for (const std::string_view word : {"底", "末", "止", "初", "以来", "以后", "之前", "前"}) {
    if (starts_with(rest, word)) return !starts_with(rest, "前三季");
  }
  return false;
}

std::optional<NamedPeriod> take_named_span(std::string_view& rest, int year) {
  struct Span { std::string_view word; int first, last; };
  static constexpr std::array spans{
      Span{"上半年", 1, 6},     Span{"下半年", 7, 12},    Span{"h1", 1, 6},        Span{"h2", 7, 12},      Span{"q1", 1, 3},
      Span{"q2", 4, 6},         Span{"q3", 7, 9},         Span{"q4", 10, 12},      Span{"前三季度", 1, 9}, Span{"第一季度", 1, 3},
      Span{"第二季度", 4, 6},   Span{"第三季度", 7, 9},   Span{"第四季度", 10, 12}, Span{"一季度", 1, 3},   Span{"二季度", 4, 6},
      Span{"三季度", 7, 9},     Span{"四季度", 10, 12},   Span{"1季度", 1, 3},     Span{"2季度", 4, 6},    Span{"3季度", 7, 9},
      Span{"4季度", 10, 12},    Span{"第1季度", 1, 3},    Span{"第2季度", 4, 6},   Span{"第3季度", 7, 9},  Span{"第4季度", 10, 12}};
  if (starts_with(rest, "(")) rest.remove_prefix(1);
  for (const Span& span : spans) {
    if (take(rest, span.word)) return NamedPeriod{make(year, span.first, span.last), true, {}};
  }
  return std::nullopt;
}

/// Months behind the year. `day`: it is a date or a cut-off, no period.
struct Months { int first = 0, last = 0; bool none = false; };
Months take_months(std::string_view& rest) {
  std::string_view look = rest;
  const int first = take_number(look);
  if (first < 1 || first > 12) return {};
  const bool month = take(look, "月份") || take(look, "月");
  if (take_dash(look)) {
    const int last = take_number(look);
    const bool closed = take(look, "月份") || take(look, "月");
    if (last < first || last > 12 || !closed) return {0, 0, month};
    rest = look;
    return {first, last, is_cut_off(rest)};
  }
  if (!month) return {};
  rest = look;
  const bool day = !rest.empty() && is_digit(rest[0]);
  return {first, first, day || is_cut_off(rest)};
}

/// One year at the front of `rest` (behind its four digits).
std::optional<NamedPeriod> read_behind_year(std::string_view& rest, int year) {
  const bool printed = take(rest, "年度") || take(rest, "年") || take(rest, "度");
  if (is_cut_off(rest)) return std::nullopt;
  if (auto span = take_named_span(rest, year)) return span;
  if (printed) {
    std::string_view look = rest;
    if (take_dash(look) && look.size() >= 4 && is_digit(look[0]) && is_digit(look[3])) {
      rest = look.substr(4);  // 2022年—2024年: several years are no period
      take(rest, "年");
      return std::nullopt;
    }
    const Months months = take_months(rest);
    if (months.none) return std::nullopt;
    if (months.first != 0) return NamedPeriod{make(year, months.first, months.last), true, {}};
    return NamedPeriod{make(year, 1, 12), false, {}};
  }
  if (!rest.empty() && (rest[0] == '.' || rest[0] == '/' || rest[0] == '-' || starts_with(rest, "—") || is_word(rest[0]))) {
    if (rest.size() > 1 && (is_digit(rest[1]) || is_word(rest[0]) || starts_with(rest, "—"))) return std::nullopt;
  }
  return NamedPeriod{make(year, 1, 12), false, {}};
}

bool is_document_number(std::string_view text, std::size_t at) {
  const bool opened = at > 0 && (text[at - 1] == '[' || text[at - 1] == '(');
  if (!opened || at + 5 > text.size() || (text[at + 4] != ']' && text[at + 4] != ')')) return false;
  std::string_view rest = text.substr(at + 5);
  take(rest, "第");
  return take_number(rest) >= 0 && starts_with(rest, "号");
}

}  // namespace

std::vector<NamedPeriod> find_periods(std::string_view original) {
  const std::string text = digits_for_numerals(fold_label(original));
  std::string upper = text;
  for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  if (const auto exact = parse_period(upper)) return {{*exact, !is_full_year(*exact), {}}};
  std::vector<NamedPeriod> found;
  for (std::size_t at = 0; at + 4 <= text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    const std::size_t start = at;
    at = end;
    if (end - start != 4 || is_document_number(text, start)) continue;
    if (start > 0 && (is_word(text[start - 1]) || text[start - 1] == '.' || text[start - 1] == '/')) continue;
    if (start > 1 && text[start - 1] == '-' && is_digit(text[start - 2])) continue;
    const std::string_view before = std::string_view(text).substr(0, start);
    if (ends_with(before, "截至") || ends_with(before, "截止") || ends_with(before, "截止到") || ends_with(before, "截止至")) continue;
    const int year = std::stoi(text.substr(start, 4));
    if (year < 1990 || year > 2199) continue;
    std::string_view rest = std::string_view(text).substr(end);
    const auto named = read_behind_year(rest, year);
    at = text.size() - rest.size();
    if (named) found.push_back(*named);
  }
  return found;
}

}  // namespace huizong
