#pragma once
// A sum of many decimals: brought into lowest scale once, at its end.

#include "base/decimal.hpp"

namespace huizong {

class DecimalSum {
 public:
  /// *Errors*: std::overflow_error where the sum needs more than 38 digits.
  DecimalSum& operator+=(const Decimal& number) {
    __int128 sum = 0;
    if (number.scale() == scale_ && !__builtin_add_overflow(coefficient_, number.coefficient(), &sum)) coefficient_ = sum;
    else add_aligned(number);
    return *this;
  }
  Decimal value() const { return {coefficient_, scale_}; }

 private:
  void add_aligned(const Decimal& number);

  __int128 coefficient_ = 0;
  int scale_ = 0;  ///< the largest so far
};

}  // namespace huizong
