#include "base/decimal_sum.hpp"

#include <algorithm>

#include "base/wide.hpp"

namespace huizong {

void DecimalSum::add_aligned(const Decimal& number) {
  const int scale = std::max(scale_, number.scale());
  Int sum = 0, term = 0;
  const bool fits = !__builtin_mul_overflow(coefficient_, static_cast<Int>(ten_to(scale - scale_)), &sum) &&
                    !__builtin_mul_overflow(number.coefficient(), static_cast<Int>(ten_to(scale - number.scale())), &term) &&
                    !__builtin_add_overflow(sum, term, &sum);
  if (fits) {
    coefficient_ = sum;
    scale_ = scale;
    return;
  }
  const Decimal lowest = value() + number;  // zeros behind the point may have taken the room
  coefficient_ = lowest.coefficient();
  scale_ = lowest.scale();
}

}  // namespace huizong
