#pragma once
// Returns to summaries: tree, additivity, growth, completeness. Pure functions.

#include <string>
#include <vector>

#include "model/diff.hpp"
#include "model/region.hpp"
#include "model/status.hpp"
#include "model/summary.hpp"
#include "rollup/standing.hpp"
#include "schema/form.hpp"

namespace huizong {

struct RollUpInput {
  const Pack& pack;
  const FormSpec& form;          ///< the form that the returns carry (its records roll up)
  const RegionTree& regions;
  std::string province;
  Period period;
  std::vector<Standing> now;     ///< of the form and of every form whose records are its (records_of)
  std::vector<Standing> base;    ///< the same of the base period
  std::vector<std::string> exempt;
};

/// The summary: province, each city, each county where returns come from counties, records of a list form.
/// A record that two levels file counts once, from the lowest level (FORMS, shanxi). Growth as in FORMS, *Growth*.
Summary roll_up(const RollUpInput& input);

/// Growth in percent to two places; nothing with the reason in `note` where base is missing, zero or negative.
struct Growth {
  std::optional<Decimal> rate;
  std::optional<Message> note;
};
Growth to_growth(const std::optional<Decimal>& now, const std::optional<Decimal>& base, bool profit);

struct StatusInput {
  const Pack& pack;
  const RegionTree& regions;
  std::string province;
  Period period;
  Moment now;
  std::vector<Standing> standings;  ///< of all forms of the period
  std::vector<std::string> nil_owed, exempt;
  std::vector<const FormSpec*> forms;  ///< forms that are due in the period
  std::function<FindingCounts(const Submission&)> counts;
};

/// One unit for every expected reporter of every form, and for every other reporter that filed.
/// A county counts as reported too where its bases filed themselves or a city's table carries its records.
Status to_status(const StatusInput& input);

/// Is a period one that the form is filed for (half-yearly forms: halves and years; others: years)?
bool is_due(const FormSpec& form, const Period& period);
/// The last day of filing for a region; nothing where the form prints none.
std::optional<Date> deadline_of(const FormSpec& form, const Period& period, const std::string& region,
                                const RegionTree& regions);

/// Rows of two periods' summaries of one form: record rows where there are some, else cities.
std::vector<DiffRow> compare_summaries(const Summary& a, const Summary& b);
/// Records of two returns of one form. Contribution is to the sum of all records of `a`.
std::vector<DiffRow> compare_returns(const FormSpec& form, const Return& a, const Return& b);
void order_by_contribution(std::vector<DiffRow>& rows);

}  // namespace huizong
