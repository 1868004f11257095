// The 同比增长（%） that a filer prints, against the growth of the filed figures.

#include <algorithm>
#include <optional>

#include "check/period_checks.hpp"
#include "check/written.hpp"

namespace huizong {
namespace {

const Decimal hundred = 100;
const Decimal least_tolerance{5, 2};

/// A printed rate with the figure that it is about, now and a year before.
struct Filing {
  const Record& record;
  int rate_field;
  int amount_field;
  const Value& rate;
  const Value& amount;
  Decimal base;
};

Decimal tolerance_of(const Filing& filing) { return std::max(half_unit(filing.rate), least_tolerance); }

/// To two places; nothing where the base is no measure.
std::optional<Decimal> computed_growth(const Filing& filing) {
  if (filing.base <= Decimal(0)) return std::nullopt;
  return scaled_ratio(filing.amount.number - filing.base, hundred, filing.base, 2);
}

bool differs(const Filing& filing) {
  const auto computed = computed_growth(filing);
  // No rate can be given on a base of zero: 0, — and blank say so. On a negative base a filer may mean several things.
  if (!computed) return filing.base.is_zero() && !filing.rate.number.is_zero();
  return abs(filing.rate.number - *computed) > tolerance_of(filing);
}

/// The rate fits only if the amount were what came on top of last year's.
bool fits_as_rise(const Filing& filing) {
  if (filing.base <= Decimal(0) || filing.rate.number.is_zero()) return false;
  const Decimal as_rise = scaled_ratio(filing.amount.number, hundred, filing.base, 2);
  return abs(filing.rate.number - as_rise) <= tolerance_of(filing);
}

Finding growth_filed(const ReturnPlace& place, const Filing& filing) {
  const auto computed = computed_growth(filing);
  Finding finding = finding_of(place, "growth-filed", Severity::verify, Scope::cell,
                               {{"column", path_of(place, filing.rate_field)},
                                {"filed", to_text(filing.rate.number)},
                                {"computed", computed ? to_fixed_text(*computed, 2) : "—"},
                                {"now", to_text(filing.amount.number)},
                                {"base", to_text(filing.base)}});
  lay_at(finding, filing.record);
  lay_at(finding, place, filing.rate_field, filing.rate);
  return finding;
}

Finding rise_as_amount(const ReturnPlace& place, const std::vector<Filing>& filings) {
  std::string figures;
  for (const Filing& filing : filings) {
    figures += (figures.empty() ? "" : "、") + path_of(place, filing.amount_field) + " " + to_text(filing.amount.number) +
               " (" + to_text(filing.rate.number) + "%, " + to_text(base_of(place.data.period)) + " " +
               to_text(filing.base) + ")";
  }
  Finding finding = finding_of(place, "rise-as-amount", Severity::verify, Scope::whole_return, {{"figures", figures}});
  lay_at(finding, filings.front().record);
  lay_at(finding, place, filings.front().amount_field, filings.front().amount);
  return finding;
}

/// Every printed rate of a record that can be compared.
std::vector<Filing> filings_of(const FormSpec& form, const Record& record, const Record& before) {
  std::vector<Filing> filings;
  for (std::size_t i = 0; i < form.fields.size(); ++i) {
    const int amount = form.fields[i].growth_of;
    if (amount < 0) continue;
    const Value& rate = value_of(record, static_cast<int>(i));
    const Value& now = value_of(record, amount);
    const Value& base = value_of(before, amount);
    if (rate.kind != ValueKind::figure || !now.has_number() || !base.has_number()) continue;
    filings.push_back({record, static_cast<int>(i), amount, rate, now, base.number});
  }
  return filings;
}

void check_submission(const PeriodView& view, const Submission& submission, Earlier& earlier,
                      std::vector<Finding>& findings) {
  const ReturnPlace place = place_of(view, submission);
  std::vector<Filing> rises;
  for (const Record& record : submission.data.records) {
    const Record* before = earlier.sight(submission, record, When::base).record;
    if (before == nullptr) continue;
    for (const Filing& filing : filings_of(view.form, record, *before)) {
      if (!differs(filing)) continue;
      if (view.form.growth_filed) findings.push_back(growth_filed(place, filing));
      if (view.form.rise_as_amount && fits_as_rise(filing)) rises.push_back(filing);
    }
  }
  if (!rises.empty()) findings.push_back(rise_as_amount(place, rises));
}

}  // namespace

void check_growth(const PeriodView& view, Earlier& earlier, FindingsById& found) {
  if (!view.form.growth_filed && !view.form.rise_as_amount) return;
  for (const Submission* submission : view.now) check_submission(view, *submission, earlier, found[submission->id]);
}

}  // namespace huizong
