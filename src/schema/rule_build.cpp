#include "schema/rule_build.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "schema/rule_pattern.hpp"
#include "schema/rule_token.hpp"

namespace huizong {
namespace {

constexpr int max_height = 200;

constexpr int most_later = 9999;  ///< years, months or days

constexpr std::array<RuleFunction, 23> functions{{{"if", Op::if_else, 3, 3},
                                                  {"sum", Op::sum, 1, 200},
                                                  {"min", Op::minimum, 1, 200},
                                                  {"max", Op::maximum, 1, 200},
                                                  {"abs", Op::absolute, 1, 1},
                                                  {"round", Op::round, 2, 2},
                                                  {"starts_with", Op::starts_with, 2, 2},
                                                  {"ends_with", Op::ends_with, 2, 2},
                                                  {"contains", Op::contains, 2, 2},
                                                  {"matches", Op::matches, 2, 2},
                                                  {"length", Op::length, 1, 1},
                                                  {"amount", Op::amount, 2, 20},
                                                  {"check_code", Op::check_code, 1, 1},
                                                  {"date", Op::date, 1, 1},
                                                  {"year", Op::year, 1, 1},
                                                  {"month", Op::month, 1, 1},
                                                  {"years_between", Op::years_between, 2, 2},
                                                  {"months_between", Op::months_between, 2, 2},
                                                  {"days_between", Op::days_between, 2, 2},
                                                  {"years_after", Op::years_after, 2, 2},
                                                  {"months_after", Op::months_after, 2, 2},
                                                  {"days_after", Op::days_after, 2, 2},
                                                  {"blank", Op::blank, 1, 1}}};

constexpr std::array<std::pair<std::string_view, Op>, 8> row_operations{{{"count", Op::count},
                                                                         {"exists", Op::exists},
                                                                         {"sum", Op::sum_over},
                                                                         {"min", Op::minimum_over},
                                                                         {"max", Op::maximum_over},
                                                                         {"mean", Op::mean_over},
                                                                         {"distinct", Op::distinct},
                                                                         {"all", Op::all}}};

std::string_view why_not(ValueType wanted) {
  switch (wanted) {
    case ValueType::number: return "why.rule-needs-number";
    case ValueType::condition: return "why.rule-needs-condition";
    case ValueType::text: return "why.rule-needs-text";
    case ValueType::date: break;
  }
  return "why.rule-needs-date";
}

/// Result and arguments of the functions whose arguments are all of one type.
struct Signature {
  Op op;
  ValueType result, argument;
};
constexpr std::array<Signature, 14> signatures{{{Op::sum, ValueType::number, ValueType::number},
                                                {Op::minimum, ValueType::number, ValueType::number},
                                                {Op::maximum, ValueType::number, ValueType::number},
                                                {Op::absolute, ValueType::number, ValueType::number},
                                                {Op::starts_with, ValueType::condition, ValueType::text},
                                                {Op::ends_with, ValueType::condition, ValueType::text},
                                                {Op::contains, ValueType::condition, ValueType::text},
                                                {Op::length, ValueType::number, ValueType::text},
                                                {Op::check_code, ValueType::condition, ValueType::text},
                                                {Op::year, ValueType::number, ValueType::date},
                                                {Op::month, ValueType::number, ValueType::date},
                                                {Op::years_between, ValueType::number, ValueType::date},
                                                {Op::months_between, ValueType::number, ValueType::date},
                                                {Op::days_between, ValueType::number, ValueType::date}}};

const Signature& signature_of(Op op) {
  return *std::find_if(signatures.begin(), signatures.end(), [op](const Signature& s) { return s.op == op; });
}

}  // namespace

const RuleFunction* find_function(std::string_view name) {
  const auto found = std::find_if(functions.begin(), functions.end(), [name](const auto& f) { return f.name == name; });
  return found == functions.end() ? nullptr : found;
}

std::optional<Op> find_row_operation(std::string_view name) {
  for (const auto& [word, op] : row_operations) {
    if (word == name) return op;
  }
  return std::nullopt;
}

void RuleBuilder::refuse(std::size_t at, std::string_view why, std::string_view what) const {
  refuse_rule(text_, at, why, what.empty() ? Args{} : Args{{"what", std::string(what)}});
}

Expression RuleBuilder::need(Placed operand, ValueType type) const {
  if (operand.expression.type == type) return std::move(operand.expression);
  if (operand.expression.op == Op::column && type == ValueType::number) {
    const std::string_view rest = text_.substr(operand.at);
    refuse(operand.at, "why.column-not-number", rest.substr(0, rest.find_first_of(" ,)+-*/<>=!")));
  }
  refuse(operand.at, why_not(type));
}

Expression RuleBuilder::node(Op op, ValueType type, std::vector<Expression> operands, std::size_t at) const {
  Expression e;
  e.op = op;
  e.type = type;
  for (const Expression& operand : operands) e.height = std::max(e.height, operand.height + 1);
  if (e.height > max_height) refuse_rule(text_, at, "why.rule-too-deep", {{"limit", std::to_string(max_height)}});
  e.operands = std::move(operands);
  return e;
}

Expression RuleBuilder::comparison(Op op, Placed left, Placed right, std::optional<Placed> within) const {
  const std::size_t at = left.at;
  ValueType type = left.expression.type;
  if (right.expression.type == ValueType::number || type == ValueType::condition) type = ValueType::number;
  const bool ordered = op != Op::equal && op != Op::not_equal;
  if (type == ValueType::text && ordered) refuse(left.at, "why.rule-text-order");
  std::vector<Expression> operands;
  operands.push_back(need(std::move(left), type));
  operands.push_back(need(std::move(right), type));
  if (within) {
    if (type != ValueType::number || ordered) refuse(within->at, "why.rule-within");
    operands.push_back(need(std::move(*within), ValueType::number));
  }
  return node(op, ValueType::condition, std::move(operands), at);
}

Expression RuleBuilder::one_of(Placed value, std::vector<Placed> choices) const {
  const std::size_t at = value.at;
  const ValueType type = value.expression.type;
  if (type == ValueType::condition) refuse(at, "why.rule-needs-text");
  std::vector<Expression> operands;
  operands.push_back(std::move(value.expression));
  for (Placed& choice : choices) operands.push_back(need(std::move(choice), type));
  return node(Op::one_of, ValueType::condition, std::move(operands), at);
}

Expression RuleBuilder::choice(std::vector<Placed> arguments, std::size_t at) const {
  const ValueType type = arguments[1].expression.type;
  std::vector<Expression> operands;
  operands.push_back(need(std::move(arguments[0]), ValueType::condition));
  operands.push_back(std::move(arguments[1].expression));
  operands.push_back(need(std::move(arguments[2]), type));
  return node(Op::if_else, type, std::move(operands), at);
}

Expression RuleBuilder::rounded(std::vector<Placed> arguments, std::size_t at) const {
  const Expression& places = arguments[1].expression;
  if (places.op != Op::number || !places.number.is_whole() || places.number > Decimal(15)) {
    refuse(arguments[1].at, "why.round-places");
  }
  std::vector<Expression> operands;
  for (Placed& argument : arguments) operands.push_back(need(std::move(argument), ValueType::number));
  return node(Op::round, ValueType::number, std::move(operands), at);
}

/// The number of years, months or days is written out: a rule that hangs on it can be read.
Expression RuleBuilder::later(Op op, std::vector<Placed> arguments, std::size_t at) const {
  const Expression& count = arguments[1].expression;
  if (count.op != Op::number || !count.number.is_whole() || count.number > Decimal(most_later)) {
    refuse(arguments[1].at, "why.later-count", std::to_string(most_later));
  }
  std::vector<Expression> operands;
  operands.push_back(need(std::move(arguments[0]), ValueType::date));
  operands.push_back(std::move(arguments[1].expression));
  return node(op, ValueType::date, std::move(operands), at);
}

Expression RuleBuilder::matched(std::vector<Placed> arguments, std::size_t at) const {
  if (arguments[1].expression.op != Op::text) refuse(arguments[1].at, "why.rule-needs-literal");
  const auto pattern = Pattern::parse(arguments[1].expression.text);
  if (!pattern) refuse(arguments[1].at, "why.bad-pattern", arguments[1].expression.text);
  Expression e = node(Op::matches, ValueType::condition, {}, at);
  e.text = arguments[1].expression.text;
  e.operands.push_back(need(std::move(arguments[0]), ValueType::text));
  e.height = e.operands[0].height + 1;
  e.pattern = std::make_shared<const Pattern>(*pattern);
  return e;
}

Expression RuleBuilder::amount(std::vector<Placed> arguments, std::size_t at) const {
  std::vector<Expression> operands;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (i > 0 && arguments[i].expression.op != Op::text) refuse(arguments[i].at, "why.rule-needs-literal");
    operands.push_back(need(std::move(arguments[i]), ValueType::text));
  }
  return node(Op::amount, ValueType::number, std::move(operands), at);
}

