// Text tests, dates and codes of rules, worked by hand.

#include "schema/rule_text.hpp"

#include "fixture.hpp"
#include "schema/rule_dates.hpp"
#include "schema/rule_pattern.hpp"
#include "schema/unified_code.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

/// One record: name, note (blank), day, month (2021-06), year (2019), ticked, bad (not understood).
char evaluated(std::string_view check, const char* tolerance = "0") {
  const std::vector<Field> fields = {column("name", {"名称"}, FieldType::text),  column("note", {"备注"}, FieldType::text),
                                     column("day", {"日"}, FieldType::date),     column("mon", {"月"}, FieldType::date),
                                     column("yr", {"年"}, FieldType::date),      column("ticked", {"是否"}, FieldType::boolean),
                                     column("bad", {"数"}, FieldType::integer)};
  Record now = record({"青海省“双创”ＡＢ服务平台", "", "2021-06-15", "2021-06", "", "是", "#"});
  now.values[4] = record({"2019-01"}).values[0];
  now.values[4].date.precision = DatePrecision::year;
  Rule rule;
  rule.check = parse_expression(check, fields);
  rule.tolerance = *parse_decimal(tolerance);
  RuleView view;
  view.period = {2024, 1, 6};
  return letter(RuleEvaluation(rule, view).decide(&now).verdict);
}

}  // namespace

TEST_CASE("text tests") {
  const std::pair<std::string, char> cases[] = {
      {"ends_with(name, '平台')", 'T'},
      {"ends_with(name, '平台 ')", 'T'},  // spaces, quotes, width and case do not count
      {"ends_with(name, '省')", 'F'},
      {"starts_with(name, '青海省双创')", 'T'},
      {"contains(name, 'ab服务')", 'T'},
      {"contains(name, '示范')", 'F'},
      {"not contains(name, '示范')", 'T'},
      {"contains(note, '示范')", 'U'},
      {"name = '青海省双创AB服务平台'", 'T'},
      {"name != '青海省双创AB服务平台'", 'F'},
      {"note = ''", 'U'},
      {"blank(note)", 'T'},
      {"blank(bad)", 'U'},
      {"name in ('甲', '青海省双创ab服务平台')", 'T'},
      {"name in ('甲', '乙')", 'F'},
      {"name not in ('甲', '乙')", 'T'},
      {"note in ('甲', '乙')", 'U'},
      {"name in ('甲', note)", 'U'},
      {"name in (note, '青海省双创ab服务平台')", 'T'},
      {"1 in (2, 1)", 'T'},
      {"day in (date('2021-06-15'), date('2020-01-01'))", 'T'},
      {"mon in (date('2021-06-15'), date('2020-01-01'))", 'U'},
      {"matches(name, '青海省.*平台')", 'T'},
      {"matches(name, '青海')", 'F'},
      {"length(name) = 13", 'T'},
      {"length(note) <= 400", 'U'},
      {"if(ticked, name, '甲') = '甲'", 'F'},
      {"if(bad > 0, name, name) = '甲'", 'F'},
      {"'it''s' = 'it''s'", 'T'},
      {"ticked", 'T'},
      {"not ticked", 'F'},
      {"ticked and name = '甲'", 'F'},
      {"1 = 1.04 within 0.05", 'T'},
      {"1 = 1.06 within 0.05", 'F'},
      {"1 != 1.06 within 0.05", 'T'},
      {"100 = 101 within 0.01 * 100", 'T'},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(evaluated(text) == expected);
  }
  CHECK(evaluated("1 = 1.06 within 0.05", "9") == 'F');  // what stands in the rule goes before its `tolerance`
}

