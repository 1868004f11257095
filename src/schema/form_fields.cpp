// Columns: the vocabulary of Frictionless Table Schema where it has a word, own words for the rest (schemas/README.md).

#include <string>

#include "base/text.hpp"
#include "schema/alias_place.hpp"
#include "schema/form_parse.hpp"
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

const YamlNode* value_in(const YamlNode& node, std::string_view key) {
  for (std::size_t i = 0; i < node.keys.size(); ++i) {
    if (node.keys[i].text == key) return &node.items[i];
  }
  return nullptr;
}

/// Second look at a field's map, keys already checked.
void link_field(const Source& source, const YamlNode& node, FormSpec& form, Field& field) {
  const auto value = [&node](std::string_view key) { return value_in(node, key); };
  if (const YamlNode* parts = value("sumOf")) field.computed.sum_of = to_columns(source, *parts, form);
  if (const YamlNode* total = value("total")) {
    if (const YamlNode* times = value_in(*total, "times")) field.total.times = to_column(source, *times, form);
  }
  if (const YamlNode* of = value("growthOf")) field.growth_of = to_column(source, *of, form);
  if (const YamlNode* weight = value("weightedBy")) {
    field.weighted_by = to_column(source, *weight, form);
    const Field& weights = form.fields[static_cast<std::size_t>(field.weighted_by)];
    if (!is_additive(weights.additivity) || weights.block != field.block) {
      refuse(source, weight->at, "why.weight-of-mean", {{"what", field.name}});
    }
  }
  if (const YamlNode* parts = value("ratio")) {
    const std::vector<int> columns = to_columns(source, *parts, form);
    if (columns.size() != 2) refuse(source, parts->at, "why.ratio-parts", {{"what", field.name}});
    field.numerator = columns[0];
    field.denominator = columns[1];
  }
  for (const Alias& alias : field.aliases) {
    if (alias.only_without.empty() || form.field(alias.only_without) >= 0) continue;
    refuse(source, value("aliases")->at, "why.unknown-column", {{"what", alias.only_without}});
  }
}

void link_list(const Source& source, const YamlNode& list, FormSpec& form) {
  for (const YamlNode& node : list.items) {
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
      if (node.keys[i].text != "name") continue;
      const int index = form.field(node.items[i].text);
      if (index < 0) continue;
      attempt(source, [&] { link_field(source, node, form, form.fields[static_cast<std::size_t>(index)]); });
    }
  }
}

}  // namespace

void read_fields(const Source& source, const YamlNode& list, FormSpec& form) {
  for (const YamlNode& node : to_list(source, list)) {
    attempt(source, [&] { form.fields.push_back(read_field(source, node, form, {})); });
  }
  if (list.items.empty()) refuse(source, list.at, "why.empty-value");
}

void read_bands(const Source& source, const YamlNode& list, FormSpec& form) {
  for (const YamlNode& node : to_list(source, list)) {
    attempt(source, [&] {
      const MapReader map(source, node, {"task", "name", "total", "fields"});
      Band band{map.text("task"), to_string(source, map.need("name")), map.flag("total"), {}};
      if (band.task.empty()) refuse(source, node.at, "why.missing-key", {{"what", "task"}});
      const int group = static_cast<int>(form.bands.size());
      for (const YamlNode& field_node : to_list(source, map.need("fields"))) {
        attempt(source, [&] {
          Field field = read_field(source, field_node, form, {band.task, band.name});
          field.group = group;
          band.fields.push_back(static_cast<int>(form.fields.size()));
          form.fields.push_back(std::move(field));
        });
      }
      form.bands.push_back(std::move(band));
    });
  }
}

void read_sections(const Source& source, const YamlNode& list, FormSpec& form) {
  for (const YamlNode& node : to_list(source, list)) {
    attempt(source, [&] {
      const MapReader map(source, node, {"name", "title", "aliases", "required", "atMost"});
      Field field;
      read_name(source, map.need("name"), form, field);
      field.path = {to_string(source, map.need("title"))};
      for (const std::string& alias : map.texts("aliases")) field.aliases.push_back({{alias}, false, {}, {}});
      field.type = FieldType::text;
      field.section = true;
      field.needs_value = map.flag("required", true);
      field.most_characters = map.whole("atMost");
      form.fields.push_back(std::move(field));
    });
  }
  if (list.items.empty()) refuse(source, list.at, "why.empty-value");
}

void read_blocks(const Source& source, const YamlNode& list, FormSpec& form) {
  for (const YamlNode& node : to_list(source, list)) {
    attempt(source, [&] {
      const MapReader map(source, node, {"name", "title", "fields"});
      Block block{to_string(source, map.need("name")), to_string(source, map.need("title")), {}};
      if (!is_field_name(block.name)) refuse(source, map.need("name").at, "why.bad-field-name", {{"what", block.name}});
      for (const Block& other : form.blocks) {
        if (other.name == block.name) refuse(source, map.need("name").at, "why.duplicate-field", {{"what", block.name}});
      }
      const int index = static_cast<int>(form.blocks.size());
      for (const YamlNode& field_node : to_list(source, map.need("fields"))) {
        attempt(source, [&] {
          Field field = read_field(source, field_node, form, {block.title});
          field.block = index;
          block.fields.push_back(static_cast<int>(form.fields.size()));
          form.fields.push_back(std::move(field));
        });
      }
      if (block.fields.empty()) refuse(source, node.at, "why.empty-value");
      form.blocks.push_back(std::move(block));
    });
  }
}

void link_fields(const Source& source, const YamlNode& lists, bool bands, FormSpec& form) {
  if (!bands) return link_list(source, lists, form);
  for (const YamlNode& band : lists.items) {
    for (std::size_t i = 0; i < band.keys.size(); ++i) {
      if (band.keys[i].text == "fields") link_list(source, band.items[i], form);
    }
  }
}

int to_column(const Source& source, const YamlNode& node, const FormSpec& form) {
  const std::string name = to_string(source, node);
  const int index = form.field(name);
  if (index < 0) refuse(source, node.at, "why.unknown-column", {{"what", name}});
  return index;
}

std::vector<int> to_columns(const Source& source, const YamlNode& node, const FormSpec& form) {
  if (node.kind == YamlNode::Kind::scalar) return {to_column(source, node, form)};
  std::vector<int> columns;
  for (const YamlNode& item : to_list(source, node)) columns.push_back(to_column(source, item, form));
  return columns;
}

}  // namespace huizong
