#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include <boost/filesystem/operations.hpp>

#include "archive/archive.hpp"
#include "base/error.hpp"

namespace huizong {

RunLock::RunLock(const Path& archive_folder) {
  boost::system::error_code failure;
  boost::filesystem::create_directories(archive_folder, failure);
  const std::string path = (archive_folder / "lock").string();
  handle_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (handle_ < 0) throw Error(ErrorKind::io, "error.file-unwritable", {{"path", path}, {"why", std::strerror(errno)}});
  if (::flock(handle_, LOCK_EX | LOCK_NB) != 0) {
    char who[64] = {};
    const ssize_t got = ::pread(handle_, who, sizeof who - 1, 0);
    ::close(handle_);
    throw Error(ErrorKind::busy, "error.busy", {{"who", got > 0 ? std::string(who, static_cast<std::size_t>(got)) : "?"}});
  }
  // The kernel frees the lock when the process dies, so a killed run leaves nothing to clean up.
  const std::string who = std::to_string(::getpid());
  if (::ftruncate(handle_, 0) != 0 || ::pwrite(handle_, who.data(), who.size(), 0) < 0) {
    // A lock whose holder cannot be named still locks.
  }
}

RunLock::~RunLock() {
  if (handle_ >= 0) ::close(handle_);
}

}  // namespace huizong
