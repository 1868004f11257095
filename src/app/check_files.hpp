#pragma once
// `check`: the same checks as a night's, for files anywhere; changes no archive, reads the workspace's where there is one.

#include <optional>
#include <string>
#include <vector>

#include "app/workspace.hpp"
#include "report/reports.hpp"

namespace huizong {

struct CheckOptions {
  std::string workspace;
  std::vector<std::string> files;
  std::optional<Period> period;
  std::string form, pack;
  bool ledger = false;  ///< what became of every cell
};

struct CheckResult {
  std::vector<CheckEntry> entries;  ///< one a return, one a file without any
  Catalogue catalogue;              ///< for putting the findings into words
  bool refused = false;             ///< a mandatory finding stands
};

/// *Errors*: Error(usage) for a file that is not there or a form or pack that nobody knows.
CheckResult check_files(const CheckOptions& options);

}  // namespace huizong
