#pragma once
// Where in a form file the next alias of a column goes. Internal to the room.

#include "schema/form.hpp"
#include "schema/yaml_tree.hpp"

namespace huizong {

/// `field`: the column's map; `aliases`: the value of that key, nullptr where it has none; `name`: where its key `name` stands.
AliasPlace find_alias_place(const Source& source, const YamlNode& field, const YamlNode* aliases, YamlPlace name);

}  // namespace huizong
