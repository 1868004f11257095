#include "check/check_cells.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace huizong {
namespace {

bool is_key(const FormSpec& form, int field) {
  return std::find(form.key.begin(), form.key.end(), field) != form.key.end();
}

bool is_listed(const Field& field, const std::string& text) {
  if (std::find(field.allowed.begin(), field.allowed.end(), text) != field.allowed.end()) return true;
  const std::string folded = fold_label(text);
  return std::any_of(field.allowed.begin(), field.allowed.end(), [&](const auto& a) { return fold_label(a) == folded; });
}

/// What stands there, and what the column asks for: a whole number, from 0, to 100.
Args bounds_args(const Field& field, const Decimal& number) {
  Args args{{"value", to_text(number)}, {"kind", field.type == FieldType::integer ? "word.kind.whole" : "word.kind.number"}};
  if (field.minimum) args.emplace_back("least", to_text(*field.minimum));
  if (field.maximum) args.emplace_back("most", to_text(*field.maximum));
  if (field.minimum && field.maximum) args.emplace_back("range", "word.range-of");
  else if (field.minimum || field.maximum) args.emplace_back("range", field.minimum ? "word.range-from" : "word.range-to");
  return args;
}

bool is_within_bounds(const Field& field, const Decimal& number) {
  return !(field.minimum && number < *field.minimum) && !(field.maximum && number > *field.maximum) &&
         !(field.type == FieldType::integer && !number.is_whole());
}

}  // namespace

CellCheck::CellCheck(const ReturnPlace& place) : place_(place) {
  const std::vector<Field>& fields = place.form.fields;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const Field& field = fields[i];
    const bool figure = !field.section && field.type != FieldType::ordinal;
    Column column{static_cast<int>(i), &field, field.needs_value || (place.form.key_else.empty() && is_key(place.form, static_cast<int>(i))),
                  figure && (field.minimum || field.maximum || field.type == FieldType::integer), figure && !field.allowed.empty()};
    if (field.section || column.filled || column.bounded || column.listed) columns_.push_back(column);
  }
}

void CellCheck::look(std::span<const Record> records) {
  for (const Record& record : records) {
    for (const Column& column : columns_) look(record, column);
  }
}

void CellCheck::look(const Record& record, const Column& column) {
  const Field& field = *column.field;
  const Value& value = value_of(record, column.at);
  if (field.section) return record.block.empty() ? look_at_section(record, column) : void();
  const auto say = [&](std::string_view rule, Args args) { lay(record, column.at, finding_of(place_, rule, std::move(args))); };
  if (value.kind == ValueKind::missing && column.filled) return say("cell.required", {});
  if (column.bounded && value.has_number() && !is_within_bounds(field, value.number)) {
    return say("cell.out-of-range", bounds_args(field, value.number));
  }
  if (column.listed && value.kind == ValueKind::text && !is_listed(field, value.text)) {
    say("cell.not-in-list", {{"value", value.text}, {"expected", join(field.allowed, "、")}});
  }
}

/// *Errors*: section-missing, M; section-too-long, V.
void CellCheck::look_at_section(const Record& record, const Column& column) {
  const Field& field = *column.field;
  const Value& value = value_of(record, column.at);
  if (value.kind != ValueKind::text) {
    if (!field.needs_value) return;
    const char* why = value.kind == ValueKind::missing ? "why.section-empty" : "why.section-absent";
    return lay(record, column.at, finding_of(place_, "section-missing", Severity::mandatory, Scope::whole_return, {{"why", why}}));
  }
  const std::size_t written = count_as_written(value.text);
  if (field.most_characters <= 0 || written <= static_cast<std::size_t>(field.most_characters)) return;
  lay(record, column.at, finding_of(place_, "section-too-long", Severity::verify, Scope::cell,
                                    {{"value", std::to_string(written)}, {"limit", std::to_string(field.most_characters)}}));
}

void CellCheck::lay(const Record& record, int at, Finding finding) {
  lay_at(finding, record);
  lay_at(finding, place_, at, value_of(record, at));
  finding.args.emplace(finding.args.begin(), "column", finding.column);
  settle_scope(finding, place_.form);
  findings_.push_back(std::move(finding));
}

void CellCheck::report(std::vector<Finding>& findings) {
  std::move(findings_.begin(), findings_.end(), std::back_inserter(findings));
}

}  // namespace huizong
