// Periods inside text: 2024年, 2024年度, 2024年上半年, 2024年1—6月, 2024年一季度, 2024年1—3季度, 2024H1.

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "bind/chars.hpp"
#include "bind/period_span.hpp"

namespace huizong {
namespace {

constexpr std::size_t longest_period = 16;  // bytes: 2024-01_09 and shorter

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
    return NamedPeriod{make_span(year, months.first, months.last), true, {}};
  }
  if (is_season(rest)) return std::nullopt;
  const bool joined = !rest.empty() && (rest[0] == '.' || rest[0] == '/' || rest[0] == '-' || starts_with(rest, "—") || is_word(rest[0]));
  if (!printed && joined && rest.size() > 1 && (is_digit(rest[1]) || is_word(rest[0]) || starts_with(rest, "—"))) return std::nullopt;
  return NamedPeriod{make_span(year, 1, 12), false, {}, printed && is_filing(rest)};
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
  if (found.size() == 1 && !found[0].span) {
    if (const auto months = find_span(text, found[0].period.year)) found[0] = *months;  // 2024年…情况表（上半年）
  }
  return found;
}

}  // namespace huizong
