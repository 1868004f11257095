// Rules over sets of rows: of the return itself, of another form of the same reporter, of earlier periods.

#include <doctest/doctest.h>

#include "build.hpp"
#include "schema/load.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

const char* roster_yaml = R"yaml(id: tenant-roster
title: "{year}年入驻企业名单"
titleWords: [名单]
reporter: {levels: [county], entity: true}
primaryKey: firm
fields:
  - {name: firm, title: 企业名称, type: string}
  - {name: staff, title: 职工人数, rollup: stock, unit: 人}
rules:
  - {id: many, severity: M, scope: return, check: "count(rows) >= 2"}
  - {id: share, severity: V, check: "staff <= 0.9 * sum(staff over rows)"}
  - {id: mean, severity: V, check: "sum(staff over rows) / (count(rows) - 2) < 100"}
)yaml";

Record firm(std::uint32_t row, const std::string& name, const std::string& staff) {
  Record r;
  r.name = name;
  r.key = fold_label(name);
  r.row = row;
  r.values = {text(name), figure(staff)};
  for (std::uint32_t i = 0; i < 2; ++i) r.values[i].cell = {row, i};
  return r;
}

std::vector<Finding> checked(const std::vector<Record>& records, bool nil = false) {
  const FormSpec form = parse_form(roster_yaml, "roster.yaml");
  Return data;
  data.form = "tenant-roster";
  data.period = {2024, 1, 12};
  data.records = records;
  data.nil_report = nil;
  return check_return(form, data, "a.xlsx");
}

/// base_form reading a roster: tenants must be its rows. Column 5 is 户数.
FormSpec reading_form(Op op = Op::count, When when = When::now) {
  FormSpec form = base_form();
  RowSource source{"roster", "tenant-roster", "入驻企业名单", false, parse_form(roster_yaml, "r").fields, nullptr};
  form.sources.push_back(source);
  Rule rule;
  rule.id = "tenants-are-rows";
  rule.severity = Severity::mandatory;
  rule.column = 5;
  rule.check.op = Op::equal;
  rule.check.type = ValueType::condition;
  Expression rows;
  rows.op = op;
  rows.source = 1;
  rows.when = when;
  rule.check.operands = {column(5), rows};
  form.rules.push_back(rule);
  return form;
}

struct Pair {
  RegionTree regions = tree();
  FormSpec form = reading_form();
  Submission base = submission("b1", "140921", "甲基地", {2024, 1, 12}, {record(3, "甲基地", "某公司", "1", "", "2", "1")});
  std::vector<Submission> rosters;

  std::vector<Finding> found() {
    base.data.by_entity = true;
    std::vector<const Submission*> filed;
    for (const Submission& s : rosters) filed.push_back(&s);
    auto all = check_period({form, regions, {2024, 1, 12}, {&base}, {}, {},
                             [&filed](const std::string& id, When when) {
                               return id == "tenant-roster" && when == When::now && !filed.empty() ? &filed : nullptr;
                             }});
    return all["b1"];
  }

  void file(const std::string& region, const std::string& reporter, std::size_t rows, bool by_entity = true) {
    std::vector<Record> records;
    for (std::size_t i = 0; i < rows; ++i) records.push_back(firm(static_cast<std::uint32_t>(i), "企业" + std::to_string(i), "1"));
    Submission s = submission("r" + std::to_string(rosters.size()), region, reporter, {2024, 1, 12}, records);
    s.data.form = "tenant-roster";
    s.data.by_entity = by_entity;
    rosters.push_back(s);
  }
};

}  // namespace

TEST_CASE("a rule over rows alone is decided once, and tells what it counted") {
  const auto findings = checked({firm(2, "甲", "10")});
  const auto many = of_rule(findings, "many");
  REQUIRE(many.size() == 1);
  CHECK(many[0]->scope == Scope::whole_return);
  CHECK(arg(*many[0], "told") == "1");
  CHECK(of_rule(findings, "share").size() == 1);
  CHECK(arg(*of_rule(findings, "share")[0], "figures") == "职工人数 10");
  CHECK(arg(*of_rule(findings, "share")[0], "told") == "10");
  CHECK(cell(*of_rule(findings, "share")[0]) == "B3");
}

TEST_CASE("a division by zero is said once a return, with its reason") {
  const auto findings = checked({firm(2, "甲", "10"), firm(3, "乙", "10")});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].rule == "rule.undecided");
  CHECK(arg(findings[0], "zero") == "mean");
  CHECK(arg(findings[0], "rules") == "(none)");
  CHECK(findings[0].state == FindingState::undecided);
}

