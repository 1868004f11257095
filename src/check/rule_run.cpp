#include "check/rule_run.hpp"

#include <algorithm>
#include <set>
#include <string_view>

#include "base/text.hpp"
#include "check/check.hpp"
#include "check/walk.hpp"

namespace huizong {
namespace {

constexpr const char* list_comma = "、";

/// Of each gap: the name under which rule.undecided lists its rules. What has no period is not asked for.
constexpr std::pair<Gap, const char*> gap_names[] = {{Gap::missing, "rules"},          {Gap::imprecise, "imprecise"},
                                                     {Gap::ambiguous, "ambiguous"},    {Gap::zero_divisor, "zero"},
                                                     {Gap::too_long, "long"},          {Gap::too_many_steps, "steps"},
                                                     {Gap::form_absent, "absent"}};

std::string_view block_name(const FormSpec& form, const Rule& rule) {
  const int block = block_of(form, rule);
  return block < 0 ? std::string_view() : form.blocks[static_cast<std::size_t>(block)].name;
}

}  // namespace

/// One rule with what it came to so far.
struct RuleRun::Running {
  Running(const ReturnPlace& place, const Rule& r, const RuleView& view) : rule(r), evaluation(r, view), block(block_name(place.form, r)) {}

  const Rule& rule;
  RuleEvaluation evaluation;
  std::string_view block;  ///< whose rows it is about
  bool done = false;       ///< it is said once, and was
  std::vector<Finding> findings;
  std::set<Gap> gaps;
};

RuleRun::RuleRun(const ReturnPlace& place, Elsewhere elsewhere, const std::vector<const Rule*>& rules)
    : place_(place), elsewhere_(std::move(elsewhere)), rules_(rules), running_(rules.size()) {
  view_.period = place.data.period;
  view_.sight = [this](const Record& record, When when) { return sight(record, when); };
  view_.rows = [this](int source, When when) -> const RowSet& { return rows(source, when); };
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    if (reads_record(*rules_[i]) && !reads_rows(*rules_[i])) running_[i] = std::make_unique<Running>(place_, *rules_[i], view_);
  }
}

RuleRun::~RuleRun() = default;

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

void RuleRun::look(std::span<const Record> records) {
  for (const auto& running : running_) {
    if (running) look(*running, records);
  }
}

void RuleRun::look(Running& running, std::span<const Record> records) const {
  for (const Record& record : records) {
    if (running.done) return;
    if (record.block == running.block) decide(running, &record);
  }
}

void RuleRun::decide(Running& running, const Record* record) const {
  const RuleDecision decision = running.evaluation.decide(record);
  if (decision.verdict == Verdict::undecided) running.gaps.insert(decision.gap);
  if (decision.verdict != Verdict::fail) return;
  const Rule& rule = running.rule;
  running.findings.push_back(finding_of_rule(place_, rule, record, running.evaluation, view_, elsewhere_.names));
  running.done = rule.scope == Scope::whole_return || rule.scope == Scope::file;
}

/// Over every record; once where the rule reads sets of rows only.
void RuleRun::run_alone(Running& running) const {
  if (reads_record(running.rule)) return walk(place_.data, [&](std::span<const Record> records) { look(running, records); });
  // Of a table that says there is nothing to report, nothing is asked about its rows.
  if (place_.data.nil_report && sources_of(running.rule).empty()) return;
  const auto& records = place_.data.records;
  const bool one_record = place_.form.layout != Layout::list && records.size() == 1;  // its cell can be marked
  decide(running, one_record ? &records.front() : nullptr);
}

void RuleRun::report(std::vector<Finding>& findings) {
  std::map<Gap, std::vector<std::string>> undecided;  // ids, in order, each once
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    std::unique_ptr<Running> running = std::move(running_[i]);
    if (!running) {
      running = std::make_unique<Running>(place_, *rules_[i], view_);
      run_alone(*running);
    }
    std::move(running->findings.begin(), running->findings.end(), std::back_inserter(findings));
    for (const Gap gap : running->gaps) {
      auto& ids = undecided[gap];
      if (std::find(ids.begin(), ids.end(), rules_[i]->id) == ids.end()) ids.push_back(rules_[i]->id);
    }
  }
  Args args;
  for (const auto& [gap, name] : gap_names) {
    const auto ids = undecided.find(gap);
    if (ids != undecided.end()) args.emplace_back(name, join(ids->second, list_comma));
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
