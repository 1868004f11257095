// The operators of the rule language, weakest first, and the doors of the parser.

#include "schema/rule_parse.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/text.hpp"
#include "schema/load.hpp"
#include "schema/rule_parser.hpp"

namespace huizong {
namespace {

constexpr std::array<std::pair<std::string_view, Op>, 6> comparisons{{{"=", Op::equal},
                                                                      {"!=", Op::not_equal},
                                                                      {"<", Op::less},
                                                                      {"<=", Op::less_equal},
                                                                      {">", Op::greater},
                                                                      {">=", Op::greater_equal}}};

/// Beside the functions that forms may have no field of: these words mean something wherever they stand.
constexpr std::string_view reserved[] = {"and", "or",   "not", "each", "in",  "within", "over", "where", "own", "rows", "period_start",
                                         "period_end", "if",  "sum", "min",  "max", "abs",    "round", "blank"};

std::optional<Op> comparison(const Token& token) {
  if (token.kind != Token::Kind::mark) return std::nullopt;
  for (const auto& [mark, op] : comparisons) {
    if (mark == token.text) return op;
  }
  return std::nullopt;
}

}  // namespace

Expression RuleParser::whole() {
  Expression e = any();
  if (now().kind != Token::Kind::end) build_.refuse(now().at, "why.rule-syntax", now().text);
  return e;
}

void RuleParser::refuse_depth(std::size_t at) const {
  refuse_rule(text_, at, "why.rule-too-deep", {{"limit", std::to_string(max_depth)}});
}

/// A long chain of + or `or` must not make the tree deep: it nests to the left only as far as the bound.
template <typename Part>
void RuleParser::chain(Expression& left, int& length, Op op, ValueType type, std::size_t left_at, Part part) {
  const std::size_t operator_at = now().at;
  ++next_;
  if (++length > max_depth) refuse_depth(operator_at);
  std::vector<Expression> operands;
  operands.push_back(build_.need({std::move(left), left_at}, type));
  operands.push_back(build_.need(placed(part), type));
  left = build_.node(op, type, std::move(operands), left_at);
}

Expression RuleParser::any() {
  const Deeper deeper(*this);
  const std::size_t at = now().at;
  Expression left = conjunction();
  for (int length = 0; is_word(now(), "or");) {
    chain(left, length, Op::logical_or, ValueType::condition, at, [this] { return conjunction(); });
  }
  return left;
}

Expression RuleParser::conjunction() {
  const std::size_t at = now().at;
  Expression left = negation();
  for (int length = 0; is_word(now(), "and");) {
    chain(left, length, Op::logical_and, ValueType::condition, at, [this] { return negation(); });
  }
  return left;
}

Expression RuleParser::negation() {
  const std::size_t at = now().at;
  if (!take_word("not")) return compared();
  const Deeper deeper(*this);
  return inverse(placed([this] { return negation(); }), at);
}

Expression RuleParser::inverse(Placed operand, std::size_t at) {
  std::vector<Expression> operands;
  operands.push_back(build_.need(std::move(operand), ValueType::condition));
  return build_.node(Op::logical_not, ValueType::condition, std::move(operands), at);
}

Expression RuleParser::compared() {
  Placed left = placed([this] { return added(); });
  if (is_word(now(), "in")) return membership(std::move(left));
  if (is_word(now(), "not") && is_word(ahead(1), "in")) {
    const std::size_t at = left.at;
    ++next_;
    return inverse({membership(std::move(left)), at}, at);
  }
  const auto op = comparison(now());
  if (!op) return std::move(left.expression);
  ++next_;
  Placed right = placed([this] { return added(); });
  std::optional<Placed> within;
  if (take_word("within")) within = placed([this] { return added(); });
  if (comparison(now())) build_.refuse(now().at, "why.rule-chained");
  return build_.comparison(*op, std::move(left), std::move(right), std::move(within));
}

/// x in (a, b), x in set.column
Expression RuleParser::membership(Placed value) {
  ++next_;
  if (take_mark("(")) {
    std::vector<Placed> choices;
    do choices.push_back(placed([this] { return added(); }));
    while (take_mark(","));
    expect(")");
    if (choices.size() > 200) build_.refuse(value.at, "why.wrong-arguments", "in");
    return build_.one_of(std::move(value), std::move(choices));
  }
  const Set set = set_of_rows();
  expect(".");
  const std::size_t column_at = now().at;
  const int column = column_in(set.source);
  const ValueType type = scopes_.type_of_column(set.source, column, column_at);
  if (type == ValueType::condition) build_.refuse(column_at, "why.rule-needs-text");
  const std::size_t at = value.at;
  std::vector<Expression> operands;
  operands.push_back(build_.need(std::move(value), type));
  Expression e = build_.node(Op::in_rows, ValueType::condition, std::move(operands), at);
  e.source = set.source;
  e.when = set.when;
  e.column = column;
  return e;
}

Expression RuleParser::added() {
  const std::size_t at = now().at;
  Expression left = multiplied();
  for (int length = 0; is_mark(now(), "+") || is_mark(now(), "-");) {
    const Op op = is_mark(now(), "+") ? Op::add : Op::subtract;
    chain(left, length, op, ValueType::number, at, [this] { return multiplied(); });
  }
  return left;
}

Expression RuleParser::multiplied() {
  const std::size_t at = now().at;
  Expression left = signed_value();
  for (int length = 0; is_mark(now(), "*") || is_mark(now(), "/");) {
    const Op op = is_mark(now(), "*") ? Op::multiply : Op::divide;
    chain(left, length, op, ValueType::number, at, [this] { return signed_value(); });
  }
  return left;
}

Expression RuleParser::signed_value() {
  const std::size_t at = now().at;
  if (!take_mark("-")) return primary();
  const Deeper deeper(*this);
  std::vector<Expression> operands;
  operands.push_back(build_.need(placed([this] { return signed_value(); }), ValueType::number));
  return build_.node(Op::negate, ValueType::number, std::move(operands), at);
}

Expression RuleParser::primary() {
  const Token& token = now();
  if (take_mark("(")) {
    Expression inside = any();
    expect(")");
    return inside;
  }
  if (token.kind == Token::Kind::number) return number();
  if (token.kind == Token::Kind::text) return literal();
  if (token.kind == Token::Kind::name && is_mark(ahead(1), "(")) return call();
  if (is_word(token, "period_start") || is_word(token, "period_end")) return period_day();
  if (token.kind != Token::Kind::name && token.kind != Token::Kind::path) {
    build_.refuse(token.at, "why.rule-value-expected", token.text);
  }
  return column(false);
}

Expression RuleParser::number() {
  const auto number = parse_decimal(now().text);
  if (!number) build_.refuse(now().at, "why.bad-number", now().text);
  ++next_;
  Expression e;
  e.number = *number;
  return e;
}

Expression RuleParser::literal() {
  Expression e;
  e.op = Op::text;
  e.type = ValueType::text;
  e.text = now().text;
  e.folded = fold_label(e.text);
  ++next_;
  return e;
}

Expression RuleParser::period_day() {
  Expression e;
  e.op = is_word(now(), "period_start") ? Op::period_start : Op::period_end;
  e.type = ValueType::date;
  ++next_;
  return e;
}
bool is_reserved_word(std::string_view word) {
  return when_of({Token::Kind::name, std::string(word), 0, 0}) || std::find(std::begin(reserved), std::end(reserved), word) != std::end(reserved);
}

std::optional<ValueType> type_of(const Field& field) {
  switch (field.type) {
    case FieldType::integer:
    case FieldType::number:
    case FieldType::tick: return ValueType::number;
    case FieldType::text: return ValueType::text;
    case FieldType::date: return ValueType::date;
    case FieldType::boolean: return ValueType::condition;
    case FieldType::ordinal: break;
  }
  return std::nullopt;
}

Expression parse_expression(std::string_view text, const RuleNames& names) { return RuleParser(text, names).whole(); }

Expression parse_expression(std::string_view text, const std::vector<Field>& fields) {
  static const std::vector<RowSource> none;
  return parse_expression(text, RuleNames{fields, none, -1});
}

}  // namespace huizong
