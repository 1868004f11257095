#include <doctest/doctest.h>

#include "build.hpp"

using namespace huizong;
using namespace huizong::test;

TEST_CASE("a clean return has no findings") {
  auto s = submission("a", "140902", "忻府区", {2024, 1, 12}, {record(4, "甲基地", "甲公司", "10.5", "—", "3", "2")});
  CHECK(check_return(base_form(), s.data, s.file).empty());
}

TEST_CASE("a finding is filled in with everything that the return knows") {
  auto s = submission("a", "140902", "忻府区", {2024, 1, 6}, {record(4, "甲基地", "", "10.5", "—", "-3", "2")});
  const auto findings = check_return(base_form(), s.data, "in/a.xlsx");
  REQUIRE(findings.size() == 1);
  const Finding& f = findings[0];
  CHECK(f.rule == "cell.out-of-range");
  CHECK(f.severity == Severity::mandatory);
  CHECK(f.scope == Scope::whole_return);
  CHECK(f.form == "base-situation");
  CHECK(f.period == "2024H1");
  CHECK(f.region == "140902");
  CHECK(f.reporter == "忻府区");
  CHECK(f.file == "in/a.xlsx");
  CHECK(f.sheet == "Sheet1");
  CHECK(cell(f) == "F5");
  CHECK(f.column == "户数");
  CHECK(f.key == "甲基地");
  CHECK(arg(f, "value") == "-3");
  CHECK(arg(f, "least") == "0");
  CHECK_FALSE(s.data.records[0].held_out);
}

TEST_CASE("cells: bounds, whole numbers, required, lists") {
  struct Row {
    const char* what;
    const char* tenants;
    const char* revenue;
    const char* unit;
    const char* rule;
    const char* at;
  };
  const Row rows[] = {
      {"a count with a fraction", "3.5", "1", "甲", "cell.out-of-range", "F5"},
      {"the bound itself is allowed", "0", "1", "甲", "", ""},
      {"money may have a fraction", "3", "1.25", "甲", "", ""},
      {"above the greatest", "3", "1000.1", "甲", "cell.out-of-range", "D5"},
      {"a blank that is asked for", "3", "", "甲", "cell.required", "D5"},
      {"a blank that is not", "", "1", "甲", "", ""},
      {"not in the list", "3", "1", "戊", "cell.not-in-list", "C5"},
      {"in the list, typed otherwise", "3", "1", " “乙” ", "", ""},
  };
  FormSpec form = base_form();
  form.fields[3].maximum = 1000;
  form.fields[3].needs_value = true;
  form.fields[2].allowed = {"甲", "乙"};
  for (const Row& row : rows) {
    CAPTURE(row.what);
    auto s = submission("a", "140902", "忻府区", {2024, 1, 12},
                        {record(4, "甲基地", row.unit, row.revenue, "", row.tenants, "1")});
    const auto findings = check_return(form, s.data, s.file);
    if (*row.rule == 0) {
      CHECK(findings.empty());
    } else {
      REQUIRE(findings.size() == 1);
      CHECK(findings[0].rule == row.rule);
      CHECK(cell(findings[0]) == row.at);
    }
  }
}

TEST_CASE("a cell that was not understood is no blank, and a blank key is required") {
  auto s = submission("a", "140902", "忻府区", {2024, 1, 12}, {record(4, "", "甲", "1", "", "3", "1")});
  s.data.records[0].values[5].kind = ValueKind::bad;
  s.data.records[0].values[3].kind = ValueKind::not_applicable;
  FormSpec form = base_form();
  form.fields[5].needs_value = true;
  form.fields[3].needs_value = true;
  const auto findings = check_return(form, s.data, s.file);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].rule == "cell.required");
  CHECK(cell(findings[0]) == "B5");
}

TEST_CASE("one key twice: at both places, and both are held out where rows are") {
  const std::vector<Record> records{record(4, "甲基地", "", "1", "", "1", "1"), record(5, "乙基地", "", "1", "", "1", "1"),
                                    record(8, "甲 基地", "", "1", "", "1", "1")};
  for (const Scope scope : {Scope::whole_return, Scope::row}) {
    FormSpec form = base_form();
    form.mandatory_scope = scope;
    auto s = submission("a", "140902", "忻府区", {2024, 1, 12}, records);
    const auto findings = check_return(form, s.data, s.file);
    REQUIRE(findings.size() == 2);
    for (const Finding& finding : findings) {
      CHECK(finding.rule == "row.duplicate-key");
      CHECK(finding.scope == scope);
      CHECK(arg(finding, "rows") == "5、9");
    }
    CHECK(cell(findings[0]) == "B5");
    CHECK(cell(findings[1]) == "B9");
    CHECK(s.data.records[0].held_out == (scope == Scope::row));
    CHECK_FALSE(s.data.records[1].held_out);
    CHECK(s.data.records[2].held_out == (scope == Scope::row));
  }
}

