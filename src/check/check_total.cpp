#include "check/check_total.hpp"

#include <algorithm>
#include <optional>

#include "check/written.hpp"

namespace huizong {
namespace {

/// The sum of a column over the rows of a total; nothing where a figure of theirs was not understood.
std::optional<Decimal> sum_of(const Return& data, const FiledTotal& total, int field) {
  Decimal sum = 0;
  const auto& records = total.block.empty() ? data.records : data.block_records;
  const std::size_t last = std::min<std::size_t>(total.last_record, records.size());
  for (std::size_t i = total.first_record; i < last; ++i) {
    const Value& value = value_of(records[i], field);
    if (value.kind == ValueKind::bad || value.kind == ValueKind::error) return std::nullopt;
    if (value.has_number()) sum += value.number;
  }
  return sum;
}

void check_column(const ReturnPlace& place, const FiledTotal& total, int field, std::vector<Finding>& findings) {
  const Value& filed = total.values[static_cast<std::size_t>(field)];
  const Additivity additivity = place.form.fields[static_cast<std::size_t>(field)].additivity;
  if (!filed.has_number() || !is_additive(additivity)) return;
  const std::optional<Decimal> sum = sum_of(place.data, total, field);
  if (!sum) return;
  const Decimal excess = filed.number - *sum;
  const auto rows = static_cast<std::int64_t>(std::max(total.last_record, total.first_record) - total.first_record);
  const Decimal allowed = half_unit(filed) * Decimal(rows);
  // Firms may have been told apart over the rows: fewer than the sum is what one expects of them.
  const bool differs = additivity == Additivity::distinct ? excess > allowed : abs(excess) > allowed;
  if (!differs) return;
  Finding finding =
      finding_of(place, "total.mismatch",
                 {{"column", path_of(place, field)}, {"total", to_text(filed.number)}, {"sum", to_text(*sum)}});
  lay_at(finding, place, field, filed);
  // No record can be held out for a total: it is the return that does not add up.
  findings.push_back(std::move(finding));
}

}  // namespace

void check_totals(const ReturnPlace& place, std::vector<Finding>& findings) {
  for (const FiledTotal& total : place.data.totals) {
    const std::size_t count = std::min(total.values.size(), place.form.fields.size());
    for (std::size_t i = 0; i < count; ++i) check_column(place, total, static_cast<int>(i), findings);
  }
}

}  // namespace huizong
