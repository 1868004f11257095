#pragma once
// What the tests of the room share: catching an Error as its arguments, and a small form.

#include <doctest/doctest.h>

#include <functional>
#include <string>

#include "base/error.hpp"
#include "schema/load.hpp"

namespace huizong::test {

inline std::string arg(const Message& message, std::string_view name) {
  for (const auto& [key, value] : message.args) {
    if (key == name) return value;
  }
  return "(none)";
}

/// The message of the Error that `step` must throw.
inline Message thrown(const std::function<void()>& step) {
  try {
    step();
  } catch (const Error& error) {
    return error.message();
  }
  return {"(nothing was refused)", {}};
}

inline Field column(std::string name, HeaderPath path, FieldType type = FieldType::integer) {
  Field field;
  field.name = std::move(name);
  field.path = std::move(path);
  field.type = type;
  return field;
}

/// a, b, c under 甲/…, d alike in its leaf to c, text t.
inline FormSpec small_form() {
  FormSpec form;
  form.fields = {column("a", {"甲", "户数"}), column("b", {"甲", "税金"}), column("c", {"甲", "金额"}),
                 column("d", {"乙", "金额"}), column("t", {"名称"}, FieldType::text)};
  return form;
}

/// A record of columns as they were written: digits are a figure, a date in ISO form a date, 是 and 否 a boolean, an empty
/// text a blank, `#` a cell that was not understood, anything else a text.
inline Record record(const std::vector<std::string>& cells) {
  Record r;
  for (const std::string& cell : cells) {
    Value v;
    v.text = cell;
    const auto number = parse_decimal(cell);
    const auto date = cell.find('-') > 3 && cell.find('-') != std::string::npos ? parse_date(cell) : std::nullopt;
    if (cell == "#") {
      v.kind = ValueKind::bad;
    } else if (cell == "是" || cell == "否") {
      v.kind = ValueKind::boolean;
      v.number = cell == "是" ? 1 : 0;
    } else if (number) {
      v.kind = ValueKind::figure;
      v.number = *number;
    } else if (date) {
      v.kind = ValueKind::date;
      v.date = *date;
    } else if (!cell.empty()) {
      v.kind = ValueKind::text;
    }
    r.values.push_back(std::move(v));
  }
  return r;
}

/// T passes, F fails, U is undecided, - does not apply.
inline char letter(Verdict verdict) {
  switch (verdict) {
    case Verdict::pass: return 'T';
    case Verdict::fail: return 'F';
    case Verdict::undecided: return 'U';
    default: return '-';
  }
}

}  // namespace huizong::test
