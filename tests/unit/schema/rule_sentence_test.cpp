#include "fixture.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

std::string said(std::string_view text, Lang lang) {
  const FormSpec form = small_form();
  return to_sentence(form, parse_expression(text, form.fields), lang);
}

}  // namespace

TEST_CASE("a rule as a sentence") {
  struct Case {
    const char *text, *zh, *en;
  };
  const Case cases[] = {
      {"b <= a", "税金 不大于 户数", "税金 is at most 户数"},
      {"b >= 0", "税金 不小于 0", "税金 is at least 0"},
      {"c = d", "甲/金额 等于 乙/金额", "甲/金额 equals 乙/金额"},
      {"a != 1", "户数 不等于 1", "户数 differs from 1"},
      {"a = year_end.a + b", "户数 等于 上年末户数 + 税金", "户数 equals last year-end's 户数 + 税金"},
      {"a > base.a * 2", "户数 大于 上年同期户数 × 2", "户数 is more than last year's 户数 × 2"},
      {"a < first_half.a", "户数 小于 上半年户数", "户数 is less than the first half's 户数"},
      {"a < previous.a", "户数 小于 上期户数", "户数 is less than the previous period's 户数"},
      {"a - (b - c) > 0", "户数 − （税金 − 甲/金额） 大于 0", "户数 − (税金 − 甲/金额) is more than 0"},
      {"(a + b) * 2 > 0", "（户数 + 税金） × 2 大于 0", "(户数 + 税金) × 2 is more than 0"},
      {"a > 0 and b > 0", "户数 大于 0，且 税金 大于 0", "户数 is more than 0, and 税金 is more than 0"},
      {"a > 0 and (b > 0 or blank(t))", "户数 大于 0，且 （税金 大于 0，或 名称 为空）",
       "户数 is more than 0, and (税金 is more than 0, or 名称 is blank)"},
      {"not a > 0", "并非（户数 大于 0）", "not (户数 is more than 0)"},
      {"sum(a, b) = 1", "（户数、税金）之和 等于 1", "the sum of (户数, 税金) equals 1"},
      {"round(a / b, 2) = 1", "（户数 ÷ 税金） 四舍五入到 2 位小数 等于 1",
       "(户数 ÷ 税金) rounded to 2 decimals equals 1"},
      {"if(a > 0, b, c) = 1", "（若 户数 大于 0，则 税金，否则 甲/金额） 等于 1",
       "(if 户数 is more than 0 then 税金, else 甲/金额) equals 1"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(said(c.text, Lang::zh) == c.zh);
    CHECK(said(c.text, Lang::en) == c.en);
  }
}

TEST_CASE("where, tolerance and a title of its own") {
  const FormSpec form = small_form();
  Rule rule;
  rule.check = parse_expression("a = b", form.fields);
  rule.where = parse_expression("a > 0", form.fields);
  rule.tolerance = *parse_decimal("0.02");
  CHECK(to_sentence(form, rule, Lang::zh) == "当 户数 大于 0 时，户数 等于 税金（允许相差 0.02）");
  CHECK(to_sentence(form, rule, Lang::en) == "where 户数 is more than 0: 户数 equals 税金 (within 0.02)");
  rule.title = {"两数相等", ""};
  CHECK(to_sentence(form, rule, Lang::en) == "两数相等");
}
