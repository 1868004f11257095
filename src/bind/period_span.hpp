#pragma once
// Spans of a year inside text, behind the year or apart from it: 上半年, 1—6月, 第三季度. Internal to period_text.cpp.

#include <optional>
#include <string_view>

#include "bind/period.hpp"

namespace huizong {

bool is_digit(char c);
bool is_word(char c);  ///< of ASCII, folded

// Each takes what it names off the front of a folded text, and leaves the text alone where it names nothing.
bool take(std::string_view& text, std::string_view part);
bool take_dash(std::string_view& text);
int take_number(std::string_view& text);  ///< of four digits at most; -1: none

Period make_span(int year, int first_month, int last_month);

/// 上半年, h1, 前三季度.
std::optional<NamedPeriod> take_named_span(std::string_view& rest, int year);
/// 一季度, 第3季度, 1—3季度, 一、二季度.
std::optional<NamedPeriod> take_quarters(std::string_view& rest, int year);
/// Months: 1—6月, 8月. `none`: a day or a cut-off, or a span that is no part of one year.
struct Months { int first = 0, last = 0; bool none = false; };
Months take_months(std::string_view& rest, int year);

/// Behind a year or a month: 底, 前, 以来.
bool is_cut_off(std::string_view rest);
/// 2024年8月报送: when it was sent, and not what it is about.
bool is_filing(std::string_view rest);
/// 三季报, 第Ⅲ季度: some part of the year.
bool is_season(std::string_view rest);

}  // namespace huizong
