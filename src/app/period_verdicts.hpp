#pragma once
// The tables of the pack's verdict forms for one period.

#include <vector>

#include "app/period_book.hpp"
#include "model/verdict.hpp"

namespace huizong {

struct PeriodVerdicts {
  const VerdictForm* form = nullptr;
  std::vector<VerdictTable> tables;
};

struct VerdictContext {
  const Catalogue& catalogue;
  const Pack& pack;
  Moment now;  ///< tells which times of filing are over
};

/// Verdict forms that have a subject in the period, in the pack's order.
std::vector<PeriodVerdicts> collect_verdicts(PeriodBook& book, const Period& period, const VerdictContext& context);

}  // namespace huizong