TEST_CASE("dates, and what their precision leaves open") {
  const std::pair<std::string, char> cases[] = {
      {"day = date('2021-06-15')", 'T'},
      {"day < date('2021-06-16')", 'T'},
      {"day >= date('2021-06-16')", 'F'},
      {"mon < date('2021-07-01')", 'T'},
      {"mon <= date('2021-06-30')", 'T'},
      {"mon < date('2021-06-30')", 'U'},
      {"mon > date('2021-06-30')", 'F'},
      {"mon >= date('2021-06-01')", 'T'},
      {"mon > date('2021-06-01')", 'U'},
      {"mon = date('2021-06-15')", 'U'},
      {"mon = date('2021-07-01')", 'F'},
      {"mon != date('2021-07-01')", 'T'},
      {"mon = mon", 'U'},
      {"yr < day", 'T'},
      {"period_start = date('2024-01-01')", 'T'},
      {"period_end = date('2024-06-30')", 'T'},
      {"day <= period_end", 'T'},
      {"year(day) = 2021", 'T'},
      {"year(yr) = 2019", 'T'},
      {"month(mon) = 6", 'T'},
      {"month(yr) = 6", 'U'},
      {"years_between(day, period_end) = 3", 'T'},
      {"years_between(day, date('2024-06-14')) = 2", 'T'},
      {"years_between(day, date('2024-06-15')) = 3", 'T'},
      {"months_between(day, date('2021-07-14')) = 0", 'T'},
      {"months_between(day, date('2021-07-15')) = 1", 'T'},
      {"months_between(date('2021-07-15'), day) = -1", 'T'},
      {"years_between(date('2020-02-29'), date('2021-02-28')) = 0", 'T'},
      // the month may begin or end three years before 30 June: 2 years 11 months at most 3 years
      {"years_between(mon, period_end) >= 3", 'T'},
      {"years_between(mon, date('2024-06-15')) >= 3", 'U'},
      {"years_between(yr, period_end) >= 3", 'T'},
      {"years_between(yr, period_end) >= 6", 'F'},
      {"years_between(yr, period_end) = 4", 'U'},
      {"years_between(yr, period_end) = 6", 'F'},
      {"years_between(yr, period_end) != 6", 'T'},
      {"years_between(yr, period_end) + 0 >= 3", 'U'},
      {"3 <= years_between(yr, period_end)", 'T'},
      {"days_between(date('2024-02-28'), date('2024-03-01')) = 2", 'T'},
      {"days_between(date('2024-03-01'), date('2023-03-01')) = -366", 'T'},
      {"days_between(mon, date('2021-07-01')) <= 30", 'T'},
      {"days_between(mon, date('2021-07-01')) < 30", 'U'},
      {"years_after(day, 3) = date('2024-06-15')", 'T'},
      {"years_after(date('2020-02-29'), 1) = date('2021-02-28')", 'T'},
      {"years_after(date('2020-02-29'), 4) = date('2024-02-29')", 'T'},
      {"years_after(date('2021-06-30'), 3) >= period_end", 'T'},
      {"years_after(date('2021-06-29'), 3) >= period_end", 'F'},
      {"years_after(mon, 3) >= period_end", 'U'},
      {"years_after(mon, 4) >= period_end", 'T'},
      {"months_after(date('2024-01-31'), 1) = date('2024-02-29')", 'T'},
      {"months_after(date('2023-12-31'), 14) = date('2025-02-28')", 'T'},
      {"days_after(date('2023-12-31'), 60) = date('2024-02-29')", 'T'},
      {"days_after(day, 0) = day", 'T'},
      {"years_after(date('9999-01-01'), 1) > day", 'U'},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(evaluated(text) == expected);
  }
}

