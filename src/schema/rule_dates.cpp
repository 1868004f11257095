#include "schema/rule_dates.hpp"

#include <algorithm>

namespace huizong {

DaySpan to_days_span(const Date& date) {
  Date first = date, next = date;
  first.precision = DatePrecision::day;
  next.precision = DatePrecision::day;
  if (date.precision == DatePrecision::day) return {first, first};
  first.day = 1;
  next.day = 1;
  if (date.precision == DatePrecision::year) {
    first.month = 1;
    next.month = 1;
  }
  if (date.precision == DatePrecision::month && date.month < 12) {
    ++next.month;
  } else {
    ++next.year;
    next.month = 1;
  }
  return {first, from_days(to_days(next) - 1)};
}

std::int64_t full_months(const Date& a, const Date& b) {
  if (to_days(b) < to_days(a)) return -full_months(b, a);
  const std::int64_t months = (b.year - a.year) * 12 + b.month - a.month;
  return b.day < a.day ? months - 1 : months;
}

Date months_later(const Date& date, std::int64_t months) {
  const std::int64_t month = date.year * 12 + date.month - 1 + months;
  Date later = date;
  later.year = static_cast<std::int16_t>(month / 12);
  later.month = static_cast<std::uint8_t>(month % 12 + 1);
  const DaySpan whole = to_days_span({later.year, later.month, 1, DatePrecision::month});
  later.day = std::min(date.day, whole.last.day);
  return later;
}

}  // namespace huizong
