#include <doctest/doctest.h>

#include <boost/filesystem/operations.hpp>
#include <chrono>
#include <csignal>
#include <stdexcept>
#include <sys/resource.h>

#include "base/error.hpp"
#include "write/write.hpp"

using namespace huizong;
namespace fs = boost::filesystem;

namespace {

struct Folder {
  Path path = fs::temp_directory_path() / fs::unique_path("write-test-%%%%%%%%");
  Folder() { fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }
};

Book book_of(std::uint32_t rows, std::uint32_t columns) {
  Book book;
  Sheet& sheet = book.sheets.emplace_back();
  sheet.name = "大表";
  for (std::uint32_t row = 0; row < rows; ++row) {
    for (std::uint32_t column = 0; column < columns; ++column) {
      Content content = Decimal(row * 31 + column);
      if (column % 5 == 0) content = "企业" + std::to_string(row % 977);
      sheet.cells.push_back({{row, column}, std::move(content), 0, "", ""});
    }
  }
  return book;
}

std::size_t count_files(const Path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("a folder that is not there is an error, and names the file") {
  try {
    write_xlsx(book_of(1, 1), "/nonexistent-folder/a.xlsx");
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::io);
    CHECK(error.message().id == "error.file-unwritable");
    CHECK(error.message().args.at(0).second == "/nonexistent-folder/a.xlsx");
  }
}

TEST_CASE("a file that cannot grow is an error, the old one stays, nothing is left behind") {
  const Folder folder;
  const Path path = folder.path / "a.xlsx";
  write_xlsx(book_of(2, 2), path);
  const auto size = fs::file_size(path);
  rlimit old{};
  getrlimit(RLIMIT_FSIZE, &old);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  const rlimit small{20000, old.rlim_max};
  setrlimit(RLIMIT_FSIZE, &small);
  CHECK_THROWS_AS(write_xlsx(book_of(2000, 20), path), Error);
  setrlimit(RLIMIT_FSIZE, &old);
  std::signal(SIGXFSZ, handler);
  CHECK(fs::file_size(path) == size);
  CHECK(count_files(folder.path) == 1);
}

TEST_CASE("lists that a validation cannot hold are refused") {
  const Folder folder;
  Book book = book_of(1, 1);
  Validation validation;
  validation.range = {{1, 0}, {9, 0}};
  SUBCASE("comma") { validation.list = {"a,b"}; }
  SUBCASE("too long") { validation.list = std::vector<std::string>(60, "农业产业化"); }
  book.sheets[0].validations = {validation};
  CHECK_THROWS_AS(write_xlsx(book, folder.path / "a.xlsx"), std::logic_error);
  CHECK(count_files(folder.path) == 0);
}

TEST_CASE("a list of 255 Chinese characters fits") {
  const Folder folder;
  Book book = book_of(1, 1);
  Validation validation;
  validation.range = {{1, 0}, {9, 0}};
  validation.list = std::vector<std::string>(64, "农业县");  // 64 * 3 + 63 commas
  book.sheets[0].validations = {validation};
  CHECK_NOTHROW(write_xlsx(book, folder.path / "a.xlsx"));
}

TEST_CASE("30,000 rows of 25 cells do not keep anybody waiting") {
  const Folder folder;
  const Book book = book_of(30000, 25);
  const auto start = std::chrono::steady_clock::now();
  write_xlsx(book, folder.path / "a.xlsx");
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  MESSAGE("seconds: " << seconds.count());
  CHECK(seconds.count() < 20);  // generous: debug builds and busy machines
}