TEST_CASE("a long list is told as a short one: check by check, each in the order of the rows") {
  FormSpec form = base_form();
  form.rules = {at_most("grew", Severity::verify, column(3), column(3, When::above)),
                at_most("partners-over-tenants", Severity::verify, column(6), column(5))};
  std::vector<Record> records;
  for (std::uint32_t i = 0; i < 100; ++i) {
    const std::string name = "基地" + std::to_string(i == 70 ? 2 : i);
    records.push_back(record(i, name, "", i == 32 || i == 64 ? "5" : "1", "", i == 40 || i == 5 ? "-1" : "3", i == 31 || i == 90 ? "4" : "-2"));
  }
  auto s = submission("a", "140902", "忻府区", {2024, 1, 12}, std::move(records));
  std::string told;
  for (const Finding& f : check_return(form, s.data, s.file)) told += f.rule + " " + cell(f) + "; ";
  CHECK(told == "cell.out-of-range F6; cell.out-of-range F41; row.duplicate-key B3; row.duplicate-key B71; grew D33; grew D65; "
                "partners-over-tenants G32; partners-over-tenants G91; ");
}

TEST_CASE("rules: a broken one names its figures, an undecided one is said once a return") {
  FormSpec form = base_form();
  form.rules = {at_most("partners-over-tenants", Severity::mandatory, column(6), column(5)),
                at_most("revenue-over-tenants", Severity::verify, column(3), column(5))};
  form.rules[1].scope = Scope::cell;
  auto s = submission("a", "140902", "忻府区", {2024, 1, 12},
                      {record(4, "甲基地", "", "1", "", "2", "3"), record(5, "乙基地", "", "9.50", "", "2", "—"),
                       record(6, "丙基地", "", "—", "", "2", "—")});
  const auto findings = check_return(form, s.data, s.file);
  REQUIRE(findings.size() == 3);
  CHECK(findings[0].rule == "partners-over-tenants");
  CHECK(findings[0].scope == Scope::whole_return);
  CHECK(cell(findings[0]) == "G5");
  CHECK(arg(findings[0], "figures") == "机构 3、户数 2");
  CHECK(findings[1].rule == "revenue-over-tenants");
  CHECK(findings[1].scope == Scope::cell);
  CHECK(findings[1].key == "乙基地");
  CHECK(arg(findings[1], "figures") == "金额 9.5、户数 2");
  CHECK(findings[2].rule == "rule.undecided");
  CHECK(findings[2].state == FindingState::undecided);
  CHECK(findings[2].severity == Severity::info);
  CHECK(arg(findings[2], "rules") == "partners-over-tenants、revenue-over-tenants");
}

TEST_CASE("a mandatory rule of a roster holds its record out, and only that") {
  FormSpec form = base_form();
  form.mandatory_scope = Scope::row;
  form.rules = {at_most("partners-over-tenants", Severity::mandatory, column(6), column(5))};
  auto s = submission("a", "140902", "忻府区", {2024, 1, 12},
                      {record(4, "甲基地", "", "1", "", "2", "3"), record(5, "乙基地", "", "1", "", "2", "1")});
  const auto findings = check_return(form, s.data, s.file);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].scope == Scope::row);
  CHECK(s.data.records[0].held_out);
  CHECK_FALSE(s.data.records[1].held_out);
}

TEST_CASE("a rule of scope return speaks once") {
  FormSpec form = base_form();
  form.rules = {at_most("partners-over-tenants", Severity::verify, column(6), column(5))};
  form.rules[0].scope = Scope::whole_return;
  auto s = submission("a", "140902", "忻府区", {2024, 1, 12},
                      {record(4, "甲基地", "", "1", "", "2", "2"), record(5, "乙基地", "", "1", "", "2", "3"),
                       record(6, "丙基地", "", "1", "", "2", "4")});
  const auto findings = check_return(form, s.data, s.file);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].key == "乙基地");
}

TEST_CASE("labels that stand twice carry the header above them") {
  FormSpec form = base_form();
  form.fields[5].path = {"利润", "金额"};
  form.rules = {at_most("profit-over-revenue", Severity::verify, column(5), column(3))};
  auto s = submission("a", "140902", "忻府区", {2024, 1, 12}, {record(4, "甲基地", "", "1", "", "2", "2")});
  const auto findings = check_return(form, s.data, s.file);
  REQUIRE(findings.size() == 1);
  CHECK(arg(findings[0], "figures") == "利润/金额 2、收入/金额 1");
}

TEST_CASE("what was found while reading takes the form's scope too") {
  for (const Scope scope : {Scope::whole_return, Scope::row}) {
    FormSpec form = base_form();
    form.mandatory_scope = scope;
    auto s = submission("a", "140902", "忻府区", {2024, 1, 12},
                        {record(4, "甲基地", "", "1", "", "2", "3"), record(5, "乙基地", "", "1", "", "2", "1")});
    std::vector<Finding> findings{make_finding("cell.not-a-number"), make_finding("cell.normalised"),
                                  make_finding("header.missing-column")};
    findings[0].cell = findings[1].cell = CellRef{5, 3};
    for (Finding& finding : findings) finding.sheet = s.data.sheet;
    settle_mandatory(form, s.data, findings);
    CHECK(findings[0].scope == scope);
    CHECK(findings[1].scope == Scope::cell);
    CHECK(findings[2].scope == Scope::whole_return);
    CHECK_FALSE(s.data.records[0].held_out);
    CHECK(s.data.records[1].held_out == (scope == Scope::row));
  }
}
