#include "check/check_summing_row.hpp"

#include <algorithm>

namespace huizong {
namespace {

constexpr std::size_t fewest_others = 2;  // of two equal records each is the sum of the other

bool adds_up(const Field& field) { return is_additive(field.additivity) && field.additivity != Additivity::distinct && !field.computed.is; }

/// A column that more than one record has something in.
struct ColumnSum {
  int field = -1;
  Decimal sum = 0;
  std::size_t filled = 0;
};

std::vector<ColumnSum> sum_columns(const ReturnPlace& place) {
  std::vector<ColumnSum> sums;
  for (std::size_t i = 0; i < place.form.fields.size(); ++i) {
    if (adds_up(place.form.fields[i])) sums.push_back({static_cast<int>(i)});
  }
  for (const Record& record : place.data.records) {  // in one walk: a long list is not in the cache
    for (ColumnSum& column : sums) {
      const Value& value = value_of(record, column.field);
      if (!value.has_number() || value.number.is_zero()) continue;
      column.sum += value.number;
      ++column.filled;
    }
  }
  std::erase_if(sums, [](const ColumnSum& column) { return column.filled <= fewest_others; });
  return sums;
}

/// Without a name, or with a count in its place (58 家).
bool names_nobody(const Record& record) {
  return record.name.empty() || (record.name[0] >= '0' && record.name[0] <= '9');
}

/// Is each of its figures the sum of all others'? One column alone may be chance.
bool is_sum_of_others(const Record& record, const std::vector<ColumnSum>& sums) {
  std::size_t agreeing = 0;
  for (const ColumnSum& column : sums) {
    const Value& value = value_of(record, column.field);
    if (!value.has_number()) continue;
    if (value.number * Decimal(2) != column.sum) return false;
    if (!value.number.is_zero()) ++agreeing;
  }
  return agreeing >= 2 || (agreeing == 1 && names_nobody(record));
}

}  // namespace

void check_summing_row(const ReturnPlace& place, std::vector<Finding>& findings) {
  const FormSpec& form = place.form;
  if (form.naming().empty() || place.data.records.size() <= fewest_others) return;
  const std::vector<ColumnSum> sums = sum_columns(place);
  if (sums.empty()) return;
  for (const Record& record : place.data.records) {
    if (!is_sum_of_others(record, sums)) continue;
    const int named = form.naming().front();
    Finding finding = finding_of(place, "cell.required", {{"column", path_of(place, named)}, {"why", "why.sum-of-others"}});
    lay_at(finding, record);
    lay_at(finding, place, named, value_of(record, named));
    settle_scope(finding, form);
    findings.push_back(std::move(finding));
  }
}

}  // namespace huizong
