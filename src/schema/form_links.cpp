// Columns that name other columns: a second look, when all are read.

#include <string>

#include "schema/form_parse.hpp"

namespace huizong {
namespace {

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
