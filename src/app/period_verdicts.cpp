#include "app/period_verdicts.hpp"

#include <map>
#include <utility>

#include "check/verdicts.hpp"

namespace huizong {
namespace {

/// What counts of each form, and in each period that a verdict asks for; worked out once.
class Counted {
 public:
  Counted(PeriodBook& book, const Period& period, const Pack& pack) : book_(book), period_(period), pack_(pack) {}

  const std::vector<const Submission*>* of(const std::string& id, When when) {
    const FormSpec* form = pack_.form(id);
    if (form == nullptr) return nullptr;
    const Period other = to_period(period_, when, form->half_yearly);
    if (other != period_ && !book_.has(other)) return nullptr;
    const auto [place, fresh] = known_.try_emplace({id, other});
    if (fresh) {
      for (const Standing& s : book_.at(other).standings_of(pack_, *form)) {
        if (s.counted) place->second.push_back(s.submission);
      }
    }
    return place->second.empty() ? nullptr : &place->second;
  }

 private:
  PeriodBook& book_;
  Period period_;
  const Pack& pack_;
  std::map<std::pair<std::string, Period>, std::vector<const Submission*>> known_;
};

}  // namespace

std::vector<PeriodVerdicts> collect_verdicts(PeriodBook& book, const Period& period, const VerdictContext& context) {
  Counted counted(book, period, context.pack);
  std::vector<PeriodVerdicts> all;
  for (const VerdictForm& form : context.pack.verdict_forms) {
    const auto is_over = [&](const std::string& id, When when, const std::string& region) {
      const FormSpec& used = *context.pack.form(id);
      const auto deadline = deadline_of(used, to_period(period, when, used.half_yearly), region, context.catalogue.regions);
      return !deadline || to_days(to_date(context.now)) > to_days(*deadline);
    };
    const VerdictInput input{form, context.pack, context.catalogue.regions, period,
                             [&](const std::string& id, When when) { return counted.of(id, when); }, is_over};
    auto tables = to_verdicts(input);
    if (!tables.empty()) all.push_back({&form, std::move(tables)});
  }
  return all;
}

}  // namespace huizong
