#include <doctest/doctest.h>

#include "build.hpp"

using namespace huizong;
using namespace huizong::test;

TEST_CASE("levels that differ: one finding a record, on the higher level's return") {
  Seen seen;
  const Period period{2024, 1, 12};
  seen.now = {submission("county", "140902", "忻府区", period,
                         {record(4, "甲", "", "100", "", "5", "1"), record(5, "乙", "", "7", "", "2", "1")}),
              submission("city", "140900", "忻州市", period,
                         {record(9, "甲", "", "120.5", "", "6", "1"), record(10, "乙", "", "7", "", "2", "1")})};
  seen.now[1].data.form = "base-summary";
  auto found = seen.check();
  CHECK(found.count("county") == 0);
  REQUIRE(found["city"].size() == 1);
  const Finding& f = found["city"][0];
  CHECK(f.rule == "levels-differ");
  CHECK(f.severity == Severity::verify);
  CHECK(f.form == "base-summary");
  CHECK(f.key == "甲");
  CHECK(cell(f) == "D10");
  CHECK(arg(f, "figures") == "收入/金额 120.5 / 100、户数 6 / 5");
  CHECK(arg(f, "names") == "忻州市 / 忻府区");
}

TEST_CASE("a base's own return is the lowest level; a figure that one level lacks differs") {
  Seen seen;
  const Period period{2024, 1, 12};
  seen.now = {submission("county", "140902", "忻府区", period, {record(4, "甲", "", "—", "", "5", "1")}),
              submission("base", "140902", "甲", period, {record(4, "甲", "", "100", "", "5", "1")})};
  seen.now[1].data.by_entity = true;
  auto found = seen.check();
  CHECK(found.count("base") == 0);
  REQUIRE(found["county"].size() == 1);
  CHECK(arg(found["county"][0], "figures") == "收入/金额 — / 100");
  seen.form.levels_differ.clear();
  CHECK(seen.check().empty());
}

TEST_CASE("one record from two reporters of a level is laid to both; in another city it is another record") {
  Seen seen;
  const Period period{2024, 1, 12};
  const std::vector<Record> same{record(4, "甲", "", "100", "", "5", "1")};
  seen.now = {submission("x", "140902", "忻府区", period, same), submission("y", "140921", "定襄县", period, same),
              submission("z", "140213", "平城区", period, same)};
  auto found = seen.check();
  CHECK(found.count("z") == 0);
  for (const auto& [id, other] : {std::pair{"x", "定襄县"}, std::pair{"y", "忻府区"}}) {
    CAPTURE(id);
    REQUIRE(found[id].size() == 1);
    CHECK(found[id][0].rule == "row.duplicate-key");
    CHECK(found[id][0].severity == Severity::mandatory);
    CHECK(found[id][0].scope == Scope::whole_return);
    CHECK(cell(found[id][0]) == "B5");
    CHECK(arg(found[id][0], "names") == other);
  }
}
