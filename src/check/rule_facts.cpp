#include "check/rule_facts.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace huizong {
namespace {

constexpr const char* list_comma = "、";

const Field& field_of(const ReturnPlace& place, int column) { return place.form.fields[static_cast<std::size_t>(column)]; }

std::string leaf(const Field& field) { return field.path.empty() ? field.name : field.path.back(); }

/// Leaf label, with the header above it where another column read has the same (营业收入/新增金额, 利润/新增金额).
std::string label_of(const ReturnPlace& place, int column, const std::vector<std::pair<int, When>>& columns) {
  const Field& field = field_of(place, column);
  const bool shared = std::any_of(columns.begin(), columns.end(), [&](const auto& other) {
    return other.first != column && leaf(field_of(place, other.first)) == leaf(field);
  });
  const std::string above = shared && field.path.size() > 1 ? field.path[field.path.size() - 2] + "/" : "";
  return with_years(above + leaf(field), place.data.period);
}

std::string shown(const Value& value) {
  switch (value.kind) {
    case ValueKind::figure:
    case ValueKind::nil: return to_text(value.number);
    case ValueKind::missing:
    case ValueKind::not_applicable: return "—";
    default: return value.text;
  }
}

}  // namespace

bool reads_earlier(const Rule& rule) {
  const auto columns = columns_of(rule);
  return std::any_of(columns.begin(), columns.end(), [](const auto& c) { return c.second != When::now; });
}

Fact to_fact(const Sight& sight, int column) {
  if (sight.absent || sight.record == nullptr) return {Fact::Kind::no_period, 0};
  const Value& value = value_of(*sight.record, column);
  switch (value.kind) {
    case ValueKind::figure:
    case ValueKind::nil:
    case ValueKind::boolean: return {Fact::Kind::known, value.number};
    case ValueKind::text:
    case ValueKind::date: return {Fact::Kind::known, 0};  // only blank() asks
    default: return {Fact::Kind::missing, 0};
  }
}

std::string figures_of(const ReturnPlace& place, const Rule& rule, const Sights& sights, const PeriodNames& names) {
  const auto columns = columns_of(rule);
  std::vector<std::string> figures;
  for (const auto& [column, when] : columns) {
    const Sight sight = sights(when);
    const std::string mark = when == When::now ? std::string() : "(" + names(when) + ")";
    const std::string value = sight.record == nullptr ? "—" : shown(value_of(*sight.record, column));
    figures.push_back(label_of(place, column, columns) + mark + " " + value);
  }
  return join(figures, list_comma);
}

void RuleRun::apply(const Rule& rule, const Record& record, const Sights& sights, std::vector<Finding>& findings) {
  const bool once = rule.scope == Scope::whole_return || rule.scope == Scope::file;
  if (once && std::find(said_.begin(), said_.end(), &rule) != said_.end()) return;
  const Verdict verdict = evaluate(rule, [&](int column, When when) { return to_fact(sights(when), column); });
  if (verdict == Verdict::undecided && std::find(undecided_.begin(), undecided_.end(), rule.id) == undecided_.end()) {
    undecided_.push_back(rule.id);
  }
  if (verdict != Verdict::fail) return;
  if (once) said_.push_back(&rule);
  Finding finding =
      finding_of(place_, rule.id, rule.severity, rule.scope, {{"figures", figures_of(place_, rule, sights, names_)}});
  lay_at(finding, record);
  if (rule.column >= 0) lay_at(finding, place_, rule.column, value_of(record, rule.column));
  settle_scope(finding, place_.form);
  findings.push_back(std::move(finding));
}

void RuleRun::close(std::vector<Finding>& findings) const {
  if (undecided_.empty()) return;
  Finding finding = finding_of(place_, "rule.undecided", {{"rules", join(undecided_, list_comma)}});
  finding.state = FindingState::undecided;
  findings.push_back(std::move(finding));
}

}  // namespace huizong
