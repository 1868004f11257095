// Rules over rows, of other forms and code lists. What each comes to was worked by hand from the tables below.

#include <map>

#include "fixture.hpp"
#include "schema/rule_parse.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

/// Own records: name, firms, staff, since, inside. Others: roster (list), filing (one record), codes (a code list).
FormSpec form() {
  FormSpec f;
  f.title = "{year}年本表";
  f.fields = {column("name", {"名称"}, FieldType::text), column("firms", {"企业数"}), column("staff", {"人数"}),
              column("since", {"入驻时间"}, FieldType::date), column("inside", {"是否在内"}, FieldType::boolean)};
  const std::vector<Field> roster = {column("firm", {"企业名称"}, FieldType::text), column("size", {"企业划型"}, FieldType::text),
                                     column("staff", {"职工人数"}), column("since", {"入驻时间"}, FieldType::date)};
  const std::vector<Field> filing = {column("tenants", {"入驻企业家数"}), column("title", {"名称"}, FieldType::text)};
  const std::vector<Field> codes = {column("code", {"代码"}, FieldType::text), column("label", {"名称"}, FieldType::text)};
  f.sources = {{"roster", "tenant-roster", "入驻企业名单", false, roster, nullptr},
               {"filing", "base-filing", "填报内容", true, filing, nullptr},
               {"codes", "service-codes", "分类代码表", false, codes, std::make_shared<const std::vector<Record>>()},
               {"gone", "gone", "没有报的表", false, roster, nullptr}};
  return f;
}

struct Tables {
  std::map<int, std::vector<Record>> rows;
  std::map<int, RowSet> sets;
  Record base = record({"甲公司", "9", "1", "2020-01-01", "是"});

  Tables() {
    rows[0] = {record({"甲公司", "3", "10", "2020-01-01", "是"}), record({"乙公司", "5", "", "2021-06", "否"}),
               record({"甲 公司", "4", "20", "2022-03-31", "是"})};
    rows[1] = {record({"张三店", "微型", "2", "2023-02-01"}), record({"李四厂", "小型", "30", "2024-05-06"}),
               record({"王五社", "中型", "", "2024-11-30"}), record({"李四厂", "", "8", ""})};
    rows[2] = {record({"57", "某基地"})};
    rows[3] = {record({"10", "信息服务"}), record({"11", "培训服务"}), record({"12", ""})};
  }

  RuleView view() {
    RuleView v;
    v.period = {2024, 1, 12};
    v.sight = [this](const Record& r, When when) -> Sight {
      if (when == When::above) return {&r > rows[0].data() ? &r - 1 : nullptr, false};
      if (when != When::base) return {nullptr, true};
      return {&r == rows[0].data() ? &base : nullptr, false};
    };
    v.rows = [this](int source, When when) -> const RowSet& {
      RowSet& set = sets[source * 10 + static_cast<int>(when)];
      set.records.clear();
      if (when != When::now) set.state = RowSet::State::no_period;
      else if (source == 4) set.state = RowSet::State::form_absent;
      else for (const Record& r : rows[source]) set.records.push_back(&r);
      return set;
    };
    return v;
  }
};

Rule rule_of(std::string_view check) {
  static const FormSpec f = form();
  Rule rule;
  rule.check = parse_expression(check, RuleNames{f.fields, f.sources, -1});
  return rule;
}

/// One letter a record; one for all where the rule reads sets alone.
std::string letters(std::string_view check) {
  Tables tables;
  const RuleView view = tables.view();
  const Rule rule = rule_of(check);
  RuleEvaluation evaluation(rule, view);
  if (!reads_record(rule)) return std::string(1, letter(evaluation.decide(nullptr).verdict));
  std::string all;
  for (const Record& r : tables.rows[0]) all += letter(evaluation.decide(&r).verdict);
  return all;
}

}  // namespace

