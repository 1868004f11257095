#include <doctest/doctest.h>

#include "build.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

struct Office {
  FormSpec form = base_form();
  Pack pack;
  RegionTree regions = tree();
  std::deque<Submission> filed;
  std::vector<Standing> standings;
  std::vector<std::string> nil_owed, exempt;
  std::string now = "2024-08-22T02:00:00+08:00";

  Office() {
    form.deadlines = {{0, 0, 0, 8, 25, {}, {}, {}}, {0, 0, 0, 8, 20, {"140900"}, {}, {}}};
    pack = pack_of(form);
  }

  Standing& file(const std::string& id, const std::string& region, const std::string& reporter,
                 std::vector<Record> records) {
    filed.push_back(submission(id, region, reporter, {2024, 1, 12}, std::move(records)));
    standings.push_back(counted(filed.back()));
    return standings.back();
  }

  /// `form region reporter state late records`, one a unit.
  std::vector<std::string> units() {
    StatusInput input{pack, regions, "140000", {2024, 1, 12}, at(now), standings, nil_owed, exempt, {&pack.forms[0]},
                      [](const Submission&) { return FindingCounts{0, 1, 2}; }};
    std::vector<std::string> all;
    for (const Unit& u : to_status(input).units) {
      all.push_back(u.form + " " + u.region + " " + u.reporter + " " + std::string(to_word(u.state)) + " " +
                    (u.late ? *u.late ? "late" : "in time" : "null") + " " + std::to_string(u.records));
    }
    return all;
  }
};

}  // namespace

TEST_CASE("everybody expected has a unit; the missing are late after their deadline") {
  Office office;
  office.exempt = {"140214"};
  // on 22 August 忻州's counties are late (20 August), the others are not (25 August)
  CHECK(office.units() == std::vector<std::string>{"base-situation 140213 平城区 missing in time 0",
                                                   "base-situation 140214 云冈区 exempt in time 0",
                                                   "base-situation 140902 忻府区 missing late 0",
                                                   "base-situation 140921 定襄县 missing late 0",
                                                   "base-situation 140900-jkq 忻州经济开发区 missing late 0"});
  office.now = "2024-08-20T23:59:59+08:00";
  CHECK(office.units()[2] == "base-situation 140902 忻府区 missing in time 0");
  office.pack.forms[0].deadlines.clear();
  CHECK(office.units()[2] == "base-situation 140902 忻府区 missing null 0");
}

TEST_CASE("states of those who filed") {
  Office office;
  office.file("a", "140213", "平城区", {record("戊", "1", "1", "1")}).bucket = Bucket::pending;
  office.file("b", "140902", "忻府区", {record("甲", "1", "1", "1"), record("乙", "1", "1", "1")});
  office.filed.back().received = at("2024-08-21T02:00:00+08:00");
  Standing& returned = office.file("c", "140921", "定襄县", {record("丁", "1", "1", "1")});
  returned.counted = false;
  returned.bucket = Bucket::returned;
  office.file("d", "140900-jkq", "忻州经济开发区", {});
  office.filed.back().data.nil_report = true;
  CHECK(office.units() == std::vector<std::string>{"base-situation 140213 平城区 pending in time 1",
                                                   "base-situation 140214 云冈区 missing in time 0",
                                                   "base-situation 140902 忻府区 accepted late 2",
                                                   "base-situation 140921 定襄县 returned in time 1",
                                                   "base-situation 140900-jkq 忻州经济开发区 nil in time 0"});
}

TEST_CASE("a county is covered by its bases' own returns and by its city's table") {
  Office office;
  office.file("base", "140902", "甲", {record("甲", "1", "1", "1")});
  office.filed.back().data.by_entity = true;
  office.file("city", "140900", "忻州市", {record("丁", "1", "1", "1"), record("甲", "1", "1", "1")}).bucket =
      Bucket::pending;
  office.filed.back().data.form = "base-summary";
  office.filed.back().data.records[0].region = "140921";
  CHECK(office.units() ==
        std::vector<std::string>{
            "base-situation 140213 平城区 missing in time 0", "base-situation 140214 云冈区 missing in time 0",
            "base-summary 140900 忻州市 pending in time 2", "base-situation 140902 甲 accepted in time 1",
            "base-situation 140902 甲 accepted in time 1", "base-summary 140921 忻州市 pending in time 1",
            "base-situation 140900-jkq 忻州经济开发区 missing late 0"});
}

