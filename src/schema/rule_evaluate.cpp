// Three-valued, on exact fractions: a quotient keeps its two parts, and comparisons multiply crosswise.

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "schema/rule.hpp"
#include "schema/rule_parse.hpp"

namespace huizong {
namespace {

/// Why something cannot be told. no_period is the stronger word: without the period there is nothing to ask the filer.
enum class Gap : std::uint8_t { none, missing, no_period };

Gap wider(Gap a, Gap b) { return std::max(a, b); }

struct Number {
  Gap gap = Gap::none;
  Decimal top;
  Decimal bottom = 1;  ///< never zero, never negative
};

struct Truth {
  Gap gap = Gap::none;
  bool value = false;
};

class Evaluator {
 public:
  Evaluator(const Facts& facts, const Decimal& tolerance) : facts_(facts), tolerance_(tolerance) {}

  Truth truth(const Expression& e) const {
    switch (e.op) {
      case Op::logical_and:
        return decide(e, false);
      case Op::logical_or:
        return decide(e, true);
      case Op::logical_not: {
        Truth t = truth(e.operands[0]);
        t.value = !t.value;
        return t;
      }
      case Op::if_else:
        return choose(e);
      case Op::blank: {
        const Fact fact = facts_(e.operands[0].column, e.operands[0].when);
        if (fact.kind == Fact::Kind::no_period) return {Gap::no_period, false};
        return {Gap::none, fact.kind == Fact::Kind::missing};
      }
      default:
        return compare(e);
    }
  }

 private:
  /// and (deciding value false), or (true): one decided operand decides, whatever the other lacks.
  Truth decide(const Expression& e, bool deciding) const {
    const Truth a = truth(e.operands[0]);
    if (a.gap == Gap::none && a.value == deciding) return a;
    const Truth b = truth(e.operands[1]);
    if (b.gap == Gap::none && b.value == deciding) return b;
    return {wider(a.gap, b.gap), !deciding};
  }

  Truth choose(const Expression& e) const {
    const Truth c = truth(e.operands[0]);
    if (c.gap == Gap::none) return truth(e.operands[c.value ? 1 : 2]);
    const Truth a = truth(e.operands[1]), b = truth(e.operands[2]);
    if (a.gap == Gap::none && b.gap == Gap::none && a.value == b.value) return a;
    return {wider(c.gap, wider(a.gap, b.gap)), false};
  }

  Truth compare(const Expression& e) const {
    const Number a = number(e.operands[0]), b = number(e.operands[1]);
    const Gap gap = wider(a.gap, b.gap);
    if (gap != Gap::none) return {gap, false};
    const auto order = a.top * b.bottom <=> b.top * a.bottom;
    switch (e.op) {
      case Op::equal:
        return {Gap::none, near(a, b)};
      case Op::not_equal:
        return {Gap::none, !near(a, b)};
      case Op::less:
        return {Gap::none, order < 0};
      case Op::less_equal:
        return {Gap::none, order <= 0};
      case Op::greater:
        return {Gap::none, order > 0};
      default:
        return {Gap::none, order >= 0};
    }
  }

  bool near(const Number& a, const Number& b) const {
    return abs(a.top * b.bottom - b.top * a.bottom) <= tolerance_ * (a.bottom * b.bottom);
  }

  Number number(const Expression& e) const {
    switch (e.op) {
      case Op::number:
        return {Gap::none, e.number, 1};
      case Op::column: {
        const Fact fact = facts_(e.column, e.when);
        if (fact.kind == Fact::Kind::known) return {Gap::none, fact.number, 1};
        return {fact.kind == Fact::Kind::missing ? Gap::missing : Gap::no_period, 0, 1};
      }
      case Op::if_else:
        return choose_number(e);
      default:
        return computed(e);
    }
  }

