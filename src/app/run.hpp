#pragma once
// The nightly job: inbox to archive to reports. One bad file never stops the others.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/progress.hpp"
#include "app/workspace.hpp"
#include "model/status.hpp"

namespace huizong {

struct RunOptions {
  std::string workspace;  ///< --workspace; empty: search upward
  std::string inbox;      ///< --inbox; empty: the workspace's
  std::optional<Period> period;
  std::string now, as_of;  ///< RFC 3339; empty: the clock, everything
  unsigned jobs = 0;       ///< 0: as many as the machine has
  bool dry_run = false;
};

struct RunResult {
  std::vector<InboxFile> files;
  std::vector<Period> reported;            ///< periods whose reports were written (or would be, in a dry run)
  std::vector<Finding> standing_mandatory; ///< for files in the inbox, new or old
  int new_files = 0;
  Lang language = Lang::zh;                ///< of the reports

  int exit_code() const { return standing_mandatory.empty() ? 0 : 1; }
};

/// *Errors*: Error of every kind but input.
RunResult run(const RunOptions& options, Progress& progress);

std::string to_run_json(const RunResult& result);

}  // namespace huizong
