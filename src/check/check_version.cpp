// A newer version against the one it follows.

#include <algorithm>
#include <set>
#include <unordered_map>

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

/// Equal for the returns that replace each other.
std::string reporter_of(const Return& data) {
  return data.form + "\x1f" + data.region + (data.by_entity ? "\x1f" + data.reporter : "");
}

using ByReporter = std::unordered_map<std::string, std::vector<const Submission*>>;

ByReporter group_by_reporter(const std::vector<const Submission*>& submissions) {
  ByReporter by_reporter;
  for (const Submission* submission : submissions) by_reporter[reporter_of(submission->data)].push_back(submission);
  return by_reporter;
}

/// What counts beside a newer version; nullptr where nothing does.
const Submission* counted_beside(const ByReporter& now, const Submission& newer) {
  const auto found = now.find(reporter_of(newer.data));
  if (found == now.end()) return nullptr;
  const auto other = std::find_if(found->second.begin(), found->second.end(),
                                  [&newer](const Submission* s) { return s != &newer; });
  return other == found->second.end() ? nullptr : *other;
}

}  // namespace

void check_versions(const PeriodView& view, FindingsById& found) {
  if (view.successions.empty()) return;
  const ByReporter now = group_by_reporter(view.now);
  for (const Succession& pair : view.successions) {
    const ReturnPlace newer = place_of(view, *pair.newer);
    const auto names = lost_names(pair.newer->data, pair.older->data);
    if (!names.empty()) {
      found[pair.newer->id].push_back(finding_of(newer, "version.records-lost",
                                                 {{"total", std::to_string(names.size())}, {"names", join(names, "、")}}));
    }
    // Of those that go on counting, which may be older still, the newest stands returned; the others are superseded.
    const Submission* going_on = counted_beside(now, *pair.newer);
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