  Number choose_number(const Expression& e) const {
    const Truth c = truth(e.operands[0]);
    if (c.gap == Gap::none) return number(e.operands[c.value ? 1 : 2]);
    const Number a = number(e.operands[1]), b = number(e.operands[2]);
    if (a.gap == Gap::none && b.gap == Gap::none && a.top * b.bottom == b.top * a.bottom) return a;
    return {wider(c.gap, wider(a.gap, b.gap)), 0, 1};
  }

  Number computed(const Expression& e) const {
    std::vector<Number> parts;
    Gap gap = Gap::none;
    for (const Expression& operand : e.operands) {
      parts.push_back(number(operand));
      gap = wider(gap, parts.back().gap);
    }
    if (gap != Gap::none) return {gap, 0, 1};
    Number result = parts[0];
    if (e.op == Op::absolute) return {Gap::none, abs(result.top), result.bottom};
    if (e.op == Op::negate) return {Gap::none, -result.top, result.bottom};
    if (e.op == Op::round) return rounded(result, parts[1]);
    for (std::size_t i = 1; i < parts.size() && result.gap == Gap::none; ++i) result = combine(e.op, result, parts[i]);
    return result;
  }

  static Number rounded(const Number& a, const Number& places) {
    return {Gap::none, divide(a.top, a.bottom, static_cast<int>(places.top.coefficient())), 1};
  }

  static Number combine(Op op, const Number& a, const Number& b) {
    switch (op) {
      case Op::add:
      case Op::sum:
        return added(a, b);
      case Op::subtract:
        return added(a, {Gap::none, -b.top, b.bottom});
      case Op::multiply:
        return {Gap::none, a.top * b.top, a.bottom * b.bottom};
      case Op::divide:
        return divided(a, b);
      case Op::minimum:
        return a.top * b.bottom <= b.top * a.bottom ? a : b;
      case Op::maximum:
        return a.top * b.bottom >= b.top * a.bottom ? a : b;
      default:
        throw std::logic_error("rule: no such operation on numbers");
    }
  }

  static Number added(const Number& a, const Number& b) {
    if (a.bottom == b.bottom) return {Gap::none, a.top + b.top, a.bottom};
    return {Gap::none, a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom};
  }

  static Number divided(const Number& a, const Number& b) {
    if (b.top.is_zero()) return {Gap::missing, 0, 1};
    const Decimal top = a.top * b.bottom, bottom = a.bottom * b.top;
    return bottom.is_negative() ? Number{Gap::none, -top, -bottom} : Number{Gap::none, top, bottom};
  }

  const Facts& facts_;
  const Decimal& tolerance_;
};

void collect(const Expression& e, std::vector<std::pair<int, When>>& found) {
  const std::pair<int, When> column{e.column, e.when};
  if (e.op == Op::column && std::find(found.begin(), found.end(), column) == found.end()) found.push_back(column);
  for (const Expression& operand : e.operands) collect(operand, found);
}

}  // namespace

Verdict evaluate(const Rule& rule, const Facts& facts) try {
  const Evaluator evaluator(facts, rule.tolerance);
  Gap where_gap = Gap::none;
  if (rule.where) {
    const Decimal exact = 0;
    const Truth where = Evaluator(facts, exact).truth(*rule.where);
    if (where.gap == Gap::none && !where.value) return Verdict::not_applicable;
    where_gap = where.gap;
  }
  const Truth check = evaluator.truth(rule.check);
  if (check.gap == Gap::none && check.value)
    return where_gap == Gap::no_period ? Verdict::not_applicable : Verdict::pass;
  const Gap gap = wider(where_gap, check.gap);
  if (gap == Gap::none) return Verdict::fail;
  return gap == Gap::missing ? Verdict::undecided : Verdict::not_applicable;
} catch (const std::overflow_error&) {
  return Verdict::undecided;  // more than 38 digits: no figure of a return is that long unless it is a slip
}

std::vector<std::pair<int, When>> columns_of(const Rule& rule) {
  std::vector<std::pair<int, When>> found;
  collect(rule.check, found);
  if (rule.where) collect(*rule.where, found);
  return found;
}

}  // namespace huizong
