#pragma once
// What the parts of a rule come to, and what they read. Internal to the room.

#include <cstdint>
#include <string_view>

#include "model/value.hpp"
#include "schema/rule.hpp"
#include "schema/rule_dates.hpp"
#include "schema/rule_numbers.hpp"

namespace huizong {

struct Truth {
  Gap gap = Gap::none;
  bool value = false;
};

struct Number {
  Gap gap = Gap::none;
  Fraction value;
};

/// The text lies in a record or in the rule.
struct Text {
  Gap gap = Gap::none;
  std::string_view value;
};

struct Day {
  Gap gap = Gap::none;
  DaySpan span;
};

inline Gap wider(Gap a, Gap b) { return a < b ? b : a; }

/// A value as a column of its type. A value that was not understood is missing; so is a blank.
Truth to_truth(const Value& value);
Number to_number(const Value& value);
Text to_text_value(const Value& value);
Day to_day(const Value& value);

/// Is nothing filled in? Of a cell that was not understood nobody can tell.
Truth to_blank(const Value& value);

/// Is it the same text, as labels are compared?
bool is_same_text(std::string_view a, std::string_view b);

Truth compare_numbers(Op op, const Fraction& a, const Fraction& b, const Fraction& tolerance);
/// Three-valued where the precision of the dates does not decide.
Truth compare_days(Op op, const DaySpan& a, const DaySpan& b);

}  // namespace huizong
