#include "schema/rule_numbers.hpp"

#include <stdexcept>

namespace huizong {
namespace {

using Int = __int128;

Int gcd(Int a, Int b) {
  while (b != 0) {
    const Int rest = a % b;
    a = b;
    b = rest;
  }
  return a < 0 ? -a : a;
}

/// Without the factors that both parts share; seldom needed, as figures are short.
Fraction in_lowest_terms(const Fraction& a) {
  const Int shared = gcd(a.top.coefficient(), a.bottom.coefficient());
  if (shared <= 1) return a;
  return {Decimal(a.top.coefficient() / shared, a.top.scale()), Decimal(a.bottom.coefficient() / shared, a.bottom.scale())};
}

/// As the parts stand, else in lowest terms.
template <typename Operation>
auto exactly(const Fraction& a, const Fraction& b, Operation operation) {
  try {
    return operation(a, b);
  } catch (const std::overflow_error&) {
    return operation(in_lowest_terms(a), in_lowest_terms(b));
  }
}

}  // namespace

Fraction operator+(const Fraction& a, const Fraction& b) {
  if (a.bottom == b.bottom) return {a.top + b.top, a.bottom};
  return exactly(a, b, [](const Fraction& x, const Fraction& y) {
    return Fraction{x.top * y.bottom + y.top * x.bottom, x.bottom * y.bottom};
  });
}

Fraction operator-(const Fraction& a, const Fraction& b) { return a + Fraction{-b.top, b.bottom}; }

Fraction operator*(const Fraction& a, const Fraction& b) {
  return exactly(a, b, [](const Fraction& x, const Fraction& y) { return Fraction{x.top * y.top, x.bottom * y.bottom}; });
}

Fraction operator/(const Fraction& a, const Fraction& b) {
  const Fraction inverse = b.top.is_negative() ? Fraction{-b.bottom, -b.top} : Fraction{b.bottom, b.top};
  return a * inverse;
}

Fraction abs(const Fraction& a) { return {abs(a.top), a.bottom}; }

std::strong_ordering compare(const Fraction& a, const Fraction& b) {
  if (a.bottom == b.bottom) return a.top <=> b.top;
  return exactly(a, b, [](const Fraction& x, const Fraction& y) { return x.top * y.bottom <=> y.top * x.bottom; });
}

bool is_within(const Fraction& a, const Fraction& b, const Fraction& tolerance) {
  if (tolerance.top.is_zero()) return compare(a, b) == std::strong_ordering::equal;
  return compare(abs(a - b), tolerance) <= 0;
}

Fraction round(const Fraction& a, int places) {
  if (a.bottom == Decimal(1)) return {round_half_away(a.top, places), 1};
  return {divide(a.top, a.bottom, places), 1};
}

}  // namespace huizong
