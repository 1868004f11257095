#include "model/period.hpp"

#include <fmt/format.h>

namespace huizong {
namespace {

/// The number in `text`, all of it digits; 0 where it is not.
int to_number(std::string_view text) {
  int number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return 0;
    number = number * 10 + (c - '0');
  }
  return number;
}

std::optional<Period> make_period(int year, int first, int last) {
  if (year < 1900 || first < 1 || last > 12 || first > last) return std::nullopt;
  return Period{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(first), static_cast<std::uint8_t>(last)};
}

/// H1, Q3: the part `letter` has `months` months.
std::optional<Period> parse_part(int year, std::string_view text, int months) {
  if (text.size() != 1) return std::nullopt;
  const int part = to_number(text);
  return make_period(year, (part - 1) * months + 1, part * months);
}

/// 06, 01_09
std::optional<Period> parse_months(int year, std::string_view text) {
  if (text.size() == 2) return make_period(year, to_number(text), to_number(text));
  if (text.size() == 5 && text[2] == '_') return make_period(year, to_number(text.substr(0, 2)), to_number(text.substr(3)));
  return std::nullopt;
}

}  // namespace

std::optional<Period> parse_period(std::string_view text) {
  if (text.size() < 4) return std::nullopt;
  const int year = to_number(text.substr(0, 4));
  const std::string_view rest = text.substr(4);
  if (rest.empty()) return make_period(year, 1, 12);
  switch (rest[0]) {
    case 'H': return parse_part(year, rest.substr(1), 6);
    case 'Q': return parse_part(year, rest.substr(1), 3);
    case '-': return parse_months(year, rest.substr(1));
    default: return std::nullopt;
  }
}

std::string to_text(const Period& period) {
  const int first = period.first_month;
  const int months = period.last_month - first + 1;
  if (months == 12) return fmt::format("{:04}", period.year);
  if (months == 6 && first % 6 == 1) return fmt::format("{:04}H{}", period.year, first / 6 + 1);
  if (months == 3 && first % 3 == 1) return fmt::format("{:04}Q{}", period.year, first / 3 + 1);
  if (months == 1) return fmt::format("{:04}-{:02}", period.year, first);
  return fmt::format("{:04}-{:02}_{:02}", period.year, first, period.last_month);
}

Period base_of(const Period& period) {
  Period base = period;
  --base.year;
  return base;
}

Date last_day(const Period& period) {
  const bool is_december = period.last_month == 12;
  const Date next{static_cast<std::int16_t>(period.year + (is_december ? 1 : 0)),
                  static_cast<std::uint8_t>(is_december ? 1 : period.last_month + 1), 1, DatePrecision::day};
  return from_days(to_days(next) - 1);
}

bool is_full_year(const Period& period) { return period.first_month == 1 && period.last_month == 12; }

}  // namespace huizong
