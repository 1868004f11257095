#pragma once
// Dates as rules see them: a date written to the month or year is any of its days. Internal to the room.

#include <cstdint>

#include "base/date.hpp"

namespace huizong {

/// The first and the last day that a date can mean, of precision day; the same one where it was written to the day.
struct DaySpan {
  Date first, last;
};
DaySpan to_days_span(const Date& date);

/// Full months from `a` to `b`, both of precision day: 0 up to the day before the same day of the next month; negative
/// where `b` comes first.
std::int64_t full_months(const Date& a, const Date& b);
/// The same day `months` later, or the month's last where it has no such day: 29 February and a year is 28 February.
Date months_later(const Date& date, std::int64_t months);

inline std::int64_t days_from(const Date& a, const Date& b) { return to_days(b) - to_days(a); }
inline std::int64_t full_years(const Date& a, const Date& b) { return full_months(a, b) / 12; }

}  // namespace huizong
