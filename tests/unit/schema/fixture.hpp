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

}  // namespace huizong::test
