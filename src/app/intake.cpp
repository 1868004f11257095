#include "app/intake.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <boost/filesystem/operations.hpp>
#include <chrono>
#include <cstring>
#include <map>
#include <thread>

#include "base/error.hpp"
#include "base/text.hpp"

namespace huizong {
namespace fs = boost::filesystem;
namespace {

bool is_partial_name(const std::string& name) {
  for (const char* end : {".part", ".crdownload", ".tmp", ".download", ".partial", ".filepart"}) {
    if (name.size() > std::strlen(end) && name.ends_with(end)) return true;
  }
  return false;
}

Look look_of(const std::string& name, std::int64_t size_bytes) {
  if (name.starts_with("~$") || name.starts_with(".~")) return Look::lock_file;
  if (name.starts_with(".")) return Look::hidden;
  if (is_partial_name(name)) return Look::partial;
  return size_bytes == 0 ? Look::empty : Look::settled;
}

void add_entry(std::vector<InboxEntry>& entries, const Path& inbox, const Path& path, bool inside_hidden) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return;  // gone between listing and looking
  InboxEntry entry;
  entry.file = path.lexically_relative(inbox).generic_string();
  entry.path = path;
  entry.size_bytes = status.st_size;
  entry.mtime_ns = status.st_mtim.tv_sec * 1'000'000'000LL + status.st_mtim.tv_nsec;
  entry.look = inside_hidden ? Look::hidden : look_of(path.filename().string(), status.st_size);
  entries.push_back(std::move(entry));
}

bool is_inside_hidden(const Path& relative) {
  for (const Path& part : relative.parent_path()) {
    if (part.string().starts_with(".") && part != ".") return true;
  }
  return false;
}

}  // namespace

std::vector<InboxEntry> look_at(const Path& inbox) {
  boost::system::error_code failure;
  std::vector<InboxEntry> entries;
  fs::recursive_directory_iterator walk(inbox, failure), end;
  if (failure) throw Error(ErrorKind::io, "error.file-unreadable", {{"path", inbox.string()}, {"why", failure.message()}});
  for (; walk != end; walk.increment(failure)) {
    if (failure) throw Error(ErrorKind::io, "error.file-unreadable", {{"path", inbox.string()}, {"why", failure.message()}});
    add_entry(entries, inbox, walk->path(), is_inside_hidden(walk->path().lexically_relative(inbox)));
  }
  std::sort(entries.begin(), entries.end(),
            [](const InboxEntry& a, const InboxEntry& b) { return compare_natural(a.file, b.file) < 0; });
  return entries;
}

std::vector<InboxEntry> look_twice(const Path& inbox, int settle_milliseconds,
                                   const std::function<void(const std::vector<InboxEntry>&)>& meanwhile) {
  const auto start = std::chrono::steady_clock::now();
  std::vector<InboxEntry> first = look_at(inbox);
  meanwhile(first);
  std::this_thread::sleep_until(start + std::chrono::milliseconds(settle_milliseconds));
  std::map<std::string, const InboxEntry*> seen;
  for (const InboxEntry& entry : first) seen[entry.file] = &entry;
  std::vector<InboxEntry> second = look_at(inbox);
  for (InboxEntry& entry : second) {
    const auto before = seen.find(entry.file);
    const bool same = before != seen.end() && before->second->size_bytes == entry.size_bytes &&
                      before->second->mtime_ns == entry.mtime_ns;
    if (!same && (entry.look == Look::settled || entry.look == Look::empty)) entry.look = Look::changing;
  }
  return second;
}

Finding finding_of(const InboxEntry& entry) {
  static constexpr std::string_view whys[] = {"", "", "why.lock-file", "why.hidden-file", "why.empty-file", "why.partial-file"};
  const auto to_finding = [&entry] {
    if (entry.look == Look::changing) return make_finding("file.changing");
    if (entry.look == Look::unreadable) return make_finding("file.unreadable", {{"why", "why.no-permission"}});
    if (entry.look == Look::too_large) return make_finding("file.too-large", {{"limit", std::to_string(entry.limit_bytes)}});
    return make_finding("file.passed-over", {{"why", std::string(whys[static_cast<std::size_t>(entry.look)])}});
  };
  Finding finding = to_finding();
  finding.file = entry.file;
  return finding;
}

}  // namespace huizong
