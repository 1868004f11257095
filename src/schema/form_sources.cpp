// What the rules of a form may read beside its own records: `uses` names other forms, `lists` code lists.

#include <algorithm>
#include <string>

#include "base/text.hpp"
#include "schema/form_parse.hpp"
#include "schema/rule_parse.hpp"

namespace huizong {
namespace {

using Names = std::vector<std::pair<std::string, std::string>>;

const YamlNode* value_of(const YamlNode& root, std::string_view key) {
  for (std::size_t i = 0; i < root.keys.size() && root.kind == YamlNode::Kind::map; ++i) {
    if (root.keys[i].text == key) return &root.items[i];
  }
  return nullptr;
}

/// A title for sentences, which stand under a form's own year.
std::string without_year(const std::string& title) {
  return replace_all(replace_all(replace_all(title, "{year}年度", ""), "{year}年", ""), "{year}", "");
}

void check_name(const Source& source, const YamlNode& node, const std::string& name, const FormSpec& form) {
  const bool taken = std::any_of(form.sources.begin(), form.sources.end(), [&](const RowSource& s) { return s.name == name; });
  if (taken || form.field(name) >= 0) refuse(source, node.at, "why.duplicate-rows", {{"what", name}});
}

void add_blocks(const Source& source, const YamlNode& root, FormSpec& form) {
  for (std::size_t i = 0; i < form.blocks.size(); ++i) {
    check_name(source, root, form.blocks[i].name, form);
    // The rows' values have the form's own indexes; what is not the block's has no name there.
    std::vector<Field> fields = form.fields;
    for (Field& field : fields) {
      if (field.block == static_cast<int>(i)) continue;
      field.name.clear();
      field.path.assign(1, "");
    }
    form.sources.push_back({form.blocks[i].name, "", form.blocks[i].title, false, std::move(fields), nullptr, static_cast<int>(i)});
  }
}

void add_uses(const Source& source, const YamlNode& node, const FormLookup& lookup, FormSpec& form) {
  for (const auto& [name, id] : to_names(source, node)) {
    check_name(source, node, name, form);
    const FormSpec* other = id == form.id ? nullptr : lookup(id);
    if (other == nullptr) refuse(source, node.at, "why.unknown-form", {{"what", id}});
    form.sources.push_back({name, id, without_year(other->title), other->layout != Layout::list, other->fields, nullptr});
  }
}

void add_lists(const Source& source, const YamlNode& node, const Names& names, const CodesLookup& codes, FormSpec& form) {
  for (const auto& [name, id] : names) {
    check_name(source, node, name, form);
    const CodeList* list = codes(id);
    if (list == nullptr) refuse(source, node.at, "why.unknown-code-list", {{"what", id}});
    form.sources.push_back({name, id, list->title, false, list->fields, list->rows});
  }
}

/// `reporter: {roster: {list, name, region, until}}`
void read_roster(const Source& source, const YamlNode& node, const CodesLookup& codes, FormSpec& form) {
  const MapReader map(source, node, {"list", "name", "region", "until"});
  const CodeList* list = codes(to_string(source, map.need("list")));
  if (list == nullptr) refuse(source, map.need("list").at, "why.unknown-code-list", {{"what", map.text("list")}});
  const auto column = [&](std::string_view key) {
    const std::string name = to_string(source, map.need(key));
    for (std::size_t i = 0; i < list->fields.size(); ++i) {
      if (list->fields[i].name == name) return static_cast<int>(i);
    }
    refuse(source, map.need(key).at, "why.unknown-column", {{"what", name}});
  };
  form.reporter.roster.rows = list->rows;
  form.reporter.roster.name = column("name");
  form.reporter.roster.region = column("region");
  if (map.find("until") != nullptr) form.reporter.roster.until = column("until");
}

}  // namespace

Names to_names(const Source& source, const YamlNode& node) {
  if (node.kind != YamlNode::Kind::map) refuse(source, node.at, "why.not-a-map");
  Names names;
  for (std::size_t i = 0; i < node.keys.size(); ++i) {
    const std::string& name = node.keys[i].text;
    const bool good = !name.empty() && name[0] >= 'a' && name[0] <= 'z' &&
                      name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
    if (!good || is_reserved_word(name)) refuse(source, node.keys[i].at, "why.bad-field-name", {{"what", name}});
    names.emplace_back(name, to_string(source, node.items[i]));
  }
  return names;
}

void read_form_rules(const Source& source, const YamlNode& root, const FormLookup& lookup, const CodesLookup& codes,
                     const Names& pack_lists, FormSpec& form) {
  const std::string same = fields_of(root);
  if (const FormSpec* other = same.empty() ? nullptr : lookup(same)) {
    form.sources = other->sources;
    form.rules = other->rules;
  }
  attempt(source, [&] {
    if (same.empty()) add_blocks(source, root, form);
    if (const YamlNode* uses = value_of(root, "uses")) add_uses(source, *uses, lookup, form);
    if (const YamlNode* lists = value_of(root, "lists")) add_lists(source, *lists, to_names(source, *lists), codes, form);
    if (same.empty()) add_lists(source, root, pack_lists, codes, form);
    const YamlNode* reporter = value_of(root, "reporter");
    const YamlNode* roster = reporter == nullptr ? nullptr : value_of(*reporter, "roster");
    if (roster != nullptr) read_roster(source, *roster, codes, form);
  });
  if (const YamlNode* rules = value_of(root, "rules")) read_rules(source, *rules, form);
  const YamlNode* overlaps = value_of(root, "overlaps");
  attempt(source, [&] { check_overlaps(source, overlaps == nullptr ? root.at : overlaps->at, form); });
}

}  // namespace huizong
