#include "archive/archive.hpp"

#include <doctest/doctest.h>

#include <boost/filesystem/operations.hpp>
#include <fstream>

#include "base/error.hpp"
#include "base/hash.hpp"

using namespace huizong;
namespace fs = boost::filesystem;

namespace {

struct Folder {
  Path path = fs::temp_directory_path() / fs::unique_path("huizong-%%%%%%%%");
  Folder() { fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }
};

Submission one_submission(const std::string& id, const std::string& bytes) {
  Submission s;
  s.id = id;
  s.sha256 = sha256(bytes);
  s.file = "2024/忻府区.xlsx";
  s.size_bytes = static_cast<std::int64_t>(bytes.size());
  s.mtime = 1724000000;
  s.data.form = "base-situation";
  s.data.period = {2024, 1, 12};
  s.data.region = "140902";
  s.data.reporter = "忻府区";
  s.data.present = {true, false};
  Record r;
  r.key = "甲";
  r.name = "甲";
  r.values = Values(2);
  r.values[0].kind = ValueKind::figure;
  r.values[0].number = 7;
  r.values[0].cell = {4, 1};
  s.data.records.push_back(r);
  return s;
}

Intake intake_of(const Submission& s, const std::string& bytes) {
  Intake intake;
  intake.sighting = {s.file, s.sha256, s.size_bytes, s.mtime, "f", {s.id}, {}, std::nullopt};
  intake.bytes = bytes;
  intake.submissions = {s};
  return intake;
}

const Moment first_night{1724600000, 480};
const Moment second_night{1724700000, 480};

}  // namespace

TEST_CASE("what is stored comes back, with the first night's time for good") {
  Folder folder;
  const Submission s = one_submission("aaaaaaaaaaaa", "bytes");
  {
    Archive archive(folder.path, true);
    archive.store({intake_of(s, "bytes")}, first_night);
    archive.store({intake_of(s, "bytes")}, second_night);
  }
  Archive archive(folder.path, true);
  const auto back = archive.submissions({2024, 1, 12});
  REQUIRE(back.size() == 1);
  CHECK(back[0].received == first_night);
  CHECK(back[0].data.records.size() == 1);
  CHECK(back[0].data.records[0].values[0].number == Decimal(7));
  CHECK(archive.read_original(s.sha256) == "bytes");
  CHECK(archive.periods() == std::vector<Period>{{2024, 1, 12}});
  CHECK(archive.sightings().size() == 1);
}

TEST_CASE("rows and totals of a card's block come back as such") {
  Folder folder;
  Submission s = one_submission("aaaaaaaaaaaa", "bytes");
  Record row = s.data.records[0];
  row.block = "investors";
  row.key = row.name = "云谷公司";
  row.values[0].cell = {8, 3};
  s.data.block_records.push_back(row);
  FiledTotal total;
  total.block = "investors";
  total.row = 10;
  total.last_record = 1;
  total.values = row.values;
  s.data.totals.push_back(total);
  Archive archive(folder.path, true);
  archive.store({intake_of(s, "bytes")}, first_night);
  const auto back = archive.submissions({2024, 1, 12});
  REQUIRE(back.size() == 1);
  CHECK(back[0].data.records.size() == 1);
  REQUIRE(back[0].data.block_records.size() == 1);
  CHECK(back[0].data.block_records[0].block == "investors");
  CHECK(back[0].data.block_records[0].name == "云谷公司");
  CHECK(back[0].data.block_records[0].values[0].cell == CellRef{8, 3});
  REQUIRE(back[0].data.totals.size() == 1);
  CHECK(back[0].data.totals[0].block == "investors");
  CHECK(back[0].data.totals[0].last_record == 1);
}

TEST_CASE("an original that was changed on the disk is not handed out") {
  Folder folder;
  const Submission s = one_submission("aaaaaaaaaaaa", "bytes");
  Archive archive(folder.path, true);
  archive.store({intake_of(s, "bytes")}, first_night);
  std::ofstream((folder.path / "files" / s.sha256.substr(0, 2) / s.sha256).string()) << "bytez";
  CHECK_THROWS_AS(archive.read_original(s.sha256), Error);
}

TEST_CASE("a copy in memory leaves the disk alone") {
  Folder folder;
  Archive copy(folder.path / "none", false);
  copy.store({intake_of(one_submission("aaaaaaaaaaaa", "b"), "b")}, first_night);
  CHECK(copy.submissions({2024, 1, 12}).size() == 1);
  CHECK_FALSE(fs::exists(folder.path / "none"));
}

TEST_CASE("withdrawing marks, once, and keeps the return") {
  Folder folder;
  Archive archive(folder.path, true);
  archive.store({intake_of(one_submission("abcd00000000", "1"), "1"), intake_of(one_submission("abce00000000", "2"), "2")}, first_night);
  CHECK(to_full_id(archive, "abcd") == "abcd00000000");
  CHECK_THROWS_AS(to_full_id(archive, "abc"), Error);
  CHECK_THROWS_AS(to_full_id(archive, "ff"), Error);
  archive.withdraw("abcd00000000", "错投", "王", second_night);
  CHECK(archive.submission("abcd00000000")->withdrawn);
  CHECK_THROWS_AS(archive.withdraw("abcd00000000", "again", "", second_night), Error);
}

TEST_CASE("a damaged database is said to be damaged") {
  Folder folder;
  std::ofstream((folder.path / "huizong.db").string()) << std::string(8192, 'x');
  try {
    Archive archive(folder.path, true);
    FAIL("opened");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::archive);
  }
}

TEST_CASE("a second run is told who holds the lock") {
  Folder folder;
  RunLock lock(folder.path);
  try {
    RunLock second(folder.path);
    FAIL("locked twice");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::busy);
  }
}
