#pragma once
// Findings with everything filled in that the return knows. Internal to the room.

#include <string>
#include <string_view>

#include "model/return.hpp"
#include "schema/form.hpp"

namespace huizong {

/// A return as a finding names it.
struct ReturnPlace {
  const FormSpec& form;  ///< the form whose fields the records have
  const Return& data;
  const std::string& file;
};

/// A finding of a program rule, about the return as a whole.
Finding finding_of(const ReturnPlace& place, std::string_view rule, Args args = {});
/// The same of a rule that the form names or switches on.
Finding finding_of(const ReturnPlace& place, std::string_view rule, Severity severity, Scope scope, Args args);

/// Lays the finding at a record; an empty name stays empty (bands).
void lay_at(Finding& finding, const Record& record);
/// Lays it at a column, and at the cell of `value` where the column exists in the return.
void lay_at(Finding& finding, const ReturnPlace& place, int field, const Value& value);

/// Gives an M finding the form's mandatory scope; others keep theirs.
void settle_scope(Finding& finding, const FormSpec& form);

/// Stands for a column that a record does not have.
inline const Value no_value{ValueKind::not_applicable, {}, {}, {}, {}, 1};

/// The record's value; no_value where the record is shorter than the form.
inline const Value& value_of(const Record& record, int field) {
  const auto at = static_cast<std::size_t>(field);
  return field >= 0 && at < record.values.size() ? record.values[at] : no_value;
}

std::string path_of(const ReturnPlace& place, int field);

}  // namespace huizong
