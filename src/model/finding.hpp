#pragma once
// A finding: which rule, where, what was seen and expected. Values are stored; text is rendered at output (report/).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.hpp"
#include "model/cell.hpp"

namespace huizong {

enum class Severity : std::uint8_t { mandatory, verify, info };
enum class Scope : std::uint8_t { file, whole_return, row, cell };
enum class FindingState : std::uint8_t { open, accepted, undecided };

/// Empty strings stand for null in JSON. `cell` is empty where the finding is about more than a cell.
/// `args` hold what was seen and expected, by the names that the rule's message uses (`value`, `expected`, …).
struct Finding {
  std::string id;  ///< 12 hex digits, see to_finding_id
  Severity severity = Severity::info;
  Scope scope = Scope::file;
  std::string rule;
  std::string form;
  std::string period;
  std::string region;
  std::string reporter;
  std::string file;   ///< relative to the inbox
  std::string sheet;
  std::optional<CellRef> cell;
  std::string column;  ///< header path, as INTERFACE names columns
  std::string key;     ///< key of the record
  Args args;
  FindingState state = FindingState::open;
  std::string accepted_note;
};

/// One row of the program's own rules (INTERFACE, *Rules of the program itself*).
struct ProgramRule {
  std::string_view id;
  Severity severity;
  Scope scope;
};

/// The program's own rules. Severities that hang on the case (unit.converted) are listed with their milder one.
const std::vector<ProgramRule>& program_rules();

/// A finding of a program rule with its severity and scope filled in. *Errors*: std::logic_error for an unknown id.
Finding make_finding(std::string_view rule, Args args = {});

/// Identity of a finding: rule, form, period, region, reporter, file where there is no reporter, sheet, cell, column, key.
/// The same fault in a newer version of the same return keeps its id.
std::string to_finding_id(const Finding& finding);
/// Gives every finding its id; equal identities are told apart by their ordinal, in the order given.
void number_findings(std::vector<Finding>& findings);

std::string_view to_letter(Severity severity);     ///< M, V, I
std::string_view to_word(Scope scope);             ///< file, return, row, cell
std::string_view to_word(FindingState state);      ///< open, accepted, undecided
std::optional<Severity> parse_severity(std::string_view letter);
bool has_mandatory(const std::vector<Finding>& findings);

}  // namespace huizong
