// The columns of a form: in one list, in bands, under headings, in the small tables of a card.

#include <string>

#include "schema/form_field.hpp"

namespace huizong {

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

}  // namespace huizong
