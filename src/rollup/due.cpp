// Which periods a form is filed for, and until when.

#include <algorithm>

#include "rollup/roll_up.hpp"

namespace huizong {
namespace {

bool applies(const Deadline& deadline, const Period& period) {
  return deadline.first_month == 0 ||
         (deadline.first_month == period.first_month && deadline.last_month == period.last_month);
}

bool names(const Deadline& deadline, const std::string& region, const RegionTree& regions) {
  return std::any_of(deadline.regions.begin(), deadline.regions.end(),
                     [&](const std::string& code) { return regions.is_within(region, code); });
}

}  // namespace

bool is_due(const FormSpec& form, const Period& period) {
  if (is_full_year(period)) return true;
  const bool is_half = period.last_month - period.first_month == 5 && (period.first_month == 1 || period.first_month == 7);
  return form.half_yearly && is_half;
}

std::optional<Date> deadline_of(const FormSpec& form, const Period& period, const std::string& region,
                                const RegionTree& regions) {
  const Deadline* found = nullptr;
  for (const Deadline& deadline : form.deadlines) {
    if (!applies(deadline, period)) continue;
    if (names(deadline, region, regions)) {
      found = &deadline;
      break;
    }
    if (deadline.regions.empty() && found == nullptr) found = &deadline;
  }
  if (found == nullptr) return std::nullopt;
  Date day;
  day.year = static_cast<std::int16_t>(period.year + found->year_offset);
  day.month = static_cast<std::uint8_t>(found->month);
  day.day = static_cast<std::uint8_t>(found->day);
  return day;
}

}  // namespace huizong
