#include "model/finding.hpp"

#include <doctest/doctest.h>

#include <set>
#include <stdexcept>

using namespace huizong;

namespace {

Finding example() {
  Finding finding = make_finding("cell.not-a-number", {{"value", "约100"}});
  finding.form = "base-situation";
  finding.period = "2024H1";
  finding.region = "140900";
  finding.reporter = "忻州市";
  finding.file = "忻州市/报表.xlsx";
  finding.sheet = "Sheet1";
  finding.cell = CellRef{4, 2};
  finding.column = "营业收入（万元）";
  finding.key = "甲基地";
  return finding;
}

std::string id_with(void (*change)(Finding&)) {
  Finding finding = example();
  change(finding);
  return to_finding_id(finding);
}

}  // namespace

TEST_CASE("finding: the program's rules") {
  std::set<std::string_view> ids;
  int mandatory = 0, verify = 0, info = 0;
  for (const ProgramRule& rule : program_rules()) {
    CHECK_MESSAGE(ids.insert(rule.id).second, rule.id);
    ++(rule.severity == Severity::mandatory ? mandatory : rule.severity == Severity::verify ? verify : info);
  }
  // Counted in the table of the interface; unit.converted stands there twice and is counted as info.
  CHECK(mandatory == 22);
  CHECK(verify == 11);
  CHECK(info == 13);

  const Finding finding = make_finding("row.duplicate-key", {{"key", "甲"}});
  CHECK(finding.severity == Severity::mandatory);
  CHECK(finding.scope == Scope::row);
  CHECK(finding.state == FindingState::open);
  CHECK(finding.args == Args{{"key", "甲"}});
  CHECK(make_finding("sheet.ignored").scope == Scope::file);
  CHECK(make_finding("unit.converted").severity == Severity::info);
  CHECK(make_finding("rule.undecided").state == FindingState::undecided);
  CHECK_THROWS_AS(make_finding("no.such-rule"), std::logic_error);
}

TEST_CASE("finding: identity outlives a new version of the return") {
  const std::string id = to_finding_id(example());
  CHECK(id.size() == 12);
  CHECK(id.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(id_with([](Finding& f) { f.file = "忻州市/报表（改）.xlsx"; }) == id);
  CHECK(id_with([](Finding& f) { f.sheet = "Sheet2"; }) == id);
  CHECK(id_with([](Finding& f) { f.cell = CellRef{9, 2}; }) == id);
  CHECK(id_with([](Finding& f) { f.args.clear(); }) == id);
  CHECK(id_with([](Finding& f) { f.state = FindingState::accepted; }) == id);
}

TEST_CASE("finding: whatever tells two findings apart is in the identity") {
  std::set<std::string> ids{to_finding_id(example())};
  using Change = void (*)(Finding&);
  const Change changes[] = {
      [](Finding& f) { f.rule = "cell.required"; },
      [](Finding& f) { f.form = "other"; },
      [](Finding& f) { f.period = "2023H1"; },
      [](Finding& f) { f.region = "140902"; },
      [](Finding& f) { f.reporter = "忻府区"; },
      [](Finding& f) { f.column = "从业人员（人）"; },
      [](Finding& f) { f.key = "乙基地"; },
      [](Finding& f) { f.reporter = ""; },
      [](Finding& f) { f.reporter = "", f.file = "b.xlsx"; },
      [](Finding& f) { f.form = ""; },
      [](Finding& f) { f.form = "", f.sheet = "Sheet2"; },
      [](Finding& f) { f.key = ""; },
      [](Finding& f) { f.key = "", f.cell = CellRef{9, 2}; },
      [](Finding& f) { f.key = "", f.cell.reset(); },
      [](Finding& f) { f.key = "", f.cell.reset(), f.column = f.key; },
      [](Finding& f) { f.column = f.key, f.key = "", f.cell.reset(); },
  };
  int number = 0;
  for (const Change change : changes) {
    CAPTURE(number++);
    CHECK(ids.insert(id_with(change)).second);
  }
}

TEST_CASE("finding: equal identities get ids of their own, the same on every run") {
  std::vector<Finding> findings{example(), example(), example()};
  number_findings(findings);
  CHECK(findings[0].id == to_finding_id(example()));
  CHECK(findings[1].id != findings[0].id);
  CHECK(findings[2].id != findings[1].id);
  CHECK(findings[2].id != findings[0].id);
  const auto first = findings;
  number_findings(findings);
  for (std::size_t i = 0; i < findings.size(); ++i) CHECK(findings[i].id == first[i].id);
}

TEST_CASE("finding: words and letters") {
  CHECK(to_letter(Severity::mandatory) == "M");
  CHECK(to_letter(Severity::verify) == "V");
  CHECK(to_letter(Severity::info) == "I");
  CHECK(parse_severity("V") == Severity::verify);
  CHECK(parse_severity("M") == Severity::mandatory);
  CHECK(parse_severity("I") == Severity::info);
  CHECK_FALSE(parse_severity("m"));
  CHECK_FALSE(parse_severity(""));
  CHECK(to_word(Scope::whole_return) == "return");
  CHECK(to_word(Scope::file) == "file");
  CHECK(to_word(Scope::row) == "row");
  CHECK(to_word(Scope::cell) == "cell");
  CHECK(to_word(FindingState::undecided) == "undecided");
  CHECK(to_word(FindingState::accepted) == "accepted");
  CHECK_FALSE(has_mandatory({}));
  CHECK_FALSE(has_mandatory({make_finding("row.hidden")}));
  CHECK(has_mandatory({make_finding("row.hidden"), make_finding("period.unknown")}));
}
