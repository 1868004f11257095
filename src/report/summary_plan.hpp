#pragma once
// What stands where in the book of a summary: which rows, which columns, and the notes under the table.

#include <string>
#include <vector>

#include "model/sheet.hpp"
#include "model/summary.hpp"
#include "schema/form.hpp"

namespace huizong {

/// The rows of one city (or directly governed county): its records, then its subtotal.
struct SummaryGroup {
  std::string name;
  const SummaryRow* sum = nullptr;  ///< the summary's row of the city; nullptr where it has none
  std::vector<const SummaryRow*> leaves;
};

struct SummaryPlan {
  const SummaryRow* province = nullptr;
  bool has_records = false;          ///< leaves are records; else the lowest level there is
  std::vector<SummaryGroup> groups;  ///< only those that have leaves; one unnamed group where leaves are cities
};
SummaryPlan to_plan(const Summary& summary, const RegionTree& regions);

/// Column of the summary by field of the form; -1 where the summary has none (序号).
std::vector<int> columns_by_field(const Summary& summary, const FormSpec& form);
/// Decimal places that show every figure of a column.
int places_of(const Summary& summary, int column);
/// Characters that the widest figure of a column takes, now or a year before, with its separators; growth with two places.
double figure_width(const Summary& summary, int column, bool growth);

/// A formula with its result where a recalculation gives the same; else the plain result, — where there is none.
Content sum_of(const std::vector<std::string>& ranges, const std::vector<const SummaryCell*>& parts, const std::optional<Decimal>& result);
/// Growth of the cell `now` over the cell `base`, as a formula where that gives the same.
Content growth_of(const std::string& now, const std::string& base, const SummaryCell& cell);

/// Reasons that belong to a growth cell, and those that belong to the figure itself; empty: none worth a comment.
std::string growth_comment(const SummaryCell& cell, Lang lang);
std::string figure_comment(const SummaryCell& cell, Lang lang);

/// Lines under the table: what — means, what is not deduplicated, coverage.
std::vector<std::string> to_footnotes(const Summary& summary, const FormSpec& form, Lang lang);
/// Marks of a row in words: 来源：市级汇总.
std::string to_remark(const SummaryRow& row, Lang lang);

/// Sheet 依据: every return that the summary rests on, or that was kept out of it.
Sheet to_basis_sheet(const Summary& summary, Lang lang);

PrintSetup wide_print(std::uint32_t first_head_row, std::uint32_t last_head_row, Lang lang);

/// The book of a form that is printed in bands.
Book to_bands_book(const Summary& summary, const FormSpec& form, Lang lang);

}  // namespace huizong
