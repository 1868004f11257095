// What lint finds in documents; each case is a small form that has the one trouble.

#include "base/text.hpp"
#include "fixture.hpp"
#include "folder.hpp"
#include "schema/lint.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

const std::string head =
    "id: f\ntitle: 表\ntitleWords: [表]\nreporter: {levels: [city]}\nprimaryKey: key\n";
const std::string key = "  - {name: key, title: 名称, type: string}\n";
const std::string two_staff =
    "fields:\n" + key + "  - {name: a, title: 本科, rollup: stock, unit: 人}\n  - {name: b, title: 高工, rollup: stock, unit: 人}\n"
    "  - {name: all, title: 总数, rollup: stock, unit: 人}\noverlaps:\n  - {columns: [a, b], reading: {zh: 不相加, en: never added}}\n";

/// Kind and chosen arguments of each note, in order.
std::string told(const std::vector<LintNote>& notes, const std::vector<std::string>& names) {
  std::string out;
  for (const LintNote& note : notes) {
    out += note.message.id.substr(5);
    for (const std::string& name : names) {
      if (const std::string value = arg(note.message, name); value != "(none)" && !value.empty()) out += " " + value;
    }
    out += ";";
  }
  return out;
}

std::string form_notes(const std::string& rest, const std::vector<std::string>& names) {
  return told(notes_of(parse_form(head + rest, "f.yaml")), names);
}

std::string refusal(const std::string& rest) {
  return arg(thrown([&] { parse_form(head + rest, "f.yaml"); }), "why");
}

std::string steps(const std::string& rows) {
  return "fields:\n" + key + "  - {name: allowed, title: 项数, type: string}\nsteps:\n  - {of: allowed, title: 场数, rows: " + rows + "}\n";
}

}  // namespace

TEST_CASE("units: none printed, two in use") {
  CHECK(form_notes("fields:\n" + key +
                       "  - {name: a, title: 交易额, type: number, rollup: flow, unit: 万元, unitExpected: true}\n"
                       "  - {name: b, title: 企业数（次）, rollup: distinct, unit: 次, unitAlso: [家, 户]}\n"
                       "  - {name: c, title: 人数, rollup: flow, unit: 人}\n",
                   {"column", "unit", "also"}) == "unit-missing 交易额 万元;unit-two 企业数（次） 次 家、户;");
}

TEST_CASE("labels that only the header above tells apart, within one table") {
  std::string fields = "fields:\n" + key;
  for (const char* above : {"一", "二", "三", "四", "五", "六"}) {
    const std::string column = "{name: n" + std::to_string(fields.size()) + ", path: [" + above + ", 金额], type: number, rollup: flow}";
    fields += "  - " + column + "\n";
  }
  fields += "  - {name: other, path: [六, 户 数], rollup: flow}\n  - {name: another, title: 户数, rollup: flow}\n";
  CHECK(form_notes(fields, {"label", "count", "paths", "more"}) ==
        "equal-labels 金额 6 一、二、三、四 2;equal-labels 户 数 2 六、—;");
}

TEST_CASE("two years beside each other are no years in particular") {
  CHECK(form_notes("fields:\n" + key + "  - {name: p, path: [\"{year-1}年\", 户数], rollup: flow}\n  - {name: q, path: [\"{year}年\", 户数], rollup: flow}\n",
                   {"label", "count", "paths"}) == "equal-labels 户数 2 上一年、本年;");
}

TEST_CASE("a label that another print has elsewhere") {
  CHECK(form_notes("fields:\n" + key +
                       "  - {name: s, path: [合作, 次数], rollup: flow, column: optional}\n"
                       "  - name: e\n    path: [活动, 场次]\n    rollup: flow\n    reading: 读作场次\n    aliases:\n"
                       "      - [活动]\n      - {path: [合作, 次数], suspicious: true, onlyWithout: e}\n",
                   {"column", "path"}) == "label-elsewhere 活动/场次 合作/次数;");
}

