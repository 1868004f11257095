// A recursive descent over the tokens; columns and types are settled while the tree grows, so that every fault has its
// place.

#include "schema/rule_parse.hpp"

#include <array>
#include <optional>
#include <string>

#include "base/text.hpp"
#include "schema/load.hpp"
#include "schema/rule_token.hpp"

namespace huizong {
namespace {

constexpr int max_depth = 64;

struct Function {
  std::string_view name;
  Op op;
  std::size_t least, most;
};
constexpr std::array<Function, 7> functions{{{"if", Op::if_else, 3, 3},
                                             {"sum", Op::sum, 1, 200},
                                             {"min", Op::minimum, 1, 200},
                                             {"max", Op::maximum, 1, 200},
                                             {"abs", Op::absolute, 1, 1},
                                             {"round", Op::round, 2, 2},
                                             {"blank", Op::blank, 1, 1}}};

constexpr std::array<std::pair<std::string_view, When>, 4> whens{{{"base", When::base},
                                                                  {"year_end", When::year_end},
                                                                  {"first_half", When::first_half},
                                                                  {"previous", When::previous}}};

constexpr std::array<std::pair<std::string_view, Op>, 6> comparisons{{{"=", Op::equal},
                                                                      {"!=", Op::not_equal},
                                                                      {"<", Op::less},
                                                                      {"<=", Op::less_equal},
                                                                      {">", Op::greater},
                                                                      {">=", Op::greater_equal}}};

std::optional<Op> comparison(const Token& token) {
  if (token.kind != Token::Kind::mark) return std::nullopt;
  for (const auto& [mark, op] : comparisons) {
    if (mark == token.text) return op;
  }
  return std::nullopt;
}

Expression node(Op op, std::vector<Expression> operands) {
  Expression e;
  e.op = op;
  e.operands = std::move(operands);
  return e;
}

class Parser {
 public:
  Parser(std::string_view text, const std::vector<Field>& fields, int each)
      : text_(text), fields_(fields), each_(each), tokens_(tokenise(text)) {}

  Expression whole() {
    Expression e = any();
    if (now().kind != Token::Kind::end) refuse_rule(text_, now().at, "why.rule-syntax", {{"what", now().text}});
    return e;
  }

 private:
  const Token& now() const { return tokens_[next_]; }
  bool is_mark(std::string_view mark) const { return now().kind == Token::Kind::mark && now().text == mark; }
  bool is_word(std::string_view word) const { return now().kind == Token::Kind::name && now().text == word; }
  bool take_mark(std::string_view mark) {
    if (!is_mark(mark)) return false;
    ++next_;
    return true;
  }
  bool take_word(std::string_view word) {
    if (!is_word(word)) return false;
    ++next_;
    return true;
  }
  void expect(std::string_view mark) {
    if (!take_mark(mark)) refuse_rule(text_, now().at, "why.rule-expected", {{"what", std::string(mark)}});
  }

  /// Counts the nesting; every way down passes here.
  struct Deeper {
    Deeper(int& depth, std::string_view text, std::size_t at) : depth_(depth) {
      if (++depth_ > max_depth) refuse_rule(text, at, "why.rule-too-deep", {{"limit", std::to_string(max_depth)}});
    }
    ~Deeper() { --depth_; }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;
    int& depth_;
  };

  Expression need(Expression e, bool condition, std::size_t at) {
    if (is_condition(e) != condition) {
      refuse_rule(text_, at, condition ? "why.rule-needs-condition" : "why.rule-needs-number");
    }
    return e;
  }

  /// A long chain of + or `or` must not make the tree deep: it nests to the left only as far as the bound.
  template <typename Part>
  void chain(Expression& left, int& length, Op op, bool condition, std::size_t left_at, Part part) {
    const std::size_t operator_at = now().at;
    ++next_;
    if (++length > max_depth)
      refuse_rule(text_, operator_at, "why.rule-too-deep", {{"limit", std::to_string(max_depth)}});
    left = need(std::move(left), condition, left_at);
    const std::size_t right_at = now().at;
    Expression right = need(part(), condition, right_at);
    left = node(op, {std::move(left), std::move(right)});
  }

