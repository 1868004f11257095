#pragma once
// Exact fractions: a quotient keeps its two parts, and comparisons multiply crosswise. Internal to the room.

#include <compare>

#include "base/decimal.hpp"

namespace huizong {

/// *Errors*: every operation throws std::overflow_error where a part needs more than 38 digits even in lowest terms.
struct Fraction {
  Decimal top;
  Decimal bottom = 1;  ///< never zero, never negative
};

Fraction operator+(const Fraction& a, const Fraction& b);
Fraction operator-(const Fraction& a, const Fraction& b);
Fraction operator*(const Fraction& a, const Fraction& b);
Fraction operator/(const Fraction& a, const Fraction& b);  ///< b is not zero
Fraction abs(const Fraction& a);
std::strong_ordering compare(const Fraction& a, const Fraction& b);
bool is_within(const Fraction& a, const Fraction& b, const Fraction& tolerance);  ///< |a − b| <= tolerance
Fraction round(const Fraction& a, int places);                                    ///< half away from zero

}  // namespace huizong
