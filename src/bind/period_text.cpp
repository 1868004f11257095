// Periods inside text: 2024年, 2024年度, 2024年上半年, 2024年1—6月, 2024年一季度, 2024年1—3季度, 2024H1.

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "bind/chars.hpp"
#include "bind/period.hpp"

namespace huizong {
namespace {

constexpr std::size_t longest_period = 16;  // bytes: 2024-01_09 and shorter

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

/// 一 to 十二, where months are written so.
int take_numeral(std::string_view& text) {
  static constexpr std::array<std::string_view, 12> numerals{"十二", "十一", "十", "九", "八", "七", "六", "五", "四", "三", "二", "一"};
  for (std::size_t i = 0; i < numerals.size(); ++i) {
    if (take(text, numerals[i])) return static_cast<int>(numerals.size() - i);
  }
  return -1;
}

int take_number(std::string_view& text) {
  std::size_t length = 0;
  int number = 0;
  while (length < text.size() && length < 5 && is_digit(text[length])) number = number * 10 + (text[length++] - '0');
  if (length == 0 || length == 5) return -1;
  text.remove_prefix(length);
  return number;
}

/// Does 年 stand behind a numeral somewhere?
bool has_year_in_numerals(std::string_view text) {
  for (std::size_t at = text.find("年"); at != std::string_view::npos; at = text.find("年", at + 1)) {
    if (at >= 12 && std::string_view("〇零○一二三四五六七八九").find(text.substr(at - 3, 3)) != std::string_view::npos) return true;
  }
  return false;
}

std::string digits_for_numerals(std::string text) {
  if (!has_year_in_numerals(text)) return text;  // nearly all
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

/// 5000 is no year.
bool is_plausible(int year) { return year >= 1990 && year < 2200; }

Period make(int year, int first, int last) {
  return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(first), static_cast<std::uint8_t>(last)};
}

struct Span { std::string_view word; int first, last; };
constexpr std::array spans{
    Span{"上半年", 1, 6},     Span{"下半年", 7, 12},    Span{"半年", 1, 6},       Span{"h1", 1, 6},       Span{"h2", 7, 12},
    Span{"q1", 1, 3},         Span{"q2", 4, 6},         Span{"q3", 7, 9},         Span{"q4", 10, 12},     Span{"前三季度", 1, 9},
    Span{"前两季度", 1, 6},   Span{"前二季度", 1, 6},   Span{"前三个季度", 1, 9}, Span{"前两个季度", 1, 6}, Span{"前六个月", 1, 6},
    Span{"前6个月", 1, 6},    Span{"前九个月", 1, 9},   Span{"前9个月", 1, 9}};

bool begins_span(std::string_view rest) {
  return std::any_of(spans.begin(), spans.end(), [&](const Span& span) { return starts_with(rest, span.word); });
}

bool is_cut_off(std::string_view rest) {
  for (const std::string_view word : {"底", "末", "止", "初", "以来", "以后", "之前", "前"}) {
    if (starts_with(rest, word)) return !begins_span(rest);
  }
  return false;
}

/// 2024年8月报送: when it was sent, and not what it is about.
bool is_filing(std::string_view rest) {
  static constexpr std::array words{"报送", "上报", "填报", "填写", "填表", "提交", "收到", "更新", "修改", "印发"};
  return std::any_of(words.begin(), words.end(), [&](const char* word) { return starts_with(rest, word); });
}

std::optional<NamedPeriod> take_named_span(std::string_view& rest, int year) {
  if (starts_with(rest, "(")) rest.remove_prefix(1);
  for (const Span& span : spans) {
    if (take(rest, span.word)) return NamedPeriod{make(year, span.first, span.last), true, {}};
  }
  return std::nullopt;
}

/// 1, 一, 第1 or 第一, of four.
int take_quarter(std::string_view& text) {
  take(text, "第");
  const int number = take_number(text);
  const int quarter = number < 0 ? take_numeral(text) : number;
  return quarter <= 4 ? quarter : -1;
}

/// 一季度, 第3季度, 1—3季度, 一、二季度.
std::optional<NamedPeriod> take_quarters(std::string_view& rest, int year) {
  std::string_view look = rest;
  const int first = take_quarter(look);
  int last = first;
  while (last > 0 && (take(look, "、") || take(look, "和"))) last = take_quarter(look) == last + 1 ? last + 1 : -1;
  if (last == first && take_dash(look)) last = take_quarter(look);
  if (first < 1 || last < first || !take(look, "季度")) return std::nullopt;
  rest = look;
  return NamedPeriod{make(year, first * 3 - 2, last * 3), true, {}};
}

/// 三季报, 第Ⅲ季度: some part of the year.
bool is_season(std::string_view rest) { return rest.find("季") <= 6; }

/// One end of a span: 1月, 一月, 1月1日, or a bare 1 in front of a dash.
struct MonthEnd { int month = -1, day = 0; bool closed = false; };
MonthEnd take_month(std::string_view& text) {
  MonthEnd end;
  end.month = take_number(text);
  if (end.month < 0) end.month = take_numeral(text);
  end.closed = take(text, "月份") || take(text, "月");
  std::string_view look = text;
  if (const int day = end.closed ? take_number(look) : -1; day > 0 && (take(look, "日") || take(look, "号"))) {
    end.day = day;
    text = look;
  }
  return end;
}

bool is_last_day(int year, int month, int day) {
  const Date next = from_days(to_days({static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)}) + 1);
  return next.day == 1;
}

/// A year again behind the dash: 1月—2024年6月. Is it the same one?
bool take_same_year(std::string_view& text, int year) {
  std::string_view look = text;
  const int again = take_number(look);
  if (again < 1000 || !take(look, "年")) return true;
  text = look;
  return again == year;
}

/// 2024年1-6, without 月: from January to the end of a quarter, and no number of a table or a batch.
bool is_bare_span(int first, int last, std::string_view rest) {
  if (first != 1 || last < 3 || last > 12 || last % 3 != 0) return false;
  static constexpr std::array others{"-", ".", "号", "批", "期", "表", "类", "季", "、"};
  return (rest.empty() || !is_word(rest[0])) && std::none_of(others.begin(), others.end(), [&](const char* other) { return starts_with(rest, other); });
}

/// Months behind the year. `none`: a day or a cut-off, or a span that is no part of one year.
struct Months { int first = 0, last = 0; bool none = false; };
Months take_months(std::string_view& rest, int year) {
  std::string_view look = rest;
  const MonthEnd first = take_month(look);
  if (first.month < 1 || first.month > 12) return {};
  if (take_dash(look)) {
    const bool same = take_same_year(look, year);
    const MonthEnd last = take_month(look);
    if (!first.closed && !last.closed && is_bare_span(first.month, last.month, look)) return {1, last.month, false};
    if (last.month < 1 || last.month > 12 || !last.closed) return {0, 0, first.closed};
    rest = look;
    const bool whole = first.day == 0 ? last.day == 0 : first.day == 1 && is_last_day(year, last.month, last.day);
    if (!same || last.month < first.month || !whole) return {0, 0, true};
    return {first.month, last.month, is_cut_off(rest)};
  }
  if (!first.closed) return {};
  rest = look;
  const bool day = first.day != 0 || (!rest.empty() && is_digit(rest[0]));
  return {first.month, first.month, day || is_cut_off(rest) || is_filing(rest)};
}

/// 2022年—2024年, 2023至2024年: several years are no period.
bool take_further_year(std::string_view& rest) {
  std::string_view look = rest;
  if (!take_dash(look) || take_number(look) < 1000) return false;
  take(look, "年");
  rest = look;
  return true;
}

/// One year at the front of `rest` (behind its four digits).
std::optional<NamedPeriod> read_behind_year(std::string_view& rest, int year) {
  const bool printed = take(rest, "年度") || take(rest, "年") || take(rest, "度");
  if (is_cut_off(rest)) return std::nullopt;
  if (auto span = take_named_span(rest, year)) return span;
  if (auto quarters = take_quarters(rest, year)) return quarters;
  if (take_further_year(rest)) return std::nullopt;
  if (const Months months = printed ? take_months(rest, year) : Months{}; months.none) {
    return std::nullopt;
  } else if (months.first != 0) {
    return NamedPeriod{make(year, months.first, months.last), true, {}};
  }
  if (is_season(rest)) return std::nullopt;
  const bool joined = !rest.empty() && (rest[0] == '.' || rest[0] == '/' || rest[0] == '-' || starts_with(rest, "—") || is_word(rest[0]));
  if (!printed && joined && rest.size() > 1 && (is_digit(rest[1]) || is_word(rest[0]) || starts_with(rest, "—"))) return std::nullopt;
  return NamedPeriod{make(year, 1, 12), false, {}, printed && is_filing(rest)};
}

/// 24年6月, 24年上半年: two digits are a year only where a span says so; 满24年6个月 and 工作24年 are none.
std::optional<NamedPeriod> read_short_year(std::string_view& rest, std::string_view digits) {
  std::string_view look = rest;
  if (digits[0] < '1' || !take(look, "年")) return std::nullopt;
  auto named = read_behind_year(rest, std::stoi("20" + std::string(digits)));
  return named && named->span ? named : std::nullopt;
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
  if (std::none_of(text.begin(), text.end(), is_digit)) return {};
  if (is_digit(text[0]) && text.size() <= longest_period) {
    std::string upper = text;
    for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    const auto exact = parse_period(upper);
    if (exact && is_plausible(exact->year)) return {{*exact, !is_full_year(*exact), {}}};
  }
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
    const bool is_short = end - start == 2;
    if ((end - start != 4 && !is_short) || is_document_number(text, start)) continue;
    if (start > 0 && (is_word(text[start - 1]) || text[start - 1] == '.' || text[start - 1] == '/')) continue;
    if (start > 1 && text[start - 1] == '-' && is_digit(text[start - 2])) continue;
    const std::string_view before = std::string_view(text).substr(0, start);
    if (ends_with(before, "截至") || ends_with(before, "截止") || ends_with(before, "截止到") || ends_with(before, "截止至")) continue;
    const int year = std::stoi(text.substr(start, end - start));
    if (!is_short && !is_plausible(year)) continue;
    std::string_view rest = std::string_view(text).substr(end);
    const auto named = is_short ? read_short_year(rest, std::string_view(text).substr(start, 2)) : read_behind_year(rest, year);
    at = text.size() - rest.size();
    if (named) found.push_back(*named);
  }
  const auto is_filed = [](const NamedPeriod& named) { return named.filed; };
  if (!std::all_of(found.begin(), found.end(), is_filed)) std::erase_if(found, is_filed);  // 2024年报送2023年
  return found;
}

}  // namespace huizong