Expression RuleBuilder::literal_date(const std::vector<Placed>& arguments) const {
  const Expression& text = arguments[0].expression;
  if (text.op != Op::text) refuse(arguments[0].at, "why.rule-needs-literal");
  const auto date = parse_date(text.text);
  if (!date) refuse(arguments[0].at, "why.not-a-day", text.text);
  Expression e;
  e.op = Op::date;
  e.type = ValueType::date;
  e.date = *date;
  return e;
}

Expression RuleBuilder::call(const RuleFunction& function, std::vector<Placed> arguments, std::size_t at) const {
  if (arguments.size() < function.least || arguments.size() > function.most) {
    refuse_rule(text_, at, "why.wrong-arguments",
                {{"what", std::string(function.name)}, {"expected", std::to_string(function.least)}});
  }
  switch (function.op) {
    case Op::if_else: return choice(std::move(arguments), at);
    case Op::round: return rounded(std::move(arguments), at);
    case Op::years_after:
    case Op::months_after:
    case Op::days_after: return later(function.op, std::move(arguments), at);
    case Op::matches: return matched(std::move(arguments), at);
    case Op::date: return literal_date(arguments);
    case Op::amount: return amount(std::move(arguments), at);
    default: break;
  }
  const Signature& signature = signature_of(function.op);
  std::vector<Expression> operands;
  for (Placed& argument : arguments) operands.push_back(need(std::move(argument), signature.argument));
  return node(function.op, signature.result, std::move(operands), at);
}

Expression RuleBuilder::over_rows(Op op, std::optional<Placed> value, std::optional<Placed> where, std::size_t at) const {
  std::vector<Expression> operands;
  if (value) {
    if (op == Op::distinct) {
      if (value->expression.type == ValueType::condition) refuse(value->at, "why.rule-needs-text");
      operands.push_back(std::move(value->expression));
    } else {
      operands.push_back(need(std::move(*value), op == Op::all ? ValueType::condition : ValueType::number));
    }
  }
  if (where) operands.push_back(need(std::move(*where), ValueType::condition));
  const bool truth = op == Op::exists || op == Op::all;
  return node(op, truth ? ValueType::condition : ValueType::number, std::move(operands), at);
}

}  // namespace huizong