TEST_CASE("deadlines of one span that differ") {
  struct Row { const char* deadlines; const char* found; };
  const Row rows[] = {
      {"[{date: \"07-20\", period: H1}, {date: \"01-30\", period: year, yearOffset: 1}]", ""},
      {"[{date: \"07-20\", period: H1}, {date: \"07-25\", period: H1}]", "deadline-differs 07-20 07-25;"},
      {"[{date: \"07-20\", period: H1}, {date: \"07-20\", period: H1}]", ""},
      {"[{date: \"08-25\"}, {date: \"08-20\", regions: [\"140902\", \"140921\"]}]", "deadline-of-some 2 08-25 08-20;"},
      {"[{date: \"08-20\", regions: [\"140902\"]}, {date: \"08-21\", regions: [\"140921\"]}]", ""},
      {"[{date: \"01-30\", yearOffset: 1, printedAt: 表下, alsoPrinted: {date: \"02-28\", yearOffset: 1, printedAt: 第十四条, reading: 按前一个}}]",
       "deadline-differs word.next-year 01-30 word.next-year 02-28 表下 第十四条;"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.deadlines);
    CHECK(form_notes("fields:\n" + key + "deadlines: " + row.deadlines + "\n", {"count", "day_year", "day", "other_year", "other", "place", "other_place"}) == row.found);
  }
}

TEST_CASE("steps that overlap or leave a gap") {
  struct Row { const char* rows; const char* found; };
  const Row rows[] = {
      {"[{below: 3, value: 0}, {to: 6, value: 1}, {above: 6, value: 2}]", ""},
      {"[{below: 3, value: 0}, {to: 6, value: 1}, {to: 9, value: 2}, {from: 9, value: 3}]", "steps-overlap 9 2 3;"},
      {"[{to: 9, value: 1}, {from: 7, to: 20, value: 2}]", "steps-overlap 7–9 1 2;"},
      {"[{to: 6, value: 1}, {from: 8, value: 2}]", "steps-gap 7 1 2;"},
      {"[{below: 10, value: 1}, {above: 10, to: 20, value: 2}, {from: 30, value: 3}]", "steps-gap 10 1 2;steps-gap 21–29 2 3;"},
      {"[{to: 5, value: 1}, {from: 6, value: 2}]", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.rows);
    CHECK(form_notes(steps(row.rows), {"range", "first", "second"}) == row.found);
  }
  for (const char* wrong : {"[{from: 9, value: 3}, {to: 6, value: 1}]", "[{to: 9, value: 2}, {to: 6, value: 1}]", "[{from: 9, to: 6, value: 1}]"}) {
    CAPTURE(wrong);
    CHECK(refusal(steps(wrong)) == "why.step-order");
  }
}

TEST_CASE("columns that overlap are named, and no rule adds them to something equal") {
  CHECK(form_notes(two_staff, {"columns"}) == "overlap 本科、高工;");
  struct Row { const char* check; const char* why; };
  const Row rows[] = {
      {"a + b = all", "why.overlap-added"},
      {"all = sum(a, b)", "why.overlap-added"},
      {"all - a - b = 0", "why.overlap-added"},
      {"all > 3 or all / (a + b) = 2", "why.overlap-added"},
      {"a + b != all", "why.overlap-added"},
      {"a + b >= all", "(none)"},
      {"max(a, b) <= all", "(none)"},
      {"a = b", "(none)"},
      {"a + all = base.a + base.all", "(none)"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.check);
    CHECK(refusal(two_staff + "rules:\n  - {id: r, severity: M, check: \"" + row.check + "\"}\n") == row.why);
  }
  const std::string summed = "  - {name: both, title: 合计, rollup: stock, column: computed, sumOf: [a, b]}\n";
  CHECK(refusal(replace_all(two_staff, "overlaps:", summed + "overlaps:")) == "why.overlap-added");
}

TEST_CASE("a period that is printed as a year, of two a year") {
  CHECK(form_notes("fields:\n" + key + "halfYearly: true\nperiodFromFiling: true\n", {}) == "period-unprinted;");
  CHECK(form_notes("fields:\n" + key + "halfYearly: true\n", {}) == "");
}

TEST_CASE("the reading that the schema chose goes with the note") {
  const auto notes = notes_of(parse_form(head + two_staff, "f.yaml"));
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].form == "f");
  CHECK(notes[0].reading.zh == "不相加");
  CHECK(notes[0].reading.en == "never added");
}

