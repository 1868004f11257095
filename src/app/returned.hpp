#pragma once
// Faulty returns go back to their senders: the file as it came, with the cells marked and a sheet of remarks.

#include <vector>

#include "app/period_reports.hpp"
#include "model/status.hpp"

namespace huizong {

/// Replaces returned/ whole where anything in it changes: `<region>/<file name>` for each return that stands returned, newest
/// version only, `unknown/` where the region is not known. A .csv goes back as an .xlsx with the same cells.
void write_returned(PeriodBook& book, const std::vector<InboxFile>& files, Archive& archive, const ReportContext& context);

}  // namespace huizong
