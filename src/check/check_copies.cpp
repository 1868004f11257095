#include "check/check_copies.hpp"

#include <algorithm>
#include <functional>
#include <string_view>
#include <unordered_map>

#include "check/check_keys.hpp"

namespace huizong {
namespace {

/// What it says; serial numbers differ in any case.
template <class Take>
void each_said(const FormSpec& form, Take take) {
  for (std::size_t i = 0; i < form.fields.size(); ++i) {
    if (form.fields[i].type != FieldType::ordinal) take(static_cast<int>(i));
  }
}

bool are_copies(const FormSpec& form, const Record& a, const Record& b) {
  bool same = true;
  each_said(form, [&](int field) {
    const Value &one = value_of(a, field), &other = value_of(b, field);
    same = same && one.kind == other.kind && one.number == other.number && one.text == other.text;  // a day is its text
  });
  return same;
}

/// A ledger of a hundred thousand lines may be about a handful of firms: their names alone would leave too much to compare.
std::size_t hash_of(const FormSpec& form, const Record& record) {
  std::size_t hash = 0;
  each_said(form, [&](int field) { hash = hash * 31 + std::hash<std::string_view>()(value_of(record, field).text); });
  return hash;
}

Finding tell_copy(const ReturnPlace& place, const Record& first, const Record& copy) {
  Finding finding = finding_of(place, "row.duplicate-key", Severity::verify, Scope::row,
                               {{"key", copy.name}, {"rows", row_of(first) + "、" + row_of(copy)}});
  lay_at(finding, copy);
  const int field = place.form.name_by.front();
  lay_at(finding, place, field, value_of(copy, field));
  return finding;
}

}  // namespace

void check_copies(const ReturnPlace& place, std::vector<Finding>& findings) {
  if (!place.form.key.empty() || place.form.name_by.empty()) return;
  std::unordered_map<std::size_t, std::vector<const Record*>> by_hash;
  for (const Record& record : place.data.records) {
    if (record.name.empty()) continue;  // the column is missing, which is told
    std::vector<const Record*>& before = by_hash[hash_of(place.form, record)];
    const auto same = std::find_if(before.begin(), before.end(), [&](const Record* one) { return are_copies(place.form, *one, record); });
    if (same != before.end()) findings.push_back(tell_copy(place, **same, record));
    else before.push_back(&record);
  }
}

}  // namespace huizong
