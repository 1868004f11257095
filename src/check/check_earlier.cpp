// Figures against last year's: a change beyond the bound, a record under another name.

#include <algorithm>

#include "base/text.hpp"
#include "check/period_checks.hpp"

namespace huizong {
namespace {

bool is_large_change(const FormSpec& form, const Decimal& now, const Decimal& base) {
  if (!form.yearly_change_over || base < form.yearly_change_from.value_or(0) || base <= Decimal(0)) return false;
  return now > base * *form.yearly_change_over || now * *form.yearly_change_over < base;
}

void check_cell(const ReturnPlace& place, const Record& record, const Record& before, int at,
                std::vector<Finding>& findings) {
  const Field& field = place.form.fields[static_cast<std::size_t>(at)];
  const Value& now = value_of(record, at);
  const Value& base = value_of(before, at);
  if (!is_additive(field.additivity) || !now.has_number() || !base.has_number()) return;
  if (!is_large_change(place.form, now.number, base.number)) return;
  const Args args{{"column", path_of(place, at)}, {"value", to_text(now.number)}, {"now", to_text(now.number)},
                  {"base", to_text(base.number)}};
  Finding finding = finding_of(place, "yearly-change", Severity::verify, Scope::cell, args);
  lay_at(finding, record);
  lay_at(finding, place, at, now);
  findings.push_back(std::move(finding));
}

/// What tells the thing under its new name: all of these are filled in and equal, however they are typed.
std::string marks_of(const FormSpec& form, const Record& record) {
  std::string marks;
  for (const int field : form.rename_by) {
    const Value& value = value_of(record, field);
    std::string mark;
    if (value.kind == ValueKind::text) mark = fold_label(value.text);
    if (value.kind == ValueKind::date) mark = to_text(value.date);
    if (value.has_number()) mark = to_text(value.number);
    if (mark.empty()) return {};
    marks += mark + "\x1f";
  }
  return marks;
}

std::string city_of(const std::string& place) { return place.substr(0, place.find('\x1f')); }

}  // namespace

void check_against_earlier(const PeriodView& view, Earlier& earlier, FindingsById& found) {
  if (!view.form.yearly_change_over) return;
  for (const Submission* submission : view.now) {
    const ReturnPlace place = place_of(view, *submission);
    for (const Record& record : submission->data.records) {
      const Record* before = earlier.sight(*submission, record, When::base).record;
      if (before == nullptr) continue;
      for (std::size_t i = 0; i < view.form.fields.size(); ++i) {
        check_cell(place, record, *before, static_cast<int>(i), found[submission->id]);
      }
    }
  }
}

void check_renamed(const PeriodView& view, Earlier& earlier, FindingsById& found) {
  const RecordIndex* base = earlier.at(When::base);
  if (base == nullptr) base = earlier.at(When::previous);
  if (base == nullptr || view.form.rename_by.empty()) return;
  const RecordIndex now(view, view.now);
  std::map<std::string, const Record*> gone;  // city and marks
  for (const std::string& place : base->places()) {
    const Record& record = *base->at(place).front().record;
    const std::string marks = marks_of(view.form, record);
    if (!record.key.empty() && !marks.empty() && now.at(place).empty())
      gone.emplace(city_of(place) + "\x1f" + marks, &record);
  }
  for (const std::string& place : now.places()) {
    const Filed& filed = now.at(place).front();
    const std::string marks = marks_of(view.form, *filed.record);
    if (filed.record->key.empty() || marks.empty() || !base->at(place).empty()) continue;
    const auto former = gone.find(city_of(place) + "\x1f" + marks);
    if (former == gone.end()) continue;
    const ReturnPlace at = place_of(view, *filed.submission);
    Finding finding = finding_of(at, "record.renamed", {{"from", former->second->name}, {"to", filed.record->name}});
    lay_at(finding, *filed.record);
    if (!view.form.key.empty()) lay_at(finding, at, view.form.key.front(), value_of(*filed.record, view.form.key.front()));
    found[filed.submission->id].push_back(std::move(finding));
  }
}

}  // namespace huizong
