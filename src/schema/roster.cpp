#include "schema/roster.hpp"

#include <utility>

namespace huizong {
namespace {

/// Is the last day of the period one on which it had left the list?
bool is_off(const Record& row, int until, const Period& period) {
  if (until < 0 || period.year == 0) return false;
  const Value& value = row.values[static_cast<std::size_t>(until)];
  if (value.kind != ValueKind::date) return false;
  return std::pair(value.date.year, value.date.month) <= std::pair(period.year, period.last_month);
}

}  // namespace

std::optional<ListedReporter> listed_reporter(const FormSpec& form, const Record& row, const RegionTree& regions,
                                              std::string_view province, const Period& period) {
  const Roster& roster = form.reporter.roster;
  if (is_off(row, roster.until, period)) return std::nullopt;
  const std::string& place = row.values[static_cast<std::size_t>(roster.region)].text;
  const auto named = regions.named(place, province, period.year == 0 ? 9999 : period.year);
  return ListedReporter{row.values[static_cast<std::size_t>(roster.name)].text, named.size() == 1 ? named.front()->code : ""};
}

std::vector<ListedReporter> listed_reporters(const FormSpec& form, const RegionTree& regions, std::string_view province,
                                             const Period& period) {
  std::vector<ListedReporter> listed;
  if (form.reporter.roster.rows == nullptr) return listed;
  for (const Record& row : *form.reporter.roster.rows) {
    if (auto one = listed_reporter(form, row, regions, province, period)) listed.push_back(std::move(*one));
  }
  return listed;
}

}  // namespace huizong
