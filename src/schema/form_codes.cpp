// Code lists: `layout: codes`, whose rows stand in the schema.

#include <algorithm>
#include <string>

#include "schema/form_parse.hpp"
#include "schema/rule_parse.hpp"

namespace huizong {
namespace {

constexpr std::pair<std::string_view, FieldType> types[] = {
    {"string", FieldType::text}, {"integer", FieldType::integer}, {"number", FieldType::number}, {"date", FieldType::date}};

Field read_code_field(const Source& source, const YamlNode& node, const CodeList& list) {
  const MapReader map(source, node, {"name", "title", "type"});
  Field field;
  field.name = to_string(source, map.need("name"));
  const bool taken = std::any_of(list.fields.begin(), list.fields.end(), [&](const Field& f) { return f.name == field.name; });
  if (taken) refuse(source, node.at, "why.duplicate-field", {{"what", field.name}});
  if (is_reserved_word(field.name)) refuse(source, node.at, "why.bad-field-name", {{"what", field.name}});
  field.path = {to_string(source, map.need("title"))};
  field.type = FieldType::text;
  if (const YamlNode* type = map.find("type")) field.type = to_choice(source, *type, types);
  return field;
}

/// An empty text stands for nothing: a code without the part of that column.
Value read_code(const Source& source, const YamlNode& node, const Field& field) {
  Value value;
  value.text = to_string(source, node);
  if (value.text.empty()) return value;
  if (field.type == FieldType::text) {
    value.kind = ValueKind::text;
  } else if (field.type == FieldType::date) {
    const auto date = parse_date(value.text);
    if (!date) refuse(source, node.at, "why.not-a-day", {{"what", value.text}});
    value.kind = ValueKind::date;
    value.date = *date;
  } else {
    const auto number = parse_decimal(value.text);
    const bool whole = number && (number->is_whole() || field.type == FieldType::number);
    if (!whole) refuse(source, node.at, "why.not-a-number", {{"what", value.text}});
    value.kind = ValueKind::figure;
    value.number = *number;
  }
  return value;
}

/// Which columns name what: for lint, which looks for entries that stand twice.
void read_entries(const Source& source, const YamlNode& node, CodeList& list) {
  const MapReader map(source, node, {"code", "name", "group"});
  const auto column = [&](const YamlNode& word) {
    const std::string name = to_string(source, word);
    for (std::size_t i = 0; i < list.fields.size(); ++i) {
      if (list.fields[i].name == name) return static_cast<int>(i);
    }
    refuse(source, word.at, "why.unknown-column", {{"what", name}});
  };
  list.code = column(map.need("code"));
  list.name = column(map.need("name"));
  if (const YamlNode* group = map.find("group")) list.group = column(*group);
}

}  // namespace

bool is_code_list(const YamlNode& root) {
  for (std::size_t i = 0; i < root.keys.size() && root.kind == YamlNode::Kind::map; ++i) {
    if (root.keys[i].text == "layout") return root.items[i].text == "codes";
  }
  return false;
}

CodeList read_code_list(const Source& source, const YamlNode& root) {
  const MapReader map(source, root, {"id", "title", "document", "source", "layout", "fields", "rows", "entries", "reading"});
  CodeList list;
  list.id = to_string(source, map.need("id"));
  list.title = to_string(source, map.need("title"));
  list.document = map.text("document");
  list.source = map.text("source");
  for (const YamlNode& node : to_list(source, map.need("fields"))) {
    attempt(source, [&] { list.fields.push_back(read_code_field(source, node, list)); });
  }
  if (const YamlNode* entries = map.find("entries")) read_entries(source, *entries, list);
  if (const YamlNode* reading = map.find("reading")) list.reading = to_sentence_pair(source, *reading);
  std::vector<Record> rows;
  for (const YamlNode& node : to_list(source, map.need("rows"))) {
    attempt(source, [&] {
      const std::vector<YamlNode>& cells = to_list(source, node);
      if (cells.size() != list.fields.size()) {
        refuse(source, node.at, "why.code-row", {{"expected", std::to_string(list.fields.size())}});
      }
      Record record;
      for (std::size_t i = 0; i < cells.size(); ++i) record.values.push_back(read_code(source, cells[i], list.fields[i]));
      rows.push_back(std::move(record));
    });
  }
  list.rows = std::make_shared<const std::vector<Record>>(std::move(rows));
  return list;
}

}  // namespace huizong
