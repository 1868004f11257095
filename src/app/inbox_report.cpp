#include "app/inbox_report.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace huizong {
namespace {

using SightingKey = std::pair<std::string, std::string>;  // file, sha256

struct Placed {
  const Submission* submission;
  Bucket bucket;
};

/// Where every submission of the archive stands, by id.
std::unordered_map<std::string, Placed> to_standing_by_id(PeriodBook& book) {
  std::unordered_map<std::string, Placed> by_id;
  for (const Period& period : book.periods()) {
    for (const Standing& s : book.at(period).standings) by_id[s.submission->id] = {s.submission, s.bucket};
  }
  return by_id;
}

InboxReturn to_inbox_return(const Placed& placed, Bucket bucket) {
  const Submission& s = *placed.submission;
  return {s.data.form, to_text(s.data.period), s.data.region, s.data.reporter, s.data.sheet, bucket, s.id};
}

/// Returns that could not be filed under a period or reporter are known by their findings alone.
void add_unplaced_returns(const Sighting& sighting, InboxFile& file) {
  for (const Finding& f : sighting.findings) {
    if (f.form.empty()) continue;
    const auto same = [&f](const InboxReturn& r) { return r.form == f.form && r.sheet == f.sheet && r.submission.empty(); };
    if (std::any_of(file.returns.begin(), file.returns.end(), same)) continue;
    file.returns.push_back({f.form, f.period, f.region, f.reporter, f.sheet, Bucket::returned, ""});
  }
}

Bucket to_bucket(Look look) {
  if (look == Look::changing) return Bucket::unfinished;
  return look == Look::unreadable || look == Look::too_large ? Bucket::unreadable : Bucket::passed_over;
}

void set_bucket(InboxFile& file, const std::optional<Bucket>& own) {
  file.bucket = own.value_or(Bucket::passed_over);
  for (const InboxReturn& one : file.returns) file.bucket = std::min(file.bucket, one.bucket);
}

}  // namespace

std::vector<InboxFile> to_inbox_files(const std::vector<InboxEntry>& entries, const std::vector<Sighting>& sightings,
                                      const std::vector<std::string>& hashes, PeriodBook& book) {
  std::map<SightingKey, const Sighting*> by_file;
  for (const Sighting& s : sightings) by_file[{s.file, s.sha256}] = &s;
  const auto standing = to_standing_by_id(book);
  std::unordered_map<std::string, std::string> shown_by;  // submission id -> the file of the inbox that stands for it
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto found = by_file.find({entries[i].file, hashes[i]});
    if (hashes[i].empty() || found == by_file.end()) continue;
    for (const std::string& id : found->second->submissions) {
      const auto placed = standing.find(id);
      const bool original = placed != standing.end() && placed->second.submission->file == entries[i].file;
      if (original) shown_by[id] = entries[i].file;
      else shown_by.try_emplace(id, entries[i].file);
    }
  }
  std::vector<InboxFile> files;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    InboxFile file{entries[i].file, Bucket::passed_over, entries[i].size_bytes, hashes[i], {}, {}};
    const auto found = by_file.find({entries[i].file, hashes[i]});
    if (hashes[i].empty() || found == by_file.end()) {
      file.bucket = to_bucket(entries[i].look);
      file.findings.push_back(finding_of(entries[i]));
      number_findings(file.findings);
      files.push_back(std::move(file));
      continue;
    }
    for (const std::string& id : found->second->submissions) {
      const auto placed = standing.find(id);
      if (placed == standing.end()) continue;
      const bool copy = shown_by[id] != entries[i].file && placed->second.bucket != Bucket::withdrawn;
      if (copy) {
        Finding finding = make_finding("file.duplicate", {{"same", shown_by[id]}});
        finding.file = entries[i].file;
        finding.sheet = placed->second.submission->data.sheet;
        file.findings.push_back(std::move(finding));
      }
      file.returns.push_back(to_inbox_return(placed->second, copy ? Bucket::duplicate : placed->second.bucket));
    }
    add_unplaced_returns(*found->second, file);
    set_bucket(file, found->second->bucket);
    file.findings.insert(file.findings.end(), found->second->findings.begin(), found->second->findings.end());
    number_findings(file.findings);
    files.push_back(std::move(file));
  }
  return files;
}

std::vector<Finding> unplaced_findings(const std::vector<InboxFile>& files) {
  std::vector<Finding> all;
  for (const InboxFile& file : files) {
    for (const Finding& f : file.findings) {
      if (!f.period.empty()) all.push_back(f);
    }
  }
  return all;
}

}  // namespace huizong
