#pragma once
// Growth of sums and of rates. Internal to the room; to_growth is in roll_up.hpp.

#include <optional>

#include "rollup/roll_up.hpp"

namespace huizong {

/// A rate as its two sums.
struct RateParts {
  Decimal top, bottom;
  bool any = false;
  bool is_rate() const { return any && !bottom.is_zero(); }
};

/// `scale` is 100 where the rate is in percent.
std::optional<Decimal> to_rate(const RateParts& parts, const Decimal& scale, int places);
/// The change of a rate, to two places, rounded once.
Growth to_rate_change(const RateParts& now, const RateParts& base, const Decimal& scale);
/// Share of a change in the whole's base, in 百分点 to two places; nothing where the whole's base is not positive.
std::optional<Decimal> to_contribution(const std::optional<Decimal>& now, const std::optional<Decimal>& base,
                                       const std::optional<Decimal>& whole);

}  // namespace huizong
