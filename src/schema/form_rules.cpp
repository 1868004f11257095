// `rules:` of a form. A fault inside a rule's text is shown at its place in the file.

#include <algorithm>
#include <string>

#include "base/text.hpp"
#include "schema/form_parse.hpp"
#include "schema/load.hpp"
#include "schema/rule_parse.hpp"

namespace huizong {
namespace {

constexpr std::pair<std::string_view, Severity> severities[] = {
    {"M", Severity::mandatory}, {"V", Severity::verify}, {"I", Severity::info}};

constexpr std::pair<std::string_view, Scope> scopes[] = {{"return", Scope::whole_return}, {"row", Scope::row}};

bool is_rule_id(std::string_view id) {
  if (id.empty() || id.front() == '-' || id.back() == '-') return false;
  for (char c : id) {
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) return false;
  }
  return true;
}

/// Bytes of the first `characters` characters.
std::size_t bytes_of(std::string_view text, std::size_t characters) {
  std::size_t at = 0;
  while (at < text.size() && characters > 0) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
    --characters;
  }
  return at;
}

/// Where a fault at a column of the rule's text stands in the file: exact where the text stands there as it is.
YamlPlace place_in(const Source& source, const YamlNode& node, std::size_t column) {
  std::string_view rest = source.text;
  for (std::size_t line = 0; line < node.at.line; ++line)
    rest.remove_prefix(std::min(rest.find('\n'), rest.size() - 1) + 1);
  rest = rest.substr(0, rest.find('\n'));
  const std::size_t start = node.at.column + (node.quoted ? 1 : 0);
  if (start > rest.size() || !rest.substr(start).starts_with(node.text)) return node.at;
  return {node.at.line, start + bytes_of(node.text, column - 1)};
}

/// A fault in the text is shown at its place in the file.
Expression parse_placed(const Source& source, const YamlNode& node, const RuleNames& names) {
  try {
    return parse_expression(node.text, names);
  } catch (const Error& error) {
    if (error.message().id != "error.rule") throw;
    std::size_t column = 1;
    std::string why;
    Args more;
    for (const auto& [name, value] : error.message().args) {
      if (name == "column")
        column = static_cast<std::size_t>(std::stoul(value));
      else if (name == "why")
        why = value;
      else
        more.emplace_back(name, value);
    }
    refuse(source, place_in(source, node, column), why, more);
  }
}

Expression read_condition(const Source& source, const YamlNode& node, const FormSpec& form, int each) {
  to_string(source, node);
  Expression e = parse_placed(source, node, RuleNames{form.fields, form.sources, each});
  if (!is_condition(e)) refuse(source, node.at, "why.rule-needs-condition");
  return e;
}

/// Does the tree name rows of a set, or a column of another form?
bool reads_rows(const Expression& e) {
  if (is_over_rows(e.op) || e.op == Op::in_rows || e.op == Op::lookup || e.op == Op::column) return true;
  return std::any_of(e.operands.begin(), e.operands.end(), reads_rows);
}

Rule read_rule(const Source& source, const MapReader& map, const FormSpec& form, int each) {
  Rule rule;
  const YamlNode& id = map.need("id");
  rule.id = to_string(source, id);
  if (!is_rule_id(rule.id)) refuse(source, id.at, "why.bad-rule-id", {{"what", rule.id}});
  rule.severity = to_choice(source, map.need("severity"), severities);
  if (const YamlNode* scope = map.find("scope")) rule.scope = to_choice(source, *scope, scopes);
  if (const YamlNode* title = map.find("title")) rule.title = to_sentence_pair(source, *title);
  if (const YamlNode* mend = map.find("mend")) rule.mend = to_sentence_pair(source, *mend);
  const YamlNode& check = map.need("check");
  rule.check = read_condition(source, check, form, each);
  rule.source_text =
      each < 0 ? check.text : replace_all(check.text, "each", form.fields[static_cast<std::size_t>(each)].name);
  if (const YamlNode* where = map.find("where")) rule.where = read_condition(source, *where, form, each);
  rule.tolerance = map.number("tolerance").value_or(Decimal(0));
  if (rule.tolerance.is_negative()) refuse(source, map.key_place("tolerance"), "why.not-a-number");
  const auto columns = columns_of(rule);
  if (columns.empty() && !reads_rows(rule.check)) {
    refuse(source, check.at, "why.rule-names-no-column", {{"what", rule.id}});
  }
  for (const auto& [other, when] : columns) {
    const bool mixed = form.fields[static_cast<std::size_t>(other)].block != block_of(form, rule);
    if (mixed) refuse(source, check.at, "why.rule-mixes-blocks", {{"what", rule.id}});
  }
  const YamlNode* column = map.find("column");
  if (column != nullptr) rule.column = to_column(source, *column, form);
  else if (!columns.empty()) rule.column = columns[0].first;
  return rule;
}

}  // namespace

void read_rules(const Source& source, const YamlNode& list, FormSpec& form) {
  for (const YamlNode& node : to_list(source, list)) {
    attempt(source, [&] {
      const MapReader map(
          source, node,
          {"id", "severity", "scope", "title", "mend", "check", "where", "tolerance", "column", "forEach"});
      const YamlNode* each = map.find("forEach");
      if (each == nullptr) {
        form.rules.push_back(read_rule(source, map, form, -1));
        return;
      }
      for (int column : to_columns(source, *each, form)) form.rules.push_back(read_rule(source, map, form, column));
    });
  }
}

Expression read_expression(const Source& source, const YamlNode& node, const FormSpec& form, bool verdicts) {
  if (node.kind != YamlNode::Kind::scalar) refuse(source, node.at, "why.not-a-text");
  return parse_placed(source, node, RuleNames{form.fields, form.sources, -1, verdicts});
}

Sentence to_sentence_pair(const Source& source, const YamlNode& node) {
  if (node.kind == YamlNode::Kind::scalar) return {to_string(source, node), {}};
  const MapReader map(source, node, {"zh", "en"});
  return {to_string(source, map.need("zh")), map.text("en")};
}

}  // namespace huizong
