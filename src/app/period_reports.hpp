#pragma once
// The reports of one period: collected, written beside the old ones, swapped in whole.

#include <string>
#include <vector>

#include "app/period_book.hpp"
#include "app/workspace.hpp"
#include "model/summary.hpp"

namespace huizong {

struct PeriodReport {
  Period period;
  std::vector<Summary> summaries;  ///< of forms that anybody filed in the period, once written without their records
  Status status;
  std::vector<Finding> findings;   ///< M before V before I, then by form, region, reporter, cell
  std::string fingerprint;         ///< same fingerprint, same bytes
};

struct ReportContext {
  const Workspace& workspace;
  const Catalogue& catalogue;
  const Pack& pack;
  Moment now;
};

/// Findings that stand for a period: all of returns that are newest or count, the remark about versions of the others,
/// and those of files whose reporter stayed unknown (`unplaced`). Ids are unique.
std::vector<Finding> collect_findings(const PeriodState& state, const std::vector<Finding>& unplaced);

Status collect_status(PeriodBook& book, const Period& period, const ReportContext& context);
PeriodReport collect_report(PeriodBook& book, const Period& period, const std::vector<Finding>& unplaced,
                            const ReportContext& context);

/// reports/<period>/ is replaced whole or not at all: everything is written into the folder that begin_reports gives.
Path begin_reports(const Period& period, const ReportContext& context);
/// Writes one summary and takes it into the report without its records: a period may have several long lists.
void write_summary(Summary summary, const Path& fresh, PeriodReport& report, const ReportContext& context);
/// Writes the rest, and swaps the folder in.
void finish_reports(const PeriodReport& report, const Path& fresh, const ReportContext& context);

}  // namespace huizong
