#include "read/iso_date.hpp"

#include <charconv>

#include "base/date.hpp"

namespace huizong {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Digits in a fixed place of an ISO text; nullopt for anything else.
std::optional<int> digits_at(std::string_view text, std::size_t at, std::size_t count) {
  if (text.size() < at + count) return std::nullopt;
  int value = 0;
  for (const char c : text.substr(at, count)) {
    if (!is_digit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

/// Behind a time: nothing, Z, or the distance of its zone. Spreadsheets know no zones: what the clock showed counts.
bool is_zone(std::string_view text) {
  if (text.empty() || text == "Z") return true;
  const bool has_colon = text.size() == 6 && text[3] == ':';
  return (text[0] == '+' || text[0] == '-') && digits_at(text, 1, 2) && has_colon && digits_at(text, 4, 2);
}

/// hh:mm[:ss[.fff]], with a zone behind it, as a fraction of a day.
std::optional<double> time_of_day(std::string_view text) {
  const auto hours = digits_at(text, 0, 2), minutes = digits_at(text, 3, 2);
  if (!hours || !minutes || text[2] != ':' || *hours > 24 || *minutes > 59) return std::nullopt;
  text.remove_prefix(5);
  int seconds = 0;
  double fraction = 0;
  if (!text.empty() && text[0] == ':') {
    const auto found = digits_at(text, 1, 2);
    if (!found || *found > 60) return std::nullopt;
    seconds = *found;
    text.remove_prefix(3);
    if (!text.empty() && text[0] == '.') {
      const auto [stop, error] =
          std::from_chars(text.data(), text.data() + text.size(), fraction, std::chars_format::fixed);
      if (error != std::errc()) return std::nullopt;
      text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
    }
  }
  if (!is_zone(text)) return std::nullopt;
  return (*hours * 3600 + *minutes * 60 + seconds + fraction) / 86400;
}

}  // namespace

std::optional<double> parse_iso_serial(std::string_view text, bool date1904) {
  if (text.size() > 2 && text[2] == ':') return time_of_day(text);
  const auto year = digits_at(text, 0, 4), month = digits_at(text, 5, 2), day = digits_at(text, 8, 2);
  if (!year || !month || !day || text[4] != '-' || text[7] != '-') return std::nullopt;
  if (*month < 1 || *month > 12 || *day < 1 || *day > 31) return std::nullopt;
  const Date date{static_cast<std::int16_t>(*year), static_cast<std::uint8_t>(*month), static_cast<std::uint8_t>(*day),
                  DatePrecision::day};
  const std::int64_t days = to_days(date);
  if (from_days(days) != date) return std::nullopt;
  if (text.size() > 10 && text[10] != 'T' && text[10] != ' ') return std::nullopt;
  const auto time = text.size() > 11 ? time_of_day(text.substr(11)) : std::optional(0.0);
  if (!time) return std::nullopt;
  // Before 1 March 1900 the 1900 system runs a day ahead: it counts a 29 February that never was.
  constexpr std::int64_t day_zero_1900 = -25569, march_1900 = -25508, day_zero_1904 = -24107;
  if (!date1904 && days == day_zero_1900) return *time;
  std::int64_t serial = days - (date1904 ? day_zero_1904 : day_zero_1900);
  if (!date1904 && days < march_1900) --serial;
  return static_cast<double>(serial) + *time;
}

std::optional<double> parse_iso_duration(std::string_view text) {
  const bool negative = !text.empty() && text[0] == '-';
  if (negative) text.remove_prefix(1);
  if (text.size() < 3 || text[0] != 'P') return std::nullopt;
  text.remove_prefix(1);
  constexpr std::string_view units = "DTHMS";  // each at most once, in this order
  constexpr double seconds_of[] = {86400, 0, 3600, 60, 1};
  std::size_t least = 0;
  double seconds = 0;
  while (!text.empty()) {
    double count = 0;
    if (text[0] != 'T') {
      const auto [stop, error] =
          std::from_chars(text.data(), text.data() + text.size(), count, std::chars_format::fixed);
      if (error != std::errc() || !is_digit(text[0])) return std::nullopt;
      text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
    }
    const std::size_t unit = text.empty() ? std::string_view::npos : units.find(text[0], least);
    const bool is_time_unit = unit > 1;
    if (unit == std::string_view::npos || (is_time_unit && least < 2)) return std::nullopt;
    seconds += count * seconds_of[unit];
    least = unit + 1;
    text.remove_prefix(1);
  }
  return (negative ? -seconds : seconds) / 86400;
}

}  // namespace huizong
