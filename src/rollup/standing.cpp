#include "rollup/standing.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/text.hpp"

namespace huizong {
namespace {

/// Only these replace each other. A region's name may belong to several regions, so its code stands for it.
std::string reporter_of(const Return& data) {
  return data.form + "\x1f" + to_text(data.period) + "\x1f" + data.region + "\x1f" + (data.by_entity ? data.reporter : "");
}

bool comes_before(const Submission& a, const Submission& b) {
  const auto when = [](const Submission& s) { return std::tuple(s.received.seconds, s.mtime); };
  if (when(a) != when(b)) return when(a) < when(b);
  const int names = compare_natural(a.file, b.file);
  return names != 0 ? names < 0 : a.id < b.id;
}

/// What the checks of one return found wrong, for telling a mended version from a copy.
std::vector<std::string> faults_of(const Submission& s) {
  std::vector<std::string> faults;
  for (const Finding& f : s.findings) {
    if (f.severity != Severity::info) faults.push_back(f.rule + "\x1f" + f.column + "\x1f" + f.key);
  }
  std::sort(faults.begin(), faults.end());
  return faults;
}

/// The same content or figures again. Where a wrong total or unit line was mended, the figures are the same but the faults
/// are not: that is a version.
bool repeats(const Submission& later, const Submission& earlier) {
  const bool same_figures = !later.figures_hash.empty() && later.figures_hash == earlier.figures_hash;
  const bool same_content =
      !later.sha256.empty() && later.sha256 == earlier.sha256 && later.data.sheet == earlier.data.sheet;
  return (same_figures || same_content) && faults_of(later) == faults_of(earlier);
}

using Group = std::vector<Standing*>;  // oldest first

/// Versions and duplicates. A copy is one of the version right before it: a return to older figures is a new version.
Group number_versions(const Group& all) {
  Group versions;
  int version = 0;
  for (Standing* standing : all) {
    if (standing->submission->withdrawn) {
      standing->bucket = Bucket::withdrawn;
      standing->version = ++version;
      continue;
    }
    if (!versions.empty() && repeats(*standing->submission, *versions.back()->submission)) {
      standing->bucket = Bucket::duplicate;
      standing->version = versions.back()->version;
      continue;
    }
    standing->version = ++version;
    standing->follows = versions.empty() ? nullptr : versions.back()->submission;
    versions.push_back(standing);
  }
  return versions;
}

void decide(const Group& versions, const std::function<bool(const Submission&)>& refused,
            const std::function<bool(const Submission&)>& pending) {
  if (versions.empty()) return;
  for (Standing* standing : versions) standing->bucket = Bucket::superseded;
  Standing& newest = *versions.back();
  newest.newest = true;
  if (refused(*newest.submission)) newest.bucket = Bucket::returned;
  const auto good = std::find_if(versions.rbegin(), versions.rend(), [&](Standing* s) { return !refused(*s->submission); });
  if (good == versions.rend()) return;
  Standing& counted = **good;
  counted.counted = true;
  counted.newer_returned = !counted.newest;
  counted.bucket = pending(*counted.submission) ? Bucket::pending : Bucket::accepted;
}

}  // namespace

std::vector<Standing> decide_standing(const std::vector<const Submission*>& all,
                                      const std::function<bool(const Submission&)>& refused,
                                      const std::function<bool(const Submission&)>& pending, std::optional<Moment> as_of) {
  std::vector<Standing> standings;
  for (const Submission* submission : all) {
    if (as_of && *as_of < submission->received) continue;
    Standing standing;
    standing.submission = submission;
    standings.push_back(standing);
  }
  std::map<std::string, Group> groups;
  for (Standing& standing : standings) groups[reporter_of(standing.submission->data)].push_back(&standing);
  for (auto& [reporter, group] : groups) {
    std::sort(group.begin(), group.end(),
              [](const Standing* a, const Standing* b) { return comes_before(*a->submission, *b->submission); });
    decide(number_versions(group), refused, pending);
  }
  return standings;
}

}  // namespace huizong
