#pragma once
// `diff`, `status` and `withdraw`: questions to the archive.

#include <optional>
#include <string>

#include "app/workspace.hpp"
#include "model/diff.hpp"
#include "model/status.hpp"

namespace huizong {

struct DiffOptions {
  std::string workspace, a, b, form, region;
};

/// Two periods, two submission ids or two files. *Errors*: Error(usage) where A and B are not of one kind or not known.
Diff compare(const DiffOptions& options, Catalogue& catalogue);

/// Completeness of a period, the newest where none is given. *Errors*: Error(usage, "error.no-period") for an empty archive.
Status status_of(const std::string& workspace, const std::optional<Period>& period, const std::string& now, Catalogue& catalogue);

void withdraw(const std::string& workspace, const std::string& id, const std::string& note, const std::string& by);

}  // namespace huizong