TEST_CASE("types that do not fit") {
  struct Case {
    std::string text, why, column;
  };
  const Case cases[] = {
      {"name < 'x'", "why.rule-text-order", "1"},     {"name = day", "why.rule-needs-text", "8"},
      {"day = 'x'", "why.rule-needs-date", "7"},      {"name = 1", "why.column-not-number", "1"},
      {"ticked = ticked", "why.column-not-number", "1"}, {"ends_with(name, 1)", "why.rule-needs-text", "17"},
      {"ends_with(day, 'x')", "why.rule-needs-text", "11"}, {"length(1) > 1", "why.rule-needs-text", "8"},
      {"year(name) = 1", "why.rule-needs-date", "6"}, {"date(name) = day", "why.rule-needs-literal", "6"},
      {"date('2024-13') = day", "why.not-a-day", "6"}, {"matches(name, note)", "why.rule-needs-literal", "15"},
      {"matches(name, '(')", "why.bad-pattern", "15"}, {"name in (1)", "why.rule-needs-text", "10"},
      {"name = 'x' within 1", "why.rule-within", "19"}, {"bad < 1 within 1", "why.rule-within", "16"},
      {"'x", "why.quote-open", "1"},                  {"name in rows", "why.rule-expected", "13"},
      {"name in nothing.x", "why.unknown-rows", "9"}, {"if(ticked, name, 1) = 'x'", "why.rule-needs-text", "18"},
      {"name", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    if (c.why.empty()) continue;
    const Message message = thrown([&] { evaluated(c.text); });
    CHECK(arg(message, "why") == c.why);
    CHECK(arg(message, "column") == c.column);
  }
  CHECK(arg(thrown([] { evaluated(std::string(9000, ' ') + "ticked"); }), "why") == "why.rule-too-long");
}

TEST_CASE("characters as a word processor counts them") {
  const std::pair<const char*, std::size_t> cases[] = {
      {"", 0},          {"  \n", 0},        {"双创", 2},       {"双创，基地。", 6},   {"AI平台", 3},
      {"hello world", 2}, {"2024年1—6月", 6}, {"3.5%", 1},      {"甲 乙", 2},          {"ＡＢ", 2},
      {"“双创”", 4},     {"𠮷", 1},          {"\xff", 1},
  };
  for (const auto& [text, count] : cases) {
    CAPTURE(text);
    CHECK(count_words(text) == count);
  }
}

TEST_CASE("patterns") {
  struct Case {
    const char *pattern, *text;
    bool matches;
  };
  const Case cases[] = {
      {"", "", true},          {"", "a", false},           {"abc", "abc", true},        {"abc", "abcd", false},
      {"a|bc", "bc", true},    {"(a|b)*c", "abbac", true}, {"(a|b)*c", "abba", false},  {"a?b+", "b", true},
      {"a{2}", "aa", true},    {"a{2}", "aaa", false},     {"a{2,}", "aaaaa", true},    {"a{1,3}", "aaaa", false},
      {"a{0}b", "b", true},    {"\\d{15}", "123456789012345", true},                    {"\\d{15}", "12345678901234", false},
      {"[A-Z0-9]{3}", "A9Z", true}, {"[^A-Z]", "A", false}, {"[^A-Z]", "中", true},     {"[a\\-z]", "-", true},
      {".", "国", true},        {"..", "国", false},        {"\\.", ".", true},          {"\\.", "x", false},
      {"\\S+\\s\\w", "甲 b", true}, {"()a", "a", true},     {"(a*)*b", "aaab", true},    {"[一-龥]+", "双创基地", true},
      {"第\\d+号", "第12号", true}, {"[]", "", false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.pattern);
    CAPTURE(c.text);
    const auto pattern = Pattern::parse(c.pattern);
    if (std::string_view(c.pattern) == "[]") {
      CHECK_FALSE(pattern);
      continue;
    }
    REQUIRE(pattern);
    CHECK(pattern->matches(c.text) == c.matches);
  }
  for (const char* bad : {"(", ")", "a**b)", "[", "[z-a]", "a{2,1}", "a{101}", "*a", "^a", "a$", "\\1", "\\b", "{1}", "a{x}", "((((((((((((((((((((((a))))))))))))))))))))))",
                          "(a{100}){100}"}) {
    CAPTURE(bad);
    CHECK_FALSE(Pattern::parse(bad));
  }
  // What makes other engines run for years.
  CHECK_FALSE(Pattern::parse("(a*)*(a*)*(a*)*b")->matches(std::string(20000, 'a')));
}

TEST_CASE("unified social credit codes") {
  // Published codes of listed companies; tests/arithmetic computes the check characters of many more in another way.
  for (const char* code : {"91330100799655058B", "9144030071526726XG", "914403001922038216", "9144030071526726xg"}) {
    CAPTURE(code);
    CHECK(is_unified_code(code));
  }
  for (const char* code : {"", "91330100799655058A", "9133010079965505B8", "91330100799655058", "91330100799655058BB", "9133O100799655058B",
                           "91I30100799655058B", "110105600123456", "９１３３０１００７９９６５５０５８Ｂ"}) {
    CAPTURE(code);
    CHECK_FALSE(is_unified_code(code));
  }
}

TEST_CASE("texts and dates as sentences") {
  struct Case {
    std::string text, zh, en;
  };
  const std::vector<Field> fields = {column("name", {"名称"}, FieldType::text), column("since", {"注册时间"}, FieldType::date),
                                     column("a", {"户数"})};
  FormSpec form;
  form.fields = fields;
  const Case cases[] = {
      {"ends_with(name, '平台')", "名称 以“平台”结尾", "名称 ends in “平台”"},
      {"not starts_with(name, '省')", "名称 不以“省”开头", "名称 does not begin with “省”"},
      {"not contains(name, '示范')", "名称 不含“示范”", "名称 does not contain “示范”"},
      {"name in ('大型', '中型')", "名称 为 “大型”、“中型” 之一", "名称 is one of “大型”, “中型”"},
      {"name not in ('大型', '中型')", "名称 不是 “大型”、“中型” 之一", "名称 is none of “大型”, “中型”"},
      {"matches(name, '[0-9]{15}')", "名称 的写法合于 “[0-9]{15}”", "名称 is written as “[0-9]{15}”"},
      {"length(name) <= 400", "名称 的字数 不大于 400", "the length of 名称 is at most 400"},
      {"check_code(name)", "名称 是校验无误的18位统一社会信用代码",
       "名称 is an 18-character unified social credit code with its check character"},
      {"since <= period_end", "注册时间 不晚于 报告期末日", "注册时间 is not after the last day of the period"},
      {"since >= date('2021-12-31')", "注册时间 不早于 2021-12-31", "注册时间 is not before 2021-12-31"},
      {"years_between(since, period_start) >= 3", "从 注册时间 到 报告期首日 的整年数 不小于 3",
       "the full years from 注册时间 to the first day of the period is at least 3"},
      {"year(since) = 2024", "注册时间 的年份 等于 2024", "the year of 注册时间 equals 2024"},
      {"a = 3 within 0.5", "户数 等于 3（允许相差 0.5）", "户数 equals 3 (within 0.5)"},
      {"not blank(name)", "名称 已填", "名称 is filled in"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const Expression e = parse_expression(c.text, fields);
    CHECK(to_sentence(form, e, Lang::zh) == c.zh);
    CHECK(to_sentence(form, e, Lang::en) == c.en);
  }
}

TEST_CASE("an amount is read out of a text only where it is certain") {
  struct Case { const char* text; std::vector<std::string> units; const char* wanted; };
  const Case cases[] = {{"136户次,活动8场", {"户次"}, "136"}, {"136户次,活动8场", {"场", "次"}, "8"}, {"1,200人次", {"人次"}, "1200"},
                        {"12.5万元", {"万元"}, "12.5"},       {"2023", {"年", ""}, "2023"},       {"2023年", {"年", ""}, "2023"},
                        {"约30户次", {"户次"}, ""},           {"近30户次", {"户次"}, ""},         {"30余户次", {"户次"}, ""},
                        {"20-30户次", {"户次"}, ""},          {"5户次,6户次", {"户次"}, ""},      {"5户次,共5户次", {"户次"}, "5"},
                        {"若干户次", {"户次"}, ""},           {"2023、2024", {""}, ""},           {"", {""}, ""}};
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const auto found = find_amount(c.text, c.units);
    CHECK((found ? to_text(*found) : "") == c.wanted);
  }
}
