// Verdict tables: which readings win, what groups come to, who has a table. Worked by hand.

#include "check/verdicts.hpp"

#include <doctest/doctest.h>

#include "../schema/folder.hpp"
#include "build.hpp"
#include "schema/load.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

const char* regions =
    "代码,一级行政区,二级行政区,名称,级别,状态,启用时间,变更/弃用时间,新代码\n"
    "990000,某省,,某省,省级,在用,1981,,\n990100,某省,某市,某市,地级,在用,1981,,\n990200,某省,远市,远市,地级,在用,1981,,\n";

const char* card =
    "id: card\ntitle: 申请表\ntitleWords: [申请]\nlayout: card\nreporter: {levels: [], entity: true}\nprimaryKey: name\n"
    "fields:\n  - {name: name, title: 名称, type: string}\n  - {name: staff, title: 人数, rollup: stock, unit: 人}\n";

const char* table =
    "id: table\ntitle: 汇总表\ntitleWords: [汇总]\nreporter: {levels: [city]}\nprimaryKey: name\ndeadlines: [{date: \"07-20\"}]\n"
    "fields:\n  - {name: name, title: 名称, type: string}\n  - {name: staff, title: 人数, rollup: stock, unit: 人}\n";

const std::string head =
    "id: review\ntitle: 表\nlayout: conditions\nuses: {card: card, table: table}\nrecords: [table]\nsubjects: [card, table]\n"
    "relaxed: [\"990200\"]\nconditions:\n";

Submission filed(const std::string& form, const std::string& region, const std::string& who, bool entity, std::vector<std::pair<std::string, std::string>> rows) {
  Submission s;
  s.id = form + region + who;
  s.file = s.id + ".xlsx";
  s.data.form = form;
  s.data.period = {2024, 1, 12};
  s.data.region = region;
  s.data.reporter = who;
  s.data.by_entity = entity;
  s.data.sheet = "Sheet1";
  for (const auto& [name, staff] : rows) {
    Record r;
    r.name = name;
    r.key = fold_label(name);
    r.row = static_cast<std::uint32_t>(s.data.records.size()) + 1;
    r.values = {text(name), staff.empty() ? Value{} : figure(staff)};
    for (std::uint32_t i = 0; i < 2; ++i) r.values[i].cell = {r.row, i};
    s.data.records.push_back(std::move(r));
  }
  return s;
}

struct World {
  TemporaryFolder folder;
  Catalogue catalogue;
  std::vector<Submission> now;
  bool over = true;

  explicit World(const std::string& conditions) {
    folder.put("regions/areacodes.csv", regions);
    folder.put("p/pack.yaml", "id: p\ntitle: 包\nprovince: \"990000\"\n");
    folder.put("p/card.yaml", card);
    folder.put("p/table.yaml", table);
    folder.put("p/review.yaml", head + conditions);
    catalogue = load_catalogue({folder.path}, "");
  }

  std::vector<VerdictTable> tables() {
    const Pack& pack = catalogue.packs[0];
    std::map<std::string, std::vector<const Submission*>> by_form;
    for (const Submission& s : now) by_form[s.data.form].push_back(&s);
    return to_verdicts({pack.verdict_forms[0], pack, catalogue.regions, {2024, 1, 12},
                        [&](const std::string& form, When when) { return when == When::now ? &by_form[form] : nullptr; },
                        [&](const std::string&, When, const std::string&) { return over; }});
  }
};

std::string word(World& world, std::size_t condition = 0) { return std::string(to_word(world.tables().at(0).rows.at(condition).judgement)); }

const char* two = "  - {id: staff, title: 人数, figure: [card.staff, table.staff], atLeast: 10, mayRelax: true}\n";

}  // namespace

TEST_CASE("of several readings those that can be told must agree") {
  struct Case { const char *card, *table, *wanted; };
  for (const auto& [in_card, in_table, wanted] : {Case{"12", "11", "pass"}, Case{"12", "9", "person"}, Case{"9", "9", "fail"},
                                                  Case{"", "12", "pass"}, Case{"", "9", "fail"}, Case{"", "", "undecided"}}) {
    CAPTURE(in_card);
    CAPTURE(in_table);
    World world(two);
    world.now = {filed("card", "990100", "甲平台", true, {{"甲平台", in_card}}), filed("table", "990100", "某市", false, {{"甲平台", in_table}})};
    CHECK(word(world) == wanted);
  }
}

