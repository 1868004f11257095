#include <fcntl.h>
#include <unistd.h>

#include <boost/filesystem/operations.hpp>
#include <set>

#include "archive/state.hpp"
#include "base/error.hpp"
#include "base/hash.hpp"

namespace huizong {
namespace fs = boost::filesystem;

Path original_path(const Path& folder, const std::string& sha256) {
  return folder / "files" / sha256.substr(0, 2) / sha256;
}

void store_originals(const Path& folder, const std::vector<Intake>& batch) {
  std::vector<std::pair<Path, Path>> renames;
  std::set<std::string> seen;
  for (const Intake& intake : batch) {
    const Path target = original_path(folder, intake.sighting.sha256);
    if (intake.sighting.sha256.empty() || !seen.insert(intake.sighting.sha256).second || fs::exists(target)) continue;
    fs::create_directories(target.parent_path());
    Path fresh = target;
    fresh += ".new";
    write_file_unsynced(fresh, intake.bytes);
    renames.emplace_back(fresh, target);
  }
  if (renames.empty()) return;
  sync_file_system(folder);
  for (const auto& [fresh, target] : renames) fs::rename(fresh, target);
  sync_file_system(folder);  // the names, before the database speaks of them
}

std::string Archive::read_original(const std::string& sha256) const {
  std::string bytes = read_file(original_path(state_->folder, sha256));
  if (huizong::sha256(bytes) != sha256) {
    throw Error(ErrorKind::archive, "error.archive-damaged", {{"file", "archive/files/" + sha256}, {"why", "why.hash-differs"}});
  }
  return bytes;
}

}  // namespace huizong
