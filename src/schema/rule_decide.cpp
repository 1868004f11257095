// The door to the evaluation of a rule: its verdict, and what it computed on the way.

#include <stdexcept>

#include "schema/rule_evaluator.hpp"

namespace huizong {
namespace {

constexpr const char* unknown = "—";

}  // namespace

struct RuleEvaluation::State {
  State(const Rule& r, const RuleView& view) : rule(r), evaluator(view) {}
  const Rule& rule;
  Evaluator evaluator;
};

RuleEvaluation::RuleEvaluation(const Rule& rule, const RuleView& view) : state_(std::make_unique<State>(rule, view)) {}
RuleEvaluation::~RuleEvaluation() = default;

RuleDecision RuleEvaluation::decide(const Record* own) {
  const Rule& rule = state_->rule;
  Evaluator& evaluator = state_->evaluator;
  evaluator.set_record(own);
  Gap where_gap = Gap::none;
  if (rule.where) {
    evaluator.set_tolerance(0);
    const Truth where = evaluator.truth(*rule.where);
    if (where.gap == Gap::none && !where.value) return {Verdict::not_applicable, Gap::none};
    where_gap = where.gap;
  }
  evaluator.set_tolerance(rule.tolerance);
  const Truth check = evaluator.truth(rule.check);
  if (check.gap == Gap::none && check.value) {
    return {where_gap == Gap::no_period ? Verdict::not_applicable : Verdict::pass, Gap::none};
  }
  const Gap gap = wider(where_gap, check.gap);
  if (gap == Gap::none) return {Verdict::fail, gap};
  return {gap == Gap::no_period ? Verdict::not_applicable : Verdict::undecided, gap};
}

std::string RuleEvaluation::show(const Expression& part, const Record* own) try {
  constexpr int shown_places = 4;
  Evaluator& evaluator = state_->evaluator;
  evaluator.set_record(own);
  switch (part.type) {
    case ValueType::number: {
      const Number n = evaluator.number(part);
      if (n.gap != Gap::none) return unknown;
      if (n.value.bottom == Decimal(1)) return to_text(n.value.top);
      return to_text(divide(n.value.top, n.value.bottom, shown_places));
    }
    case ValueType::text: {
      const Text t = evaluator.text(part);
      return t.gap == Gap::none ? std::string(t.value) : unknown;
    }
    case ValueType::date: {
      const Day d = evaluator.day(part);
      if (d.gap != Gap::none) return unknown;
      return to_text(d.span.first) + (d.span.first == d.span.last ? "" : "–" + to_text(d.span.last));
    }
    case ValueType::condition: break;
  }
  const Truth t = evaluator.truth(part);
  return t.gap != Gap::none ? unknown : t.value ? "是" : "否";
} catch (const std::overflow_error&) {
  return unknown;
}

}  // namespace huizong
