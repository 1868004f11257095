// One record in several returns: of several levels it is compared, of one level it is one too many.

#include "base/text.hpp"
#include "check/period_checks.hpp"

namespace huizong {
namespace {

bool differs(const Value& a, const Value& b) {
  if (a.kind == ValueKind::not_applicable || b.kind == ValueKind::not_applicable) return false;
  if (a.has_number() != b.has_number()) return a.kind != ValueKind::bad && b.kind != ValueKind::bad;
  return a.has_number() && a.number != b.number;
}

std::string shown(const Value& value) { return value.has_number() ? to_text(value.number) : "—"; }

/// Lays what differs from the lowest level's record to the higher one.
void compare(const PeriodView& view, const Filed& lower, const Filed& higher, FindingsById& found) {
  const ReturnPlace place = place_of(view, *higher.submission);
  std::vector<std::string> figures;
  int first = -1;
  for (std::size_t i = 0; i < view.form.fields.size(); ++i) {
    const int field = static_cast<int>(i);
    const Value& above = value_of(*higher.record, field);
    const Value& below = value_of(*lower.record, field);
    if (!is_additive(view.form.fields[i].additivity) || !differs(above, below)) continue;
    if (first < 0) first = field;
    figures.push_back(path_of(place, field) + " " + shown(above) + " / " + shown(below));
  }
  if (first < 0) return;
  Finding finding = finding_of(place, view.form.levels_differ, Severity::verify, Scope::row,
                               {{"key", higher.record->name},
                                {"figures", join(figures, "、")},
                                {"names", higher.submission->data.reporter + " / " + lower.submission->data.reporter}});
  lay_at(finding, *higher.record);
  lay_at(finding, place, first, value_of(*higher.record, first));
  found[higher.submission->id].push_back(std::move(finding));
}

bool are_two_reporters(const Filed& a, const Filed& b) {
  const Return &one = a.submission->data, &other = b.submission->data;
  return a.level == b.level && (one.region != other.region || (one.by_entity && one.reporter != other.reporter));
}

/// One finding for the record of `filed`, naming the other reporters of its level; none where there are none.
void check_double(const PeriodView& view, const Filed& filed, const std::vector<Filed>& all, FindingsById& found) {
  std::vector<std::string> names;
  for (const Filed& other : all) {
    if (are_two_reporters(filed, other)) names.push_back(other.submission->data.reporter);
  }
  if (names.empty()) return;
  const ReturnPlace place = place_of(view, *filed.submission);
  Finding finding =
      finding_of(place, "row.duplicate-key", {{"key", filed.record->name}, {"names", join(names, "、")}});
  lay_at(finding, *filed.record);
  const int field = view.form.key.empty() ? -1 : view.form.key.front();
  if (field >= 0) lay_at(finding, place, field, value_of(*filed.record, field));
  settle_scope(finding, view.form);
  found[filed.submission->id].push_back(std::move(finding));
}

}  // namespace

void check_levels(const PeriodView& view, FindingsById& found) {
  const RecordIndex now(view, view.now);
  for (const std::string& place : now.places()) {
    const auto& filed = now.at(place);
    if (filed.size() < 2 || filed.front().record->key.empty()) continue;
    for (const Filed& one : filed) {
      if (!view.form.levels_differ.empty() && one.rank > filed.front().rank) compare(view, filed.front(), one, found);
      check_double(view, one, filed, found);
    }
  }
}

}  // namespace huizong
