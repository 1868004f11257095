// A recursive descent over the tokens; names and types are settled while the tree grows, so that every fault has its
// place. What a name means hangs on the sets of rows around it: `scopes_` holds them, the form's own record outermost.

#include "schema/rule_parse.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/text.hpp"
#include "schema/load.hpp"
#include "schema/rule_build.hpp"
#include "schema/rule_token.hpp"

namespace huizong {
namespace {

constexpr int max_depth = 64;
constexpr std::size_t max_scopes = 4;

constexpr std::array<std::pair<std::string_view, When>, 5> whens{{{"base", When::base},
                                                                  {"year_end", When::year_end},
                                                                  {"first_half", When::first_half},
                                                                  {"previous", When::previous},
                                                                  {"above", When::above}}};

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

std::optional<When> when_of(const Token& token) {
  if (token.kind != Token::Kind::name) return std::nullopt;
  for (const auto& [word, when] : whens) {
    if (word == token.text) return when;
  }
  return std::nullopt;
}

class Parser {
 public:
  Parser(std::string_view text, const RuleNames& names) : text_(text), names_(names), build_(text), tokens_(tokenise(text)) {}

  Expression whole() {
    Expression e = any();
    if (now().kind != Token::Kind::end) build_.refuse(now().at, "why.rule-syntax", now().text);
    return e;
  }

 private:
  /// A set of rows: which, of which period.
  struct Set {
    int source = 0;
    When when = When::now;
  };

  const Token& now() const { return tokens_[next_]; }
  const Token& ahead(std::size_t by) const { return tokens_[std::min(next_ + by, tokens_.size() - 1)]; }
  static bool is_mark(const Token& token, std::string_view mark) { return token.kind == Token::Kind::mark && token.text == mark; }
  static bool is_word(const Token& token, std::string_view word) { return token.kind == Token::Kind::name && token.text == word; }
  bool take_mark(std::string_view mark) { return is_mark(now(), mark) && ++next_ != 0; }
  bool take_word(std::string_view word) { return is_word(now(), word) && ++next_ != 0; }
  void expect(std::string_view mark) {
    if (!take_mark(mark)) build_.refuse(now().at, "why.rule-expected", mark);
  }
  template <typename Part>
  Placed placed(Part part) {
    const std::size_t at = now().at;
    return {part(), at};
  }
  Placed placed_any() {
    return placed([this] { return any(); });
  }

  [[noreturn]] void refuse_depth(std::size_t at) const {
    refuse_rule(text_, at, "why.rule-too-deep", {{"limit", std::to_string(max_depth)}});
  }

  /// Counts the nesting; every way down passes here.
  struct Deeper {
    explicit Deeper(Parser& parser) : depth_(parser.depth_) {
      if (++depth_ > max_depth) parser.refuse_depth(parser.now().at);
    }
    ~Deeper() { --depth_; }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;
    int& depth_;
  };

  /// A long chain of + or `or` must not make the tree deep: it nests to the left only as far as the bound.
  template <typename Part>
  void chain(Expression& left, int& length, Op op, ValueType type, std::size_t left_at, Part part) {
    const std::size_t operator_at = now().at;
    ++next_;
    if (++length > max_depth) refuse_depth(operator_at);
    std::vector<Expression> operands;
    operands.push_back(build_.need({std::move(left), left_at}, type));
    operands.push_back(build_.need(placed(part), type));
    left = build_.node(op, type, std::move(operands), left_at);
  }

  Expression any() {
    const Deeper deeper(*this);
    const std::size_t at = now().at;
    Expression left = conjunction();
    for (int length = 0; is_word(now(), "or");) {
      chain(left, length, Op::logical_or, ValueType::condition, at, [this] { return conjunction(); });
    }
    return left;
  }

  Expression conjunction() {
    const std::size_t at = now().at;
    Expression left = negation();
    for (int length = 0; is_word(now(), "and");) {
      chain(left, length, Op::logical_and, ValueType::condition, at, [this] { return negation(); });
    }
    return left;
  }

  Expression negation() {
    const std::size_t at = now().at;
    if (!take_word("not")) return compared();
    const Deeper deeper(*this);
    return inverse(placed([this] { return negation(); }), at);
  }

  Expression inverse(Placed operand, std::size_t at) {
    std::vector<Expression> operands;
    operands.push_back(build_.need(std::move(operand), ValueType::condition));
    return build_.node(Op::logical_not, ValueType::condition, std::move(operands), at);
  }

