// Verdict forms: `layout: conditions`, computed from other forms of the pack.

#include <algorithm>
#include <string>

#include "schema/form_parse.hpp"
#include "schema/rule_parse.hpp"

namespace huizong {
namespace {

/// Who judges what no form can decide.
constexpr std::pair<std::string_view, Op> judges[] = {{"person", Op::by_person}, {"none", Op::not_asked}};

int to_source(const Source& source, const YamlNode& node, const std::string& name, const FormSpec& form) {
  for (std::size_t i = 0; i < form.sources.size(); ++i) {
    if (form.sources[i].name == name) return static_cast<int>(i) + 1;
  }
  refuse(source, node.at, "why.unknown-rows", {{"what", name}});
}

/// Names under `uses` of a list, or of one text.
std::vector<int> to_sources(const Source& source, const YamlNode& node, const FormSpec& form) {
  std::vector<int> sources;
  for (const std::string& name : to_strings(source, node)) sources.push_back(to_source(source, node, name, form));
  return sources;
}

/// source.column
std::pair<int, int> to_name_column(const Source& source, const YamlNode& node, const FormSpec& form) {
  const std::string text = to_string(source, node);
  const auto dot = text.find('.');
  const int from = to_source(source, node, text.substr(0, dot), form);
  const std::vector<Field>& fields = fields_of(form, from);
  for (std::size_t i = 0; i < fields.size() && dot != std::string::npos; ++i) {
    if (fields[i].name == text.substr(dot + 1) && fields[i].type == FieldType::text) return {from, static_cast<int>(i)};
  }
  refuse(source, node.at, "why.unknown-column", {{"what", text}});
}

Expression question(Op op) {
  Expression e;
  e.op = op;
  e.type = ValueType::condition;
  return e;
}

/// One text or several, each an expression.
std::vector<Expression> read_expressions(const Source& source, const YamlNode* node, const FormSpec& form) {
  std::vector<Expression> all;
  if (node == nullptr) return all;
  if (node->kind != YamlNode::Kind::list) return {read_expression(source, *node, form, true)};
  for (const YamlNode& item : node->items) all.push_back(read_expression(source, item, form, true));
  return all;
}

/// figure >= floor
Expression at_least(const Source& source, const YamlNode& node, const Expression& figure, const Expression& floor) {
  if (figure.type != ValueType::number || floor.type != ValueType::number) refuse(source, node.at, "why.rule-needs-number");
  Expression e;
  e.op = Op::greater_equal;
  e.type = ValueType::condition;
  e.operands = {figure, floor};
  e.height = std::max(figure.height, floor.height) + 1;
  return e;
}

class ConditionReader {
 public:
  ConditionReader(const Source& source, const FormSpec& form, const std::vector<Condition>& before)
      : source_(source), form_(form), before_(before) {}

  /// The members of a group stand before it.
  void read_group(const MapReader& map, Condition& c) const {
    for (const std::string& id : map.texts("of")) {
      const auto found = std::find_if(before_.begin(), before_.end(), [&](const Condition& b) { return b.id == id; });
      if (found == before_.end() || found->kind == Condition::Kind::indicator) {
        refuse(source_, map.need("of").at, "why.unknown-condition", {{"what", id}});
      }
      c.of.push_back(static_cast<int>(found - before_.begin()));
    }
    c.at_least = map.whole("atLeast");
    if (c.at_least < 0 || c.at_least > static_cast<int>(c.of.size())) refuse(source_, map.key_place("atLeast"), "why.not-a-number");
    if (map.find("figure") != nullptr) refuse(source_, map.key_place("figure"), "why.condition-once", {{"what", c.id}});
    c.readings.push_back({std::nullopt, to_rule(map, question(Op::by_person))});
  }

  void read_readings(const MapReader& map, Condition& c) const {
    std::vector<Expression> figures = read_expressions(source_, map.find("figure"), form_);
    std::vector<Expression> checks = read_expressions(source_, map.find("check"), form_);
    if (const YamlNode* floor = map.find("atLeast")) {
      c.floor = read_expression(source_, *floor, form_, true);
      if (!checks.empty() || figures.empty()) refuse(source_, map.key_place("atLeast"), "why.condition-once", {{"what", c.id}});
      for (const Expression& figure : figures) checks.push_back(at_least(source_, *floor, figure, *c.floor));
    }
    for (const Expression& check : checks) {
      if (!is_condition(check)) refuse(source_, map.need("check").at, "why.rule-needs-condition");
    }
    const YamlNode* judge = map.find("judge");
    const Op open = judge == nullptr ? Op::not_asked : to_choice(source_, *judge, judges);
    const bool bare = checks.empty();
    for (std::size_t i = 0; i < std::max({figures.size(), checks.size(), std::size_t{1}}); ++i) {
      Reading reading;
      if (i < figures.size()) reading.figure = std::move(figures[i]);
      if (!bare && i >= checks.size()) refuse(source_, map.at(), "why.condition-once", {{"what", c.id}});
      reading.rule = to_rule(map, bare ? question(open) : std::move(checks[i]));
      c.readings.push_back(std::move(reading));
    }
  }

