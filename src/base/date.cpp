#include "base/date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <vector>

#include "base/text.hpp"

namespace huizong {
namespace {

namespace chrono = std::chrono;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Takes tokens off the front of a text; every take_ says whether it took.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool done() const { return text_.empty(); }

  bool take(std::string_view token) {
    if (!text_.starts_with(token)) return false;
    text_.remove_prefix(token.size());
    return true;
  }

  /// A number of `least` to `most` digits, taken only where no further digit follows.
  std::optional<int> take_number(std::size_t least, std::size_t most) {
    std::size_t count = 0;
    while (count < text_.size() && is_digit(text_[count])) ++count;
    if (count < least || count > most) return std::nullopt;
    return take_digits(count);
  }

  /// Just `count` digits, whatever follows.
  std::optional<int> take_digits(std::size_t count) {
    if (text_.size() < count) return std::nullopt;
    int number = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (!is_digit(text_[i])) return std::nullopt;
      number = number * 10 + (text_[i] - '0');
    }
    text_.remove_prefix(count);
    return number;
  }

 private:
  std::string_view text_;
};

std::optional<Date> make_date(int year, int month, int day, DatePrecision precision) {
  const chrono::year_month_day date{chrono::year{year}, chrono::month{static_cast<unsigned>(month)},
                                    chrono::day{static_cast<unsigned>(day)}};
  if (year < 1900 || year > 9999 || !date.ok()) return std::nullopt;
  return Date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day),
              precision};
}

std::optional<Date> parse_compact(std::string_view text) {
  Scanner scan(text);
  const auto year = scan.take_digits(4);
  const auto month = scan.take_digits(2);
  const auto day = scan.take_digits(2);
  if (!year || !month || !day || !scan.done()) return std::nullopt;
  return make_date(*year, *month, *day, DatePrecision::day);
}

/// 202407 is July 2024; 201207 may be 7 December 2020 as well, and is none.
std::optional<Date> parse_compact_month(std::string_view text) {
  Scanner long_first(text), short_first(text);
  const auto year = long_first.take_digits(4), month = long_first.take_digits(2);
  const auto short_year = short_first.take_digits(2), short_month = short_first.take_digits(2), day = short_first.take_digits(2);
  if (!year || !month || !short_year || !short_month || !day || *year > 2099) return std::nullopt;
  if (make_date(2000 + *short_year, *short_month, *day, DatePrecision::day)) return std::nullopt;
  return make_date(*year, *month, 1, DatePrecision::month);
}

/// Index into 〇一…九十; -1 for anything else. Takes it off the front.
int take_numeral(std::string_view& text) {
  static constexpr std::array<std::string_view, 13> numerals{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "零", "○"};
  for (std::size_t i = 0; i < numerals.size(); ++i) {
    if (!text.starts_with(numerals[i])) continue;
    text.remove_prefix(numerals[i].size());
    return i > 10 ? 0 : static_cast<int>(i);
  }
  return -1;
}

/// One run of numerals: 二〇二四 digit by digit, 三十一 by tens. Empty where it is neither.
std::string to_digits(const std::vector<int>& numerals) {
  const auto ten = std::find(numerals.begin(), numerals.end(), 10);
  std::string out;
  if (ten == numerals.end()) {
    for (const int digit : numerals) out += static_cast<char>('0' + digit);
    return out;
  }
  const auto before = ten - numerals.begin(), behind = numerals.end() - ten - 1;
  const bool doubled = std::find(ten + 1, numerals.end(), 10) != numerals.end();
  if (before > 1 || behind > 1 || doubled) return {};
  const int number = 10 * (before == 0 ? 1 : numerals.front()) + (behind == 0 ? 0 : numerals.back());
  return std::to_string(number);
}