  Expression compared() {
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
  Expression membership(Placed value) {
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
    const ValueType type = typed(set.source, column, column_at);
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

  Expression added() {
    const std::size_t at = now().at;
    Expression left = multiplied();
    for (int length = 0; is_mark(now(), "+") || is_mark(now(), "-");) {
      const Op op = is_mark(now(), "+") ? Op::add : Op::subtract;
      chain(left, length, op, ValueType::number, at, [this] { return multiplied(); });
    }
    return left;
  }

  Expression multiplied() {
    const std::size_t at = now().at;
    Expression left = signed_value();
    for (int length = 0; is_mark(now(), "*") || is_mark(now(), "/");) {
      const Op op = is_mark(now(), "*") ? Op::multiply : Op::divide;
      chain(left, length, op, ValueType::number, at, [this] { return signed_value(); });
    }
    return left;
  }

  Expression signed_value() {
    const std::size_t at = now().at;
    if (!take_mark("-")) return primary();
    const Deeper deeper(*this);
    std::vector<Expression> operands;
    operands.push_back(build_.need(placed([this] { return signed_value(); }), ValueType::number));
    return build_.node(Op::negate, ValueType::number, std::move(operands), at);
  }

  Expression primary() {
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

  Expression number() {
    const auto number = parse_decimal(now().text);
    if (!number) build_.refuse(now().at, "why.bad-number", now().text);
    ++next_;
    Expression e;
    e.number = *number;
    return e;
  }

  Expression literal() {
    Expression e;
    e.op = Op::text;
    e.type = ValueType::text;
    e.text = now().text;
    e.folded = fold_label(e.text);
    ++next_;
    return e;
  }

  Expression period_day() {
    Expression e;
    e.op = is_word(now(), "period_start") ? Op::period_start : Op::period_end;
    e.type = ValueType::date;
    ++next_;
    return e;
  }

  Expression call() {
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
  std::size_t word_in_call(std::string_view word) const {
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
  Expression over_rows(Op op) {
    const Token name = now();
    const bool with_value = op != Op::count && op != Op::exists;
    const std::size_t over = with_value ? word_in_call("over") : 0;
    if (with_value && over == 0) build_.refuse(name.at, "why.rule-expected", "over");
    const std::size_t value_at = next_ + 2;
    next_ = with_value ? over + 1 : value_at;
    const Set set = set_of_rows();
    const std::size_t after_set = next_;
    if (scopes_.size() > max_scopes) {
      refuse_rule(text_, name.at, "why.rule-too-deep", {{"limit", std::to_string(max_scopes)}});
    }
    scopes_.push_back(set.source);
    std::optional<Placed> value, where;
    if (with_value) {
      next_ = value_at;
      value = placed_any();
      if (next_ != over) build_.refuse(now().at, "why.rule-syntax", now().text);
      next_ = after_set;
    }
    if (take_word("where")) where = placed_any();
    scopes_.pop_back();
    expect(")");
    Expression e = build_.over_rows(op, std::move(value), std::move(where), name.at);
    e.source = set.source;
    e.when = set.when;
    return e;
  }

  /// lookup(key, set.column, set.column)
  Expression lookup() {
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
    operands.push_back(build_.need(std::move(key), typed(set.source, column, column_at)));
    Expression e = build_.node(Op::lookup, typed(set.source, result, result_at), std::move(operands), name.at);
    e.source = set.source;
    e.when = set.when;
    e.column = column;
    e.result = result;
    return e;
  }

  /// blank() asks whether a cell is empty: any column will do, or what is looked up, and nothing else.
  Expression blank() {
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
  Set set_of_rows() {
    Set set;
    if (const auto when = when_of(now())) {
      if (*when == When::above) build_.refuse(now().at, "why.unknown-rows", now().text);
      set.when = *when;
      ++next_;
      expect(".");
    }
    const Token& token = now();
    const auto source = source_of(token);
    if (!source) build_.refuse(token.at, "why.unknown-rows", token.text);
    const RowSource* other = *source > 0 ? &names_.sources[static_cast<std::size_t>(*source - 1)] : nullptr;
    if (other != nullptr && (other->codes != nullptr || other->block >= 0) && set.when != When::now) {
      build_.refuse(token.at, "why.rule-codes-period", token.text);
    }
    set.source = *source;
    ++next_;
    return set;
  }

  std::optional<int> source_of(const Token& token) const {
    if (token.kind != Token::Kind::name) return std::nullopt;
    if (token.text == "rows") return 0;
    for (std::size_t i = 0; i < names_.sources.size(); ++i) {
      if (names_.sources[i].name == token.text) return static_cast<int>(i) + 1;
    }
    return std::nullopt;
  }

  /// [own . | set .] [when .] name | when . set . name
  Expression column(bool any_type) {
    Expression e;
    e.op = Op::column;
    e.frame = static_cast<int>(scopes_.size()) - 1;
    const std::size_t at = now().at;
    bool named = false;
    if (is_word(now(), "own") && is_mark(ahead(1), ".")) {
      e.frame = 0;
      next_ += 2;
    } else {
      named = named_set(e);
    }
    if (const auto when = when_of(now()); when && (e.when == When::now)) {
      e.when = *when;
      ++next_;
      expect(".");
      if (!named && e.frame != Expression::one_record && source_of(now()) && is_mark(ahead(1), ".")) named_set(e);
    }
    e.source = e.frame == Expression::one_record ? e.source : scopes_[static_cast<std::size_t>(e.frame)];
    const bool own_record = e.frame != Expression::one_record && e.source == 0;
    if (e.when != When::now && (e.frame == Expression::one_record ? e.when == When::above : !own_record)) {
      build_.refuse(at, "why.rule-no-earlier");
    }
    const Token token = now();
    e.column = column_in(e.source);
    if (any_type) {
      e.type = type_of(fields_of(e.source)[static_cast<std::size_t>(e.column)]).value_or(ValueType::number);
    } else {
      e.type = typed(e.source, e.column, token.at);
    }
    return e;
  }

  /// `name.`: the row of that set around here, innermost first; else the one record of that form.
  bool named_set(Expression& e) {
    const auto source = source_of(now());
    if (!source || !is_mark(ahead(1), ".")) return false;
    const Token& token = now();
    int frame = Expression::one_record;
    for (std::size_t i = 1; i < scopes_.size(); ++i) {
      if (scopes_[i] == *source) frame = static_cast<int>(i);
    }
    if (e.when != When::now) frame = Expression::one_record;
    if (frame == Expression::one_record && (*source == 0 || !names_.sources[static_cast<std::size_t>(*source - 1)].one_record)) {
      build_.refuse(token.at, "why.rule-needs-rows", token.text);
    }
    e.frame = frame;
    e.source = *source;
    next_ += 2;
    return true;
  }

  const std::vector<Field>& fields_of(int source) const {
    return source == 0 ? names_.fields : names_.sources[static_cast<std::size_t>(source - 1)].fields;
  }

  ValueType typed(int source, int column, std::size_t at) const {
    const auto type = type_of(fields_of(source)[static_cast<std::size_t>(column)]);
    if (!type) build_.refuse(at, "why.column-not-number", fields_of(source)[static_cast<std::size_t>(column)].name);
    return *type;
  }

  int column_in(int source) {
    const Token token = now();
    const bool is_path = token.kind == Token::Kind::path;
    if (!is_path && token.kind != Token::Kind::name) build_.refuse(token.at, "why.rule-value-expected", token.text);
    ++next_;
    return is_path ? by_path(token, fields_of(source)) : by_name(token, source);
  }

  int by_name(const Token& token, int source) const {
    if (token.text == "each" && names_.each >= 0 && source == 0) return names_.each;
    const std::vector<Field>& fields = fields_of(source);
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (fields[i].name == token.text) return static_cast<int>(i);
    }
    build_.refuse(token.at, "why.unknown-column", token.text);
  }

  /// A whole path first; else a leaf label that only one column has.
  int by_path(const Token& token, const std::vector<Field>& fields) const {
    const std::string wanted = fold_label(token.text);
    std::vector<int> leaves;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const HeaderPath& path = fields[i].path;
      if (fold_label(join(path, "/")) == wanted) return static_cast<int>(i);
      if (!path.empty() && fold_label(path.back()) == wanted) leaves.push_back(static_cast<int>(i));
    }
    if (leaves.size() == 1) return leaves[0];
    build_.refuse(token.at, leaves.empty() ? "why.unknown-column" : "why.ambiguous-column", token.text);
  }

  std::string_view text_;
  const RuleNames& names_;
  RuleBuilder build_;
  std::vector<Token> tokens_;
  std::vector<int> scopes_{0};  // sources of the frames
  std::size_t next_ = 0;
  int depth_ = 0;
};

}  // namespace

bool is_reserved_word(std::string_view word) {
  const bool is_when = std::any_of(whens.begin(), whens.end(), [word](const auto& w) { return w.first == word; });
  return is_when || std::find(std::begin(reserved), std::end(reserved), word) != std::end(reserved);
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

Expression parse_expression(std::string_view text, const RuleNames& names) { return Parser(text, names).whole(); }

Expression parse_expression(std::string_view text, const std::vector<Field>& fields) {
  static const std::vector<RowSource> none;
  return parse_expression(text, RuleNames{fields, none, -1});
}

}  // namespace huizong