TEST_CASE("a county's own table of the other form is its return") {
  Office office;
  office.file("t", "140902", "忻府区", {record("甲", "1", "1", "1")});
  office.filed.back().data.form = "base-summary";
  CHECK(office.units()[2] == "base-summary 140902 忻府区 accepted in time 1");
  CHECK(office.units().size() == 5);
}

TEST_CASE("units carry version, file, arrival and counts; only the newest version stands") {
  Office office;
  Standing& old = office.file("old", "140902", "忻府区", {record("甲", "1", "1", "1")});
  old.newest = old.counted = false;
  old.bucket = Bucket::superseded;
  office.file("new", "140902", "忻府区", {record("甲", "1", "1", "1")}).version = 2;
  StatusInput input{office.pack, office.regions, "140000", {2024, 1, 12}, at(office.now), office.standings, {}, {},
                    {&office.pack.forms[0]}, [](const Submission&) { return FindingCounts{0, 1, 2}; }};
  const Status status = to_status(input);
  REQUIRE(status.units.size() == 5);
  const Unit& unit = status.units[2];
  CHECK(unit.version == 2);
  CHECK(unit.file == "new.xlsx");
  CHECK(unit.name == "忻府区");
  CHECK(unit.received == "2024-08-01T02:00:00+08:00");
  CHECK(unit.findings.verify == 1);
  CHECK(unit.findings.info == 2);
}

TEST_CASE("deadlines by span and year, periods by form") {
  FormSpec form = base_form();
  form.half_yearly = true;
  form.deadlines = {{1, 6, 0, 7, 20, {}, {}, {}}, {1, 12, 1, 1, 30, {}, {}, {}}};
  const RegionTree regions = tree();
  CHECK(to_text(*deadline_of(form, {2024, 1, 6}, "140900", regions)) == "2024-07-20");
  CHECK(to_text(*deadline_of(form, {2024, 1, 12}, "140900", regions)) == "2025-01-30");
  CHECK_FALSE(deadline_of(form, {2024, 1, 9}, "140900", regions));
  CHECK(is_due(form, {2024, 1, 6}));
  CHECK(is_due(form, {2024, 1, 12}));
  CHECK_FALSE(is_due(form, {2024, 1, 9}));
  form.half_yearly = false;
  CHECK_FALSE(is_due(form, {2024, 1, 6}));
}

TEST_CASE("bases that a list says must file have a unit each; one that has left the list has none") {
  Office office;
  FormSpec& form = office.pack.forms[0];
  form.reporter.named = true;
  std::vector<Record> rows;
  const auto add = [&rows](const char* name, const char* place, const char* until) {
    Record row;
    row.values = {text(name), text(place), text(until)};
    if (*until != '\0') {
      row.values[2].kind = ValueKind::date;
      row.values[2].date = *parse_date(until);
    }
    rows.push_back(std::move(row));
  };
  add("云谷双创基地", "忻府区", "");
  add("星火双创基地", "忻州经济开发区", "");
  add("旧双创基地", "定襄县", "2024-12-31");
  add("新双创基地", "定襄县", "2025-01-01");
  form.reporter.roster = {std::make_shared<const std::vector<Record>>(rows), 0, 1, 2};
  office.file("a", "140902", "云谷 双创基地", {record("甲", "1", "", "")});
  office.filed.back().data.by_entity = true;
  CHECK(office.units() == std::vector<std::string>{"base-situation 140902 云谷 双创基地 accepted in time 1",
                                                   "base-situation 140921 新双创基地 missing late 0",
                                                   "base-situation 140900-jkq 星火双创基地 missing late 0"});
}