/// 二〇二四年七月三十一日 -> 2024年7月31日; empty where some numeral has no such reading.
std::string to_arabic(std::string_view text) {
  std::string out;
  std::vector<int> run;
  while (true) {
    const int numeral = take_numeral(text);
    if (numeral >= 0) {
      run.push_back(numeral);
      continue;
    }
    if (!run.empty()) {
      const std::string digits = to_digits(run);
      if (digits.empty() || (!out.empty() && is_digit(out.back())) || (!text.empty() && is_digit(text.front()))) return {};
      out += digits;
      run.clear();
    }
    if (text.empty()) return out;
    out += text.front();
    text.remove_prefix(1);
  }
}

/// Spaces beside a separator say nothing; one between two digits does.
bool has_parted_digits(std::string_view text) {
  for (std::size_t at = 1; at + 1 < text.size(); ++at) {
    if (text[at] == ' ' && is_digit(text[at - 1]) && is_digit(text[at + 1])) return true;
  }
  return false;
}

/// 2024年, 2024年7月, 2024年7月31日, behind the year.
std::optional<Date> parse_chinese(Scanner scan, int year) {
  if (scan.done() || (scan.take("度") && scan.done())) return make_date(year, 1, 1, DatePrecision::year);
  const auto month = scan.take_number(1, 2);
  if (!month || !scan.take("月")) return std::nullopt;
  if (scan.done()) return make_date(year, *month, 1, DatePrecision::month);
  const auto day = scan.take_number(1, 2);
  if (!day || !(scan.take("日") || scan.take("号")) || !scan.done()) return std::nullopt;
  return make_date(year, *month, *day, DatePrecision::day);
}

/// 2024-7 and 2024-7-31, behind the year and its separator; the second separator must be the same.
std::optional<Date> parse_separated(Scanner scan, int year, std::string_view separator) {
  const auto month = scan.take_number(1, 2);
  if (!month) return std::nullopt;
  if (scan.done() || (scan.take("月") && scan.done())) return make_date(year, *month, 1, DatePrecision::month);
  if (!scan.take(separator)) return std::nullopt;
  const auto day = scan.take_number(1, 2);
  scan.take("日");
  if (!day || !scan.done()) return std::nullopt;
  return make_date(year, *month, *day, DatePrecision::day);
}

std::int64_t to_epoch_days(int year, unsigned month, unsigned day) {
  return chrono::sys_days{chrono::year{year} / chrono::month{month} / chrono::day{day}}.time_since_epoch().count();
}

/// Z, +08:00, -03:30, in minutes.
std::optional<int> take_zone(Scanner& scan) {
  if (scan.take("Z")) return 0;
  const bool east = scan.take("+");
  if (!east && !scan.take("-")) return std::nullopt;
  const auto hours = scan.take_digits(2);
  if (!hours || !scan.take(":")) return std::nullopt;
  const auto minutes = scan.take_digits(2);
  if (!minutes || *hours > 23 || *minutes > 59) return std::nullopt;
  const int zone = *hours * 60 + *minutes;
  return east ? zone : -zone;
}

/// Three numbers of a fixed width with separators between, as dates and times have them.
std::optional<std::array<int, 3>> take_triple(Scanner& scan, std::size_t first_digits, std::string_view separator) {
  const auto first = scan.take_digits(first_digits);
  if (!first || !scan.take(separator)) return std::nullopt;
  const auto second = scan.take_digits(2);
  if (!second || !scan.take(separator)) return std::nullopt;
  const auto third = scan.take_digits(2);
  if (!third) return std::nullopt;
  return std::array{*first, *second, *third};
}

std::int64_t floor_divide(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

constexpr std::int64_t day_seconds = 86400;

}  // namespace

