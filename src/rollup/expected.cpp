#include "rollup/expected.hpp"

#include <algorithm>

namespace huizong {

bool has_level(const FormSpec& form, Level level) {
  const auto& levels = form.reporter.levels;
  return std::find(levels.begin(), levels.end(), level) != levels.end();
}

bool is_from_counties(const FormSpec& form) { return has_level(form, Level::county) || has_level(form, Level::zone); }

std::vector<std::string> expected_regions(const FormSpec& form, const RegionTree& regions, const std::string& province,
                                          int year) {
  const ReporterSpec& reporter = form.reporter;
  // Only bases and platforms file it, of themselves.
  if (reporter.named || (reporter.levels.empty() && reporter.only.empty())) return {};
  const Level first = reporter.levels.empty() ? Level::city : reporter.levels.front();
  std::vector<std::string> codes;
  for (const Region* region : regions.below(province, year)) {
    bool expected = region->level == first || (region->level == Level::zone && has_level(form, Level::zone));
    if (first == Level::city && region->level == Level::county && region->parent == province) expected = true;
    if (!reporter.only.empty()) {
      expected = std::find(reporter.only.begin(), reporter.only.end(), region->code) != reporter.only.end();
    }
    if (expected) codes.push_back(region->code);
  }
  return codes;
}

}  // namespace huizong
