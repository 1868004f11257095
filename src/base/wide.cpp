#include "base/wide.hpp"

#include <cstdint>

namespace huizong {
namespace {

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

}  // namespace

Unsigned ten_to(int exponent) { return powers[static_cast<std::size_t>(exponent)]; }

bool is_less(const Wide& a, const Wide& b) { return a.high != b.high ? a.high < b.high : a.low < b.low; }

Wide subtract(const Wide& a, const Wide& b) { return {a.low - b.low, a.high - b.high - (a.low < b.low ? 1 : 0)}; }

Wide multiply(Unsigned a, Unsigned b) {
  constexpr Unsigned mask = ~std::uint64_t{0};
  const Unsigned low = (a & mask) * (b & mask);
  const Unsigned middle = (a >> 64) * (b & mask) + (low >> 64);
  const Unsigned other = (a & mask) * (b >> 64) + (middle & mask);
  return {(other << 64) | (low & mask), (a >> 64) * (b >> 64) + (middle >> 64) + (other >> 64)};
}

bool times_ten(Wide& a) {
  const Wide low = multiply(a.low, 10);
  const Wide high = multiply(a.high, 10);
  const Unsigned sum = high.low + low.high;
  if (high.high != 0 || sum < low.high) return false;
  a = {low.low, sum};
  return true;
}

WideDivision divide_wide(const Wide& dividend, const Wide& divisor) {
  WideDivision result;
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

}  // namespace huizong