constexpr std::size_t longest_date = 96;  ///< bytes, spaces between all its characters included

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() > longest_date) return std::nullopt;
  const std::string spaced = normalise(text);
  if (has_parted_digits(spaced)) return std::nullopt;  // 2024年 7月 is one date, 2024 7 is none
  std::string plain = replace_all(spaced, " ", "");
  const bool digits = plain.find_first_not_of("0123456789") == std::string::npos;
  if (digits && plain.size() == 8) return parse_compact(plain);
  if (digits && plain.size() == 6) return parse_compact_month(plain);
  if (!plain.empty() && !is_digit(plain.front())) plain = to_arabic(plain);
  Scanner scan(plain);
  const auto year = scan.take_number(4, 4);
  if (!year) return std::nullopt;
  if (scan.done()) return make_date(*year, 1, 1, DatePrecision::year);
  if (scan.take("年")) return parse_chinese(scan, *year);
  for (const std::string_view separator : {".", "-", "/"}) {
    if (scan.take(separator)) return parse_separated(scan, *year, separator);
  }
  return std::nullopt;
}

std::optional<Date> to_date(double serial, bool date1904) {
  if (!(serial >= 0) || serial >= 3'000'000) return std::nullopt;  // also nan
  const auto day = static_cast<std::int64_t>(std::floor(serial));
  constexpr std::int64_t leap_bug = 60;  // serial of 29 February 1900, a day that never was
  if (!date1904 && (day == 0 || day == leap_bug)) return std::nullopt;
  const std::int64_t start = date1904 ? to_epoch_days(1904, 1, 1) : to_epoch_days(1899, 12, day < leap_bug ? 31 : 30);
  const Date date = from_days(start + day);
  if (date.year < 1900 || date.year > 9999) return std::nullopt;
  return date;
}

std::string to_text(const Date& date) {
  std::string text = date.year >= 1000 && date.year <= 9999 ? std::to_string(date.year) : fmt::format("{:04}", date.year);
  const auto add = [&text](unsigned two) {
    text += {'-', static_cast<char>('0' + two / 10 % 10), static_cast<char>('0' + two % 10)};
  };
  if (date.precision != DatePrecision::year) add(date.month);
  if (date.precision == DatePrecision::day) add(date.day);
  return text;
}

std::int64_t to_days(const Date& date) { return to_epoch_days(date.year, date.month, date.day); }

Date from_days(std::int64_t days) {
  const chrono::year_month_day date{chrono::sys_days{chrono::days{days}}};
  return {static_cast<std::int16_t>(static_cast<int>(date.year())),
          static_cast<std::uint8_t>(static_cast<unsigned>(date.month())),
          static_cast<std::uint8_t>(static_cast<unsigned>(date.day())), DatePrecision::day};
}

std::optional<Moment> parse_moment(std::string_view text) {
  Scanner scan(text);
  const auto date = take_triple(scan, 4, "-");
  if (!date || !scan.take("T")) return std::nullopt;
  const auto time = take_triple(scan, 2, ":");
  if (!time) return std::nullopt;
  const auto zone = take_zone(scan);
  const auto [hour, minute, second] = *time;
  const auto day = make_date((*date)[0], (*date)[1], (*date)[2], DatePrecision::day);
  if (!zone || !scan.done() || !day || hour > 23 || minute > 59 || second > 59) return std::nullopt;
  const std::int64_t local = to_days(*day) * day_seconds + hour * 3600 + minute * 60 + second;
  return Moment{local - *zone * 60, static_cast<std::int16_t>(*zone)};
}

std::string to_text(const Moment& moment) {
  const std::int64_t local = moment.seconds + moment.zone_minutes * 60;
  const std::int64_t second = local - floor_divide(local, day_seconds) * day_seconds;
  const int zone = std::abs(moment.zone_minutes);
  return fmt::format("{}T{:02}:{:02}:{:02}{}{:02}:{:02}", to_text(to_date(moment)), second / 3600, second / 60 % 60,
                     second % 60, moment.zone_minutes < 0 ? '-' : '+', zone / 60, zone % 60);
}

Date to_date(const Moment& moment) {
  return from_days(floor_divide(moment.seconds + moment.zone_minutes * 60, day_seconds));
}

}  // namespace huizong
