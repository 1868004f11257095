// Arithmetic on decimals; text is in decimal_text.cpp.
#include "base/decimal.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <stdexcept>

#include "base/wide.hpp"

namespace huizong {
namespace {

/// Nearly all figures are this short; what is worked on them by half fits where 128 bits would have to be divided.
constexpr bool is_short(Int value) { return value == static_cast<std::int64_t>(value) && value != std::numeric_limits<std::int64_t>::min(); }

constexpr int short_places = 18;  ///< a short one times 10 to this still fits into an Int

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
  const int places = scale - value.scale();
  if (places == 0) return value.coefficient();
  Int result = 0;
  const Int factor = static_cast<Int>(ten_to(places));
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

Decimal::Decimal(__int128 coefficient, int scale) : scale_(coefficient == 0 ? 0 : scale) {
  if (scale_ >= 0 && is_short(coefficient)) {
    auto rest = static_cast<std::int64_t>(coefficient);
    for (; scale_ > 0 && rest % 10 == 0; --scale_) rest /= 10;
    coefficient = rest;
  } else {
    for (; scale_ > 0 && coefficient % 10 == 0; --scale_) coefficient /= 10;
    for (; scale_ < 0; ++scale_) {
      if (__builtin_mul_overflow(coefficient, Int{10}, &coefficient)) throw_overflow();
    }
    if (magnitude(coefficient) >= ten_to(max_digits)) throw_overflow();
  }
  if (scale_ > max_scale) throw_overflow();
  set_coefficient(coefficient);
}

Decimal Decimal::operator-() const {
  Decimal result = *this;
  result.set_coefficient(-coefficient());
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
  const Int left = a.coefficient(), right = b.coefficient();
  if (is_short(left) && is_short(right)) return {left * right, a.scale_ + b.scale_};
  const Wide product = multiply(magnitude(left), magnitude(right));
  return to_narrow(product, a.scale_ + b.scale_, a.is_negative() != b.is_negative());
}

std::strong_ordering Decimal::compare_aligned(const Decimal& a, const Decimal& b) {
  if (a.is_negative() != b.is_negative()) return b.is_negative() <=> a.is_negative();
  const int places = a.scale_ - b.scale_;
  const Int left = a.coefficient(), right = b.coefficient();
  if (is_short(left) && is_short(right) && std::abs(places) <= short_places) {
    const Int factor = static_cast<Int>(ten_to(std::abs(places)));
    return places > 0 ? left <=> right * factor : left * factor <=> right;
  }
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
