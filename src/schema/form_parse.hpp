#pragma once
// The parts of a form file. Internal to the room; the public doors are in load.hpp.

#include <functional>
#include <string_view>

#include "schema/form.hpp"
#include "schema/yaml_tree.hpp"

namespace huizong {

/// Finds another form of the pack, for `fieldsOf` and `uses`. nullptr where there is none.
using FormLookup = std::function<const FormSpec*(std::string_view id)>;
using CodesLookup = std::function<const CodeList*(std::string_view id)>;

/// Everything but what rules need: their sources may be forms that are read later.
FormSpec read_form(const Source& source, const YamlNode& root, const FormLookup& lookup);
/// `uses`, `lists` and `rules`, once the columns of all forms are known. `pack_lists`: name and code list, for all forms.
void read_form_rules(const Source& source, const YamlNode& root, const FormLookup& lookup, const CodesLookup& codes,
                     const std::vector<std::pair<std::string, std::string>>& pack_lists, FormSpec& form);

/// `uses` and `lists` into form.sources, with the pack's own lists.
void read_sources(const Source& source, const YamlNode& root, const FormLookup& lookup, const CodesLookup& codes,
                  const std::vector<std::pair<std::string, std::string>>& pack_lists, FormSpec& form);

/// A file of `layout: conditions` is a verdict form: nobody files it, it is computed from others.
bool is_verdict_form(const YamlNode& root);
/// *Errors*: as for forms; conditions are told apart by id.
VerdictForm read_verdict_form(const Source& source, const YamlNode& root, const FormLookup& lookup, const CodesLookup& codes,
                              const std::vector<std::pair<std::string, std::string>>& pack_lists);
/// A tree out of a scalar, its faults at their places in the file.
Expression read_expression(const Source& source, const YamlNode& node, const FormSpec& form, bool verdicts);

/// A file of `layout: codes` is a code list and no form.
bool is_code_list(const YamlNode& root);
CodeList read_code_list(const Source& source, const YamlNode& root);

/// `uses:` and `lists:`, a map from the name that rules use to an id. *Errors*: names that mean something already.
std::vector<std::pair<std::string, std::string>> to_names(const Source& source, const YamlNode& node);
Pack read_pack(const Source& source, const YamlNode& root);

/// The form that a file takes its columns from; empty where it prints its own.
std::string fields_of(const YamlNode& root);

/// `fields:` of a list form into form.fields.
void read_fields(const Source& source, const YamlNode& list, FormSpec& form);
/// `bands:` of a bands form into form.bands and form.fields.
void read_bands(const Source& source, const YamlNode& list, FormSpec& form);
/// `sections:` of a document into form.fields.
void read_sections(const Source& source, const YamlNode& list, FormSpec& form);
/// `blocks:` of a card into form.blocks, their columns behind the card's own in form.fields.
void read_blocks(const Source& source, const YamlNode& list, FormSpec& form);
/// Words that name other columns (onlyWithout, growthOf, ratio), once all columns are known.
void link_fields(const Source& source, const YamlNode& lists, bool bands, FormSpec& form);

/// `rules:` appended to form.rules.
void read_rules(const Source& source, const YamlNode& list, FormSpec& form);

/// `perHead:`, the bounds of money a head. *Errors*: columns that are no money or no count, or are not in one record; bounds that
/// do not rise, or lie so far apart that a figure and its `magnitude` times would both be within them.
void read_per_head(const Source& source, const YamlNode& list, FormSpec& form);

/// `overlaps:` and `steps:`, what the document leaves unclear about several columns or about thresholds.
void read_overlaps(const Source& source, const YamlNode& list, FormSpec& form);
void read_steps(const Source& source, const YamlNode& list, FormSpec& form);
/// *Errors*: why.overlap-added where a rule sets a sum of overlapping columns equal to something, or a column is their sum.
void check_overlaps(const Source& source, YamlPlace at, const FormSpec& form);

/// Index of a column by its name. *Errors*: why.unknown-column at the node.
int to_column(const Source& source, const YamlNode& node, const FormSpec& form);
std::vector<int> to_columns(const Source& source, const YamlNode& node, const FormSpec& form);
Sentence to_sentence_pair(const Source& source, const YamlNode& node);

}  // namespace huizong
