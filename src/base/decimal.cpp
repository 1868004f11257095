#include "base/decimal.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <stdexcept>

namespace huizong {
namespace {

using Int = __int128;
using Unsigned = unsigned __int128;

constexpr int max_digits = 38;

constexpr Unsigned power_of_ten(int exponent) {
  Unsigned power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

constexpr std::array<Unsigned, max_digits + 1> make_powers() {
  std::array<Unsigned, max_digits + 1> powers{};
  for (int i = 0; i <= max_digits; ++i) powers[static_cast<std::size_t>(i)] = power_of_ten(i);
  return powers;
}

constexpr auto powers = make_powers();

Unsigned ten_to(int exponent) { return powers[static_cast<std::size_t>(exponent)]; }

Unsigned magnitude(Int value) { return value < 0 ? -static_cast<Unsigned>(value) : static_cast<Unsigned>(value); }

[[noreturn]] void throw_overflow() { throw std::overflow_error("decimal: more than 38 digits"); }

/// 256 bits in two limbs, just as much arithmetic as products and ratios need.
struct Wide {
  Unsigned low = 0;
  Unsigned high = 0;

  bool operator==(const Wide&) const = default;
};

bool is_less(const Wide& a, const Wide& b) { return a.high != b.high ? a.high < b.high : a.low < b.low; }

Wide subtract(const Wide& a, const Wide& b) { return {a.low - b.low, a.high - b.high - (a.low < b.low ? 1 : 0)}; }

Wide multiply(Unsigned a, Unsigned b) {
  constexpr Unsigned mask = ~std::uint64_t{0};
  const Unsigned low = (a & mask) * (b & mask);
  const Unsigned middle = (a >> 64) * (b & mask) + (low >> 64);
  const Unsigned other = (a & mask) * (b >> 64) + (middle & mask);
  return {(other << 64) | (low & mask), (a >> 64) * (b >> 64) + (middle >> 64) + (other >> 64)};
}

/// false where a * 10 leaves 256 bits.
bool times_ten(Wide& a) {
  const Wide low = multiply(a.low, 10);
  const Wide high = multiply(a.high, 10);
  const Unsigned sum = high.low + low.high;
  if (high.high != 0 || sum < low.high) return false;
  a = {low.low, sum};
  return true;
}

struct Division {
  Wide quotient;
  Wide remainder;
};

/// Long division bit by bit: it runs once a ratio, so plainness wins over speed. `divisor` is below 2^255.
Division divide_wide(const Wide& dividend, const Wide& divisor) {
  Division result;
  for (int bit = 255; bit >= 0; --bit) {
    const Unsigned limb = bit >= 128 ? dividend.high : dividend.low;
    Wide& rest = result.remainder;
    rest = {(rest.low << 1) | ((limb >> (bit % 128)) & 1), (rest.high << 1) | (rest.low >> 127)};
    if (is_less(rest, divisor)) continue;
    rest = subtract(rest, divisor);
    (bit >= 128 ? result.quotient.high : result.quotient.low) |= Unsigned{1} << (bit % 128);
  }
  return result;
}

/// A wide magnitude at a scale, in lowest terms first: 2.5 * 0.4 needs one digit, not two.
Decimal to_narrow(Wide value, int scale, bool negative) {
  const Wide ten{10, 0};
  while (scale > 0 && (value.high != 0 || value.low >> 127 != 0 || scale > Decimal::max_scale)) {
    const Division division = divide_wide(value, ten);
    if (division.remainder != Wide{}) break;
    value = division.quotient;
    --scale;
  }
  if (value.high != 0 || value.low >> 127 != 0) throw_overflow();
  const Int coefficient = static_cast<Int>(value.low);
  return {negative ? -coefficient : coefficient, scale};
}

Int aligned(const Decimal& value, int scale) {
  Int result = 0;
  const Int factor = static_cast<Int>(ten_to(scale - value.scale()));
  if (__builtin_mul_overflow(value.coefficient(), factor, &result)) throw_overflow();
  return result;
}

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

std::strong_ordering compare_magnitudes(const Decimal& a, const Decimal& b) {
  const Unsigned unit_a = ten_to(a.scale());
  const Unsigned unit_b = ten_to(b.scale());
  const Unsigned value_a = magnitude(a.coefficient());
  const Unsigned value_b = magnitude(b.coefficient());
  if (value_a / unit_a != value_b / unit_b) return value_a / unit_a <=> value_b / unit_b;
  const int scale = std::max(a.scale(), b.scale());  // a fraction has 37 digits at most: it fits at any scale
  return value_a % unit_a * ten_to(scale - a.scale()) <=> value_b % unit_b * ten_to(scale - b.scale());
}

}  // namespace

Decimal::Decimal(std::int64_t whole) : coefficient_(whole) {}

Decimal::Decimal(__int128 coefficient, int scale) : coefficient_(coefficient), scale_(scale) {
  if (coefficient_ == 0) scale_ = 0;
  for (; scale_ > 0 && coefficient_ % 10 == 0; --scale_) coefficient_ /= 10;
  for (; scale_ < 0; ++scale_) {
    if (__builtin_mul_overflow(coefficient_, Int{10}, &coefficient_)) throw_overflow();
  }
  if (scale_ > max_scale || magnitude(coefficient_) >= ten_to(max_digits)) throw_overflow();
}

Decimal Decimal::operator-() const {
  Decimal result = *this;
  result.coefficient_ = -result.coefficient_;
  return result;
}

Decimal& Decimal::operator+=(const Decimal& other) { return *this = *this + other; }

Decimal operator+(const Decimal& a, const Decimal& b) {
  const int scale = std::max(a.scale_, b.scale_);
  Int sum = 0;
  if (__builtin_add_overflow(aligned(a, scale), aligned(b, scale), &sum)) throw_overflow();
  return {sum, scale};
}

Decimal operator-(const Decimal& a, const Decimal& b) { return a + -b; }

Decimal operator*(const Decimal& a, const Decimal& b) {
  const Wide product = multiply(magnitude(a.coefficient_), magnitude(b.coefficient_));
  return to_narrow(product, a.scale_ + b.scale_, a.is_negative() != b.is_negative());
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  if (a.is_negative() != b.is_negative()) return b.is_negative() <=> a.is_negative();
  return a.is_negative() ? compare_magnitudes(b, a) : compare_magnitudes(a, b);
}

std::optional<Decimal> parse_decimal(std::string_view text) {
  const auto written = parse_written(text);
  return written ? to_decimal(*written) : std::nullopt;
}

std::optional<Decimal> parse_decimal15(std::string_view text) {
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

Decimal round_to_15_digits(const Decimal& value) {
  const Unsigned size = magnitude(value.coefficient());
  int digits = 0;
  while (digits < max_digits && size >= ten_to(digits)) ++digits;
  return digits <= 15 ? value : round_half_away(value, value.scale() - (digits - 15));
}

Decimal round_half_away(const Decimal& value, int places) {
  if (places >= value.scale()) return value;
  const int dropped = value.scale() - places;
  if (dropped > max_digits) return {};
  const Unsigned unit = ten_to(dropped);
  const Unsigned size = magnitude(value.coefficient());
  const auto kept = static_cast<Int>(size / unit + (size % unit >= unit - size % unit ? 1 : 0));
  return {value.is_negative() ? -kept : kept, places};
}

Decimal divide(const Decimal& a, const Decimal& b, int places) { return scaled_ratio(a, 1, b, places); }

Decimal scaled_ratio(const Decimal& a, const Decimal& by, const Decimal& b, int places) {
  if (b.is_zero()) throw std::domain_error("decimal: division by zero");
  Wide numerator = multiply(magnitude(a.coefficient()), magnitude(by.coefficient()));
  Wide denominator{magnitude(b.coefficient()), 0};
  if (numerator == Wide{}) return {};
  int shift = b.scale() + places - a.scale() - by.scale();
  for (; shift > 0; --shift) {
    if (!times_ten(numerator)) throw_overflow();  // 77 digits over 38 leave more than 38
  }
  for (; shift < 0; ++shift) {
    if (!times_ten(denominator)) return {};  // 76 digits over 77 at least: below a half
    if (denominator.high >> 127 != 0) return {};
  }
  const Division division = divide_wide(numerator, denominator);
  Wide quotient = division.quotient;
  const bool up = !is_less(division.remainder, subtract(denominator, division.remainder));
  if (up && ++quotient.low == 0) ++quotient.high;
  const bool negative = (a.is_negative() != by.is_negative()) != b.is_negative();
  return to_narrow(quotient, places, negative);
}

Decimal abs(const Decimal& value) { return value.is_negative() ? -value : value; }

std::string to_text(const Decimal& value) { return to_fixed_text(value, value.scale()); }

std::string to_fixed_text(const Decimal& value, int places) {
  const Decimal rounded = round_half_away(value, places);
  std::string digits;
  for (Unsigned rest = magnitude(rounded.coefficient()); rest != 0; rest /= 10) {
    digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(rest % 10)));
  }
  const int padding = std::max(places, 0) - rounded.scale();
  const auto point = static_cast<std::size_t>(rounded.scale());
  if (digits.size() <= point) digits.insert(0, point + 1 - digits.size(), '0');
  digits.append(static_cast<std::size_t>(padding), '0');
  if (places > 0) digits.insert(digits.size() - static_cast<std::size_t>(places), 1, '.');
  return rounded.is_negative() ? "-" + digits : digits;
}

double to_double(const Decimal& value) {
  const std::string text = to_text(value);
  double result = 0;
  std::from_chars(text.data(), text.data() + text.size(), result);
  return result;
}

}  // namespace huizong