TEST_CASE("a subject is one name in one city, and its figures keep their cells") {
  World world(two);
  world.now = {filed("card", "990100", "甲平台", true, {{"甲平台", "12"}}), filed("table", "990100", "某市", false, {{"乙平台", "50"}, {"甲平台", "11"}}),
               filed("table", "990200", "远市", false, {{"甲平台", "3"}})};
  const auto tables = world.tables();
  REQUIRE(tables.size() == 3);
  CHECK(tables[0].subject == "乙平台");
  CHECK(tables[1].subject == "甲平台");
  CHECK(tables[1].rows[0].figures == std::vector<std::string>{"12", "11"});
  CHECK(tables[1].rows[0].threshold == "10");
  REQUIRE(tables[1].rows[0].rests_on.size() == 2);
  CHECK(to_a1(tables[1].rows[0].rests_on[1].cells[0].first) == "B3");
  CHECK(tables[1].rows[0].rests_on[1].file == "table990100某市.xlsx");
  CHECK(tables[2].region == "990200");
  CHECK(to_word(tables[2].rows[0].judgement) == "person");  // 3 < 10, where the bar may be relaxed
}

TEST_CASE("what is held out does not count, and two that could be meant are told apart by nobody") {
  World world(two);
  world.now = {filed("card", "990100", "甲平台", true, {{"甲平台", "12"}}), filed("table", "990100", "某市", false, {{"甲平台", "5"}})};
  world.now[1].data.records[0].held_out = true;
  CHECK(word(world) == "pass");
  World twice("  - {id: staff, title: 人数, figure: table.staff, atLeast: 10}\n");
  twice.now = {filed("table", "990100", "某市", false, {{"甲平台", "50"}, {"甲平台", "5"}})};
  CHECK(word(twice) == "undecided");
  CHECK(twice.tables()[0].rows[0].reasons[0].id == "verdict.ambiguous");
}

TEST_CASE("an open question decides only where the rest does not") {
  struct Case { const char *check, *wanted; };
  for (const auto& [check, wanted] : {Case{"card.staff >= 10 or by_person", "pass"}, Case{"card.staff >= 20 or by_person", "person"},
                                      Case{"card.staff >= 20 or not_asked", "undecided"}, Case{"card.staff >= 20 and by_person", "fail"},
                                      Case{"table.staff >= 20 or by_person", "undecided"}}) {
    CAPTURE(check);
    World world(std::string("  - {id: a, title: 甲, check: ") + check + "}\n");
    world.now = {filed("card", "990100", "甲平台", true, {{"甲平台", "12"}})};
    CHECK(word(world) == wanted);
  }
}

TEST_CASE("a form that is not due yet is not told as missing") {
  World world("  - {id: a, title: 甲, check: filed(table)}\n");
  world.now = {filed("card", "990100", "甲平台", true, {{"甲平台", "12"}})};
  CHECK(word(world) == "fail");
  world.over = false;
  CHECK(word(world) == "undecided");
  CHECK(world.tables()[0].rows[0].reasons[0].id == "verdict.not-due");
}

TEST_CASE("groups are three-valued") {
  // a met, b not met, c a person's, d open, e does not apply
  const std::string members =
      "  - {id: a, title: 甲, check: card.staff > 1}\n  - {id: b, title: 乙, check: card.staff > 100}\n  - {id: c, title: 丙, judge: person}\n"
      "  - {id: d, title: 丁, judge: none}\n  - {id: e, title: 戊, check: card.staff > 1, where: card.staff > 100}\n";
  struct Case { const char *of, *wanted; };
  for (const auto& [of, wanted] : {Case{"of: [a, b], atLeast: 1", "pass"}, Case{"of: [a, b]", "fail"}, Case{"of: [a, c]", "person"},
                                   Case{"of: [a, c, d]", "undecided"}, Case{"of: [a, e]", "pass"}, Case{"of: [e]", "not-applicable"},
                                   Case{"of: [b, c, d], atLeast: 1", "person"}, Case{"of: [b, d], atLeast: 1", "undecided"},
                                   Case{"of: [b, c, d], atLeast: 3", "fail"}}) {
    CAPTURE(of);
    World world(members + "  - {id: g, title: 己, " + of + "}\n");
    world.now = {filed("card", "990100", "甲平台", true, {{"甲平台", "12"}})};
    CHECK(word(world, 5) == wanted);
  }
}
