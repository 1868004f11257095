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

/// Of each gap: the name under which rule.undecided lists its rules. What has no period is not asked for.
constexpr std::pair<Gap, const char*> gap_names[] = {{Gap::missing, "rules"},          {Gap::imprecise, "imprecise"},
                                                     {Gap::ambiguous, "ambiguous"},    {Gap::zero_divisor, "zero"},
                                                     {Gap::too_long, "long"},          {Gap::too_many_steps, "steps"},
                                                     {Gap::form_absent, "absent"}};

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

}  // namespace

bool reads_elsewhere(const FormSpec& form, const Rule& rule) {
  const auto sources = sources_of(rule);
  const auto is_form = [&form](int source) {
    const RowSource& one = form.sources[static_cast<std::size_t>(source - 1)];
    return one.codes == nullptr && !one.form.empty();
  };
  return reads_earlier_period(rule) || std::any_of(sources.begin(), sources.end(), is_form);
}

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

RuleRun::RuleRun(const ReturnPlace& place, Elsewhere elsewhere) : place_(place), elsewhere_(std::move(elsewhere)) {
  view_.period = place.data.period;
  view_.sight = [this](const Record& record, When when) { return sight(record, when); };
  view_.rows = [this](int source, When when) -> const RowSet& { return rows(source, when); };
}

Sight RuleRun::sight(const Record& record, When when) const {
  if (when != When::above) return elsewhere_.sight(record, when);
  const Record* first = (record.block.empty() ? place_.data.records : place_.data.block_records).data();
  const Record* above = &record > first ? &record - 1 : nullptr;
  return {above != nullptr && above->block == record.block ? above : nullptr, false};
}

const RowSet& RuleRun::rows(int source, When when) {
  const auto [known, fresh] = rows_.try_emplace({source, when});
  RowSet& set = known->second;
  if (!fresh) return set;
  const RowSource* other = source > 0 ? &place_.form.sources[static_cast<std::size_t>(source - 1)] : nullptr;
  if (other != nullptr && other->codes != nullptr) {
    for (const Record& record : *other->codes) set.records.push_back(&record);
  } else if (other != nullptr && other->form.empty()) {
    const std::string& block = place_.form.blocks[static_cast<std::size_t>(other->block)].name;
    for (const Record& row : place_.data.block_records) {
      if (row.block == block) set.records.push_back(&row);
    }
  } else if (source == 0 && when == When::now) {
    for (const Record& record : place_.data.records) set.records.push_back(&record);
  } else {
    set = elsewhere_.rows(source, when);
  }
  return set;
}

void RuleRun::note(const Rule& rule, Gap gap) {
  auto& ids = undecided_[gap];
  if (std::find(ids.begin(), ids.end(), rule.id) == ids.end()) ids.push_back(rule.id);
}

void RuleRun::apply(const Rule& rule, std::vector<Finding>& findings) {
  RuleEvaluation evaluation(rule, view_);
  const bool once = rule.scope == Scope::whole_return || rule.scope == Scope::file;
  const auto decide = [&](const Record* record) {
    const RuleDecision decision = evaluation.decide(record);
    if (decision.verdict == Verdict::undecided) note(rule, decision.gap);
    if (decision.verdict == Verdict::fail) say(rule, record, evaluation, findings);
    return !(once && decision.verdict == Verdict::fail);
  };
  const auto& records = place_.data.records;
  if (!reads_record(rule)) {
    // Of a table that says there is nothing to report, nothing is asked about its rows.
    if (place_.data.nil_report && sources_of(rule).empty()) return;
    const bool one_record = place_.form.layout != Layout::list && records.size() == 1;  // its cell can be marked
    decide(one_record ? &records.front() : nullptr);
    return;
  }
  const int block = block_of(place_.form, rule);
  const std::string name = block < 0 ? "" : place_.form.blocks[static_cast<std::size_t>(block)].name;
  for (const Record& record : block < 0 ? records : place_.data.block_records) {
    if (record.block == name && !decide(&record)) return;
  }
}

void RuleRun::say(const Rule& rule, const Record* record, RuleEvaluation& evaluation, std::vector<Finding>& findings) const {
  Args args;
  if (record != nullptr && reads_record(rule)) {
    args.emplace_back("figures", figures_of(place_, rule, *record, view_, elsewhere_.names));
  }
  std::vector<std::string> told;
  for (const Expression* part : told_of(rule)) told.push_back(shortened(evaluation.show(*part, record)));
  if (!told.empty()) args.emplace_back("told", join(told, "\n"));
  if (const std::size_t variant = variant_of(place_.form, rule)) args.emplace_back("variant", std::to_string(variant));
  const Scope scope = reads_record(rule) ? rule.scope : Scope::whole_return;
  Finding finding = finding_of(place_, rule.id, rule.severity, scope, std::move(args));
  if (record != nullptr) lay_at(finding, *record);
  if (rule.column >= 0 && record != nullptr) lay_at(finding, place_, rule.column, value_of(*record, rule.column));
  else if (rule.column >= 0) finding.column = path_of(place_, rule.column);
  if (record != nullptr) tell_suspects(place_, rule, *record, finding);
  settle_scope(finding, place_.form);
  if (!reads_record(rule) && finding.severity == Severity::mandatory) finding.scope = Scope::whole_return;
  findings.push_back(std::move(finding));
}

void RuleRun::close(std::vector<Finding>& findings) const {
  Args args;
  for (const auto& [gap, name] : gap_names) {
    const auto ids = undecided_.find(gap);
    if (ids != undecided_.end()) args.emplace_back(name, join(ids->second, list_comma));
  }
  if (args.empty()) return;
  Finding finding = finding_of(place_, "rule.undecided", std::move(args));
  finding.state = FindingState::undecided;
  findings.push_back(std::move(finding));
}

void merge_undecided(std::vector<Finding>& findings) {
  const auto is_one = [](const Finding& f) { return f.rule == "rule.undecided"; };
  const auto first = std::find_if(findings.begin(), findings.end(), is_one);
  if (first == findings.end()) return;
  for (auto other = std::find_if(first + 1, findings.end(), is_one); other != findings.end();
       other = std::find_if(other + 1, findings.end(), is_one)) {
    for (const auto& [name, ids] : other->args) {
      const auto same = std::find_if(first->args.begin(), first->args.end(), [&name](const auto& a) { return a.first == name; });
      if (same == first->args.end()) first->args.emplace_back(name, ids);
      else same->second += list_comma + ids;
    }
  }
  findings.erase(std::remove_if(first + 1, findings.end(), is_one), findings.end());
}

}  // namespace huizong
