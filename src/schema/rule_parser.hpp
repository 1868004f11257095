#pragma once
// The recursive descent over the tokens of a rule. Names and types are settled while the tree grows, so that every fault
// has its place. Operators are in rule_parse.cpp, calls and columns in rule_parse_calls.cpp. Internal to the room.

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/rule_names.hpp"

namespace huizong {

/// The earlier period, or the row above, that a word means.
std::optional<When> when_of(const Token& token);

class RuleParser {
 public:
  RuleParser(std::string_view text, const RuleNames& names)
      : text_(text), build_(text), scopes_(names, build_), tokens_(tokenise(text)) {}

  Expression whole();

 private:
  static constexpr int max_depth = 64;

  /// A set of rows: which, of which period.
  struct Set {
    int source = 0;
    When when = When::now;
  };
  /// Counts the nesting; every way down passes here.
  struct Deeper {
    explicit Deeper(RuleParser& parser) : depth_(parser.depth_) {
      if (++depth_ > max_depth) parser.refuse_depth(parser.now().at);
    }
    ~Deeper() { --depth_; }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;
    int& depth_;
  };

  // tokens
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
  [[noreturn]] void refuse_depth(std::size_t at) const;

  // operators, weakest first
  Expression any();
  Expression conjunction();
  Expression negation();
  Expression compared();
  Expression added();
  Expression multiplied();
  Expression signed_value();
  Expression primary();
  template <typename Part>
  void chain(Expression& left, int& length, Op op, ValueType type, std::size_t left_at, Part part);
  Expression inverse(Placed operand, std::size_t at);
  Expression membership(Placed value);
  Expression number();
  Expression literal();
  Expression period_day();

  // calls and columns
  Expression call();
  Expression over_rows(Op op);
  Expression lookup();
  Expression blank();
  Expression column(bool any_type);
  Set set_of_rows();
  bool named_set(Expression& e);
  std::size_t word_in_call(std::string_view word) const;
  int column_in(int source) { return scopes_.column_of(tokens_[next_++], source); }

  std::string_view text_;
  RuleBuilder build_;
  RuleScopes scopes_;
  std::vector<Token> tokens_;
  std::size_t next_ = 0;
  int depth_ = 0;
};

}  // namespace huizong