TEST_CASE("over rows") {
  const std::pair<std::string, std::string> cases[] = {
      {"count(rows) = 3", "T"},
      {"count(rows where firms > 3) = 2", "T"},
      {"count(rows where staff > 15) = 1", "U"},  // the second record's staff is blank
      {"count(rows where not blank(staff) and staff > 15) = 1", "T"},
      {"sum(firms over rows) = 12", "T"},
      {"sum(firms * 2 over rows where firms < 5) = 14", "T"},
      {"sum(staff over rows) = 30", "U"},
      {"sum(staff over rows where not blank(staff)) = 30", "T"},
      {"min(firms over rows) = 3", "T"},
      {"max(firms over rows) = 5", "T"},
      {"mean(firms over rows) = 4", "T"},
      {"mean(firms over rows where firms > 3) = 4.5", "T"},
      {"mean(firms over rows where firms > 9) = 4.5", "U"},
      {"min(firms over rows where firms > 9) = 4.5", "U"},
      {"sum(firms over rows where firms > 9) = 0", "T"},
      {"distinct(name over rows) = 2", "T"},  // 甲公司 and 甲 公司 are one name
      {"distinct(firms / 1 over rows) = 3", "T"},
      {"distinct(if(firms = 3, 6 / 2, if(firms = 5, 1 / 3, 2 / 6)) over rows) = 2", "T"},
      {"distinct(staff over rows) = 2", "U"},
      {"exists(rows)", "T"},
      {"exists(rows where firms > 4)", "T"},
      {"exists(rows where firms > 5)", "F"},
      {"exists(rows where staff > 15)", "T"},
      {"exists(rows where staff > 25)", "U"},
      {"all(firms >= 3 over rows)", "T"},
      {"all(firms > 3 over rows)", "F"},
      {"all(staff > 0 over rows)", "U"},
      {"all(staff > 10 over rows)", "F"},
      {"all(firms != 5 over rows where staff > 10)", "U"},
      {"all(firms >= 3 over rows where staff > 10)", "T"},  // whatever the blank one counts, it holds
      {"all(inside over rows where firms != 5)", "T"},
      {"all(inside over rows)", "F"},
      {"not exists(rows where inside and firms = 5)", "T"},
      {"firms <= sum(firms over rows) - 8", "TFT"},
      {"firms = max(firms over rows)", "FTF"},
      {"count(rows where name = own.name) = 1", "FTF"},
      {"count(rows where firms = own.firms) = 1", "TTT"},
      {"count(rows where own.firms = firms and name = own.name) = 1", "TTT"},
      {"count(rows where since = own.since) = 1", "TUT"},  // a month may be any of its days
      {"exists(rows where firms = own.firms + 1)", "TFT"},
      {"count(rows where staff = own.staff) = 1", "UUU"},
      {"above.firms < firms", "-TF"},
      {"sum(above.firms over rows) = 1", "-"},
      {"firms < base.firms", "T--"},
      {"sum(base.firms over rows) = 9", "-"},
      {"count(base.rows) = 3", "-"},
      {"count(rows where count(rows where firms > rows.firms) = 0) = 3", "T"},  // rows. is the inner row: none is above itself
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(letters(text) == expected);
  }
}

