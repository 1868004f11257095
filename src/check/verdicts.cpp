#include "check/verdicts.hpp"

#include <algorithm>
#include <optional>

#include "check/verdict_rests.hpp"
#include "check/verdict_subject.hpp"

namespace huizong {
namespace {

constexpr const char* unknown = "—";

class SubjectVerdicts {
 public:
  SubjectVerdicts(const VerdictInput& input, const Subject& subject) : input_(input), subject_(subject), rows_(input, subject), rests_(input, rows_) {
    view_.period = input.period;
    view_.sight = [](const Record&, When) { return Sight{}; };
    view_.rows = [this](int source, When when) -> const RowSet& { return rows_.rows(source, when); };
    view_.seen = [this](const Record& record, int column) { rests_.see(record, column); };
  }

  VerdictTable table() {
    VerdictTable table{input_.form.form.id, input_.period, subject_.region, subject_.name, {}};
    for (const Condition& condition : input_.form.conditions) table.rows.push_back(judge(condition, table.rows));
    return table;
  }

 private:
  VerdictRow judge(const Condition& condition, const std::vector<VerdictRow>& before) {
    VerdictRow row;
    if (condition.kind == Condition::Kind::group) judge_group(condition, before, row);
    else if (condition.kind == Condition::Kind::indicator) show_indicator(condition, row);
    else judge_readings(condition, row);
    if (row.judgement == Judgement::fail && condition.may_relax && is_relaxed()) {
      row.judgement = Judgement::person;
      row.reasons.push_back({"verdict.relaxed", {}});
    }
    row.rests_on = rests_.take();
    return row;
  }

  bool is_relaxed() const {
    return std::any_of(input_.form.relaxed.begin(), input_.form.relaxed.end(),
                       [this](const std::string& code) { return input_.regions.is_within(subject_.region, code); });
  }

  void show_figures(const Condition& condition, VerdictRow& row) {
    for (const Reading& reading : condition.readings) {
      if (reading.figure) row.figures.push_back(RuleEvaluation(reading.rule, view_).show(*reading.figure, nullptr));
    }
  }

  /// Those of the readings that can be told must agree.
  void judge_readings(const Condition& condition, VerdictRow& row) {
    bool passes = false, fails = false, applies = false, open = false;
    std::vector<Gap> gaps;
    for (const Reading& reading : condition.readings) {
      const RuleDecision decision = RuleEvaluation(reading.rule, view_).decide(nullptr);
      passes = passes || decision.verdict == Verdict::pass;
      fails = fails || decision.verdict == Verdict::fail;
      applies = applies || decision.verdict != Verdict::not_applicable;
      open = open || decision.gap == Gap::by_person;
      if (decision.verdict == Verdict::undecided) gaps.push_back(decision.gap);
    }
    if (!applies) {
      row.judgement = Judgement::not_applicable;
      return;
    }
    show_figures(condition, row);
    if (condition.floor) row.threshold = RuleEvaluation(condition.readings.front().rule, view_).show(*condition.floor, nullptr);
    if (row.threshold == unknown) row.threshold.clear();
    if (passes && fails) {
      row.judgement = Judgement::person;
      row.reasons.push_back({"verdict.readings-differ", {}});
    } else if (passes || fails) {
      row.judgement = passes ? Judgement::pass : Judgement::fail;
    } else {
      row.judgement = open ? Judgement::person : Judgement::undecided;
      explain(condition, gaps, row);
    }
  }

  void explain(const Condition& condition, const std::vector<Gap>& gaps, VerdictRow& row) {
    const auto has = [&gaps](Gap gap) { return std::find(gaps.begin(), gaps.end(), gap) != gaps.end(); };
    const bool asked = !has(Gap::by_person) && !has(Gap::not_asked);
    row.own_reason = !asked && !condition.reason.zh.empty();
    if (has(Gap::not_asked) && !row.own_reason) row.reasons.push_back({"verdict.not-asked", {}});
    if (has(Gap::by_person) && !row.own_reason) row.reasons.push_back({"verdict.person", {}});
    constexpr std::pair<Gap, const char*> words[] = {{Gap::missing, "verdict.missing"},     {Gap::imprecise, "verdict.imprecise"},
                                                     {Gap::ambiguous, "verdict.ambiguous"}, {Gap::zero_divisor, "verdict.zero"},
                                                     {Gap::too_long, "verdict.too-long"},   {Gap::too_many_steps, "verdict.too-long"}};
    for (const auto& [gap, id] : words) {
      if (has(gap)) row.reasons.push_back({id, {}});
    }
    if (has(Gap::form_absent) || has(Gap::not_due)) add_absent(condition, row);
  }

