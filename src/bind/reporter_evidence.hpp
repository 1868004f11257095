#pragma once
// All names of regions that speak for a return's reporter: in its line, the file's name, the folders and the records.

#include <optional>
#include <string>
#include <vector>

#include "bind/reporter.hpp"

namespace huizong {

enum class NamedIn { line, name, folder, record };

/// One name in one place, with the regions it may mean.
struct Evidence {
  NamedIn source = NamedIn::line;
  std::vector<std::string> codes;
  std::string text;
  bool full = true;
  bool at_start = true;  ///< of a reporter line or a file name
  std::optional<CellRef> at;
  std::size_t record = 0;
};

/// *Lifetime*: refers to what it was made from.
class ReporterEvidence {
 public:
  ReporterEvidence(const ReporterSources& from, const Return& data);

  const ReporterSources& from() const { return from_; }
  const std::vector<Evidence>& all() const { return all_; }
  const std::string& line() const { return line_; }  ///< the reporter line as it stands
  int year() const { return year_; }                 ///< regions in use then; where the period is unknown, those in use now

  /// The deepest region that a source names without doubt; `weak` takes short names too.
  std::string deepest(NamedIn source, bool weak) const;
  /// May it contradict others? A short name that begins a file's name inside its city's folder may.
  bool is_sure(const Evidence& e) const { return e.full || (e.at_start && is_in_folder(e)); }
  /// What all records' names have in common: a county, or the city above several.
  std::string common_of_records() const;
  /// May a region of this level file the form?
  bool is_allowed(const std::string& code) const;

 private:
  void add(NamedIn source, std::vector<PlaceName> names, std::optional<CellRef> at, std::size_t record = 0);
  void gather();
  void trust_file_name();
  void gather_columns();
  std::optional<CellRef> key_cell(const Record& record) const;
  void resolve();
  void take_level(std::vector<std::string>& codes) const;
  bool is_in_folder(const Evidence& e) const;

  const ReporterSources& from_;
  const Return& data_;
  int year_;
  std::vector<Evidence> all_;
  std::string line_;
};

}  // namespace huizong