TEST_CASE("other forms and code lists") {
  const std::pair<std::string, std::string> cases[] = {
      {"count(roster) = 4", "T"},
      {"count(roster where size in ('小型', '微型')) = 2", "U"},
      {"count(roster where not blank(size) and size in ('小型', '微型')) = 2", "T"},
      {"sum(staff over roster where not blank(staff)) = 40", "T"},
      {"distinct(roster.firm over roster) = 3", "T"},
      {"exists(roster where since >= date('2024-12'))", "U"},  // the blank one
      {"exists(roster where since >= date('2024-05-06'))", "T"},
      {"filing.tenants = 57", "T"},
      {"filing.tenants = count(roster) + 53", "T"},
      {"filing.tenants >= firms", "TTT"},
      {"count(roster where staff > own.firms) >= 2", "UUU"},
      {"name in roster.firm", "FFF"},
      {"'李四厂' in roster.firm", "T"},
      {"'赵六铺' in roster.firm", "F"},
      {"'赵六铺' not in roster.firm", "T"},
      {"staff in roster.staff", "FUF"},
      {"lookup('张三店', roster.firm, roster.staff) = 2", "T"},
      {"lookup('赵六铺', roster.firm, roster.staff) = 2", "U"},
      {"blank(lookup('赵六铺', roster.firm, roster.staff))", "T"},
      {"blank(lookup('张三店', roster.firm, roster.staff))", "F"},
      {"lookup('李四厂', roster.firm, roster.staff) = 30", "U"},  // two rows, two figures
      {"lookup('11', codes.code, codes.label) = '培训服务'", "T"},
      {"lookup('12', codes.code, codes.label) = '培训服务'", "U"},
      {"'10' in codes.code and '13' not in codes.code", "T"},
      {"all(lookup(code, codes.code, codes.label) = label over codes where not blank(label))", "T"},
      {"count(gone) = 0", "U"},
      {"firms > 0 or count(gone) = 0", "TTT"},
      {"'x' in gone.firm", "U"},
      {"base.filing.tenants = 57", "-"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(letters(text) == expected);
  }
}

TEST_CASE("why something cannot be decided") {
  const std::pair<std::string, Gap> cases[] = {
      {"sum(staff over rows) = 30", Gap::missing},
      {"count(gone) = 0", Gap::form_absent},
      {"1 / (count(rows) - 3) = 0", Gap::zero_divisor},
      {"lookup('李四厂', roster.firm, roster.staff) = 30", Gap::ambiguous},
      {"max(if(since > date('2021-06-15'), 1, 0) over rows) = 1", Gap::imprecise},
      {"99999999999999999999999999999999999999 * count(rows) = 0", Gap::too_long},
  };
  for (const auto& [text, gap] : cases) {
    CAPTURE(text);
    Tables tables;
    const RuleView view = tables.view();
    const Rule rule = rule_of(text);
    const RuleDecision decision = RuleEvaluation(rule, view).decide(nullptr);
    CHECK(decision.verdict == Verdict::undecided);
    CHECK(decision.gap == gap);
  }
}

TEST_CASE("names that mean nothing here") {
  struct Case {
    std::string text, why;
  };
  const Case cases[] = {
      {"count(nothing) = 1", "why.unknown-rows"},
      {"count(above.rows) = 1", "why.unknown-rows"},
      {"sum(firms over roster) = 1", "why.unknown-column"},
      {"sum(own.firm over roster) = 1", "why.unknown-column"},
      {"sum(name over rows) = 1", "why.column-not-number"},
      {"sum(firms, staff over rows) = 1", "why.rule-syntax"},
      {"mean(firms, staff) = 1", "why.rule-expected"},
      {"all(firms over rows)", "why.rule-needs-condition"},
      {"roster.staff = 1", "why.rule-needs-rows"},
      {"rows.staff = 1", "why.rule-needs-rows"},
      {"count(base.codes) = 1", "why.rule-codes-period"},
      {"sum(base.staff over roster) = 1", "why.rule-no-earlier"},
      {"above.filing.tenants = 1", "why.rule-no-earlier"},
      {"firms in roster.firm", "why.rule-needs-text"},
      {"name in roster.staff", "why.column-not-number"},
      {"inside in ('是')", "why.rule-needs-text"},
      {"lookup(name, roster.firm, filing.title) = 'x'", "why.rule-same-rows"},
      {"count(rows where count(rows where count(rows where count(rows where count(rows) = 1) = 1) = 1) = 1) = 1",
       "why.rule-too-deep"},
      {"count(rows", "why.rule-expected"},
      {"count(rows where) = 1", "why.rule-value-expected"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(arg(thrown([&] { rule_of(c.text); }), "why") == c.why);
  }
}

TEST_CASE("what does not hang on a record is computed once, and keys are looked up") {
  constexpr int count = 20000;
  std::vector<Record> records;
  for (int i = 0; i < count; ++i) records.push_back(record({"第" + std::to_string(i) + "户", std::to_string(i), "1", "", ""}));
  RowSet all;
  for (const Record& r : records) all.records.push_back(&r);
  RuleView view;
  view.rows = [&all](int, When) -> const RowSet& { return all; };
  // Row by row each of these would take 400 million steps, and be given up.
  for (const char* text : {"firms <= max(firms over rows)", "count(rows where name = own.name) = 1", "name in rows.name",
                           "lookup(name, rows.name, rows.firms) = firms", "exists(rows where firms = own.firms and staff > 0)"}) {
    CAPTURE(text);
    const Rule rule = rule_of(text);
    RuleEvaluation evaluation(rule, view);
    int passed = 0;
    for (const Record& r : records) passed += evaluation.decide(&r).verdict == Verdict::pass;
    CHECK(passed == count);
  }
  const Rule slow = rule_of("count(rows where firms < own.firms) <= firms");
  RuleEvaluation evaluation(slow, view);
  RuleDecision last;
  for (const Record& r : records) last = evaluation.decide(&r);
  CHECK(last.gap == Gap::too_many_steps);
}

TEST_CASE("what a finding tells beside the cells") {
  Tables tables;
  const RuleView view = tables.view();
  const FormSpec f = form();
  const Rule rule = rule_of("filing.tenants = count(roster) and count(roster) + mean(firms over rows) > firms / 3");
  RuleEvaluation evaluation(rule, view);
  const auto told = told_of(rule);
  std::string zh;
  for (const Expression* part : told) {
    zh += to_sentence(f, *part, Lang::zh) + " " + evaluation.show(*part, &tables.rows[0][0]) + "、";
  }
  CHECK(zh == "《填报内容》的 入驻企业家数 57、《入驻企业名单》行数 4、本表各行 企业数 的平均值 4、");
}

TEST_CASE("rules over rows as sentences") {
  struct Case {
    std::string text, zh, en;
  };
  const Case cases[] = {
      {"count(roster) = filing.tenants", "《入驻企业名单》行数 等于 《填报内容》的 入驻企业家数",
       "the number of rows of “入驻企业名单” equals 入驻企业家数 of “填报内容”"},
      {"count(roster where size = '小型') = 2", "《入驻企业名单》中“企业划型 等于 “小型””的行数 等于 2",
       "the number of rows of “入驻企业名单” where 企业划型 equals “小型” equals 2"},
      {"sum(firms over rows) > 1", "本表各行 企业数 之和 大于 1", "the sum of 企业数 over the rows of this form is more than 1"},
      {"not exists(rows where blank(name))", "本表中没有“名称 为空”的行", "this form has no row where 名称 is blank"},
      {"all(not blank(name) over rows)", "本表每一行：名称 已填", "in every row of this form: 名称 is filled in"},
      {"name not in roster.firm", "名称 不见于《入驻企业名单》的 企业名称", "名称 does not stand under 企业名称 of “入驻企业名单”"},
      {"lookup('10', codes.code, codes.label) = name", "《分类代码表》中 代码 为 “10” 的 名称 等于 名称",
       "the 名称 that “分类代码表” gives for 代码 “10” equals 名称"},
      {"count(rows where name = own.name) = 1", "本表中“名称 等于 本行的 名称”的行数 等于 1",
       "the number of rows of this form where 名称 equals this record's 名称 equals 1"},
      {"count(base.roster) > 0", "上年同期《入驻企业名单》行数 大于 0", "the number of rows of last year's “入驻企业名单” is more than 0"},
      {"since >= above.since", "入驻时间 不早于 上一行入驻时间", "入驻时间 is not before the row above's 入驻时间"},
      {"inside", "是否在内 为“是”", "是否在内 is 是"},
      {"not inside or blank(inside)", "是否在内 为“否”，或 是否在内 为空", "是否在内 is 否, or 是否在内 is blank"},
  };
  const FormSpec f = form();
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const Expression e = rule_of(c.text).check;
    CHECK(to_sentence(f, e, Lang::zh) == c.zh);
    CHECK(to_sentence(f, e, Lang::en) == c.en);
  }
}
