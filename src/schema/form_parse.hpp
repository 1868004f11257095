#pragma once
// The parts of a form file. Internal to the room; the public doors are in load.hpp.

#include <functional>
#include <string_view>

#include "schema/form.hpp"
#include "schema/yaml_tree.hpp"

namespace huizong {

/// Finds another form of the pack, for `fieldsOf`. nullptr where there is none.
using FormLookup = std::function<const FormSpec*(std::string_view id)>;

FormSpec read_form(const Source& source, const YamlNode& root, const FormLookup& lookup);
Pack read_pack(const Source& source, const YamlNode& root);

/// The form that a file takes its columns from; empty where it prints its own.
std::string fields_of(const YamlNode& root);

/// `fields:` of a list form into form.fields.
void read_fields(const Source& source, const YamlNode& list, FormSpec& form);
/// `bands:` of a bands form into form.bands and form.fields.
void read_bands(const Source& source, const YamlNode& list, FormSpec& form);
/// `blocks:` of a card into form.blocks, their columns behind the card's own in form.fields.
void read_blocks(const Source& source, const YamlNode& list, FormSpec& form);
/// Words that name other columns (onlyWithout, growthOf, ratio), once all columns are known.
void link_fields(const Source& source, const YamlNode& lists, bool bands, FormSpec& form);

/// `rules:` appended to form.rules.
void read_rules(const Source& source, const YamlNode& list, FormSpec& form);

/// Index of a column by its name. *Errors*: why.unknown-column at the node.
int to_column(const Source& source, const YamlNode& node, const FormSpec& form);
std::vector<int> to_columns(const Source& source, const YamlNode& node, const FormSpec& form);
Sentence to_sentence_pair(const Source& source, const YamlNode& node);

}  // namespace huizong
