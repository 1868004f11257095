// Rows that are found by what stands in a column: the index, and the operations that need nothing else.

#include "base/text.hpp"
#include "schema/rule_evaluator.hpp"

namespace huizong {
namespace {

std::optional<std::string> key_of_value(const Value& value, ValueType type) {
  switch (type) {
    case ValueType::number: return value.has_number() ? std::optional(to_text(value.number)) : std::nullopt;
    case ValueType::date: {
      const Day day = to_day(value);
      return day.gap == Gap::none && day.span.first == day.span.last ? std::optional(to_text(day.span.first)) : std::nullopt;
    }
    default: {
      const Text text = to_text_value(value);
      return text.gap == Gap::none ? std::optional(fold_label(text.value)) : std::nullopt;
    }
  }
}

bool is_same_value(const Value& a, const Value& b) {
  return a.kind == b.kind && a.number == b.number && a.date == b.date && is_same_text(a.text, b.text);
}

}  // namespace

std::pair<Gap, std::optional<std::string>> Evaluator::key_of(const Expression& e) {
  switch (e.type) {
    case ValueType::number: {
      const Number n = number(e);
      if (n.gap != Gap::none || n.value.bottom != Decimal(1)) return {n.gap, std::nullopt};
      return {Gap::none, to_text(n.value.top)};
    }
    case ValueType::date: {
      const Day d = day(e);
      if (d.gap != Gap::none) return {d.gap, std::nullopt};
      if (d.span.first != d.span.last) return {Gap::imprecise, std::nullopt};
      return {Gap::none, to_text(d.span.first)};
    }
    default: {
      const Text t = text(e);
      return {t.gap, t.gap == Gap::none ? std::optional(fold_label(t.value)) : std::nullopt};
    }
  }
}

const RowIndex& Evaluator::index_of(int source, When when, int column, ValueType type) {
  const auto [place, fresh] = indexes_.try_emplace({source, when, column});
  RowIndex& index = place->second;
  if (!fresh) return index;
  for (const Record* record : view_.rows(source, when).records) {
    const Value& value = cell_of(*record, column);
    const Truth blank = to_blank(value);
    if (auto key = key_of_value(value, type)) index.by_key[std::move(*key)].push_back(record);
    else if (blank.gap == Gap::none && blank.value) index.blank.push_back(record);
    else index.unclear.push_back(record);
  }
  return index;
}

Truth Evaluator::in_rows(const Expression& e) {
  const RowSet& set = view_.rows(e.source, e.when);
  const auto [key_gap, key] = key_of(e.operands[0]);
  const Gap gap = wider(gap_of(set), key_gap);
  if (gap != Gap::none) return {gap, false};
  const RowIndex& index = index_of(e.source, e.when, e.column, e.operands[0].type);
  if (key && index.by_key.contains(*key)) return {Gap::none, true};
  // A quotient that is no decimal equals none; a cell that was not understood may hold anything.
  return {index.unclear.empty() ? Gap::none : Gap::missing, false};
}

/// Several rows with one key must agree on what is looked up.
Evaluator::Cell Evaluator::look_up(const Expression& e) {
  if (!step()) return {Gap::too_many_steps, nullptr};
  const RowSet& set = view_.rows(e.source, e.when);
  const auto [key_gap, key] = key_of(e.operands[0]);
  const Gap gap = wider(gap_of(set), key_gap);
  if (gap != Gap::none) return {gap, nullptr};
  const RowIndex& index = index_of(e.source, e.when, e.column, e.operands[0].type);
  const auto found = key ? index.by_key.find(*key) : index.by_key.end();
  if (found == index.by_key.end()) return {Gap::missing, nullptr};
  const Value& first = cell_of(*found->second.front(), e.result);
  for (const Record* record : found->second) {
    if (!is_same_value(first, cell_of(*record, e.result))) return {Gap::ambiguous, nullptr};
  }
  see(*found->second.front(), e.result);
  return {Gap::none, &first};
}

}  // namespace huizong
