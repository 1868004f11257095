#pragma once
// A workspace: huizong.yaml with inbox/, archive/, reports/ and returned/ beside it; and where the data of the program lies.

#include <optional>
#include <string>
#include <vector>

#include "base/file.hpp"
#include "read/read.hpp"
#include "schema/load.hpp"

namespace huizong {

struct Workspace {
  Path root;
  Config config;

  Path inbox() const { return root / "inbox"; }
  Path archive() const { return root / "archive"; }
  Path reports() const { return root / "reports"; }
};

std::string_view program_version();

/// The limits of reading that a configuration sets.
ReadLimits to_limits(const Config& config);
/// For a command that reads one file after another: each may use all cores. The program's limits where there is no workspace.
ReadLimits to_limits_of_one(const std::optional<Workspace>& workspace);

/// The folder given, or the nearest upward from the current one that holds huizong.yaml. Nothing where there is none.
std::optional<Path> find_workspace(const std::string& given);
/// *Errors*: Error(usage, "error.no-workspace"), Error(config, …).
Workspace open_workspace(const std::string& given);

/// Folders that hold packs and regions, the first that has a file wins: the workspace's, HUIZONG_DATA's, the program's.
std::vector<Path> schema_folders(const std::optional<Path>& workspace);

/// *Errors*: Error(schema, …), Error(config, "error.no-pack") where the pack is not there.
Catalogue load_for(const Workspace& workspace);

/// Makes a workspace. *Errors*: Error(usage, "error.workspace-exists"), Error(usage, "error.no-pack"/"error.no-region").
void init_workspace(const Path& folder, const std::string& pack, const std::string& province, Lang lang);

/// --now or the clock, in the workspace's zone. *Errors*: Error(usage, "error.bad-moment").
Moment to_now(const std::string& given, int zone_minutes);
/// *Errors*: Error(usage, "error.bad-period").
std::optional<Period> to_period(const std::string& given);

}  // namespace huizong
