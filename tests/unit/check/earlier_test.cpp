#include <doctest/doctest.h>

#include "build.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

Seen pair_of(Record now, Record base) {
  Seen seen;
  seen.now = {submission("a", "140902", "忻府区", {2024, 1, 12}, {std::move(now)})};
  seen.base = {submission("b", "140902", "忻府区", {2023, 1, 12}, {std::move(base)})};
  return seen;
}

}  // namespace

TEST_CASE("rules that read an earlier period") {
  const auto rule = at_most("tenants-fell", Severity::verify, column(5, When::year_end), column(5));
  struct Row {
    const char* what;
    const char* now;
    const char* base;
    const char* base_name;
    const char* rule;
    const char* figures;
  };
  const Row rows[] = {
      {"it holds", "5", "5", "甲", "", ""},
      {"it does not", "5", "6", "甲", "tenants-fell", "户数(2023) 6、户数 5"},
      {"a figure is missing then", "5", "—", "甲", "rule.undecided", "(none)"},
      {"a figure is missing now", "—", "5", "甲", "rule.undecided", "(none)"},
      {"the record is new", "5", "6", "乙", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    Seen seen = pair_of(record(4, "甲", "", "1", "", row.now, "1"), record(4, row.base_name, "", "1", "", row.base, "1"));
    seen.form.rules = {rule};
    seen.form.rules[0].column = 5;
    auto found = seen.check()["a"];
    if (*row.rule == 0) {
      CHECK(found.empty());
      continue;
    }
    REQUIRE(found.size() == 1);
    CHECK(found[0].rule == row.rule);
    CHECK(arg(found[0], "figures") == row.figures);
    if (found[0].rule != "rule.undecided") CHECK(cell(found[0]) == "F5");
  }
}

TEST_CASE("where the whole earlier period is absent, nothing is undecided") {
  Seen seen = pair_of(record(4, "甲", "", "1", "", "5", "1"), record(4, "甲", "", "1", "", "6", "1"));
  seen.form.rules = {at_most("tenants-fell", Severity::verify, column(5, When::base), column(5))};
  seen.base.clear();
  CHECK(seen.check().empty());
}

TEST_CASE("the same base is found under its county's former code, and under its city's table") {
  Seen seen;
  seen.form.rules = {at_most("tenants-fell", Severity::verify, column(5, When::base), column(5))};
  seen.period = {2018, 1, 12};
  seen.now = {submission("a", "140213", "平城区", {2018, 1, 12}, {record(4, "甲", "", "1", "", "5", "1")})};
  seen.base = {submission("b", "140202", "城区", {2017, 1, 12}, {record(4, "甲", "", "1", "", "6", "1")})};
  CHECK(of_rule(seen.check()["a"], "tenants-fell").size() == 1);
  seen.base = {submission("b", "140200", "大同市", {2017, 1, 12}, {record(4, "甲", "", "1", "", "6", "1")})};
  CHECK(of_rule(seen.check()["a"], "tenants-fell").size() == 1);
  // In another city the same name is another base.
  seen.base = {submission("b", "140902", "忻府区", {2017, 1, 12}, {record(4, "甲", "", "1", "", "6", "1")})};
  CHECK(seen.check().empty());
}

TEST_CASE("bands: the one record, by its region") {
  Seen seen = pair_of(record(4, "", "", "1", "", "5", "1"), record(4, "", "", "1", "", "6", "1"));
  seen.form.key.clear();
  seen.form.rules = {at_most("tenants-fell", Severity::verify, column(5, When::base), column(5))};
  CHECK(seen.check()["a"].size() == 1);
  seen.base[0].data.records[0].region = "140921";
  CHECK(seen.check().empty());
}

TEST_CASE("unit.magnitude: about ten thousand times, or its ten-thousandth") {
  struct Row { const char* now; const char* base; bool found; };
  const Row rows[] = {
      {"1200000", "120", true},   {"130", "1200000", true}, {"360000", "120", false}, {"3600000", "120", true},
      {"3600012", "120", false},  {"400012", "120", true},  {"0", "120", false},      {"1200000", "0", false},
      {"-1200000", "120", false}, {"240", "120", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.now);
    CAPTURE(row.base);
    Seen seen = pair_of(record(4, "甲", "", row.now, "", "1200000", "1"), record(4, "甲", "", row.base, "", "120", "1"));
    seen.form.magnitude = 10000;
    auto found = seen.check()["a"];
    CHECK(found.size() == (row.found ? 1 : 0));  // a count (户数) is no money
    if (found.empty()) continue;
    CHECK(found[0].rule == "unit.magnitude");
    CHECK(cell(found[0]) == "D5");
    CHECK(arg(found[0], "base") == row.base);
  }
}

TEST_CASE("yearly-change: more than doubled or less than half, from 10 on") {
  struct Row { const char* now; const char* base; bool found; };
  const Row rows[] = {{"20", "10", false}, {"21", "10", true}, {"5", "10", false},  {"4", "10", true},
                      {"100", "9", false}, {"0", "10", true},  {"—", "10", false}, {"30", "—", false}};
  for (const Row& row : rows) {
    CAPTURE(row.now);
    CAPTURE(row.base);
    Seen seen = pair_of(record(4, "甲", "", "1", "", row.now, "1"), record(4, "甲", "", "1", "", row.base, "1"));
    seen.form.yearly_change_over = 2;
    seen.form.yearly_change_from = 10;
    auto found = seen.check()["a"];
    CHECK(found.size() == (row.found ? 1 : 0));
    if (!found.empty()) CHECK(found[0].rule == "yearly-change");
  }
}

TEST_CASE("record.renamed: a new key beside one that is gone, under the same marks") {
  struct Row { const char* what; const char* unit; const char* base_unit; const char* base_region; bool found; };
  const Row rows[] = {
      {"the same operator", "甲公司（山西）", "甲 公司(山西)", "140902", true},
      {"the same operator, once in another county of the city", "甲公司", "甲公司", "140921", true},
      {"another operator", "甲公司", "乙公司", "140902", false},
      {"no operator given", "", "", "140902", false},
      {"in another city", "甲公司", "甲公司", "140213", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    Seen seen =
        pair_of(record(4, "新基地", row.unit, "1", "", "1", "1"), record(4, "旧基地", row.base_unit, "1", "", "1", "1"));
    seen.base[0].data.records[0].region = row.base_region;
    auto found = seen.check()["a"];
    CHECK(found.size() == (row.found ? 1 : 0));
    if (found.empty()) continue;
    CHECK(found[0].rule == "record.renamed");
    CHECK(cell(found[0]) == "B5");
    CHECK(arg(found[0], "from") == "旧基地");
    CHECK(arg(found[0], "to") == "新基地");
  }
}

TEST_CASE("a record that still stands beside a new one of the same operator was not renamed") {
  Seen seen = pair_of(record(4, "新基地", "甲公司", "1", "", "1", "1"), record(4, "旧基地", "甲公司", "1", "", "1", "1"));
  seen.now[0].data.records.push_back(seen.base[0].data.records[0]);
  CHECK(seen.check().empty());
}
