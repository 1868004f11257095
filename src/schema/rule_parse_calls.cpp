// Calls of the rule language, sets of rows, and columns.

#include <array>

#include "schema/rule_parser.hpp"

namespace huizong {
namespace {

constexpr std::array<std::pair<std::string_view, When>, 5> whens{{{"base", When::base},
                                                                  {"year_end", When::year_end},
                                                                  {"first_half", When::first_half},
                                                                  {"previous", When::previous},
                                                                  {"above", When::above}}};

}  // namespace

std::optional<When> when_of(const Token& token) {
  if (token.kind != Token::Kind::name) return std::nullopt;
  for (const auto& [word, when] : whens) {
    if (word == token.text) return when;
  }
  return std::nullopt;
}

Expression RuleParser::call() {
  const Token name = now();
  const Deeper deeper(*this);
  if (name.text == "blank") return blank();
  if (name.text == "lookup") return lookup();
  if (const auto op = find_row_operation(name.text); op && (find_function(name.text) == nullptr || word_in_call("over") != 0)) {
    return over_rows(*op);
  }
  const RuleFunction* function = find_function(name.text);
  if (function == nullptr) build_.refuse(name.at, "why.unknown-function", name.text);
  next_ += 2;
  std::vector<Placed> arguments;
  if (!is_mark(now(), ")")) {
    do arguments.push_back(placed_any());
    while (take_mark(","));
  }
  expect(")");
  return build_.call(*function, std::move(arguments), name.at);
}

/// The token at which the word stands inside the brackets of this call, and in none within; 0 where it does not.
std::size_t RuleParser::word_in_call(std::string_view word) const {
  int depth = 0;
  for (std::size_t i = next_ + 1; i < tokens_.size(); ++i) {
    if (is_mark(tokens_[i], "(")) ++depth;
    if (is_mark(tokens_[i], ")") && --depth == 0) return 0;
    if (depth == 1 && is_word(tokens_[i], word)) return i;
  }
  return 0;
}

/// count(set where …), exists(set where …), and the others: sum(value over set where …). The set is read first, as the
/// names in the value are its columns.
Expression RuleParser::over_rows(Op op) {
  const Token name = now();
  const bool with_value = op != Op::count && op != Op::exists;
  const std::size_t over = with_value ? word_in_call("over") : 0;
  if (with_value && over == 0) build_.refuse(name.at, "why.rule-expected", "over");
  const std::size_t value_at = next_ + 2;
  next_ = with_value ? over + 1 : value_at;
  const Set set = set_of_rows();
  const std::size_t after_set = next_;
  if (scopes_.is_full()) refuse_rule(text_, name.at, "why.rule-too-deep", {{"limit", std::to_string(RuleScopes::most)}});
  scopes_.enter(set.source);
  std::optional<Placed> value, where;
  if (with_value) {
    next_ = value_at;
    value = placed_any();
    if (next_ != over) build_.refuse(now().at, "why.rule-syntax", now().text);
    next_ = after_set;
  }
  if (take_word("where")) where = placed_any();
  scopes_.leave();
  expect(")");
  Expression e = build_.over_rows(op, std::move(value), std::move(where), name.at);
  e.source = set.source;
  e.when = set.when;
  return e;
}

/// lookup(key, set.column, set.column)
Expression RuleParser::lookup() {
  const Token name = now();
  next_ += 2;
  Placed key = placed_any();
  expect(",");
  const Set set = set_of_rows();
  expect(".");
  const std::size_t column_at = now().at;
  const int column = column_in(set.source);
  expect(",");
  const std::size_t again_at = now().at;
  const Set again = set_of_rows();
  if (again.source != set.source || again.when != set.when) build_.refuse(again_at, "why.rule-same-rows");
  expect(".");
  const std::size_t result_at = now().at;
  const int result = column_in(set.source);
  expect(")");
  std::vector<Expression> operands;
  operands.push_back(build_.need(std::move(key), scopes_.type_of_column(set.source, column, column_at)));
  Expression e = build_.node(Op::lookup, scopes_.type_of_column(set.source, result, result_at), std::move(operands), name.at);
  e.source = set.source;
  e.when = set.when;
  e.column = column;
  e.result = result;
  return e;
}

/// blank() asks whether a cell is empty: any column will do, or what is looked up, and nothing else.
Expression RuleParser::blank() {
  const std::size_t at = now().at;
  next_ += 2;
  const bool looked_up = is_word(now(), "lookup") && is_mark(ahead(1), "(");
  if (!looked_up && now().kind != Token::Kind::name && now().kind != Token::Kind::path) {
    build_.refuse(now().at, "why.blank-needs-column");
  }
  std::vector<Expression> operands;
  operands.push_back(looked_up ? lookup() : column(true));
  if (is_mark(now(), ",")) build_.refuse(at, "why.wrong-arguments", "blank");
  expect(")");
  return build_.node(Op::blank, ValueType::condition, std::move(operands), at);
}

/// [when .] (rows | name)
RuleParser::Set RuleParser::set_of_rows() {
  Set set;
  if (const auto when = when_of(now())) {
    if (*when == When::above) build_.refuse(now().at, "why.unknown-rows", now().text);
    set.when = *when;
    ++next_;
    expect(".");
  }
  const Token& token = now();
  const auto source = scopes_.source_of(token);
  if (!source) build_.refuse(token.at, "why.unknown-rows", token.text);
  if (set.when != When::now && !scopes_.has_periods(*source)) build_.refuse(token.at, "why.rule-codes-period", token.text);
  set.source = *source;
  ++next_;
  return set;
}

/// [own . | set .] [when .] name | when . set . name
Expression RuleParser::column(bool any_type) {
  Expression e;
  e.op = Op::column;
  e.frame = scopes_.innermost();
  const std::size_t at = now().at;
  bool named = false;
  if (is_word(now(), "own") && is_mark(ahead(1), ".")) {
    e.frame = 0;
    named = true;
    next_ += 2;
  } else {
    named = named_set(e);
  }
  if (const auto when = when_of(now())) {
    e.when = *when;
    ++next_;
    expect(".");
    if (!named) named_set(e);
  }
  if (e.frame != Expression::one_record) e.source = scopes_.source_of_frame(e.frame);
  const bool has_earlier = e.frame == Expression::one_record ? e.when != When::above : e.source == 0;
  if (e.when != When::now && !has_earlier) build_.refuse(at, "why.rule-no-earlier");
  const std::size_t name_at = now().at;
  e.column = column_in(e.source);
  if (any_type) e.type = type_of(scopes_.field(e.source, e.column)).value_or(ValueType::number);
  else e.type = scopes_.type_of_column(e.source, e.column, name_at);
  return e;
}

/// `name.`: a row of that set around here; behind `base.` and the like, and outside of the set, its one record.
bool RuleParser::named_set(Expression& e) {
  const auto source = scopes_.source_of(now());
  if (!source || !is_mark(ahead(1), ".")) return false;
  e.frame = scopes_.frame_of(now(), *source, e.when == When::now);
  e.source = *source;
  next_ += 2;
  return true;
}
}  // namespace huizong
