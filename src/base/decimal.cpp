// Arithmetic on decimals; text is in decimal_text.cpp.
#include "base/decimal.hpp"

#include <algorithm>
#include <stdexcept>

#include "base/wide.hpp"

namespace huizong {
namespace {

[[noreturn]] void throw_overflow() { throw std::overflow_error("decimal: more than 38 digits"); }

/// A wide magnitude at a scale, in lowest terms first: 2.5 * 0.4 needs one digit, not two.
Decimal to_narrow(Wide value, int scale, bool negative) {
  const Wide ten{10, 0};
  while (scale > 0 && (value.high != 0 || value.low >> 127 != 0 || scale > Decimal::max_scale)) {
    const WideDivision division = divide_wide(value, ten);
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
  if (const auto small = static_cast<std::int64_t>(coefficient_); small == coefficient_ && scale_ >= 0 && scale_ <= max_scale) {
    std::int64_t rest = small;  // nearly all: a division of 64 bits takes a tenth of the time
    for (; scale_ > 0 && rest % 10 == 0; --scale_) rest /= 10;
    coefficient_ = rest;
    return;
  }
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
  const WideDivision division = divide_wide(numerator, denominator);
  Wide quotient = division.quotient;
  const bool up = !is_less(division.remainder, subtract(denominator, division.remainder));
  if (up && ++quotient.low == 0) ++quotient.high;
  const bool negative = (a.is_negative() != by.is_negative()) != b.is_negative();
  return to_narrow(quotient, places, negative);
}

Decimal abs(const Decimal& value) { return value.is_negative() ? -value : value; }

}  // namespace huizong
