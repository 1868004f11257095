#pragma once
// The archive seen period by period: which versions count, and what was found about them.

#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "archive/archive.hpp"
#include "check/check.hpp"
#include "rollup/roll_up.hpp"

namespace huizong {

struct PeriodState {
  Period period;
  std::vector<Submission> submissions;  ///< by id
  std::vector<Standing> standings;      ///< point into submissions
  std::unordered_map<std::string, std::vector<Finding>> findings;  ///< by submission: all that stand about it

  const std::vector<Finding>& findings_of(const Submission& submission) const;
  /// Standings of the returns whose records roll up into `form`.
  std::vector<Standing> standings_of(const Pack& pack, const FormSpec& form) const;
};

/// Works out each period once, and the earlier ones that it leans on.
class PeriodBook {
 public:
  PeriodBook(const Catalogue& catalogue, const Pack& pack, const Archive& archive, std::optional<Moment> as_of);

  const PeriodState& at(const Period& period);
  bool has(const Period& period) const;
  const std::vector<Period>& periods() const { return periods_; }

 private:
  PeriodState work_out(const Period& period);

  const Catalogue& catalogue_;
  const Pack& pack_;
  const Archive& archive_;
  std::optional<Moment> as_of_;
  std::vector<Period> periods_;
  std::map<Period, std::unique_ptr<PeriodState>> known_;
};

/// The period that `when` names, seen from `period` (rule.hpp).
Period to_period(const Period& period, When when, bool half_yearly);

/// Forms whose returns stand in the summaries: every form of the pack that is not only records of another.
std::vector<const FormSpec*> summary_forms(const Pack& pack);

struct SummaryContext {
  const Catalogue& catalogue;
  const Pack& pack;
  std::string province;
  std::vector<std::string> exempt;
};
Summary to_summary(PeriodBook& book, const Period& period, const FormSpec& form, const SummaryContext& context);

}  // namespace huizong
