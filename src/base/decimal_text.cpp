// Decimals from text and back.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/decimal.hpp"
#include "base/plain_number.hpp"
#include "base/wide.hpp"

namespace huizong {
namespace {

/// A number as it was written: digits without leading or trailing zeros, value = 0.digits * 10^point.
struct Written {
  bool negative = false;
  std::string digits;
  std::int64_t point = 0;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t count_digits(std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && is_digit(text[count])) ++count;
  return count;
}

/// `text` starts behind the mantissa: nothing, or E and a whole number. Saturated, since 1E99999999999 is text too.
std::optional<std::int64_t> parse_exponent(std::string_view text) {
  if (text.empty()) return 0;
  if (text[0] != 'e' && text[0] != 'E') return std::nullopt;
  text.remove_prefix(1);
  const bool negative = !text.empty() && text[0] == '-';
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
  if (text.empty() || count_digits(text) != text.size()) return std::nullopt;
  std::int64_t exponent = 0;
  for (const char c : text) exponent = std::min<std::int64_t>(exponent * 10 + (c - '0'), 1'000'000'000);
  return negative ? -exponent : exponent;
}

void strip_zeros(Written& written) {
  const std::size_t first = written.digits.find_first_not_of('0');
  if (first == std::string::npos) {
    written = {};
    return;
  }
  written.digits.erase(0, first);
  written.point -= static_cast<std::int64_t>(first);
  written.digits.erase(written.digits.find_last_not_of('0') + 1);
}

std::optional<Written> parse_written(std::string_view text) {
  Written written;
  written.negative = !text.empty() && text[0] == '-';
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
  const std::size_t whole = count_digits(text);
  written.digits = text.substr(0, whole);
  text.remove_prefix(whole);
  if (!text.empty() && text[0] == '.') {
    const std::size_t places = count_digits(text.substr(1));
    if (places == 0) return std::nullopt;
    written.digits += text.substr(1, places);
    text.remove_prefix(1 + places);
  }
  const auto exponent = parse_exponent(text);
  if (written.digits.empty() || !exponent) return std::nullopt;
  written.point = static_cast<std::int64_t>(whole) + *exponent;
  strip_zeros(written);
  return written;
}

std::optional<Decimal> to_decimal(const Written& written) {
  const auto length = static_cast<std::int64_t>(written.digits.size());
  const std::int64_t scale = std::max<std::int64_t>(length - written.point, 0);
  if (length > max_digits || written.point > max_digits || scale > Decimal::max_scale) return std::nullopt;
  Int coefficient = 0;
  for (const char c : written.digits) coefficient = coefficient * 10 + (c - '0');
  for (std::int64_t i = length; i < written.point; ++i) coefficient *= 10;
  return Decimal(written.negative ? -coefficient : coefficient, static_cast<int>(scale));
}

/// Cuts to `count` digits (0 or less: to nothing, or to the unit that rounding carries to), half away from zero.
void round_written(Written& written, std::int64_t count) {
  if (static_cast<std::int64_t>(written.digits.size()) <= count) return;
  const bool up = count >= 0 && written.digits[static_cast<std::size_t>(count)] >= '5';
  written.digits.erase(static_cast<std::size_t>(std::max<std::int64_t>(count, 0)));
  if (up) {
    while (!written.digits.empty() && written.digits.back() == '9') written.digits.pop_back();
    if (written.digits.empty()) {
      written.digits = "1";
      ++written.point;
    } else {
      ++written.digits.back();
    }
  }
  strip_zeros(written);
}

}  // namespace

std::optional<Decimal> parse_decimal(std::string_view text) {
  const auto written = parse_written(text);
  return written ? to_decimal(*written) : std::nullopt;
}

namespace {

/// A number as to_text prints it; `scale` -1: it is none.
struct Plain {
  std::int64_t coefficient = 0;
  int scale = -1;
};

Plain scan_plain(std::string_view text) {
  const bool negative = !text.empty() && text[0] == '-';
  if (negative) text.remove_prefix(1);
  if (text.empty() || text.size() > 16) return {};
  std::int64_t coefficient = 0;
  std::size_t point = text.size();
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_digit(text[at])) {
      coefficient = coefficient * 10 + (text[at] - '0');
    } else if (text[at] == '.' && point == text.size()) {
      point = at;
    } else {
      return {};
    }
  }
  const bool fraction = point < text.size();
  if (point == 0 || (!fraction && text.size() > 15) || (point > 1 && text[0] == '0')) return {};
  if (fraction ? text.back() == '0' || text.back() == '.' : negative && coefficient == 0) return {};
  return {negative ? -coefficient : coefficient, fraction ? static_cast<int>(text.size() - 1 - point) : 0};
}

}  // namespace

bool is_plain_number(std::string_view text) { return scan_plain(text).scale >= 0; }

std::optional<Decimal> parse_plain_number(std::string_view text) {
  const Plain plain = scan_plain(text);
  if (plain.scale < 0) return std::nullopt;
  return plain.scale == 0 ? Decimal(plain.coefficient) : Decimal(plain.coefficient, plain.scale);
}

std::optional<Decimal> parse_decimal15(std::string_view text) {
  if (const auto plain = parse_plain_number(text)) return plain;
  auto written = parse_written(text);
  if (!written) return std::nullopt;
  round_written(*written, std::min<std::int64_t>(15, written->point + Decimal::max_scale));
  return to_decimal(*written);
}

std::optional<Decimal> to_decimal15(double number) {
  if (!std::isfinite(number)) return std::nullopt;
  std::array<char, 64> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::scientific, 14);
  return parse_decimal15({buffer.data(), static_cast<std::size_t>(end.ptr - buffer.data())});
}

std::string to_text(const Decimal& value) { return to_fixed_text(value, value.scale()); }

std::string to_fixed_text(const Decimal& value, int places) {
  const Decimal rounded = round_half_away(value, places);
  std::array<char, 64> digits{};  // from the end
  std::size_t first = digits.size();
  Unsigned rest = magnitude(rounded.coefficient());
  for (; rest > ~std::uint64_t{0}; rest /= 10) digits[--first] = static_cast<char>('0' + static_cast<int>(rest % 10));
  for (auto low = static_cast<std::uint64_t>(rest); low != 0; low /= 10) digits[--first] = static_cast<char>('0' + low % 10);
  const auto point = static_cast<std::size_t>(rounded.scale());
  while (digits.size() - first <= point) digits[--first] = '0';
  std::string text = rounded.is_negative() ? "-" : "";
  text.append(&digits[first], digits.size() - first - point);
  if (places <= 0) return text;
  text += '.';
  text.append(digits.data() + digits.size() - point, point);
  text.append(static_cast<std::size_t>(places) - point, '0');
  return text;
}

double to_double(const Decimal& value) {
  const std::string text = to_text(value);
  double result = 0;
  std::from_chars(text.data(), text.data() + text.size(), result);
  return result;
}

}  // namespace huizong
