// Truth tables worked by hand: T true, F false, U a figure is missing, - the whole earlier period is absent.

#include <map>

#include "fixture.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

/// Columns of the cases: a 3, b 5, c missing, d 0; base.a 4, other base figures missing; no year_end period.
char evaluated(const Rule& rule) {
  const Record now = record({"3", "5", "", "0", ""}), base = record({"4", "", "", "", ""});
  RuleView view;
  view.sight = [&base](const Record&, When when) { return when == When::base ? Sight{&base, false} : Sight{nullptr, true}; };
  return letter(RuleEvaluation(rule, view).decide(&now).verdict);
}

Rule rule_of(std::string_view check, std::string_view where = {}, const char* tolerance = "0") {
  const FormSpec form = small_form();
  Rule rule;
  rule.check = parse_expression(check, form.fields);
  if (!where.empty()) rule.where = parse_expression(where, form.fields);
  rule.tolerance = *parse_decimal(tolerance);
  return rule;
}

}  // namespace

TEST_CASE("values") {
  const std::pair<const char*, char> cases[] = {
      {"a < b", 'T'},
      {"a > b", 'F'},
      {"a <= 3", 'T'},
      {"a >= 3", 'T'},
      {"a < 3", 'F'},
      {"a = 3.0", 'T'},
      {"a != 3", 'F'},
      {"a + b = 8", 'T'},
      {"a - b = -2", 'T'},
      {"a * b = 15", 'T'},
      {"-a = 0 - 3", 'T'},
      {"a / b = 0.6", 'T'},
      {"1 / a + 1 / a + 1 / a = 1", 'T'},
      {"(1 / a) * 3 = 1", 'T'},
      {"1 / a < 0.3333333333333333", 'F'},
      {"a / (0 - b) < 0", 'T'},
      {"1 / (a / b) > 1.6", 'T'},
      {"a / d = 1", 'U'},
      {"d / d = 1", 'U'},
      {"round(1 / a, 2) = 0.33", 'T'},
      {"round(0 - a / 2, 0) = -2", 'T'},
      {"round(2.5, 0) = a", 'T'},
      {"abs(a - b) = 2", 'T'},
      {"sum(a, b, d) = 8", 'T'},
      {"sum(a, c) = 3", 'U'},
      {"min(a, b, d) = 0", 'T'},
      {"max(a, b) = 5", 'T'},
      {"min(a, c) = 3", 'U'},
      {"max(1 / a, 1 / b) * 3 = 1", 'T'},
      {"c = 0", 'U'},
      {"c != c", 'U'},
      {"c * 0 = 0", 'U'},
      {"a < base.a", 'T'},
      {"b < base.b", 'U'},
      {"a < year_end.a", '-'},
      {"c < year_end.a", '-'},
      {"blank(c)", 'T'},
      {"blank(a)", 'F'},
      {"blank(d)", 'F'},
      {"blank(year_end.a)", '-'},
      {"blank(base.b)", 'T'},
      {"if(a > 0, b, d) = 5", 'T'},
      {"if(a < 0, b, d) = 0", 'T'},
      {"if(c > 0, b, d) = 0", 'U'},
      {"if(c > 0, a, 3) = 3", 'T'},
      {"if(c > 0, a > 0, b > 0)", 'T'},
      {"if(c > 0, a > 0, b < 0)", 'U'},
      {"if(a > 0, c > 0, b > 0)", 'U'},
      {"123456789012345678 * 123456789012345678 * 123456789012345678 > a", 'U'}};
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(evaluated(rule_of(text)) == expected);
  }
}

TEST_CASE("three-valued and, or, not") {
  // T: a < b   F: a > b   U: c > 0   -: year_end.a > 0
  const std::map<char, std::string> part{{'T', "a < b"}, {'F', "a > b"}, {'U', "c > 0"}, {'-', "year_end.a > 0"}};
  const std::string order = "TFU-";
  const char* conjunction[] = {"TFU-", "FFFF", "UFU-", "-F--"};
  const char* disjunction[] = {"TTTT", "TFU-", "TUU-", "T---"};
  for (std::size_t i = 0; i < 4; ++i) {
    for (std::size_t j = 0; j < 4; ++j) {
      const std::string left = part.at(order[i]), right = part.at(order[j]);
      CAPTURE(left);
      CAPTURE(right);
      CHECK(evaluated(rule_of(left + " and " + right)) == conjunction[i][j]);
      CHECK(evaluated(rule_of(left + " or " + right)) == disjunction[i][j]);
    }
  }
  CHECK(evaluated(rule_of("not a < b")) == 'F');
  CHECK(evaluated(rule_of("not a > b")) == 'T');
  CHECK(evaluated(rule_of("not c > 0")) == 'U');
  CHECK(evaluated(rule_of("not year_end.a > 0")) == '-');
}

TEST_CASE("where") {
  CHECK(evaluated(rule_of("a > b", "a > b")) == '-');
  CHECK(evaluated(rule_of("a > b", "a < b")) == 'F');
  CHECK(evaluated(rule_of("a < b", "a < b")) == 'T');
  CHECK(evaluated(rule_of("a > b", "c > 0")) == 'U');
  CHECK(evaluated(rule_of("a < b", "c > 0")) == 'T');
  CHECK(evaluated(rule_of("a > b", "year_end.a > 0")) == '-');
}

TEST_CASE("tolerance is of = and !=, and of the amount itself") {
  CHECK(evaluated(rule_of("a = 3.02", "", "0.02")) == 'T');
  CHECK(evaluated(rule_of("a = 2.98", "", "0.02")) == 'T');
  CHECK(evaluated(rule_of("a = 3.03", "", "0.02")) == 'F');
  CHECK(evaluated(rule_of("a != 3.01", "", "0.02")) == 'F');
  CHECK(evaluated(rule_of("a / b = 0.61", "", "0.02")) == 'T');
  CHECK(evaluated(rule_of("a / b = 0.63", "", "0.02")) == 'F');
  CHECK(evaluated(rule_of("a <= 2.99", "", "0.02")) == 'F');
  CHECK(evaluated(rule_of("a > b", "a = 3.01", "0.02")) == '-');
}

TEST_CASE("the columns of a rule, each once") {
  const auto columns = columns_of(rule_of("b > a and b > base.a", "a > 0 and d > 0"));
  const std::vector<std::pair<int, When>> expected{{1, When::now}, {0, When::now}, {0, When::base}, {3, When::now}};
  CHECK(columns == expected);
}
