#include "check/finding_of.hpp"

namespace huizong {
namespace {

Finding filled(const ReturnPlace& place, Finding finding) {
  finding.form = place.data.form;
  finding.period = place.data.period.year == 0 ? std::string() : to_text(place.data.period);
  finding.region = place.data.region;
  finding.reporter = place.data.reporter;
  finding.file = place.file;
  finding.sheet = place.data.sheet;
  return finding;
}

}  // namespace

Finding finding_of(const ReturnPlace& place, std::string_view rule, Args args) {
  return filled(place, make_finding(rule, std::move(args)));
}

Finding finding_of(const ReturnPlace& place, std::string_view rule, Severity severity, Scope scope, Args args) {
  Finding finding;
  finding.rule = rule;
  finding.severity = severity;
  finding.scope = scope;
  finding.args = std::move(args);
  return filled(place, std::move(finding));
}

void lay_at(Finding& finding, const Record& record) {
  finding.key = record.name;
  if (!record.sheet.empty()) finding.sheet = record.sheet;
}

void lay_at(Finding& finding, const ReturnPlace& place, int field, const Value& value) {
  finding.column = path_of(place, field);
  if (value.kind != ValueKind::not_applicable) finding.cell = value.cell;
}

void settle_scope(Finding& finding, const FormSpec& form) {
  if (finding.severity != Severity::mandatory) return;
  finding.scope = form.mandatory_scope == Scope::row ? Scope::row : Scope::whole_return;
}

std::string path_of(const ReturnPlace& place, int field) {
  return to_path(place.form, place.form.fields[static_cast<std::size_t>(field)], place.data.period);
}

}  // namespace huizong
