// Rules over dates.

#include "schema/rule_evaluator.hpp"

namespace huizong {

Day Evaluator::day(const Expression& e) {
  if (!step()) return {Gap::too_many_steps, {}};
  switch (e.op) {
    case Op::date: return {Gap::none, to_days_span(e.date)};
    case Op::period_start: return {Gap::none, to_days_span({view_.period.year, view_.period.first_month, 1, DatePrecision::day})};
    case Op::period_end: return {Gap::none, to_days_span(last_day(view_.period))};
    case Op::years_after:
    case Op::months_after:
    case Op::days_after: return later(e);
    case Op::if_else:
      return choose<Day>(e, [this](const Expression& o) { return day(o); }, [](const Day& a, const Day& b) {
        return a.span.first == b.span.first && a.span.last == b.span.last;
      });
    default: break;
  }
  const Cell cell = e.op == Op::column ? read(e) : look_up(e);
  return cell.gap == Gap::none ? to_day(*cell.value) : Day{cell.gap, {}};
}

/// A date that is not exact stays so: both of its ends move.
Day Evaluator::later(const Expression& e) {
  const Day from = day(e.operands[0]);
  if (from.gap != Gap::none) return from;
  const auto count = static_cast<std::int64_t>(e.operands[1].number.coefficient());
  const auto move = [&](const Date& date) {
    if (e.op == Op::days_after) return from_days(to_days(date) + count);
    return months_later(date, e.op == Op::years_after ? count * 12 : count);
  };
  const DaySpan span{move(from.span.first), move(from.span.last)};
  const bool in_calendar = to_days(span.last) <= to_days({9999, 12, 31, DatePrecision::day});
  return in_calendar ? Day{Gap::none, span} : Day{Gap::too_long, {}};
}

/// Dates that are not exact leave a range of years or months: it decides where both of its ends say the same, and, of =,
/// where it holds the other side or does not.
Truth Evaluator::compare_spans(const Expression& e) {
  const auto [a_least, a_most] = range_of(e.operands[0]);
  const auto [b_least, b_most] = range_of(e.operands[1]);
  if (const Gap gap = wider(a_least.gap, b_least.gap); gap != Gap::none) return {gap, false};
  const Fraction zero{0, 1};
  const Truth one = compare_numbers(e.op, a_least.value, b_most.value, zero);
  const Truth other = compare_numbers(e.op, a_most.value, b_least.value, zero);
  const bool is_point = compare(a_least.value, a_most.value) == 0 && compare(b_least.value, b_most.value) == 0;
  if (is_point) return one;
  if (e.op == Op::equal || e.op == Op::not_equal) {
    const bool apart = compare(a_most.value, b_least.value) < 0 || compare(b_most.value, a_least.value) < 0;
    return apart ? Truth{Gap::none, e.op == Op::not_equal} : Truth{Gap::imprecise, false};
  }
  return one.value == other.value ? one : Truth{Gap::imprecise, false};
}

std::pair<Number, Number> Evaluator::range_of(const Expression& e) {
  if (!is_span(e.op)) {
    const Number n = number(e);
    return {n, n};
  }
  const Day a = day(e.operands[0]), b = day(e.operands[1]);
  if (const Gap gap = wider(a.gap, b.gap); gap != Gap::none) return {{gap, {}}, {gap, {}}};
  const auto count = e.op == Op::years_between ? full_years : e.op == Op::months_between ? full_months : days_from;
  return {{Gap::none, {count(a.span.last, b.span.first), 1}}, {Gap::none, {count(a.span.first, b.span.last), 1}}};
}

Number Evaluator::of_days(const Expression& e) {
  if (e.op == Op::year || e.op == Op::month) {
    const Day d = day(e.operands[0]);
    if (d.gap != Gap::none) return {d.gap, {}};
    const bool same_year = d.span.first.year == d.span.last.year;
    if (e.op == Op::year) return {same_year ? Gap::none : Gap::imprecise, {d.span.first.year, 1}};
    return {same_year && d.span.first.month == d.span.last.month ? Gap::none : Gap::imprecise, {d.span.first.month, 1}};
  }
  const auto [least, most] = range_of(e);
  if (least.gap != Gap::none) return least;
  return compare(least.value, most.value) == 0 ? least : Number{Gap::imprecise, {}};
}

}  // namespace huizong
