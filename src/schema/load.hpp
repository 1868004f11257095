#pragma once
// YAML to forms. Every fault is refused with file, line, column, the source line and a caret.

#include <string>
#include <string_view>
#include <vector>

#include "base/file.hpp"
#include "model/finding.hpp"
#include "schema/form.hpp"
#include "schema/lint.hpp"

namespace huizong {

/// Loads packs and regions from data folders, the first that has a file wins (workspace, HUIZONG_DATA, installed).
/// `only_pack`: load this pack alone; empty: all. *Errors*: Error(schema, "error.schema", {file, line, column, text,
/// caret, why…}).
Catalogue load_catalogue(const std::vector<Path>& schema_folders, std::string_view only_pack);

/// One form file on its own. `pack_zones` may be empty.
FormSpec parse_form(std::string_view yaml, std::string_view file_name);
Pack parse_pack(std::string_view yaml, std::string_view file_name);

/// GB/T 2260 with history, from areacodes.csv as its README says.
void add_regions(RegionTree& tree, std::string_view csv);

/// Loads what it can and gives every fault as an Error's message instead of throwing: `schema lint`. Of files without a
/// fault also what their documents leave unclear, by pack and form. An alias accepted after `today` is a fault; year 0: none is.
LintResult lint_files(const std::vector<Path>& files, const Date& today = {});

/// A rule as a sentence: `上缴税金 不大于 营业收入`. Columns by their leaf label (by path where leaves are equal).
std::string to_sentence(const FormSpec& form, const Rule& rule, Lang lang);
std::string to_sentence(const FormSpec& form, const Expression& expression, Lang lang);

/// Parses the rule language over a form's fields. *Errors*: Error(schema, "error.rule", {column (1-based), why message
/// id, …}).
Expression parse_expression(std::string_view text, const std::vector<Field>& fields);

/// huizong.yaml of a workspace.
struct Config {
  std::string pack;
  std::string province;
  Lang language = Lang::zh;
  int zone_minutes = 480;
  int settle_milliseconds = 1000;
  std::size_t file_bytes = 200u << 20;    ///< largest file taken in
  std::size_t part_bytes = 2ull << 30;    ///< all parts that are read of one file, unpacked
  std::size_t string_bytes = 512u << 20;  ///< its shared texts, unpacked
  std::size_t entries = 10000;            ///< parts that a package may list
  std::vector<std::string> nil_report_owed;  ///< codes that owe a 零报告 where the form is voluntary
  std::vector<std::string> exempt;           ///< codes that owe nothing
};
/// *Errors*: Error(config, "error.config", {file, line, column, text, caret, why…}).
Config parse_config(std::string_view yaml, std::string_view file_name);
/// huizong.yaml for `init`, commented, in the given language.
std::string to_config_yaml(std::string_view pack, std::string_view province, Lang lang);

}  // namespace huizong
