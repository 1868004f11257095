#include "rollup/growth.hpp"

#include <stdexcept>

namespace huizong {
namespace {

constexpr int growth_places = 2;
const Decimal hundred = 100;

/// On a negative base a rate would have the wrong sign: the amounts are given, and for profit the word for it.
Message negative_base(const Decimal& now, const Decimal& base, bool profit) {
  Message note{"note.base-negative", {{"base", to_text(base)}, {"now", to_text(now)}}};
  if (!profit) return note;
  if (now > Decimal(0)) note.id = "note.turned-profit";
  else if (now > base) note.id = "note.loss-narrowed";
  else if (now < base) note.id = "note.loss-widened";
  return note;
}

}  // namespace

Growth to_growth(const std::optional<Decimal>& now, const std::optional<Decimal>& base, bool profit) {
  if (!now) return {std::nullopt, Message{"note.no-figure", {}}};
  if (!base) return {std::nullopt, Message{"note.no-base", {}}};
  if (base->is_zero()) return {std::nullopt, Message{"note.base-zero", {}}};
  if (base->is_negative()) return {std::nullopt, negative_base(*now, *base, profit)};
  Growth growth{scaled_ratio(*now - *base, hundred, *base, growth_places), std::nullopt};
  if (now->is_negative()) growth.note = Message{"note.turned-loss", {{"base", to_text(*base)}, {"now", to_text(*now)}}};
  return growth;
}

std::optional<Decimal> to_rate(const RateParts& parts, const Decimal& scale, int places) {
  if (!parts.is_rate()) return std::nullopt;
  return scaled_ratio(parts.top, scale, parts.bottom, places);
}

Growth to_rate_change(const RateParts& now, const RateParts& base, const Decimal& scale) {
  if (!now.is_rate()) return {std::nullopt, Message{now.any ? "note.no-denominator" : "note.no-figure", {}}};
  if (!base.is_rate()) return {std::nullopt, Message{"note.no-base", {}}};
  try {
    const Decimal change = now.top * base.bottom - base.top * now.bottom;
    return {scaled_ratio(change, scale, now.bottom * base.bottom, growth_places), std::nullopt};
  } catch (const std::overflow_error&) {  // sums of more than 19 digits: ten places are enough for two
    const Decimal change = scaled_ratio(now.top, scale, now.bottom, 10) - scaled_ratio(base.top, scale, base.bottom, 10);
    return {round_half_away(change, growth_places), std::nullopt};
  }
}

std::optional<Decimal> to_contribution(const std::optional<Decimal>& now, const std::optional<Decimal>& base,
                                       const std::optional<Decimal>& whole) {
  if ((!now && !base) || !whole || *whole <= Decimal(0)) return std::nullopt;
  return scaled_ratio(now.value_or(0) - base.value_or(0), hundred, *whole, growth_places);
}

}  // namespace huizong