TEST_CASE("code lists: codes and names that stand twice, an 其他 that names another class") {
  const TemporaryFolder folder;
  const std::string list =
      "id: c\ntitle: 代码表\nlayout: codes\nentries: {code: code, name: name, group: class}\nreading: 照印\nfields:\n"
      "  - {name: class, title: 大类}\n  - {name: code, title: 代码}\n  - {name: name, title: 名称}\nrows:\n"
      "  - [创业服务, \"1204\", 工商登记等政务代理]\n  - [创业服务, \"1208\", 政务代理]\n  - [创业服务, \"1299\", 其他创业服务]\n"
      "  - [市场开拓服务, \"1601\", 政务代理]\n  - [市场开拓服务, \"1601\", 展销]\n  - [市场开拓服务, \"1699\", 其他市场开拓和营销服务]\n"
      "  - [信息服务, \"\", \"\"]\n";
  const LintResult result = lint_files({folder.put("p/c.yaml", list)});
  CHECK(result.faults.empty());
  CHECK(told(result.notes, {"first", "second", "group"}) ==
        "name-twice 1204 工商登记等政务代理 1208 政务代理;code-twice 1601 政务代理 1601 展销;rest-differs 1699 其他市场开拓和营销服务 市场开拓服务;");
  REQUIRE(!result.notes.empty());
  CHECK(result.notes[0].pack == "p");
  CHECK(result.notes[0].form == "c");
  CHECK(result.notes[0].reading.zh == "照印");
}

TEST_CASE("of a file with a fault nothing is noted, and notes come by pack and form") {
  const TemporaryFolder folder;
  const std::string id_g = replace_all(head, "id: f", "id: g") + two_staff;
  const std::vector<Path> files{folder.put("q/f.yaml", head + two_staff), folder.put("p/g.yaml", id_g),
                                folder.put("p/f.yaml", head + two_staff), folder.put("p/bad.yaml", head + two_staff + "colour: red\n")};
  const LintResult result = lint_files(files);
  CHECK(result.faults.size() == 1);
  std::string places;
  for (const LintNote& note : result.notes) places += note.pack + "/" + note.form + " ";
  CHECK(places == "p/f p/g q/f ");
}

TEST_CASE("a weight goes with a mean, and adds up") {
  const std::string fields = "fields:\n" + key + "  - {name: w, title: 人数, rollup: flow}\n  - {name: t, title: 满意度, type: number, ";
  CHECK(refusal(fields + "rollup: mean, weightedBy: w}\n") == "(none)");
  CHECK(refusal(fields + "rollup: none, weightedBy: w}\n") == "why.weight-of-mean");
  CHECK(refusal(fields + "rollup: mean, weightedBy: t}\n") == "why.weight-of-mean");
  CHECK(refusal(fields + "rollup: mean, weightedBy: x}\n") == "why.unknown-column");
}

TEST_CASE("the day on which an alias was accepted: one that is none is refused everywhere, one to come by lint alone") {
  const auto fields = [](const std::string& alias) {
    return "fields:\n" + key + "  - {name: a, title: 人数, rollup: flow, unit: 人, aliases: [" + alias + "]}\n";
  };
  const std::pair<const char*, const char*> refused[] = {
      {"{label: 职工数, since: 2026-13-40}", "why.not-a-day"}, {"{label: 职工数, since: 2026-11}", "why.not-a-day"},
      {"{label: 职工数, since: 2026年11月26日}", "why.not-a-day"}, {"{label: 职工数, since: [2026]}", "why.not-a-day"},
      {"{label: 职工数, path: [职工数]}", "why.path-and-label"}, {"{since: 2026-11-26}", "why.missing-key"}};
  for (const auto& [alias, why] : refused) {
    CAPTURE(alias);
    CHECK(refusal(fields(alias)) == why);
  }
  const TemporaryFolder folder;
  const Path file = folder.put("p/f.yaml", head + fields("{label: 职工数, since: 2026-11-26}"));
  const auto whys = [&](const Date& today) {
    std::string all;
    for (const Message& fault : lint_files({file}, today).faults) all += arg(fault, "why") + " " + arg(fault, "line") + ";";
    return all;
  };
  CHECK(whys({2026, 11, 25}) == "why.day-to-come 8;");
  CHECK(whys({2026, 11, 26}) == "");
  CHECK(whys({}) == "");
}
