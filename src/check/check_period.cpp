// A period's returns against each other and against earlier periods: the table of contents.

#include "check/check.hpp"
#include "check/period_checks.hpp"
#include "check/used_rows.hpp"
#include "check/walk.hpp"

namespace huizong {
namespace {

std::string name_of(const Period& seen_from, When when, bool half_yearly) {
  const Period last_year{static_cast<std::int16_t>(seen_from.year - 1), 1, 12};
  const Period half{seen_from.year, 1, 6};
  switch (when) {
    case When::now:
    case When::above: return to_text(seen_from);
    case When::base: return to_text(base_of(seen_from));
    case When::year_end: return to_text(last_year);
    case When::first_half: return to_text(half);
    case When::previous: return to_text(is_full_year(seen_from) && half_yearly ? half : last_year);
  }
  return {};
}

void check_rules(const PeriodView& view, const Submission& submission, Earlier& earlier, FindingsById& found) {
  const ReturnPlace place = place_of(view, submission);
  std::vector<const Rule*> rules;
  for (const Rule& rule : view.form.rules) {
    if (reads_elsewhere(view.form, rule)) rules.push_back(&rule);
  }
  RuleRun run(place, {[&](const Record& record, When when) { return earlier.sight(submission, record, when); },
                      [&](int source, When when) { return rows_of(view, submission, source, when); },
                      [&view](When when) { return name_of(view.period, when, view.form.half_yearly); }}, rules);
  walk(submission.data, [&run](std::span<const Record> records) { run.look(records); });
  run.report(found[submission.id]);
}

}  // namespace

const RecordIndex* Earlier::at(When when) {
  const auto known = known_.find(when);
  if (known != known_.end()) return known->second.get();
  const std::vector<const Submission*>* returns = view_.earlier ? view_.earlier(when) : nullptr;
  auto& fresh = known_[when];
  if (returns != nullptr) fresh = std::make_unique<RecordIndex>(view_, *returns);
  return fresh.get();
}

Sight Earlier::sight(const Submission& submission, const Record& record, When when) {
  if (when == When::now) return {&record, false};
  const RecordIndex* index = at(when);
  if (index == nullptr) return {nullptr, true};
  return {index->counterpart(submission, record), false};
}

ReturnPlace place_of(const PeriodView& view, const Submission& submission) {
  return {view.form, submission.data, submission.file};
}

std::unordered_map<std::string, std::vector<Finding>> check_period(const PeriodView& view) {
  FindingsById found;
  Earlier earlier(view);
  for (const Submission* submission : view.now) check_rules(view, *submission, earlier, found);
  check_magnitude(view, earlier, found);
  check_against_earlier(view, earlier, found);
  check_growth(view, earlier, found);
  check_renamed(view, earlier, found);
  check_versions(view, found);
  check_levels(view, found);
  std::erase_if(found, [](const auto& entry) { return entry.second.empty(); });
  return found;
}

}  // namespace huizong
