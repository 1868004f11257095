#include "check/check_summing_row.hpp"

#include <algorithm>

namespace huizong {
namespace {

constexpr std::size_t fewest_others = 2;  // of two equal records each is the sum of the other

bool adds_up(const Field& field) { return is_additive(field.additivity) && field.additivity != Additivity::distinct && !field.computed.is; }

/// Without a name, or with a count in its place (58 家).
bool names_nobody(const Record& record) {
  return record.name.empty() || (record.name[0] >= '0' && record.name[0] <= '9');
}

}  // namespace

SummingRowCheck::SummingRowCheck(const ReturnPlace& place) : place_(place) {
  const FormSpec& form = place.form;
  if (form.naming().empty() || place.data.records.size() <= fewest_others) return;
  for (std::size_t i = 0; i < form.fields.size(); ++i) {
    if (adds_up(form.fields[i])) columns_.push_back({static_cast<int>(i)});
  }
}

void SummingRowCheck::Column::add(const Decimal& number) {
  ++figures;
  if (number.is_zero()) return;
  all += number;
  ++filled;
  if (number < least) least = number;
  if (number > greatest) greatest = number;
}

void SummingRowCheck::look(std::span<const Record> records) {
  for (const Record& record : records) {
    if (!record.block.empty()) return;
    for (Column& column : columns_) {
      if (const Value& value = value_of(record, column.field); value.has_number()) column.add(value.number);
    }
  }
}

/// Is each of its figures the sum of all others'? One column alone may be chance.
bool SummingRowCheck::is_sum_of_others(const Record& record) const {
  std::size_t agreeing = 0;
  for (const Column& column : columns_) {
    const Value& value = value_of(record, column.field);
    if (!value.has_number()) continue;
    if (value.number * Decimal(2) != column.sum) return false;
    if (!value.number.is_zero()) ++agreeing;
  }
  return agreeing >= 2 || (agreeing == 1 && names_nobody(record));
}

void SummingRowCheck::report(std::vector<Finding>& findings) {
  const std::vector<Record>& records = place_.data.records;
  std::erase_if(columns_, [](const Column& column) { return column.filled <= fewest_others; });
  for (Column& column : columns_) column.sum = column.all.value();
  const auto rules_all_out = [&](const Column& column) { return column.figures == records.size() && !column.may_halve(); };
  if (columns_.empty() || std::any_of(columns_.begin(), columns_.end(), rules_all_out)) return;
  for (const Record& record : records) {
    if (!is_sum_of_others(record)) continue;
    const int named = place_.form.naming().front();
    Finding finding = finding_of(place_, "cell.required", {{"column", path_of(place_, named)}, {"why", "why.sum-of-others"}});
    lay_at(finding, record);
    lay_at(finding, place_, named, value_of(record, named));
    settle_scope(finding, place_.form);
    findings.push_back(std::move(finding));
  }
}

}  // namespace huizong
