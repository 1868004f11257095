// One column: the vocabulary of Frictionless Table Schema where it has a word, own words for the rest (schemas/README.md).

#include "schema/form_field.hpp"

#include <string>

#include "base/text.hpp"
#include "schema/alias_place.hpp"
#include "schema/rule_parse.hpp"

namespace huizong {
namespace {

constexpr std::pair<std::string_view, FieldType> types[] = {
    {"integer", FieldType::integer}, {"number", FieldType::number},   {"string", FieldType::text},
    {"date", FieldType::date},       {"boolean", FieldType::boolean}, {"ordinal", FieldType::ordinal},
    {"tick", FieldType::tick}};

/// A mean is a ratio, of the figures and the records that have one.
struct Rollup {
  Additivity additivity;
  bool mean = false;
};
constexpr std::pair<std::string_view, Rollup> rollups[] = {{"flow", {Additivity::flow}},
                                                               {"stock", {Additivity::stock}},
                                                               {"distinct", {Additivity::distinct}},
                                                               {"ratio", {Additivity::ratio}},
                                                           {"mean", {Additivity::ratio, true}},
                                                               {"none", {Additivity::none}}};

enum class Presence { required, expected, optional, computed };
constexpr std::pair<std::string_view, Presence> presences[] = {
    {"required", Presence::required}, {"expected", Presence::expected}, {"optional", Presence::optional},
    {"computed", Presence::computed}};

constexpr std::pair<std::string_view, Severity> severities[] = {
    {"M", Severity::mandatory}, {"V", Severity::verify}, {"I", Severity::info}};

constexpr std::pair<std::string_view, ValuePlace> value_places[] = {{"either", ValuePlace::either},
                                                                    {"right", ValuePlace::right},
                                                                    {"below", ValuePlace::below},
                                                                    {"inside", ValuePlace::inside}};

/// The day on which somebody accepted an alias, YYYY-MM-DD.
Date read_since(const Source& source, const YamlNode& node) {
  const auto date = node.kind == YamlNode::Kind::scalar ? parse_date(node.text) : std::nullopt;
  if (!date || to_text(*date) != node.text || date->precision != DatePrecision::day) {
    refuse(source, node.at, "why.not-a-day", {{"what", node.text}});
  }
  if (source.today.year != 0 && *date > source.today) refuse(source, node.at, "why.day-to-come", {{"what", node.text}});
  return *date;
}

/// A text or a `label` takes the place of the column's own last label; a list or a `path` is the whole path.
Alias read_alias(const Source& source, const YamlNode& node, const Field& field) {
  Alias alias;
  const auto in_place = [&](std::string label) {
    alias.path = field.path;
    alias.path.back() = std::move(label);
  };
  if (node.kind == YamlNode::Kind::list) {
    alias.path = to_strings(source, node);
    return alias;
  }
  if (node.kind != YamlNode::Kind::map) {
    in_place(to_string(source, node));
    return alias;
  }
  const MapReader map(source, node, {"label", "path", "suspicious", "onlyWithout", "since"});
  const YamlNode *label = map.find("label"), *path = map.find("path");
  if (label != nullptr && path != nullptr) refuse(source, path->at, "why.path-and-label");
  if (label != nullptr) in_place(to_string(source, *label));
  else alias.path = to_strings(source, map.need("path"));
  if (const YamlNode* since = map.find("since")) attempt(source, [&] { alias.since = read_since(source, *since); });
  alias.suspicious = map.flag("suspicious");
  alias.only_without = map.text("onlyWithout");
  return alias;
}

void read_constraints(const Source& source, const YamlNode& node, Field& field) {
  const MapReader map(source, node, {"required", "minimum", "maximum", "enum"});
  field.needs_value = map.flag("required");
  field.minimum = map.number("minimum");
  field.maximum = map.number("maximum");
  field.allowed = map.texts("enum");
  if (field.minimum && field.maximum && *field.minimum > *field.maximum) {
    refuse(source, map.key_place("maximum"), "why.empty-range");
  }
}

bool is_numeric(const Field& field) {
  return field.type == FieldType::integer || field.type == FieldType::number || field.type == FieldType::tick;
}

void read_rollup(const Source& source, const MapReader& map, Field& field) {
  const YamlNode* rollup = map.find("rollup");
  if (!is_numeric(field)) {
    if (rollup != nullptr) refuse(source, rollup->at, "why.rollup-of-text", {{"what", field.name}});
    return;
  }
  if (rollup == nullptr) refuse(source, map.at(), "why.missing-key", {{"what", "rollup"}});
  const Rollup chosen = to_choice(source, *rollup, rollups);
  field.additivity = chosen.additivity;
  field.mean = chosen.mean;
  if (const YamlNode* weight = map.find("weightedBy"); weight != nullptr && !field.mean) {
    refuse(source, weight->at, "why.weight-of-mean", {{"what", field.name}});
  }
  const bool parts = map.find("growthOf") != nullptr || map.find("ratio") != nullptr || field.mean;
  if ((field.additivity == Additivity::ratio) != parts)
    refuse(source, rollup->at, "why.ratio-parts", {{"what", field.name}});
}

void read_path(const Source& source, const MapReader& map, const HeaderPath& above, Field& field) {
  const YamlNode *path = map.find("path"), *title = map.find("title");
  if (path != nullptr && title != nullptr) refuse(source, title->at, "why.path-and-title");
  if (path == nullptr && title == nullptr) refuse(source, map.at(), "why.missing-key", {{"what", "title"}});
  const YamlNode& printed = path != nullptr ? *path : *title;
  field.path = above;
  const HeaderPath own = path != nullptr ? to_strings(source, *path) : HeaderPath{to_string(source, *title)};
  field.path.insert(field.path.end(), own.begin(), own.end());
  for (const std::string& segment : own) {
    if (segment.empty()) refuse(source, printed.at, "why.empty-value");
  }
  if (own.empty()) refuse(source, printed.at, "why.empty-value");
}

void read_presence(const Source& source, const MapReader& map, Field& field) {
  const YamlNode* node = map.find("column");
  const Presence presence = node == nullptr ? Presence::required : to_choice(source, *node, presences);
  field.required = presence == Presence::required;
  field.optional_column = presence == Presence::optional || presence == Presence::computed;
  field.computed.is = presence == Presence::computed;
  field.computed.one = map.flag("one");
  const int ways = (map.find("sumOf") != nullptr) + (map.find("ratio") != nullptr) + (field.computed.one ? 1 : 0);
  const bool fits = field.computed.is ? ways == 1 : map.find("sumOf") == nullptr && !field.computed.one;
  if (!fits) refuse(source, map.at(), "why.computed", {{"what", field.name}});
}

void read_total(const Source& source, const YamlNode& node, Field& field) {
  const MapReader map(source, node, {"labels", "times", "severity"});
  for (const std::string& label : map.texts("labels")) field.total.labels.push_back(fold_label(label));
  if (const YamlNode* severity = map.find("severity")) field.total.severity = to_choice(source, *severity, severities);
}

/// Words that only a card knows: where the value stands, and boxes to tick.
void read_card_words(const Source& source, const MapReader& map, const FormSpec& form, Field& field) {
  if (const YamlNode* place = map.find("value")) {
    if (!form.is_card()) refuse(source, place->at, "why.layout-columns");
    field.place = to_choice(source, *place, value_places);
  }
  const YamlNode *one = map.find("ticks"), *many = map.find("ticksMany");
  if (one == nullptr && many == nullptr) return;
  const YamlNode& node = one != nullptr ? *one : *many;
  if ((one != nullptr && many != nullptr) || field.type != FieldType::text || !field.allowed.empty()) {
    refuse(source, node.at, "why.ticks-of-text", {{"what", field.name}});
  }
  field.ticks = to_strings(source, node);
  field.many_ticks = many != nullptr;
  if (field.ticks.size() < 2) refuse(source, node.at, "why.ticks-of-text", {{"what", field.name}});
}

}  // namespace

bool is_field_name(std::string_view name) {
  if (name.empty() || name[0] < 'a' || name[0] > 'z') return false;
  for (char c : name) {
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_')) return false;
  }
  return !is_reserved_word(name);
}

void read_name(const Source& source, const YamlNode& node, const FormSpec& form, Field& field) {
  field.name = to_string(source, node);
  if (!is_field_name(field.name)) refuse(source, node.at, "why.bad-field-name", {{"what", field.name}});
  if (form.field(field.name) >= 0) refuse(source, node.at, "why.duplicate-field", {{"what", field.name}});
}

Field read_field(const Source& source, const YamlNode& node, const FormSpec& form, const HeaderPath& above) {
  const MapReader map(source, node,
                      {"name", "title", "path", "type", "rollup", "unit", "unitAlso", "unitExpected", "column", "constraints",
                       "aliases", "growthOf", "ratio", "places", "one", "sumOf", "total", "value", "ticks", "ticksMany",
                       "estimates", "weightedBy", "reading"});
  Field field;
  read_name(source, map.need("name"), form, field);
  read_path(source, map, above, field);
  for (const Field& other : form.fields) {
    if (other.path == field.path) refuse(source, map.at(), "why.duplicate-path", {{"what", other.name}});
  }
  if (const YamlNode* type = map.find("type")) field.type = to_choice(source, *type, types);
  read_rollup(source, map, field);
  field.unit = map.text("unit");
  field.unit_also = map.texts("unitAlso");
  field.unit_expected = map.flag("unitExpected");
  field.estimates = map.flag("estimates");
  if (const YamlNode* reading = map.find("reading")) field.reading = to_sentence_pair(source, *reading);
  field.places = map.whole("places", 2);
  if (field.places < 0 || field.places > 15) refuse(source, map.key_place("places"), "why.not-whole");
  read_presence(source, map, field);
  if (const YamlNode* constraints = map.find("constraints")) read_constraints(source, *constraints, field);
  read_card_words(source, map, form, field);
  if (const YamlNode* total = map.find("total")) read_total(source, *total, field);
  if (const YamlNode* aliases = map.find("aliases")) {
    for (const YamlNode& alias : to_list(source, *aliases)) field.aliases.push_back(read_alias(source, alias, field));
  }
  field.alias_place = find_alias_place(source, node, map.find("aliases"), map.key_place("name"));
  return field;
}

}  // namespace huizong
