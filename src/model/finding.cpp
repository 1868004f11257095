#include "model/finding.hpp"

#include <algorithm>
#include <stdexcept>
#include <unordered_map>

#include "base/hash.hpp"

namespace huizong {
namespace {

constexpr std::string_view separator = "\x1f";
constexpr std::size_t id_digits = 12;

/// What makes a finding this one. Every member has its place even where it is empty, so that none can stand for another.
/// A file's name counts only where no reporter is known, the sheet only where no form is, the cell only where no key is:
/// they all change from version to version.
std::string to_identity(const Finding& finding) {
  const bool has_key = !finding.key.empty();
  const std::string cell = has_key || !finding.cell ? std::string() : to_a1(*finding.cell);
  const std::string_view members[] = {
      finding.rule,
      finding.form,
      finding.period,
      finding.region,
      finding.reporter,
      finding.reporter.empty() ? std::string_view(finding.file) : std::string_view(),
      finding.form.empty() ? std::string_view(finding.sheet) : std::string_view(),
      finding.key,
      cell,
      finding.column,
  };
  std::string identity;
  for (const std::string_view member : members) {
    identity += member;
    identity += separator;
  }
  return identity;
}

std::string to_id(const std::string& identity) { return sha256(identity).substr(0, id_digits); }

}  // namespace

const std::vector<ProgramRule>& program_rules() {
  using enum Severity;
  using enum Scope;
  static const std::vector<ProgramRule> rules{
      {"file.unreadable", mandatory, file},
      {"file.encrypted", mandatory, file},
      {"file.too-large", mandatory, file},
      {"file.hostile", mandatory, file},
      {"file.unsupported", mandatory, file},
      {"file.unrecognised", mandatory, file},
      {"file.ambiguous-form", mandatory, file},
      {"header.missing-column", mandatory, whole_return},
      {"header.ambiguous", mandatory, whole_return},
      {"reporter.unknown", mandatory, whole_return},
      {"reporter.conflict", mandatory, whole_return},
      {"period.unknown", mandatory, whole_return},
      {"period.conflict", mandatory, whole_return},
      {"cell.not-a-number", mandatory, cell},
      {"cell.not-a-date", mandatory, cell},
      {"cell.not-in-list", mandatory, cell},
      {"cell.required", mandatory, cell},
      {"cell.out-of-range", mandatory, cell},
      {"cell.error-value", mandatory, cell},
      {"row.duplicate-key", mandatory, row},
      {"total.mismatch", mandatory, whole_return},
      {"unit.conflict", mandatory, whole_return},
      {"cell.stale-formula", verify, cell},
      {"cell.no-result", verify, cell},
      {"cell.digits-lost", verify, cell},
      {"cell.unclaimed", verify, cell},
      {"row.hidden", verify, row},
      {"unit.missing", verify, whole_return},
      {"unit.magnitude", verify, whole_return},
      {"record.renamed", verify, row},
      {"version.records-lost", verify, whole_return},
      {"explanation.lapsed", verify, whole_return},
      {"explanation.empty", verify, whole_return},
      {"file.passed-over", info, file},
      {"file.changing", info, file},
      {"file.duplicate", info, file},
      {"sheet.ignored", info, file},
      {"header.unknown-column", info, whole_return},
      {"header.alias-suggested", info, whole_return},
      {"period.assumed", info, whole_return},
      {"cell.normalised", info, cell},
      {"unit.converted", info, whole_return},
      {"row.ignored", info, row},
      {"version.superseded", info, whole_return},
      {"version.returned-newer", info, whole_return},
      {"rule.undecided", info, whole_return},
  };
  return rules;
}

Finding make_finding(std::string_view rule, Args args) {
  const auto& rules = program_rules();
  const auto found = std::find_if(rules.begin(), rules.end(), [&](const ProgramRule& row) { return row.id == rule; });
  if (found == rules.end()) throw std::logic_error("no rule of the program: " + std::string(rule));
  Finding finding;
  finding.rule = rule;
  finding.severity = found->severity;
  finding.scope = found->scope;
  finding.args = std::move(args);
  if (rule == "rule.undecided") finding.state = FindingState::undecided;
  return finding;
}

std::string to_finding_id(const Finding& finding) { return to_id(to_identity(finding)); }

void number_findings(std::vector<Finding>& findings) {
  std::unordered_map<std::string, int> seen;
  for (Finding& finding : findings) {
    const std::string identity = to_identity(finding);
    const int ordinal = seen[identity]++;
    finding.id = to_id(ordinal == 0 ? identity : identity + std::to_string(ordinal));
  }
}

std::string_view to_letter(Severity severity) {
  switch (severity) {
    case Severity::mandatory: return "M";
    case Severity::verify: return "V";
    case Severity::info: return "I";
  }
  throw std::logic_error("severity");
}

std::string_view to_word(Scope scope) {
  switch (scope) {
    case Scope::file: return "file";
    case Scope::whole_return: return "return";
    case Scope::row: return "row";
    case Scope::cell: return "cell";
  }
  throw std::logic_error("scope");
}

std::string_view to_word(FindingState state) {
  switch (state) {
    case FindingState::open: return "open";
    case FindingState::accepted: return "accepted";
    case FindingState::undecided: return "undecided";
  }
  throw std::logic_error("finding state");
}

std::optional<Severity> parse_severity(std::string_view letter) {
  if (letter == "M") return Severity::mandatory;
  if (letter == "V") return Severity::verify;
  if (letter == "I") return Severity::info;
  return std::nullopt;
}

bool has_mandatory(const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& finding) { return finding.severity == Severity::mandatory; });
}

}  // namespace huizong
