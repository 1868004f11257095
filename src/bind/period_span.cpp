#include "bind/period_span.hpp"

#include <algorithm>
#include <array>

#include "base/date.hpp"
#include "base/text.hpp"
#include "bind/chars.hpp"

namespace huizong {
namespace {

constexpr std::size_t longest_alone = 8;  // characters: （1月—12月）

struct Span { std::string_view word; int first, last; };
constexpr std::array spans{
    Span{"上半年", 1, 6},     Span{"下半年", 7, 12},    Span{"半年", 1, 6},       Span{"h1", 1, 6},       Span{"h2", 7, 12},
    Span{"q1", 1, 3},         Span{"q2", 4, 6},         Span{"q3", 7, 9},         Span{"q4", 10, 12},     Span{"前三季度", 1, 9},
    Span{"前两季度", 1, 6},   Span{"前二季度", 1, 6},   Span{"前三个季度", 1, 9}, Span{"前两个季度", 1, 6}, Span{"前六个月", 1, 6},
    Span{"前6个月", 1, 6},    Span{"前九个月", 1, 9},   Span{"前9个月", 1, 9}};

bool begins_span(std::string_view rest) {
  return std::any_of(spans.begin(), spans.end(), [&](const Span& span) { return starts_with(rest, span.word); });
}

/// 一 to 十二, where months are written so.
int take_numeral(std::string_view& text) {
  static constexpr std::array<std::string_view, 12> numerals{"十二", "十一", "十", "九", "八", "七", "六", "五", "四", "三", "二", "一"};
  for (std::size_t i = 0; i < numerals.size(); ++i) {
    if (take(text, numerals[i])) return static_cast<int>(numerals.size() - i);
  }
  return -1;
}

/// 1, 一, 第1 or 第一, of four.
int take_quarter(std::string_view& text) {
  take(text, "第");
  const int number = take_number(text);
  const int quarter = number < 0 ? take_numeral(text) : number;
  return quarter <= 4 ? quarter : -1;
}

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

/// Neither within a number or a longer span, nor of what is said of a part: 含上半年, 附件1-2月报.
bool may_begin_span(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const char before = text[at - 1];
  if (is_word(before) || before == '-' || before == '.' || before == '/') return false;
  static constexpr std::array others{"含", "比", "较", "除", "表", "件", "至", "到", "—", "第", "上", "下", "前"};
  return std::none_of(others.begin(), others.end(), [&](const char* other) { return ends_with(text.substr(0, at), other); });
}

std::optional<NamedPeriod> take_span(std::string_view& rest, int year) {
  std::string_view look = rest;
  auto span = starts_with(look, "(") ? std::nullopt : take_named_span(look, year);
  if (!span) span = take_quarters(look, year);
  if (!span) {
    const Months months = take_months(look, year);
    if (!months.none && months.first < months.last) span = NamedPeriod{make_span(year, months.first, months.last), true, {}};
  }
  if (span) rest = look;
  return span;
}

}  // namespace

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word(char c) { return is_digit(c) || (c >= 'a' && c <= 'z'); }

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

Period make_span(int year, int first, int last) {
  return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(first), static_cast<std::uint8_t>(last)};
}

bool is_cut_off(std::string_view rest) {
  for (const std::string_view word : {"底", "末", "止", "初", "以来", "以后", "之前", "前"}) {
    if (starts_with(rest, word)) return !begins_span(rest);
  }
  return false;
}

bool is_filing(std::string_view rest) {
  static constexpr std::array words{"报送", "上报", "填报", "填写", "填表", "提交", "收到", "更新", "修改", "印发"};
  return std::any_of(words.begin(), words.end(), [&](const char* word) { return starts_with(rest, word); });
}

std::optional<NamedPeriod> take_named_span(std::string_view& rest, int year) {
  if (starts_with(rest, "(")) rest.remove_prefix(1);
  for (const Span& span : spans) {
    if (take(rest, span.word)) return NamedPeriod{make_span(year, span.first, span.last), true, {}};
  }
  return std::nullopt;
}

std::optional<NamedPeriod> take_quarters(std::string_view& rest, int year) {
  std::string_view look = rest;
  const int first = take_quarter(look);
  int last = first;
  while (last > 0 && (take(look, "、") || take(look, "和"))) last = take_quarter(look) == last + 1 ? last + 1 : -1;
  if (last == first && take_dash(look)) last = take_quarter(look);
  if (first < 1 || last < first || !take(look, "季度")) return std::nullopt;
  rest = look;
  return NamedPeriod{make_span(year, first * 3 - 2, last * 3), true, {}};
}

bool is_season(std::string_view rest) { return rest.find("季") <= 6; }

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

std::optional<NamedPeriod> find_span(std::string_view original, int year) {
  if (!contains(original, "半") && !contains(original, "季") && !contains(original, "月")) return std::nullopt;  // nearly all
  const FoldedLabel label(original);
  const std::string_view text = label.view();
  if (!contains(text, "半年") && !contains(text, "季度") && !contains(text, "月")) return std::nullopt;
  std::optional<NamedPeriod> found;
  for (std::size_t at = 0; at < text.size();) {
    std::string_view rest = text.substr(at);
    const auto span = may_begin_span(text, at) ? take_span(rest, year) : std::nullopt;
    if (span && found && found->period != span->period) return std::nullopt;
    if (span) found = span;
    at = span ? text.size() - rest.size() : at + character_size(rest);
  }
  if (found) found->loose = count_characters(text) > longest_alone;
  return found;
}

}  // namespace huizong
