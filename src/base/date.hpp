#pragma once
// Dates with the precision they were written in, and moments of a run.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace huizong {

enum class DatePrecision : std::uint8_t { year, month, day };

/// month and day are 1 where the precision leaves them open.
struct Date {
  std::int16_t year = 0;
  std::uint8_t month = 1;
  std::uint8_t day = 1;
  DatePrecision precision = DatePrecision::day;

  auto operator<=>(const Date&) const = default;
};

/// 2024, 2024年(度), 2024.7, 2024-07, 202407, 2024年7月, 2024/7/31, 2024.7.31, 20240731, 2024年7月31日(号), 二〇二四年七月, full width too.
/// nullopt for anything else, for what may be two dates (201207: also 2020-12-07), and for days that do not exist.
std::optional<Date> parse_date(std::string_view text);

/// A spreadsheet's serial day (1900 system with its 29 February 1900, or 1904). nullopt outside 1900..9999.
std::optional<Date> to_date(double serial, bool date1904);

/// ISO text in its precision: 2024, 2024-07, 2024-07-31.
std::string to_text(const Date& date);

/// Days since 1970-01-01, for comparing and for serials.
std::int64_t to_days(const Date& date);
Date from_days(std::int64_t days);

/// Seconds since the epoch, with the zone it was given in (minutes east of UTC).
struct Moment {
  std::int64_t seconds = 0;
  std::int16_t zone_minutes = 480;

  auto operator<=>(const Moment& other) const { return seconds <=> other.seconds; }
  bool operator==(const Moment& other) const { return seconds == other.seconds; }
};

/// RFC 3339 with seconds and zone: 2024-08-26T02:00:00+08:00. nullopt for anything else.
std::optional<Moment> parse_moment(std::string_view text);
std::string to_text(const Moment& moment);
/// The calendar day at the moment's own zone.
Date to_date(const Moment& moment);

}  // namespace huizong
