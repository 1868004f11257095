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

/// hh:mm[:ss[.fff]][Z] as a fraction of a day.
std::optional<double> time_of_day(std::string_view text) {
  const auto hours = digits_at(text, 0, 2), minutes = digits_at(text, 3, 2), seconds = digits_at(text, 6, 2);
  if (!hours || !minutes || text[2] != ':' || *hours > 24 || *minutes > 59) return std::nullopt;
  double fraction = 0;
  if (seconds && text.size() > 8 && text[8] == '.') {
    std::from_chars(text.data() + 8, text.data() + text.size(), fraction, std::chars_format::fixed);
  }
  return (*hours * 3600 + *minutes * 60 + seconds.value_or(0) + fraction) / 86400;
}

}  // namespace

std::optional<double> parse_iso_serial(std::string_view text, bool date1904) {
  if (text.size() > 2 && text[2] == ':') return time_of_day(text);
  const auto year = digits_at(text, 0, 4), month = digits_at(text, 5, 2), day = digits_at(text, 8, 2);
  if (!year || !month || !day || text[4] != '-' || text[7] != '-') return std::nullopt;
  if (*month < 1 || *month > 12 || *day < 1 || *day > 31) return std::nullopt;
  const std::int64_t days = to_days({static_cast<std::int16_t>(*year), static_cast<std::uint8_t>(*month),
                                     static_cast<std::uint8_t>(*day), DatePrecision::day});
  // Before 1 March 1900 the 1900 system runs a day ahead: it counts a 29 February that never was.
  constexpr std::int64_t day_zero_1900 = -25569, march_1900 = -25508, day_zero_1904 = -24107;
  std::int64_t serial = days - (date1904 ? day_zero_1904 : day_zero_1900);
  if (!date1904 && days < march_1900) --serial;
  const double time = text.size() > 11 ? time_of_day(text.substr(11)).value_or(0) : 0;
  return static_cast<double>(serial) + time;
}

}  // namespace huizong
