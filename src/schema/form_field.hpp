#pragma once
// One column of a form. Internal to the room.

#include <string_view>

#include "schema/form_parse.hpp"

namespace huizong {

/// An ASCII id that is no word of the rule language.
bool is_field_name(std::string_view name);
/// *Errors*: refuses a name that is none, or that a column of the form has already.
void read_name(const Source& source, const YamlNode& node, const FormSpec& form, Field& field);
/// `above`: the path under which it is printed.
Field read_field(const Source& source, const YamlNode& node, const FormSpec& form, const HeaderPath& above);

}  // namespace huizong
