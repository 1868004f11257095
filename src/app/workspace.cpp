#include "app/workspace.hpp"

#include <boost/filesystem/operations.hpp>
#include <chrono>
#include <cstdlib>
#include <thread>

#include "base/error.hpp"

namespace huizong {
namespace fs = boost::filesystem;

std::string_view program_version() { return HUIZONG_VERSION; }

ReadLimits to_limits(const Config& config) {
  return {config.file_bytes, config.part_bytes, config.string_bytes, config.entries};
}

ReadLimits to_limits_of_one(const std::optional<Workspace>& workspace) {
  ReadLimits limits = workspace ? to_limits(workspace->config) : ReadLimits();
  limits.threads = std::max(1u, std::thread::hardware_concurrency());
  return limits;
}

std::optional<Path> find_workspace(const std::string& given) {
  if (!given.empty()) return fs::exists(Path(given) / "huizong.yaml") ? std::optional(Path(given)) : std::nullopt;
  for (Path folder = fs::current_path(); !folder.empty(); folder = folder.parent_path()) {
    if (fs::exists(folder / "huizong.yaml")) return folder;
  }
  return std::nullopt;
}

Workspace open_workspace(const std::string& given) {
  const auto root = find_workspace(given);
  if (!root) throw Error(ErrorKind::usage, "error.no-workspace", {{"path", given.empty() ? fs::current_path().string() : given}});
  const Path file = *root / "huizong.yaml";
  return {*root, parse_config(read_file(file), file.string())};
}

std::vector<Path> schema_folders(const std::optional<Path>& workspace) {
  std::vector<Path> folders;
  if (workspace) folders.push_back(*workspace / "schemas");
  if (const char* data = std::getenv("HUIZONG_DATA")) folders.push_back(Path(data) / "schemas");
  boost::system::error_code failure;
  const Path program = fs::read_symlink("/proc/self/exe", failure);
  if (!failure) folders.push_back(program.parent_path().parent_path() / "share/huizong/schemas");
  folders.push_back(Path(HUIZONG_SOURCE_DIR) / "schemas");
  std::erase_if(folders, [](const Path& folder) { return !fs::is_directory(folder); });
  return folders;
}

Catalogue load_for(const Workspace& workspace) {
  Catalogue catalogue = load_catalogue(schema_folders(workspace.root), workspace.config.pack);
  if (!catalogue.pack(workspace.config.pack)) {
    throw Error(ErrorKind::config, "error.no-pack", {{"value", workspace.config.pack}});
  }
  return catalogue;
}

void init_workspace(const Path& folder, const std::string& pack, const std::string& province, Lang lang) {
  if (fs::exists(folder / "huizong.yaml")) throw Error(ErrorKind::usage, "error.workspace-exists", {{"path", folder.string()}});
  const Catalogue catalogue = load_catalogue(schema_folders(std::nullopt), pack);
  const Pack* found = catalogue.pack(pack);
  if (!found) throw Error(ErrorKind::usage, "error.no-pack", {{"value", pack}});
  const std::string code = province.empty() ? found->province : province;
  if (!catalogue.regions.find(code)) throw Error(ErrorKind::usage, "error.no-region", {{"value", code}});
  for (const char* name : {"inbox", "archive", "reports", "returned"}) fs::create_directories(folder / name);
  write_file(folder / "huizong.yaml", to_config_yaml(pack, code, lang));
}

Moment to_now(const std::string& given, int zone_minutes) {
  if (given.empty()) {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::seconds>(now).count(), static_cast<std::int16_t>(zone_minutes)};
  }
  auto moment = parse_moment(given);
  if (!moment) throw Error(ErrorKind::usage, "error.bad-moment", {{"value", given}});
  moment->zone_minutes = static_cast<std::int16_t>(zone_minutes);
  return *moment;
}

std::optional<Period> to_period(const std::string& given) {
  if (given.empty()) return std::nullopt;
  const auto period = parse_period(given);
  if (!period) throw Error(ErrorKind::usage, "error.bad-period", {{"value", given}});
  return period;
}

}  // namespace huizong
