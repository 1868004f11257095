#include "schema/rule_value.hpp"

#include "base/text.hpp"

namespace huizong {
namespace {

Truth decided(bool value) { return {Gap::none, value}; }

}  // namespace

Truth to_truth(const Value& value) {
  if (value.kind == ValueKind::boolean || value.has_number()) return decided(!value.number.is_zero());
  return {Gap::missing, false};
}

Number to_number(const Value& value) {
  if (value.has_number()) return {Gap::none, {value.number, 1}};
  return {Gap::missing, {}};
}

Text to_text_value(const Value& value) {
  switch (value.kind) {
    case ValueKind::missing:
    case ValueKind::not_applicable:
    case ValueKind::bad:
    case ValueKind::error: return {Gap::missing, {}};
    default: return value.text.empty() ? Text{Gap::missing, {}} : Text{Gap::none, value.text};
  }
}

Day to_day(const Value& value) {
  if (value.kind != ValueKind::date) return {Gap::missing, {}};
  return {Gap::none, to_days_span(value.date)};
}

Truth to_blank(const Value& value) {
  if (value.kind == ValueKind::bad || value.kind == ValueKind::error) return {Gap::missing, false};
  return decided(value.kind == ValueKind::missing || value.kind == ValueKind::not_applicable);
}

bool is_same_text(std::string_view a, std::string_view b) { return a == b || fold_label(a) == fold_label(b); }

Truth compare_numbers(Op op, const Fraction& a, const Fraction& b, const Fraction& tolerance) {
  if (op == Op::equal) return decided(is_within(a, b, tolerance));
  if (op == Op::not_equal) return decided(!is_within(a, b, tolerance));
  const auto order = compare(a, b);
  switch (op) {
    case Op::less: return decided(order < 0);
    case Op::less_equal: return decided(order <= 0);
    case Op::greater: return decided(order > 0);
    default: return decided(order >= 0);
  }
}

Truth compare_days(Op op, const DaySpan& a, const DaySpan& b) {
  const bool exact = a.first == a.last && b.first == b.last;
  const bool before = a.last < b.first, after = b.last < a.first;
  const bool not_after = a.last <= b.first, not_before = b.last <= a.first;
  const auto either = [](bool yes, bool no) { return yes ? decided(true) : no ? decided(false) : Truth{Gap::imprecise, false}; };
  switch (op) {
    case Op::less: return either(before, not_before);
    case Op::less_equal: return either(not_after, after);
    case Op::greater: return either(after, not_after);
    case Op::greater_equal: return either(not_before, before);
    case Op::not_equal: return either(before || after, exact);
    default: return either(exact && a.first == b.first, before || after);
  }
}

}  // namespace huizong
