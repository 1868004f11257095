#include <doctest/doctest.h>

#include "build.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

Seen versions(std::vector<Record> newer, std::vector<Record> older) {
  Seen seen;
  seen.now = {submission("new", "140902", "忻府区", {2024, 1, 12}, std::move(newer))};
  seen.others = {submission("old", "140902", "忻府区", {2024, 1, 12}, std::move(older))};
  seen.successions = {{0, 1}};
  return seen;
}

}  // namespace

TEST_CASE("version.superseded on the older, version.records-lost on the newer") {
  const Record a = record(4, "甲", "", "1", "", "1", "1"), b = record(5, "乙", "", "1", "", "1", "1");
  auto found = versions({b}, {a, b}).check();
  REQUIRE(found["old"].size() == 1);
  CHECK(found["old"][0].rule == "version.superseded");
  CHECK(found["old"][0].severity == Severity::info);
  CHECK(found["old"][0].file == "old.xlsx");
  CHECK(arg(found["old"][0], "newer") == "new.xlsx");
  REQUIRE(found["new"].size() == 1);
  CHECK(found["new"][0].rule == "version.records-lost");
  CHECK(found["new"][0].severity == Severity::verify);
  CHECK(arg(found["new"][0], "names") == "甲");
  CHECK(arg(found["new"][0], "total") == "1");

  found = versions({a, b}, {b}).check();
  CHECK(found.count("new") == 0);
  CHECK(found["old"].size() == 1);
}

TEST_CASE("where the older one goes on counting, it is told so, not superseded") {
  Seen seen = versions({}, {});
  std::swap(seen.now[0], seen.others[0]);  // now holds the old one, which counts
  seen.successions = {{1, 0}};
  auto found = seen.check();
  REQUIRE(found["old"].size() == 1);
  CHECK(found["old"][0].rule == "version.returned-newer");
  CHECK(arg(found["old"][0], "newer") == "new.xlsx");
  CHECK(found.count("new") == 0);
}
