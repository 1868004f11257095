#include "check/rule_facts.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "check/check.hpp"
#include "check/total_suspects.hpp"

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

/// A text that is long is told by its beginning.
std::string shortened(const std::string& text) {
  constexpr std::size_t most_bytes = 120;
  if (text.size() <= most_bytes) return text;
  std::size_t end = most_bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "……";
}

std::string shown(const Value& value) {
  switch (value.kind) {
    case ValueKind::figure:
    case ValueKind::nil: return to_text(value.number);
    case ValueKind::missing:
    case ValueKind::not_applicable: return "—";
    default: return shortened(value.text);
  }
}

/// Among the rules of one id and one column, the how many-th; 0 where it is the only one.
std::size_t variant_of(const FormSpec& form, const Rule& rule) {
  std::size_t count = 0, own = 0;
  for (const Rule& other : form.rules) {
    if (other.id != rule.id || other.column != rule.column) continue;
    ++count;
    if (&other == &rule) own = count;
  }
  return count > 1 ? own : 0;
}

/// 标签 值、标签 值 of the columns that the rule reads. Labels that stand twice carry the header above them.
std::string figures_of(const ReturnPlace& place, const Rule& rule, const Record& record, const RuleView& view,
                       const PeriodNames& names) {
  const auto columns = columns_of(rule);
  std::vector<std::string> figures;
  for (const auto& [column, when] : columns) {
    const Record* seen = when == When::now ? &record : view.sight(record, when).record;
    const std::string mark = when == When::now ? "" : when == When::above ? "(上一行)" : "(" + names(when) + ")";
    figures.push_back(label_of(place, column, columns) + mark + " " + (seen == nullptr ? "—" : shown(value_of(*seen, column))));
  }
  return join(figures, list_comma);
}

}  // namespace

bool reads_elsewhere(const FormSpec& form, const Rule& rule) {
  const auto sources = sources_of(rule);
  const auto is_form = [&form](int source) {
    const RowSource& one = form.sources[static_cast<std::size_t>(source - 1)];
    return one.codes == nullptr && !one.form.empty();
  };
  return reads_earlier_period(rule) || std::any_of(sources.begin(), sources.end(), is_form);
}

Finding finding_of_rule(const ReturnPlace& place, const Rule& rule, const Record* record, RuleEvaluation& evaluation, const RuleView& view,
                        const PeriodNames& names) {
  Args args;
  if (record != nullptr && reads_record(rule)) {
    args.emplace_back("figures", figures_of(place, rule, *record, view, names));
  }
  std::vector<std::string> told;
  for (const Expression* part : told_of(rule)) told.push_back(shortened(evaluation.show(*part, record)));
  if (!told.empty()) args.emplace_back("told", join(told, "\n"));
  if (const std::size_t variant = variant_of(place.form, rule)) args.emplace_back("variant", std::to_string(variant));
  const Scope scope = reads_record(rule) ? rule.scope : Scope::whole_return;
  Finding finding = finding_of(place, rule.id, rule.severity, scope, std::move(args));
  if (record != nullptr) lay_at(finding, *record);
  if (rule.column >= 0 && record != nullptr) lay_at(finding, place, rule.column, value_of(*record, rule.column));
  else if (rule.column >= 0) finding.column = path_of(place, rule.column);
  if (record != nullptr) tell_suspects(place, rule, *record, finding);
  settle_scope(finding, place.form);
  if (!reads_record(rule) && finding.severity == Severity::mandatory) finding.scope = Scope::whole_return;
  return finding;
}

}  // namespace huizong
