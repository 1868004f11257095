// A newer version against the one it follows.

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "check/period_checks.hpp"

namespace huizong {
namespace {

/// Names of the older version's records that the newer one lacks, in the older one's order.
std::vector<std::string> lost_names(const Return& newer, const Return& older) {
  std::set<std::string> keys;
  for (const Record& record : newer.records) keys.insert(record.key);
  std::vector<std::string> names;
  for (const Record& record : older.records) {
    if (!record.key.empty() && keys.insert(record.key).second) names.push_back(record.name);
  }
  return names;
}

bool same_reporter(const Return& a, const Return& b) {
  return a.form == b.form && a.region == b.region && a.by_entity == b.by_entity &&
         (!a.by_entity || a.reporter == b.reporter);
}

}  // namespace

void check_versions(const PeriodView& view, FindingsById& found) {
  for (const Succession& pair : view.successions) {
    const ReturnPlace newer = place_of(view, *pair.newer);
    const auto names = lost_names(pair.newer->data, pair.older->data);
    if (!names.empty()) {
      found[pair.newer->id].push_back(finding_of(newer, "version.records-lost",
                                                 {{"total", std::to_string(names.size())}, {"names", join(names, "、")}}));
    }
    // Of those that go on counting, which may be older still, the newest stands returned; the others are superseded.
    const auto counted = std::find_if(view.now.begin(), view.now.end(), [&](const Submission* s) {
      return s != pair.newer && same_reporter(s->data, pair.newer->data);
    });
    const Submission* going_on = counted == view.now.end() ? nullptr : *counted;
    if (going_on != nullptr) {
      found[going_on->id].push_back(
          finding_of(place_of(view, *going_on), "version.returned-newer", {{"newer", pair.newer->file}}));
    }
    if (going_on != pair.older) {
      found[pair.older->id].push_back(
          finding_of(place_of(view, *pair.older), "version.superseded", {{"newer", pair.newer->file}}));
    }
  }
}

}  // namespace huizong
