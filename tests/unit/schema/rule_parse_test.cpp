// The grammar, by the sentence that comes out of it and by what it refuses.

#include "schema/rule_parse.hpp"
#include "fixture.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

/// The tree in prefix notation: what binds to what can be read off.
std::string shape(const Expression& e) {
  if (e.op == Op::number) return to_text(e.number);
  if (e.op == Op::column) {
    const char* when[] = {"", "base.", "end.", "half.", "prev."};
    return std::string(when[static_cast<int>(e.when)]) + "#" + std::to_string(e.column);
  }
  const char* names[] = {"",   "",    "+",  "-",   "*",  "/",   "neg", "=",   "!=",  "<",     "<=",   ">",
                         ">=", "and", "or", "not", "if", "sum", "min", "max", "abs", "round", "blank"};
  std::string text = std::string("(") + names[static_cast<int>(e.op)];
  for (const Expression& operand : e.operands) text += " " + shape(operand);
  return text + ")";
}

std::string shape_of(std::string_view text) { return shape(parse_expression(text, small_form().fields)); }

}  // namespace

TEST_CASE("what binds to what") {
  const std::pair<const char*, const char*> cases[] = {
      {"a + b * c", "(+ #0 (* #1 #2))"},
      {"(a + b) * c", "(* (+ #0 #1) #2)"},
      {"a - b - c", "(- (- #0 #1) #2)"},
      {"a / b / c", "(/ (/ #0 #1) #2)"},
      {"-a * b", "(* (neg #0) #1)"},
      {"a < 1 or b < 2 and c < 3", "(or (< #0 1) (and (< #1 2) (< #2 3)))"},
      {"not a = b and c = d", "(and (not (= #0 #1)) (= #2 #3))"},
      {"a+1<=b", "(<= (+ #0 1) #1)"},
      {"a != 0.10", "(!= #0 0.1)"},
      {"if(a > 0, b, c) >= 1", "(>= (if (> #0 0) #1 #2) 1)"},
      {"if(a > 0, b > 0, c > 0)", "(if (> #0 0) (> #1 0) (> #2 0))"},
      {"sum(a, b, c) = max(a, b) + min(c, 1)", "(= (sum #0 #1 #2) (+ (max #0 #1) (min #2 1)))"},
      {"abs(a - b) <= 1", "(<= (abs (- #0 #1)) 1)"},
      {"round(a / b, 2) = 1", "(= (round (/ #0 #1) 2) 1)"},
      {"blank(t) or blank(base.a)", "(or (blank #4) (blank base.#0))"},
      {"a >= base.a", "(>= #0 base.#0)"},
      {"a = year_end.a + first_half.b - previous.c", "(= #0 (- (+ end.#0 half.#1) prev.#2))"},
      {"[甲/户数] > 0", "(> #0 0)"},
      {"[户数] > previous.[乙/金额]", "(> #0 prev.#3)"},
      {"a\n  > 0", "(> #0 0)"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(shape_of(text) == expected);
  }
}

TEST_CASE("what is refused, and where") {
  struct Case {
    const char *text, *why, *column;
  };
  const Case cases[] = {
      {"", "why.rule-value-expected", "1"},
      {"a <", "why.rule-value-expected", "4"},
      {"a < b < c", "why.rule-chained", "7"},
      {"a < b)", "why.rule-syntax", "6"},
      {"(a < b", "why.rule-expected", "7"},
      {"a b", "why.rule-syntax", "3"},
      {"a < x", "why.unknown-column", "5"},
      {"[没有] < 1", "why.unknown-column", "1"},
      {"[金额] < 1", "why.ambiguous-column", "1"},
      {"[甲/户数 < 1", "why.bracket-open", "1"},
      {"a ≤ b", "why.unknown-character", "3"},
      {"[户数] ？ b", "why.unknown-character", "6"},
      {"a < 1.2.3", "why.rule-syntax", "8"},
      {"a < 12a", "why.bad-number", "7"},
      {"a < 123456789012345678901234567890123456789", "why.bad-number", "5"},
      {"foo(a) < 1", "why.unknown-function", "1"},
      {"abs(a, b) < 1", "why.wrong-arguments", "1"},
      {"if(a > 0, b) < 1", "why.wrong-arguments", "1"},
      {"sum() < 1", "why.wrong-arguments", "1"},
      {"round(a, b) < 1", "why.round-places", "10"},
      {"round(a, 16) < 1", "why.round-places", "10"},
      {"years_after(period_end, a) > period_end", "why.later-count", "25"},
      {"days_after(period_end, 1.5) > period_end", "why.later-count", "24"},
      {"blank(1)", "why.blank-needs-column", "7"},
      {"t = 1", "why.column-not-number", "1"},
      {"(a < b) < c", "why.rule-needs-number", "1"},
      {"(a < b) + 1 < c", "why.rule-needs-number", "1"},
      {"a and b < 1", "why.rule-needs-condition", "1"},
      {"not a", "why.rule-needs-condition", "5"},
      {"if(a, b, c) < 1", "why.rule-needs-condition", "4"},
      {"if(a > 0, b, c > 0) < 1", "why.rule-needs-number", "14"},
      {"base < 1", "why.rule-expected", "6"},
      {"base. < 1", "why.rule-value-expected", "7"},
      {"each < 1", "why.unknown-column", "1"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const Message message = thrown([&] { shape_of(c.text); });
    CHECK(message.id == "error.rule");
    CHECK(arg(message, "why") == c.why);
    CHECK(arg(message, "column") == c.column);
  }
}

TEST_CASE("depth is bounded, in brackets and in chains") {
  CHECK(shape_of(std::string(60, '(') + "a" + std::string(60, ')') + " > 0") == "(> #0 0)");
  CHECK(arg(thrown([] { shape_of(std::string(7900, '(')); }), "why") == "why.rule-too-deep");
  CHECK(arg(thrown([] { shape_of(std::string(7900, '-') + "a > 0"); }), "why") == "why.rule-too-deep");
  std::string nots, chain = "a";
  for (int i = 0; i < 100; ++i) nots += "not ";
  for (int i = 0; i < 100; ++i) chain += " + a";
  CHECK(arg(thrown([&] { shape_of(nots + "a > 0"); }), "why") == "why.rule-too-deep");
  CHECK(arg(thrown([&] { shape_of(chain + " > 0"); }), "why") == "why.rule-too-deep");
}

TEST_CASE("each stands for the column that it is given") {
  const FormSpec form = small_form();
  CHECK(shape(parse_expression("each <= base.each", RuleNames{form.fields, form.sources, 2})) == "(<= #2 base.#2)");
}
