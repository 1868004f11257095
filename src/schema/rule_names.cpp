#include "schema/rule_names.hpp"

#include "base/text.hpp"

namespace huizong {

std::optional<int> RuleScopes::source_of(const Token& token) const {
  if (token.kind != Token::Kind::name) return std::nullopt;
  if (token.text == "rows") return 0;
  for (std::size_t i = 0; i < names_.sources.size(); ++i) {
    if (names_.sources[i].name == token.text) return static_cast<int>(i) + 1;
  }
  return std::nullopt;
}

int RuleScopes::frame_of(const Token& token, int source, bool around) const {
  for (std::size_t i = sources_.size() - 1; around && i > 0; --i) {
    if (sources_[i] == source) return static_cast<int>(i);
  }
  if (source == 0 || !other(source).one_record) build_.refuse(token.at, "why.rule-needs-rows", token.text);
  return Expression::one_record;
}

bool RuleScopes::has_periods(int source) const {
  return source == 0 || (other(source).codes == nullptr && other(source).block < 0);
}

int RuleScopes::column_of(const Token& token, int source) const {
  const std::vector<Field>& fields = fields_of(source);
  if (token.kind == Token::Kind::path) return by_path(token, fields);
  if (token.kind != Token::Kind::name) build_.refuse(token.at, "why.rule-value-expected", token.text);
  if (token.text == "each" && names_.each >= 0 && source == 0) return names_.each;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].name == token.text) return static_cast<int>(i);
  }
  build_.refuse(token.at, "why.unknown-column", token.text);
}

int RuleScopes::by_path(const Token& token, const std::vector<Field>& fields) const {
  const std::string wanted = fold_label(token.text);
  std::vector<int> leaves;
  for (std::size_t i = 0; i < fields.size() && !wanted.empty(); ++i) {
    const HeaderPath& path = fields[i].path;
    if (fold_label(join(path, "/")) == wanted) return static_cast<int>(i);
    if (!path.empty() && fold_label(path.back()) == wanted) leaves.push_back(static_cast<int>(i));
  }
  if (leaves.size() == 1) return leaves[0];
  build_.refuse(token.at, leaves.empty() ? "why.unknown-column" : "why.ambiguous-column", token.text);
}

ValueType RuleScopes::type_of_column(int source, int column, std::size_t at) const {
  const auto type = type_of(field(source, column));
  if (!type) build_.refuse(at, "why.column-not-number", field(source, column).name);
  return *type;
}

}  // namespace huizong
