#pragma once
// Unsigned integers of 128 and 256 bits: just as much arithmetic as the products and ratios of decimals need.

#include <array>
#include <cstddef>

namespace huizong {

using Int = __int128;
using Unsigned = unsigned __int128;

constexpr int max_digits = 38;  ///< 10^38 - 1 fits into an Int

/// 10^exponent, for 0 to 38.
Unsigned ten_to(int exponent);

inline Unsigned magnitude(Int value) { return value < 0 ? -static_cast<Unsigned>(value) : static_cast<Unsigned>(value); }

/// 256 bits in two limbs.
struct Wide {
  Unsigned low = 0;
  Unsigned high = 0;

  bool operator==(const Wide&) const = default;
};

struct WideDivision {
  Wide quotient;
  Wide remainder;
};

bool is_less(const Wide& a, const Wide& b);
Wide subtract(const Wide& a, const Wide& b);  ///< a is not less than b
Wide multiply(Unsigned a, Unsigned b);
bool times_ten(Wide& a);  ///< false where a * 10 leaves 256 bits; a is unchanged then

/// Long division bit by bit: it runs once a ratio, so plainness wins over speed. `divisor` is above 0 and below 2^255.
WideDivision divide_wide(const Wide& dividend, const Wide& divisor);

}  // namespace huizong
