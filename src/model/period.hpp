#pragma once
// Reporting periods 报告期: a span of months within one year.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"

namespace huizong {

/// A span of whole months. year 2024: {2024, 1, 12}; 2024H1: {2024, 1, 6}.
struct Period {
  std::int16_t year = 0;
  std::uint8_t first_month = 1;
  std::uint8_t last_month = 12;

  auto operator<=>(const Period&) const = default;
};

/// 2024, 2024H1, 2024Q3, 2024-06, 2024-01_09. nullopt for anything else.
std::optional<Period> parse_period(std::string_view text);
std::string to_text(const Period& period);  ///< the shortest of those names: {2024,1,6} is 2024H1, {2024,4,6} 2024Q2
Period base_of(const Period& period);       ///< the same span of the year before
Date last_day(const Period& period);
bool is_full_year(const Period& period);

}  // namespace huizong
