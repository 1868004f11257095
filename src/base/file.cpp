#include "base/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <boost/filesystem/operations.hpp>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include "base/error.hpp"

namespace huizong {
namespace {

[[noreturn]] void throw_unwritable(const Path& path, int code) {
  if (code == ENOSPC || code == EDQUOT) throw Error(ErrorKind::space, "error.no-space", {{"path", path.string()}});
  throw Error(ErrorKind::io, "error.file-unwritable", {{"path", path.string()}, {"why", std::strerror(code)}});
}

[[noreturn]] void throw_unreadable(const Path& path, int code) {
  throw Error(ErrorKind::io, "error.file-unreadable", {{"path", path.string()}, {"why", std::strerror(code)}});
}

/// Owns a file descriptor; close() where its failure matters, the destructor where it does not.
class Descriptor {
 public:
  Descriptor(const Path& path, int flags) : number_(::open(path.c_str(), flags | O_CLOEXEC, 0666)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }

  bool is_open() const { return number_ >= 0; }
  int number() const { return number_; }
  bool close() {
    const int number = number_;
    number_ = -1;
    return ::close(number) == 0;
  }

 private:
  int number_;
};

/// Zero, or the errno of what failed. `path` is created or cut to nothing first.
int write_bytes(const Path& path, std::string_view bytes, bool sync) {
  Descriptor file(path, O_WRONLY | O_CREAT | O_TRUNC);
  if (!file.is_open()) return errno;
  while (!bytes.empty()) {
    const ssize_t written = ::write(file.number(), bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) return errno;
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (sync && ::fsync(file.number()) != 0) return errno;
  return file.close() ? 0 : errno;
}

Path folder_of(const Path& path) {
  const Path folder = path.parent_path();
  return folder.empty() ? Path(".") : folder;
}

/// A rename lasts only when its folder is on the disk.
void sync_folder(const Path& folder) {
  const Descriptor handle(folder, O_RDONLY | O_DIRECTORY);
  if (!handle.is_open() || ::fsync(handle.number()) != 0) throw_unwritable(folder, errno);
}

Path beside(const Path& path, const std::string& suffix) {
  return folder_of(path) / ("." + path.filename().string() + suffix + std::to_string(::getpid()));
}

void rename_or_throw(const Path& from, const Path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) throw_unwritable(to, errno);
}

bool exchange(const Path& a, const Path& b) {
  return ::renameat2(AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE) == 0;
}

void remove_folder(const Path& folder) {
  boost::system::error_code failure;
  boost::filesystem::remove_all(folder, failure);
  if (failure) throw_unwritable(folder, failure.value());
}

/// For file systems that cannot exchange: two renames, the first undone where the second fails.
Path replace_in_two_steps(const Path& fresh, const Path& target) {
  const Path old = beside(target, ".old-");
  rename_or_throw(target, old);
  if (::rename(fresh.c_str(), target.c_str()) != 0) {
    const int code = errno;
    ::rename(old.c_str(), target.c_str());
    throw_unwritable(target, code);
  }
  return old;
}

}  // namespace

std::string read_file(const Path& path, std::size_t most_bytes) {
  const Descriptor file(path, O_RDONLY);
  struct stat status {};
  if (!file.is_open() || ::fstat(file.number(), &status) != 0) throw_unreadable(path, errno);
  // One byte more than it has: the read that finds the end needs room, and growing would hold the file twice.
  std::string bytes(std::min(static_cast<std::size_t>(status.st_size) + 1, most_bytes), '\0');
  std::size_t used = 0;
  while (used < most_bytes) {
    // Grew meanwhile, or has no size (a pipe).
    if (used == bytes.size()) bytes.resize(std::min(used + used / 2 + 4096, most_bytes));
    const ssize_t count = ::read(file.number(), bytes.data() + used, bytes.size() - used);
    if (count < 0 && errno != EINTR) throw_unreadable(path, errno);
    if (count == 0) break;
    if (count > 0) used += static_cast<std::size_t>(count);
  }
  bytes.resize(used);
  return bytes;
}

void write_file(const Path& path, std::string_view bytes) {
  const Path temporary = beside(path, ".tmp-");
  int code = write_bytes(temporary, bytes, true);
  if (code == 0 && ::rename(temporary.c_str(), path.c_str()) != 0) code = errno;
  if (code != 0) {
    ::unlink(temporary.c_str());
    throw_unwritable(path, code);
  }
  sync_folder(folder_of(path));
}

void write_file_unsynced(const Path& path, std::string_view bytes) {
  if (const int code = write_bytes(path, bytes, false); code != 0) throw_unwritable(path, code);
}

void sync_file_system(const Path& path) {
  const Descriptor handle(path, O_RDONLY);
  if (!handle.is_open() || ::syncfs(handle.number()) != 0) throw_unwritable(path, errno);
}

void swap_folder(const Path& fresh, const Path& target) {
  if (!boost::filesystem::exists(target)) {
    rename_or_throw(fresh, target);
    sync_folder(folder_of(target));
    return;
  }
  Path old = fresh;
  if (!exchange(fresh, target)) {
    if (errno != EINVAL && errno != ENOSYS) throw_unwritable(target, errno);
    old = replace_in_two_steps(fresh, target);
  }
  sync_folder(folder_of(target));
  remove_folder(old);
}

}  // namespace huizong