 private:
  Rule to_rule(const MapReader& map, Expression check) const {
    Rule rule;
    rule.check = std::move(check);
    if (const YamlNode* where = map.find("where")) {
      rule.where = read_expression(source_, *where, form_, false);
      if (!is_condition(*rule.where)) refuse(source_, where->at, "why.rule-needs-condition");
    }
    return rule;
  }

  const Source& source_;
  const FormSpec& form_;
  const std::vector<Condition>& before_;
};

Condition read_condition(const Source& source, const YamlNode& node, const FormSpec& form, const std::vector<Condition>& before) {
  const MapReader map(source, node, {"id", "title", "clause", "unit", "figure", "atLeast", "check", "where", "judge", "of", "indicator",
                                     "reason", "note", "mayRelax"});
  Condition c;
  c.id = to_string(source, map.need("id"));
  const bool taken = std::any_of(before.begin(), before.end(), [&](const Condition& b) { return b.id == c.id; });
  if (taken) refuse(source, node.at, "why.duplicate-field", {{"what", c.id}});
  c.title = to_string(source, map.need("title"));
  c.clause = map.text("clause");
  c.unit = map.text("unit");
  c.may_relax = map.flag("mayRelax");
  if (const YamlNode* reason = map.find("reason")) c.reason = to_sentence_pair(source, *reason);
  if (const YamlNode* note = map.find("note")) c.note = to_sentence_pair(source, *note);
  const bool indicator = map.flag("indicator"), group = map.find("of") != nullptr;
  const bool computed = map.find("check") != nullptr || (map.find("atLeast") != nullptr && !group);
  const int ways = computed + (map.find("judge") != nullptr) + group;
  if (indicator ? computed || group : ways != 1) refuse(source, node.at, "why.condition-once", {{"what", c.id}});
  c.kind = indicator ? Condition::Kind::indicator : group ? Condition::Kind::group : Condition::Kind::computed;
  const ConditionReader reader(source, form, before);
  group ? reader.read_group(map, c) : reader.read_readings(map, c);
  return c;
}

}  // namespace

bool is_verdict_form(const YamlNode& root) {
  for (std::size_t i = 0; i < root.keys.size() && root.kind == YamlNode::Kind::map; ++i) {
    if (root.keys[i].text == "layout") return root.items[i].text == "conditions";
  }
  return false;
}

VerdictForm read_verdict_form(const Source& source, const YamlNode& root, const FormLookup& lookup, const CodesLookup& codes,
                              const std::vector<std::pair<std::string, std::string>>& pack_lists) {
  const MapReader map(source, root, {"id", "title", "document", "source", "layout", "uses", "lists", "records", "subjects",
                                     "alsoCalled", "relaxed", "conditions"});
  VerdictForm verdicts;
  FormSpec& form = verdicts.form;
  attempt(source, [&] {
    form.id = to_string(source, map.need("id"));
    form.title = to_string(source, map.need("title"));
    form.document = map.text("document");
    form.source = map.text("source");
    map.need("uses");
    read_sources(source, root, lookup, codes, pack_lists, form);
    if (const YamlNode* records = map.find("records")) {
      for (const int one : to_sources(source, *records, form)) {
        form.sources[static_cast<std::size_t>(one - 1)].subject = form.sources[static_cast<std::size_t>(one - 1)].one_record = true;
      }
    }
    verdicts.subjects = to_sources(source, map.need("subjects"), form);
    if (const YamlNode* names = map.find("alsoCalled")) {
      for (const YamlNode& name : to_list(source, *names)) verdicts.also_called.push_back(to_name_column(source, name, form));
    }
    verdicts.relaxed = map.texts("relaxed");
  });
  for (const YamlNode& node : to_list(source, map.need("conditions"))) {
    attempt(source, [&] { verdicts.conditions.push_back(read_condition(source, node, form, verdicts.conditions)); });
  }
  return verdicts;
}

}  // namespace huizong
