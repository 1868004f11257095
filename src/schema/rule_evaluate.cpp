// Three-valued, on exact fractions.

#include <algorithm>
#include <stdexcept>

#include "base/text.hpp"
#include "schema/rule_evaluator.hpp"
#include "schema/rule_pattern.hpp"
#include "schema/rule_text.hpp"
#include "schema/unified_code.hpp"

namespace huizong {
Gap gap_of(const RowSet& set) {
  switch (set.state) {
    case RowSet::State::known: return Gap::none;
    case RowSet::State::form_absent: return Gap::form_absent;
    case RowSet::State::not_due: return Gap::not_due;
    case RowSet::State::ambiguous: return Gap::ambiguous;
    case RowSet::State::no_period: break;
  }
  return Gap::no_period;
}

Evaluator::Cell Evaluator::read(const Expression& e) {
  if (e.frame == Expression::one_record) {
    const RowSet& set = view_.rows(e.source, e.when);
    if (const Gap gap = gap_of(set); gap != Gap::none) return {gap, nullptr};
    if (set.records.size() != 1) return {set.records.empty() ? Gap::missing : Gap::ambiguous, nullptr};
    see(*set.records[0], e.column);
    return {Gap::none, &cell_of(*set.records[0], e.column)};
  }
  const Record* record = frames_[static_cast<std::size_t>(e.frame)];
  if (e.when != When::now) {
    const Sight sight = view_.sight(*record, e.when);
    if (sight.absent || sight.record == nullptr) return {Gap::no_period, nullptr};  // a record that is new is no gap
    record = sight.record;
  }
  see(*record, e.column);
  return {Gap::none, &cell_of(*record, e.column)};
}

Truth Evaluator::truth(const Expression& e) {
  if (!step()) return {Gap::too_many_steps, false};
  switch (e.op) {
    case Op::logical_and: return decide(e, false);
    case Op::logical_or: return decide(e, true);
    case Op::logical_not: {
      Truth t = truth(e.operands[0]);
      t.value = !t.value;
      return t;
    }
    case Op::if_else:
      return choose<Truth>(e, [this](const Expression& o) { return truth(o); },
                           [](const Truth& a, const Truth& b) { return a.value == b.value; });
    case Op::blank: {
      const Expression& of = e.operands[0];
      const Cell cell = of.op == Op::lookup ? look_up(of) : read(of);
      if (cell.gap == Gap::missing) return {Gap::none, true};
      return cell.gap == Gap::none ? to_blank(*cell.value) : Truth{cell.gap, false};
    }
    case Op::column:
    case Op::lookup: {
      const Cell cell = e.op == Op::column ? read(e) : look_up(e);
      return cell.gap == Gap::none ? to_truth(*cell.value) : Truth{cell.gap, false};
    }
    case Op::one_of: return one_of(e);
    case Op::starts_with:
    case Op::ends_with:
    case Op::contains:
    case Op::matches:
    case Op::check_code: return test_text(e);
    case Op::exists:
    case Op::all: return truth_over(e);
    case Op::in_rows: return in_rows(e);
    case Op::filed: return filed(e);
    case Op::by_person: return {Gap::by_person, false};
    case Op::not_asked: return {Gap::not_asked, false};
    default: return compared(e);
  }
}

/// and (deciding value false), or (true): one decided operand decides, whatever the other lacks.
Truth Evaluator::decide(const Expression& e, bool deciding) {
  const Truth a = truth(e.operands[0]);
  if (a.gap == Gap::none && a.value == deciding) return a;
  const Truth b = truth(e.operands[1]);
  if (b.gap == Gap::none && b.value == deciding) return b;
  return {wider(a.gap, b.gap), !deciding};
}

Truth Evaluator::compared(const Expression& e) try {
  const Expression &left = e.operands[0], &right = e.operands[1];
  if (left.type == ValueType::text) return compare_texts(e);
  if (left.type == ValueType::date) {
    const Day a = day(left), b = day(right);
    const Gap gap = wider(a.gap, b.gap);
    return gap != Gap::none ? Truth{gap, false} : compare_days(e.op, a.span, b.span);
  }
  if (is_span(left.op) || is_span(right.op)) return compare_spans(e);
  const Number a = number(left), b = number(right);
  Number within{Gap::none, depth_ == 0 ? tolerance_ : Fraction{0, 1}};
  if (e.operands.size() > 2) within = number(e.operands[2]);
  const Gap gap = wider(wider(a.gap, b.gap), within.gap);
  return gap != Gap::none ? Truth{gap, false} : compare_numbers(e.op, a.value, b.value, within.value);
} catch (const std::overflow_error&) {
  return {Gap::too_long, false};
}

Truth Evaluator::compare_texts(const Expression& e) {
  const Text a = text(e.operands[0]), b = text(e.operands[1]);
  const Gap gap = wider(a.gap, b.gap);
  return {gap, gap == Gap::none && is_same_text(a.value, b.value) == (e.op == Op::equal)};
}

Truth Evaluator::one_of(const Expression& e) try {
  Gap gap = Gap::none;
  const auto is_equal = [&](const Expression& choice) -> Truth {
    if (e.operands[0].type == ValueType::text) {
      const Text a = text(e.operands[0]), b = text(choice);
      const Gap either = wider(a.gap, b.gap);
      return {either, either == Gap::none && is_same_text(a.value, b.value)};
    }
    if (e.operands[0].type == ValueType::date) {
      const Day a = day(e.operands[0]), b = day(choice);
      const Gap either = wider(a.gap, b.gap);
      return either == Gap::none ? compare_days(Op::equal, a.span, b.span) : Truth{either, false};
    }
    const Number a = number(e.operands[0]), b = number(choice);
    const Gap either = wider(a.gap, b.gap);
    return {either, either == Gap::none && compare(a.value, b.value) == 0};
  };
  for (std::size_t i = 1; i < e.operands.size(); ++i) {
    const Truth t = is_equal(e.operands[i]);
    if (t.gap == Gap::none && t.value) return t;
    gap = wider(gap, t.gap);
  }
  return {gap, false};
} catch (const std::overflow_error&) {
  return {Gap::too_long, false};
}

Truth Evaluator::test_text(const Expression& e) {
  const Text whole = text(e.operands[0]);
  if (whole.gap != Gap::none) return {whole.gap, false};
  if (e.op == Op::matches) return {Gap::none, e.pattern->matches(normalise(whole.value))};
  if (e.op == Op::check_code) return {Gap::none, is_unified_code(whole.value) || is_unified_code(normalise(whole.value))};
  const Text part = text(e.operands[1]);
  if (part.gap != Gap::none) return {part.gap, false};
  const std::string in = fold_label(whole.value), wanted = fold_label(part.value);
  switch (e.op) {
    case Op::starts_with: return {Gap::none, in.starts_with(wanted)};
    case Op::ends_with: return {Gap::none, in.ends_with(wanted)};
    default: return {Gap::none, contains(in, wanted)};
  }
}

Text Evaluator::text(const Expression& e) {
  if (!step()) return {Gap::too_many_steps, {}};
  if (e.op == Op::text) return {Gap::none, e.text};
  if (e.op == Op::if_else) {
    return choose<Text>(e, [this](const Expression& o) { return text(o); },
                        [](const Text& a, const Text& b) { return is_same_text(a.value, b.value); });
  }
  const Cell cell = e.op == Op::column ? read(e) : look_up(e);
  return cell.gap == Gap::none ? to_text_value(*cell.value) : Text{cell.gap, {}};
}

Number Evaluator::number(const Expression& e) {
  if (!step()) return {Gap::too_many_steps, {}};
  switch (e.op) {
    case Op::number: return {Gap::none, {e.number, 1}};
    case Op::column:
    case Op::lookup: {
      const Cell cell = e.op == Op::column ? read(e) : look_up(e);
      return cell.gap == Gap::none ? to_number(*cell.value) : Number{cell.gap, {}};
    }
    case Op::if_else:
      return choose<Number>(e, [this](const Expression& o) { return number(o); }, [](const Number& a, const Number& b) {
        return a.value.top == b.value.top && a.value.bottom == b.value.bottom;
      });
    case Op::length: {
      const Text whole = text(e.operands[0]);
      return {whole.gap, {static_cast<std::int64_t>(count_words(whole.value)), 1}};
    }
    case Op::amount: return amount(e);
    case Op::year:
    case Op::month:
    case Op::years_between:
    case Op::months_between:
    case Op::days_between: return of_days(e);
    default: return is_over_rows(e.op) ? number_over(e) : computed(e);
  }
}

Number Evaluator::amount(const Expression& e) {
  const Text whole = text(e.operands[0]);
  if (whole.gap != Gap::none) return {whole.gap, {}};
  std::vector<std::string> units;
  for (std::size_t i = 1; i < e.operands.size(); ++i) units.push_back(e.operands[i].folded);
  const auto found = find_amount(fold_label(whole.value), units);
  return found ? Number{Gap::none, {*found, 1}} : Number{Gap::missing, {}};
}

/// Of several returns of one reporter one is there all the same.
Truth Evaluator::filed(const Expression& e) {
  const RowSet& set = view_.rows(e.source, e.when);
  if (set.state == RowSet::State::not_due) return {Gap::not_due, false};
  const bool there = set.state == RowSet::State::known || set.state == RowSet::State::ambiguous;
  if (there && !set.records.empty()) see(*set.records.front(), -1);
  return {Gap::none, there};
}

Number Evaluator::computed(const Expression& e) try {
  Number result = number(e.operands[0]);
  const auto combine = [&](const Fraction& b) -> Number {
    const Fraction& a = result.value;
    switch (e.op) {
      case Op::add:
      case Op::sum: return {Gap::none, a + b};
      case Op::subtract: return {Gap::none, a - b};
      case Op::multiply: return {Gap::none, a * b};
      case Op::divide: return b.top.is_zero() ? Number{Gap::zero_divisor, {}} : Number{Gap::none, a / b};
      case Op::minimum: return {Gap::none, compare(a, b) <= 0 ? a : b};
      case Op::maximum: return {Gap::none, compare(a, b) >= 0 ? a : b};
      default: throw std::logic_error("rule: no such operation on numbers");
    }
  };
  if (e.op == Op::round && result.gap == Gap::none) {
    return {Gap::none, round(result.value, static_cast<int>(e.operands[1].number.coefficient()))};
  }
  for (std::size_t i = 1; i < e.operands.size() && e.op != Op::round; ++i) {
    const Number next = number(e.operands[i]);
    if (next.gap == Gap::none && result.gap == Gap::none) {
      result = combine(next.value);
    } else {
      result = {wider(result.gap, next.gap), {}};
    }
  }
  if (result.gap != Gap::none) return result;
  if (e.op == Op::absolute) return {Gap::none, abs(result.value)};
  if (e.op == Op::negate) return {Gap::none, {-result.value.top, result.value.bottom}};
  return result;
} catch (const std::overflow_error&) {
  return {Gap::too_long, {}};
}

}  // namespace huizong
