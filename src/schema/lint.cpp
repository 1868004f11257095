#include "schema/lint.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"

namespace huizong {
namespace {

constexpr std::string_view list_comma = "、";

/// A path as one says it of no period in particular: 上一年/…, 本年/….
std::string to_label(const HeaderPath& path) {
  return replace_all(replace_all(join(path, "/"), "{year-1}", "上一"), "{year}", "本");
}

const Field& field_at(const FormSpec& form, int column) { return form.fields[static_cast<std::size_t>(column)]; }

void note_units(const FormSpec& form, std::vector<LintNote>& notes) {
  for (const Field& field : form.fields) {
    if (field.unit_expected) {
      notes.push_back({{}, form.id, {"lint.unit-missing", {{"column", to_label(field.path)}, {"unit", field.unit}}}, field.reading});
    }
    if (!field.unit_also.empty()) {
      const std::string also = join(field.unit_also, list_comma);
      notes.push_back({{}, form.id, {"lint.unit-two", {{"column", to_label(field.path)}, {"unit", field.unit}, {"also", also}}}, field.reading});
    }
  }
}

/// By label and table, in the order of the first of each.
void note_equal_labels(const FormSpec& form, std::vector<LintNote>& notes) {
  constexpr std::size_t most = 4;
  std::vector<std::vector<const Field*>> alike;
  std::map<std::pair<int, std::string>, std::size_t> places;
  for (const Field& field : form.fields) {
    if (field.computed.is) continue;
    const auto [place, fresh] = places.try_emplace({field.block, fold_label(field.path.back())}, alike.size());
    if (fresh) alike.emplace_back();
    alike[place->second].push_back(&field);
  }
  for (const auto& fields : alike) {
    if (fields.size() < 2) continue;
    std::vector<std::string> above;
    for (std::size_t i = 0; i < std::min(most, fields.size()); ++i) {
      const HeaderPath& path = fields[i]->path;
      above.push_back(path.size() > 1 ? to_label({path.begin(), path.end() - 1}) : "—");
    }
    Args args{{"label", fields.front()->path.back()}, {"count", std::to_string(fields.size())}, {"paths", join(above, list_comma)}};
    if (fields.size() > most) args.emplace_back("more", std::to_string(fields.size() - most));
    notes.push_back({{}, form.id, {"lint.equal-labels", std::move(args)}, {}});
  }
}

void note_labels_elsewhere(const FormSpec& form, std::vector<LintNote>& notes) {
  for (const Field& field : form.fields) {
    for (const Alias& alias : field.aliases) {
      if (!alias.suspicious) continue;
      notes.push_back({{}, form.id, {"lint.label-elsewhere", {{"column", to_label(field.path)}, {"path", to_label(alias.path)}}}, field.reading});
    }
  }
}

/// MM-DD under `name`, and where it is not in the period's own year that under `name`_year.
void put_day(Args& args, const std::string& name, int year_offset, int month, int day) {
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  args.emplace_back(name, two(month) + "-" + two(day));
  if (year_offset != 0) args.emplace_back(name + "_year", year_offset == 1 ? "word.next-year" : "+" + std::to_string(year_offset));
}

bool same_day(const Deadline& a, const Deadline& b) {
  return a.year_offset == b.year_offset && a.month == b.month && a.day == b.day;
}

bool same_span(const Deadline& a, const Deadline& b) {
  return a.first_month == b.first_month && a.last_month == b.last_month;
}

Args span_of(const Deadline& deadline) {
  if (deadline.first_month == 0) return {};
  return {{"from", std::to_string(deadline.first_month)}, {"to", std::to_string(deadline.last_month)}};
}

void note_two_deadlines(const FormSpec& form, const Deadline& one, const Deadline& other, std::vector<LintNote>& notes) {
  if (!same_span(one, other) || same_day(one, other)) return;
  Args args = span_of(one);
  put_day(args, "day", one.year_offset, one.month, one.day);
  put_day(args, "other", other.year_offset, other.month, other.day);
  args.emplace_back("place", one.printed_at);
  args.emplace_back("other_place", other.printed_at);
  const bool some = one.regions != other.regions;
  if (some) args.emplace_back("count", std::to_string(other.regions.size()));
  notes.push_back({{}, form.id, {some ? "lint.deadline-of-some" : "lint.deadline-differs", std::move(args)}, {}});
}

void note_deadlines(const FormSpec& form, std::vector<LintNote>& notes) {
  for (const Deadline& one : form.deadlines) {
    if (const auto& other = one.also_printed) {
      Args args = span_of(one);
      put_day(args, "day", one.year_offset, one.month, one.day);
      put_day(args, "other", other->year_offset, other->month, other->day);
      args.insert(args.end(), {{"place", one.printed_at}, {"other_place", other->printed_at}});
      notes.push_back({{}, form.id, {"lint.deadline-differs", std::move(args)}, other->reading});
    }
    for (const Deadline& other : form.deadlines) {
      const bool narrower = one.regions.empty() && !other.regions.empty();
      if (narrower || (&one < &other && one.regions == other.regions)) note_two_deadlines(form, one, other, notes);
    }
  }
}

void note_overlaps(const FormSpec& form, std::vector<LintNote>& notes) {
  for (const Overlap& overlap : form.overlaps) {
    notes.push_back({{}, form.id, {"lint.overlap", {{"columns", to_labels(form, overlap.columns)}}}, overlap.reading});
  }
}

std::string to_range(int from, int to) { return from == to ? std::to_string(from) : std::to_string(from) + "–" + std::to_string(to); }

/// A step without a lower end begins behind the step before it; the others are held against it as they are printed.
void note_steps(const FormSpec& form, const StepTable& table, std::vector<LintNote>& notes) {
  for (std::size_t i = 1; i < table.steps.size(); ++i) {
    const Step &before = table.steps[i - 1], &step = table.steps[i];
    const int next = *before.greatest + 1;
    if (!step.least || *step.least == next) continue;
    const bool overlap = *step.least < next;
    const int last = overlap && step.greatest ? std::min(*before.greatest, *step.greatest) : *before.greatest;
    Args args{{"title", table.title}, {"range", overlap ? to_range(*step.least, last) : to_range(next, *step.least - 1)}};
    args.emplace_back("first", std::to_string(before.value));
    args.emplace_back("second", std::to_string(step.value));
    args.emplace_back("column", to_label(field_at(form, table.column).path));
    notes.push_back({{}, form.id, {overlap ? "lint.steps-overlap" : "lint.steps-gap", std::move(args)}, table.reading});
  }
}

std::string cell(const Record& row, int column) { return row.values[static_cast<std::size_t>(column)].text; }

std::string to_entry(const CodeList& list, const Record& row) { return cell(row, list.code) + " " + cell(row, list.name); }

bool same_group(const CodeList& list, const Record& a, const Record& b) {
  return list.group < 0 || cell(a, list.group) == cell(b, list.group);
}

void note_pair(const CodeList& list, const Record& a, const Record& b, std::vector<LintNote>& notes) {
  const std::string code = cell(a, list.code), one = fold_label(cell(a, list.name)), other = fold_label(cell(b, list.name));
  const Args args{{"first", to_entry(list, a)}, {"second", to_entry(list, b)}};
  if (!code.empty() && code == cell(b, list.code)) notes.push_back({{}, list.id, {"lint.code-twice", args}, list.reading});
  if (one.empty() || other.empty() || !same_group(list, a, b)) return;
  if (one.ends_with(other) || other.ends_with(one)) notes.push_back({{}, list.id, {"lint.name-twice", args}, list.reading});
}

/// 其他法律服务 closes the class 法律服务.
void note_rest(const CodeList& list, const Record& row, std::vector<LintNote>& notes) {
  constexpr std::string_view rest = "其他";
  if (list.group < 0 || !cell(row, list.name).starts_with(rest)) return;
  const std::string group = cell(row, list.group);
  if (fold_label(cell(row, list.name).substr(rest.size())) == fold_label(group)) return;
  notes.push_back({{}, list.id, {"lint.rest-differs", {{"first", to_entry(list, row)}, {"group", group}}}, list.reading});
}

}  // namespace

std::vector<LintNote> notes_of(const FormSpec& form) {
  std::vector<LintNote> notes;
  if (form.same_fields_as.empty()) {
    note_units(form, notes);
    note_overlaps(form, notes);
    note_equal_labels(form, notes);
    note_labels_elsewhere(form, notes);
  }
  for (const StepTable& table : form.steps) note_steps(form, table, notes);
  note_deadlines(form, notes);
  if (form.half_yearly && form.period_from_filing) notes.push_back({{}, form.id, {"lint.period-unprinted", {}}, {}});
  return notes;
}

std::vector<LintNote> notes_of(const CodeList& list) {
  std::vector<LintNote> notes;
  if (list.code < 0) return notes;
  for (std::size_t i = 0; i < list.rows->size(); ++i) {
    for (std::size_t before = 0; before < i; ++before) note_pair(list, (*list.rows)[before], (*list.rows)[i], notes);
    note_rest(list, (*list.rows)[i], notes);
  }
  return notes;
}

}  // namespace huizong