  Expression any() {
    const Deeper deeper(depth_, text_, now().at);
    const std::size_t at = now().at;
    Expression left = conjunction();
    for (int length = 0; is_word("or");)
      chain(left, length, Op::logical_or, true, at, [this] { return conjunction(); });
    return left;
  }

  Expression conjunction() {
    const std::size_t at = now().at;
    Expression left = negation();
    for (int length = 0; is_word("and");) chain(left, length, Op::logical_and, true, at, [this] { return negation(); });
    return left;
  }

  Expression negation() {
    if (!take_word("not")) return compared();
    const Deeper deeper(depth_, text_, now().at);
    const std::size_t at = now().at;
    return node(Op::logical_not, {need(negation(), true, at)});
  }

  Expression compared() {
    const std::size_t left_at = now().at;
    Expression left = added();
    const auto op = comparison(now());
    if (!op) return left;
    ++next_;
    const std::size_t right_at = now().at;
    Expression right = need(added(), false, right_at);
    if (comparison(now())) refuse_rule(text_, now().at, "why.rule-chained");
    return node(*op, {need(std::move(left), false, left_at), std::move(right)});
  }

  Expression added() {
    const std::size_t at = now().at;
    Expression left = multiplied();
    for (int length = 0; is_mark("+") || is_mark("-");) {
      chain(left, length, is_mark("+") ? Op::add : Op::subtract, false, at, [this] { return multiplied(); });
    }
    return left;
  }

  Expression multiplied() {
    const std::size_t at = now().at;
    Expression left = signed_value();
    for (int length = 0; is_mark("*") || is_mark("/");) {
      chain(left, length, is_mark("*") ? Op::multiply : Op::divide, false, at, [this] { return signed_value(); });
    }
    return left;
  }

  Expression signed_value() {
    if (!take_mark("-")) return primary();
    const Deeper deeper(depth_, text_, now().at);
    const std::size_t at = now().at;
    return node(Op::negate, {need(signed_value(), false, at)});
  }

  Expression primary() {
    const Token token = now();
    if (take_mark("(")) {
      Expression inside = any();
      expect(")");
      return inside;
    }
    if (token.kind == Token::Kind::number) return literal(token);
    if (token.kind == Token::Kind::path) return column(When::now, false);
    if (token.kind != Token::Kind::name)
      refuse_rule(text_, token.at, "why.rule-value-expected", {{"what", token.text}});
    if (tokens_[next_ + 1].kind == Token::Kind::mark && tokens_[next_ + 1].text == "(") return call();
    for (const auto& [word, when] : whens) {
      if (token.text != word) continue;
      ++next_;
      expect(".");
      return column(when, false);
    }
    return column(When::now, false);
  }

  Expression literal(const Token& token) {
    const auto number = parse_decimal(token.text);
    if (!number) refuse_rule(text_, token.at, "why.bad-number", {{"what", token.text}});
    ++next_;
    Expression e;
    e.number = *number;
    return e;
  }

  Expression call() {
    const Token name = now();
    const Function* function = nullptr;
    for (const Function& f : functions) {
      if (f.name == name.text) function = &f;
    }
    if (function == nullptr) refuse_rule(text_, name.at, "why.unknown-function", {{"what", name.text}});
    next_ += 2;
    const Deeper deeper(depth_, text_, name.at);
    Expression e = node(function->op, {});
    std::vector<std::size_t> places;
    if (function->op == Op::blank) {
      e.operands.push_back(blank_operand());
    } else if (!is_mark(")")) {
      do {
        places.push_back(now().at);
        e.operands.push_back(any());
      } while (take_mark(","));
    }
    expect(")");
    if (e.operands.size() < function->least || e.operands.size() > function->most) {
      refuse_rule(text_, name.at, "why.wrong-arguments",
                  {{"what", name.text}, {"expected", std::to_string(function->least)}});
    }
    check_operands(e, places);
    return e;
  }

