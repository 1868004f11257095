#include "app/period_book.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace huizong {
namespace {

const std::vector<Finding> no_findings;

bool is_refusing(const Finding& finding) {
  return finding.severity == Severity::mandatory && (finding.scope == Scope::file || finding.scope == Scope::whole_return) &&
         finding.state == FindingState::open;
}

bool is_pending(const Finding& finding) {
  return finding.severity == Severity::verify && finding.state == FindingState::open;
}

std::vector<Standing> stand(const PeriodState& state, std::optional<Moment> as_of) {
  std::vector<const Submission*> all;
  for (const Submission& s : state.submissions) all.push_back(&s);
  const auto any = [&state](const Submission& s, bool (*test)(const Finding&)) {
    const auto& findings = state.findings_of(s);
    return std::any_of(findings.begin(), findings.end(), test);
  };
  return decide_standing(all, [&](const Submission& s) { return any(s, is_refusing); },
                         [&](const Submission& s) { return any(s, is_pending); }, as_of);
}

/// One version a reporter: the one that counts, or the newest where none does.
std::vector<const Submission*> to_compare(const std::vector<Standing>& standings) {
  std::vector<const Submission*> now;
  const auto reporter_of = [](const Submission& s) { return std::tie(s.data.form, s.data.region, s.data.reporter); };
  std::set<std::tuple<const std::string&, const std::string&, const std::string&>> followed;
  for (const Standing& s : standings) {
    if (s.counted && s.newer_returned) followed.insert(reporter_of(*s.submission));
  }
  for (const Standing& s : standings) {
    if (s.counted || (s.newest && followed.count(reporter_of(*s.submission)) == 0)) now.push_back(s.submission);
  }
  return now;
}

std::vector<Succession> to_successions(const std::vector<Standing>& standings) {
  std::vector<Succession> pairs;
  for (const Standing& s : standings) {
    if (s.newest && s.follows) pairs.push_back({s.submission, s.follows});
  }
  return pairs;
}

}  // namespace

const std::vector<Finding>& PeriodState::findings_of(const Submission& submission) const {
  const auto found = findings.find(submission.id);
  return found == findings.end() ? no_findings : found->second;
}

std::vector<Standing> PeriodState::standings_of(const Pack& pack, const FormSpec& form) const {
  std::vector<Standing> some;
  for (const Standing& s : standings) {
    if (pack.record_form(s.submission->data.form) == &form) some.push_back(s);
  }
  return some;
}

Period to_period(const Period& period, When when, bool half_yearly) {
  const Period last_year{static_cast<std::int16_t>(period.year - 1), 1, 12};
  switch (when) {
    case When::now:
    case When::above: return period;
    case When::base: return base_of(period);
    case When::year_end: return last_year;
    case When::first_half: return {period.year, 1, 6};
    case When::previous: return is_full_year(period) && half_yearly ? Period{period.year, 1, 6} : last_year;
  }
  return period;
}

std::vector<const FormSpec*> summary_forms(const Pack& pack) {
  std::vector<const FormSpec*> forms;
  for (const FormSpec& form : pack.forms) {
    if (form.records_of.empty()) forms.push_back(&form);
  }
  return forms;
}

PeriodBook::PeriodBook(const Catalogue& catalogue, const Pack& pack, const Archive& archive, std::optional<Moment> as_of)
    : catalogue_(catalogue), pack_(pack), archive_(archive), as_of_(as_of), periods_(archive.periods()) {}

bool PeriodBook::has(const Period& period) const {
  return std::find(periods_.begin(), periods_.end(), period) != periods_.end();
}

const PeriodState& PeriodBook::at(const Period& period) {
  auto& known = known_[period];
  if (!known) known = std::make_unique<PeriodState>(work_out(period));
  return *known;
}

PeriodState PeriodBook::work_out(const Period& period) {
  PeriodState state;
  state.period = period;
  state.submissions = archive_.submissions(period);
  for (Submission& s : state.submissions) state.findings[s.id] = s.findings;
  state.standings = stand(state, as_of_);
  for (const FormSpec* form : summary_forms(pack_)) {
    const auto standings = state.standings_of(pack_, *form);
    std::map<When, std::vector<const Submission*>> earlier;
    const auto counted_in = [&](When when) -> const std::vector<const Submission*>* {
      const Period other = to_period(period, when, form->half_yearly);
      if (when == When::now || other == period || !has(other)) return nullptr;
      auto [place, fresh] = earlier.try_emplace(when);
      if (fresh) {
        for (const Standing& s : at(other).standings_of(pack_, *form)) {
          if (s.counted) place->second.push_back(s.submission);
        }
      }
      return place->second.empty() ? nullptr : &place->second;
    };
    std::map<std::pair<std::string, When>, std::vector<const Submission*>> used;
    const auto used_in = [&](const std::string& id, When when) -> const std::vector<const Submission*>* {
      const Period other = to_period(period, when, form->half_yearly);
      const FormSpec* other_form = pack_.form(id);
      if (other_form == nullptr || (when != When::now && (other == period || !has(other)))) return nullptr;
      auto [place, fresh] = used.try_emplace({id, when});
      const PeriodState& there = when == When::now ? state : at(other);
      for (std::size_t i = 0; fresh && i < there.standings.size(); ++i) {
        const Standing& s = there.standings[i];
        if (s.counted && s.submission->data.form == id) place->second.push_back(s.submission);
      }
      return place->second.empty() ? nullptr : &place->second;
    };
    auto found = check_period(
        {*form, catalogue_.regions, period, to_compare(standings), counted_in, to_successions(standings), used_in});
    for (auto& [id, findings] : found) {
      auto& all = state.findings[id];
      all.insert(all.end(), std::make_move_iterator(findings.begin()), std::make_move_iterator(findings.end()));
    }
  }
  for (auto& [id, findings] : state.findings) {
    merge_undecided(findings);
    number_findings(findings);
  }
  state.standings = stand(state, as_of_);
  return state;
}

Summary to_summary(PeriodBook& book, const Period& period, const FormSpec& form, const SummaryContext& context) {
  RollUpInput input{context.pack, form, context.catalogue.regions, context.province, period, {}, {}, context.exempt};
  input.now = book.at(period).standings_of(context.pack, form);
  if (book.has(base_of(period))) input.base = book.at(base_of(period)).standings_of(context.pack, form);
  return roll_up(input);
}

}  // namespace huizong
