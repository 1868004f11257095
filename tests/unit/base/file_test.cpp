#include "base/file.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <doctest/doctest.h>

#include <boost/filesystem/operations.hpp>

#include "base/error.hpp"

using namespace huizong;
namespace fs = boost::filesystem;

namespace {

struct Scratch {
  Path folder = fs::temp_directory_path() / fs::unique_path("huizong-%%%%%%%%");
  Scratch() { fs::create_directories(folder); }
  ~Scratch() {
    boost::system::error_code ignored;
    fs::remove_all(folder, ignored);
  }
};

std::size_t count_entries(const Path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

template <class Action>
Message message_of(ErrorKind kind, Action action) {
  try {
    action();
  } catch (const Error& error) {
    CHECK(error.kind() == kind);
    return error.message();
  }
  FAIL("no error");
  return {};
}

}  // namespace

TEST_CASE("file: what is written is read, and no temporary file stays") {
  const Scratch scratch;
  const Path path = scratch.folder / "上报.bin";
  const std::string bytes("a\0b\r\n\xff", 6);
  write_file(path, bytes);
  CHECK(read_file(path) == bytes);
  write_file(path, "");
  CHECK(read_file(path).empty());
  write_file_unsynced(path, std::string(100'000, 'x'));
  CHECK(read_file(path) == std::string(100'000, 'x'));
  write_file_unsynced(path, "short");
  CHECK(read_file(path) == "short");
  sync_file_system(path);
  CHECK(count_entries(scratch.folder) == 1);
}

TEST_CASE("file: what fails names the path and leaves the old file") {
  const Scratch scratch;
  const Path missing = scratch.folder / "none" / "a.txt";
  const auto unread = message_of(ErrorKind::io, [&] { read_file(missing); });
  CHECK(unread.id == "error.file-unreadable");
  REQUIRE(unread.args.size() == 2);
  CHECK(unread.args[0] == std::pair<std::string, std::string>{"path", missing.string()});
  CHECK(message_of(ErrorKind::io, [&] { read_file(scratch.folder); }).id == "error.file-unreadable");
  CHECK(message_of(ErrorKind::io, [&] { write_file(missing, "x"); }).id == "error.file-unwritable");

  const Path taken = scratch.folder / "taken";
  fs::create_directories(taken / "inside");
  CHECK(message_of(ErrorKind::io, [&] { write_file(taken, "x"); }).id == "error.file-unwritable");
  CHECK(fs::exists(taken / "inside"));
  CHECK(count_entries(scratch.folder) == 1);
}

TEST_CASE("file: a full disk is told apart") {
  if (!fs::exists("/dev/full")) return;
  const auto message = message_of(ErrorKind::space, [] { write_file_unsynced("/dev/full", "x"); });
  CHECK(message.id == "error.no-space");
  CHECK(message.args == Args{{"path", "/dev/full"}});
}

TEST_CASE("file: a folder is swapped in whole") {
  const Scratch scratch;
  const Path fresh = scratch.folder / ".fresh";
  const Path target = scratch.folder / "2024";
  const auto fill = [&](const char* name) {
    fs::create_directories(fresh / "summary");
    write_file_unsynced(fresh / "summary" / name, name);
  };
  fill("first");
  swap_folder(fresh, target);
  CHECK(read_file(target / "summary" / "first") == "first");
  fill("second");
  swap_folder(fresh, target);
  CHECK(read_file(target / "summary" / "second") == "second");
  CHECK_FALSE(fs::exists(target / "summary" / "first"));
  CHECK(count_entries(scratch.folder) == 1);

  CHECK(message_of(ErrorKind::io, [&] { swap_folder(fresh, target); }).id == "error.file-unwritable");
  CHECK(fs::exists(target / "summary" / "second"));
}
