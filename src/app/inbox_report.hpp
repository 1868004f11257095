#pragma once
// inbox.json: every file of the inbox and what became of it, each in exactly one bucket.

#include <vector>

#include "app/intake.hpp"
#include "app/period_book.hpp"

namespace huizong {

/// What became of each entry, in the order of the entries. `sightings` are the archive's.
std::vector<InboxFile> to_inbox_files(const std::vector<InboxEntry>& entries, const std::vector<Sighting>& sightings,
                                      const std::vector<std::string>& hashes, PeriodBook& book);

/// Findings of sightings that are in the inbox and name a period but no return: they stand in that period's report.
std::vector<Finding> unplaced_findings(const std::vector<InboxFile>& files);

}  // namespace huizong
