#include "check/check_total.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "base/decimal_sum.hpp"
#include "check/check.hpp"
#include "check/total_suspects.hpp"
#include "check/written.hpp"

namespace huizong {
namespace {

constexpr int rate_places = 12;  // of a filed rate there are a few

bool has_kind_of_fault(const Value& value) { return value.kind == ValueKind::bad || value.kind == ValueKind::error; }

/// What a record brings to the rate of a column: a mean is that of its figures, each with its weight or once.
struct Share {
  const Value* top;
  const Value* bottom;  ///< nullptr: one
};

Share share_of(const Field& field, const Record& record, int at) {
  if (!field.mean) return {&value_of(record, field.numerator), &value_of(record, field.denominator)};
  return {&value_of(record, at), field.weighted_by < 0 ? nullptr : &value_of(record, field.weighted_by)};
}

/// The rate of a column over all rows; nothing where there is none, or a figure of theirs was not understood.
std::optional<Decimal> rate_of(const ReturnPlace& place, const FiledTotal& total, int at) {
  const Field& field = place.form.fields[static_cast<std::size_t>(at)];
  Decimal top = 0, bottom = 0;
  const std::size_t last = std::min<std::size_t>(total.last_record, records_of(place.data, total).size());
  for (std::size_t i = total.first_record; i < last; ++i) {
    const Share share = share_of(field, records_of(place.data, total)[i], at);
    if (has_kind_of_fault(*share.top) || (share.bottom != nullptr && has_kind_of_fault(*share.bottom))) return std::nullopt;
    if (!share.top->has_number() || (share.bottom != nullptr && !share.bottom->has_number())) continue;
    const Decimal weight = share.bottom == nullptr ? Decimal(1) : share.bottom->number;
    top += field.mean ? share.top->number * weight : share.top->number;
    bottom += weight;
  }
  if (bottom.is_zero()) return std::nullopt;
  return scaled_ratio(top, field.unit == "%" && !field.mean ? 100 : 1, bottom, rate_places);
}

/// The sum over the rows of products with another column: 数量 × 设备原值.
std::optional<Decimal> products_of(const Return& data, const FiledTotal& total, int field, int times) {
  Decimal sum = 0;
  const auto& records = records_of(data, total);
  const std::size_t last = std::min<std::size_t>(total.last_record, records.size());
  for (std::size_t i = total.first_record; i < last; ++i) {
    const Value &one = value_of(records[i], field), &other = value_of(records[i], times);
    if (has_kind_of_fault(one) || has_kind_of_fault(other)) return std::nullopt;
    if (one.has_number()) sum += one.number * (other.has_number() ? other.number : Decimal(1));
  }
  return sum;
}

/// The sum of a column over the rows of a total; nothing where a figure of theirs was not understood.
std::optional<Decimal> sum_of(const Return& data, const FiledTotal& total, int field) {
  DecimalSum sum;
  const auto& records = records_of(data, total);
  const std::size_t last = std::min<std::size_t>(total.last_record, records.size());
  for (std::size_t i = total.first_record; i < last; ++i) {
    const Value& value = value_of(records[i], field);
    if (has_kind_of_fault(value)) return std::nullopt;
    if (value.has_number()) sum += value.number;
  }
  return sum.value();
}

/// A column of a total against its rows; what does not agree with a plain sum is kept for a look at why.
void check_column(const ReturnPlace& place, const FiledTotal& total, int field, std::vector<Finding>& findings, std::vector<Mismatch>& mismatches) {
  const Value& filed = total.values[static_cast<std::size_t>(field)];
  const Field& column = place.form.fields[static_cast<std::size_t>(field)];
  const Additivity additivity = column.additivity;
  const bool rate = additivity == Additivity::ratio && column.growth_of < 0;
  if (!filed.has_number() || (!is_additive(additivity) && !rate)) return;
  const std::optional<Decimal> sum = rate ? rate_of(place, total, field) : sum_of(place.data, total, field);
  if (!sum) return;
  const Decimal excess = filed.number - *sum;
  const auto rows = static_cast<std::int64_t>(std::max(total.last_record, total.first_record) - total.first_record);
  const Decimal allowed = rate ? half_unit(filed) : half_unit(filed) * Decimal(rows);
  if (column.total.times >= 0) {
    const auto products = products_of(place.data, total, field, column.total.times);
    if (!products || abs(filed.number - *products) <= allowed) return;
  }
  // Firms may have been told apart over the rows: fewer than the sum is what one expects of them.
  const bool may_be_less = additivity == Additivity::distinct && !column.computed.one;
  const bool differs = may_be_less ? excess > allowed : abs(excess) > allowed;
  if (!differs) return;
  Args args{{"column", path_of(place, field)}, {"total", to_text(filed.number)}};
  args.emplace_back(rate ? "rate" : "sum", to_text(rate ? round_half_away(*sum, column.places) : *sum));
  if (!rate) args.emplace_back("difference", to_text(abs(excess)));
  Finding finding = finding_of(place, "total.mismatch", std::move(args));
  lay_at(finding, place, field, filed);
  if (!total.sheet.empty()) finding.sheet = total.sheet;
  if (column.total.severity) finding.severity = *column.total.severity;
  // No record can be held out for a total: it is the return that does not add up.
  findings.push_back(std::move(finding));
  if (!rate && column.total.times < 0 && !column.computed.is) mismatches.push_back({field, findings.size() - 1});
}

}  // namespace

void check_totals(const ReturnPlace& place, std::vector<Finding>& findings) {
  for (const FiledTotal& total : place.data.totals) {
    const std::size_t count = std::min(total.values.size(), place.form.fields.size());
    std::vector<Mismatch> mismatches;
    for (std::size_t i = 0; i < count; ++i) check_column(place, total, static_cast<int>(i), findings, mismatches);
    if (!mismatches.empty()) tell_suspects(place, total, mismatches, findings);
  }
}

void join_stale_totals(std::vector<Finding>& findings) {
  std::map<CellRef, std::string> stale;  // what the formula gives now
  for (const Finding& finding : findings) {
    if (finding.rule != "cell.stale-formula" || !finding.cell) continue;
    for (const auto& [name, value] : finding.args) {
      if (name == "expected") stale[*finding.cell] = value;
    }
  }
  std::set<CellRef> joined;
  for (Finding& finding : findings) {
    if (finding.rule != "total.mismatch" || !finding.cell || stale.count(*finding.cell) == 0) continue;
    finding.args.emplace_back("stale", stale[*finding.cell]);
    joined.insert(*finding.cell);
  }
  std::erase_if(findings, [&](const Finding& f) { return f.rule == "cell.stale-formula" && f.cell && joined.count(*f.cell) != 0; });
}

}  // namespace huizong