TEST_CASE("a blank among the rows leaves what adds them up undecided") {
  const auto findings = checked({firm(2, "甲", "10"), firm(3, "乙", ""), firm(4, "丙", "5")});
  REQUIRE(findings.size() == 1);
  CHECK(arg(findings[0], "rules") == "share、mean");
}

TEST_CASE("a table that says there is nothing to report is not asked for rows") {
  CHECK(checked({}, true).empty());
  CHECK(of_rule(checked({}), "many").size() == 1);
}

TEST_CASE("the other form is that of the same reporter") {
  struct Case {
    const char* name;
    std::vector<std::pair<std::string, std::string>> rosters;  // region, reporter; as many rows as its place
    std::string expected;                                     // rule, and what it tells
  };
  const Case cases[] = {
      {"none was filed", {}, "rule.undecided"},
      {"its own", {{"140921", "甲基地"}}, "tenants-are-rows 1"},
      {"its own has as many rows", {{"140921", "乙基地"}, {"140921", "甲基地"}}, ""},
      {"another base's", {{"140921", "乙基地"}}, "rule.undecided"},
      {"the same base under its neighbour county", {{"140902", "甲 基地"}}, "tenants-are-rows 1"},
      {"a base of that name in another city", {{"140213", "甲基地"}}, "rule.undecided"},
      {"two that could be meant", {{"140921", "甲基地"}, {"140902", "甲基地"}}, "rule.undecided"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    Pair pair;
    for (const auto& [region, reporter] : c.rosters) pair.file(region, reporter, pair.rosters.size() + 1);
    const auto findings = pair.found();
    std::string seen;
    for (const Finding& f : findings) seen += f.rule + (f.rule == "rule.undecided" ? "" : " " + arg(f, "told"));
    CHECK(seen == c.expected);
  }
  Pair county;
  county.file("140921", "甲基地", 5, false);  // filed by the county: not the base's own
  CHECK(county.found().front().rule == "rule.undecided");
}

TEST_CASE("what an earlier period lacks is not asked for") {
  Pair pair;
  pair.form = reading_form(Op::count, When::base);
  pair.file("140921", "甲基地", 1);
  CHECK(pair.found().empty());
}

TEST_CASE("what two checks could not decide is one finding") {
  std::vector<Finding> findings(4);
  findings[0].rule = findings[2].rule = findings[3].rule = "rule.undecided";
  findings[1].rule = "other";
  findings[0].args = {{"rules", "a"}};
  findings[2].args = {{"rules", "b"}, {"zero", "c"}};
  findings[3].args = {{"zero", "d"}};
  merge_undecided(findings);
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].args == Args{{"rules", "a、b"}, {"zero", "c、d"}});
  CHECK(findings[1].rule == "other");
}

TEST_CASE("a row that stands twice, word for word, is told where the list has no key") {
  FormSpec form = parse_form(roster_yaml, "roster.yaml");
  form.rules.clear();
  struct Case {
    const char* name;
    std::vector<Record> rows;
    std::string cells;
  };
  const Case cases[] = {
      {"all differ", {firm(2, "甲", "10"), firm(3, "乙", "10")}, ""},
      {"one name, two figures", {firm(2, "甲", "10"), firm(3, "甲", "11")}, ""},
      {"a copy", {firm(2, "甲", "10"), firm(3, "乙", "10"), firm(4, "甲", "10")}, "A5 "},
      {"two copies", {firm(2, "甲", "10"), firm(3, "甲", "10"), firm(4, "甲", "10")}, "A4 A5 "},
      {"no names", {firm(2, "", "10"), firm(3, "", "10")}, ""},
      {"a blank is no zero", {firm(2, "甲", ""), firm(3, "甲", "0")}, ""},
  };
  for (const bool keyed : {false, true}) {
    form.key = keyed ? std::vector<int>{0} : std::vector<int>{};
    form.name_by = keyed ? std::vector<int>{} : std::vector<int>{0};
    for (const Case& c : cases) {
      CAPTURE(c.name);
      Return data;
      data.form = form.id;
      data.period = {2024, 1, 12};
      data.records = c.rows;
      for (std::size_t i = 0; i < data.records.size(); ++i) data.records[i].key += "#" + std::to_string(i);
      std::string cells;
      for (const Finding& f : check_return(form, data, "a.xlsx")) {
        if (f.rule == "cell.required") continue;  // of a name
        CHECK(f.rule == "row.duplicate-key");
        CHECK(f.severity == Severity::verify);
        cells += cell(f) + " ";
      }
      CHECK(cells == (keyed ? "" : c.cells));
    }
  }
}