  /// Every form that the condition reads and that is not there.
  void add_absent(const Condition& condition, VerdictRow& row) {
    std::vector<int> sources;
    for (const Reading& reading : condition.readings) {
      for (const int source : sources_of(reading.rule)) sources.push_back(source);
    }
    std::sort(sources.begin(), sources.end());
    std::vector<std::string> told;
    for (const int source : sources) {
      const RowSource& used = input_.form.form.sources[static_cast<std::size_t>(source - 1)];
      const RowSet& set = rows_.rows(source, When::now);
      const bool absent = set.state == RowSet::State::form_absent || set.state == RowSet::State::not_due;
      const FormSpec* form = input_.pack.form(used.form);
      if (!absent || form == nullptr || std::find(told.begin(), told.end(), used.form) != told.end()) continue;
      told.push_back(used.form);
      const char* id = set.state == RowSet::State::not_due ? "verdict.not-due" : "verdict.absent";
      row.reasons.push_back({id, {{"form", with_years(form->title, input_.period)}}});
    }
  }

  void show_indicator(const Condition& condition, VerdictRow& row) {
    row.judgement = Judgement::value;
    show_figures(condition, row);
    if (row.figures.empty()) {
      row.own_reason = !condition.reason.zh.empty();
      if (!row.own_reason) row.reasons.push_back({"verdict.not-asked", {}});
    }
    for (std::size_t i = 0; i < row.figures.size(); ++i) {
      if (row.figures[i] != unknown && !row.figures[i].empty()) continue;
      row.figures[i] = unknown;
      if (row.reasons.empty()) row.reasons.push_back({"verdict.no-figure", {}});
    }
  }

  /// The members that do not apply are left out; three-valued over the others.
  void judge_group(const Condition& condition, const std::vector<VerdictRow>& before, VerdictRow& row) {
    int counts[6] = {}, all = 0;
    if (RuleEvaluation(condition.readings.front().rule, view_).decide(nullptr).verdict == Verdict::not_applicable) {
      row.judgement = Judgement::not_applicable;
      return;
    }
    for (const int member : condition.of) {
      const Judgement judgement = before[static_cast<std::size_t>(member)].judgement;
      ++counts[static_cast<int>(judgement)];
      all += judgement != Judgement::not_applicable;
    }
    const int wanted = condition.at_least > 0 ? condition.at_least : all;
    const int pass = counts[static_cast<int>(Judgement::pass)], person = counts[static_cast<int>(Judgement::person)],
              open = counts[static_cast<int>(Judgement::undecided)], fail = counts[static_cast<int>(Judgement::fail)];
    row.judgement = pass >= wanted                 ? Judgement::pass
                    : pass + person >= wanted      ? Judgement::person
                    : pass + person + open >= wanted ? Judgement::undecided
                                                   : Judgement::fail;
    if (all == 0) row.judgement = Judgement::not_applicable;
    row.threshold = std::to_string(wanted);
    row.figures.push_back(std::to_string(pass));
    row.reasons.push_back({"verdict.members", {{"pass", std::to_string(pass)}, {"fail", std::to_string(fail)},
                                               {"person", std::to_string(person)}, {"open", std::to_string(open)}}});
  }

  const VerdictInput& input_;
  const Subject& subject_;
  SubjectRows rows_;
  Rests rests_;
  RuleView view_;
};

}  // namespace

std::vector<VerdictTable> to_verdicts(const VerdictInput& input) {
  std::vector<VerdictTable> tables;
  for (const Subject& subject : find_subjects(input)) tables.push_back(SubjectVerdicts(input, subject).table());
  return tables;
}

}  // namespace huizong