  void check_operands(const Expression& e, const std::vector<std::size_t>& places) {
    if (e.op == Op::blank) return;
    for (std::size_t i = 0; i < e.operands.size(); ++i) {
      const bool wanted = e.op == Op::if_else && (i == 0 || (i == 2 && is_condition(e.operands[1])));
      if (e.op == Op::if_else && i == 1) continue;
      need(e.operands[i], wanted, places[i]);
    }
    if (e.op != Op::round) return;
    const Expression& n = e.operands[1];
    if (n.op != Op::number || !n.number.is_whole() || n.number > Decimal(15)) {
      refuse_rule(text_, places[1], "why.round-places");
    }
  }

  /// blank() asks whether a cell is empty: any column will do, and nothing but a column.
  Expression blank_operand() {
    for (const auto& [word, when] : whens) {
      if (!is_word(word)) continue;
      ++next_;
      expect(".");
      return column(when, true);
    }
    if (now().kind != Token::Kind::name && now().kind != Token::Kind::path) {
      refuse_rule(text_, now().at, "why.blank-needs-column");
    }
    return column(When::now, true);
  }

  Expression column(When when, bool any_type) {
    const Token token = now();
    Expression e;
    e.op = Op::column;
    e.when = when;
    e.column = token.kind == Token::Kind::path ? by_path(token) : by_name(token);
    const FieldType type = fields_[static_cast<std::size_t>(e.column)].type;
    if (!any_type && type != FieldType::integer && type != FieldType::number && type != FieldType::tick) {
      refuse_rule(text_, token.at, "why.column-not-number", {{"what", token.text}});
    }
    ++next_;
    return e;
  }

  int by_name(const Token& token) {
    if (token.kind != Token::Kind::name)
      refuse_rule(text_, token.at, "why.rule-value-expected", {{"what", token.text}});
    if (token.text == "each" && each_ >= 0) return each_;
    for (std::size_t i = 0; i < fields_.size(); ++i) {
      if (fields_[i].name == token.text) return static_cast<int>(i);
    }
    refuse_rule(text_, token.at, "why.unknown-column", {{"what", token.text}});
  }

  /// A whole path first; else a leaf label that only one column has.
  int by_path(const Token& token) {
    const std::string wanted = fold_label(token.text);
    std::vector<int> leaves;
    for (std::size_t i = 0; i < fields_.size(); ++i) {
      const HeaderPath& path = fields_[i].path;
      if (fold_label(join(path, "/")) == wanted) return static_cast<int>(i);
      if (!path.empty() && fold_label(path.back()) == wanted) leaves.push_back(static_cast<int>(i));
    }
    if (leaves.size() == 1) return leaves[0];
    refuse_rule(text_, token.at, leaves.empty() ? "why.unknown-column" : "why.ambiguous-column",
                {{"what", token.text}});
  }

  std::string_view text_;
  const std::vector<Field>& fields_;
  int each_;
  std::vector<Token> tokens_;
  std::size_t next_ = 0;
  int depth_ = 0;
};

}  // namespace

bool is_reserved_word(std::string_view word) {
  for (const Function& f : functions) {
    if (f.name == word) return true;
  }
  for (const auto& [name, when] : whens) {
    if (name == word) return true;
  }
  return word == "and" || word == "or" || word == "not" || word == "each";
}

bool is_condition(const Expression& e) {
  switch (e.op) {
    case Op::equal:
    case Op::not_equal:
    case Op::less:
    case Op::less_equal:
    case Op::greater:
    case Op::greater_equal:
    case Op::logical_and:
    case Op::logical_or:
    case Op::logical_not:
    case Op::blank:
      return true;
    case Op::if_else:
      return e.operands.size() > 1 && is_condition(e.operands[1]);
    default:
      return false;
  }
}

Expression parse_expression(std::string_view text, const std::vector<Field>& fields, int each) {
  return Parser(text, fields, each).whole();
}

Expression parse_expression(std::string_view text, const std::vector<Field>& fields) {
  return parse_expression(text, fields, -1);
}

}  // namespace huizong
