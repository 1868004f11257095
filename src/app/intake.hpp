#pragma once
// Looking at the inbox: what is there, what is still being written, what is passed over. Only reads.

#include <functional>
#include <string>
#include <vector>

#include "base/file.hpp"
#include "model/status.hpp"

namespace huizong {

enum class Look : std::uint8_t { settled, changing, lock_file, hidden, empty, partial, unreadable, too_large };

struct InboxEntry {
  std::string file;  ///< relative to the inbox, with /
  Path path;
  std::int64_t size_bytes = 0;
  std::int64_t mtime_ns = 0;
  Look look = Look::settled;
  std::size_t limit_bytes = 0;  ///< that a too_large file exceeds

  std::int64_t mtime_seconds() const { return mtime_ns / 1'000'000'000; }
};

/// One look: every file below `inbox`, in natural order of names.
/// *Errors*: Error(io, "error.file-unreadable") where the inbox itself cannot be read.
std::vector<InboxEntry> look_at(const Path& inbox);

/// Looks, does `meanwhile` with what it saw, looks again `settle` after the first look: what changed between is `changing`.
std::vector<InboxEntry> look_twice(const Path& inbox, int settle_milliseconds,
                                   const std::function<void(const std::vector<InboxEntry>&)>& meanwhile);

/// The finding for an entry that is passed over or unfinished.
Finding finding_of(const InboxEntry& entry);

}  // namespace huizong
