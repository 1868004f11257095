// Operations over the rows of a set. What hangs on no record outside of it is computed once; what asks for rows with
// a column equal to something of the record at hand looks them up in an index, so that two long lists cost their sum
// and not their product.

#include <algorithm>
#include <set>
#include <stdexcept>
#include <unordered_set>

#include "base/text.hpp"
#include "schema/rule_evaluator.hpp"

namespace huizong {
namespace {

/// Does the tree read a record of a frame up to `depth`?
bool reads_outside(const Expression& e, int depth) {
  if (e.op == Op::column && e.frame >= 0 && e.frame <= depth) return true;
  return std::any_of(e.operands.begin(), e.operands.end(), [depth](const Expression& o) { return reads_outside(o, depth); });
}

bool reads_frame(const Expression& e, int frame) {
  if (e.op == Op::column && e.frame == frame) return true;
  return std::any_of(e.operands.begin(), e.operands.end(), [frame](const Expression& o) { return reads_frame(o, frame); });
}

const Expression* where_of(const Expression& e) {
  const std::size_t values = e.op == Op::count || e.op == Op::exists ? 0 : 1;
  return e.operands.size() > values ? &e.operands.back() : nullptr;
}

/// The `column = something from outside` among the parts that `and` ties together.
std::pair<const Expression*, const Expression*> key_in(const Expression& where, int frame) {
  if (where.op == Op::logical_and) {
    const auto left = key_in(where.operands[0], frame);
    return left.first != nullptr ? left : key_in(where.operands[1], frame);
  }
  if (where.op != Op::equal || where.operands.size() > 2) return {nullptr, nullptr};
  for (const std::size_t side : {std::size_t{0}, std::size_t{1}}) {
    const Expression &column = where.operands[side], &value = where.operands[1 - side];
    const bool plain = column.op == Op::column && column.frame == frame && column.when == When::now;
    if (plain && !reads_frame(value, frame)) return {&column, &value};
  }
  return {nullptr, nullptr};
}

struct LessFraction {
  bool operator()(const Fraction& a, const Fraction& b) const { return compare(a, b) < 0; }
};

}  // namespace

Evaluator::RowWork& Evaluator::work_of(const Expression& e) {
  const auto [place, fresh] = works_.try_emplace(&e);
  RowWork& work = place->second;
  if (!fresh) return work;
  work.fixed = std::none_of(e.operands.begin(), e.operands.end(), [this](const auto& o) { return reads_outside(o, depth_); });
  const Expression* where = where_of(e);
  if (!work.fixed && where != nullptr) std::tie(work.key_column, work.key_value) = key_in(*where, depth_ + 1);
  return work;
}

template <typename Visit>
Gap Evaluator::visit_row(const Expression& e, const Record* row, Visit& visit, bool& going) {
  if (!step()) return Gap::too_many_steps;
  frames_[static_cast<std::size_t>(depth_)] = row;
  if (where_of(e) == nullptr && (e.op == Op::count || e.op == Op::exists)) see(*row, -1);
  if (const Expression* where = where_of(e)) {
    const Truth t = truth(*where);
    if (t.gap == Gap::none && !t.value) return Gap::none;
    if (t.gap != Gap::none && e.op != Op::all) return t.gap;
    going = visit(t.gap);
    return Gap::none;
  }
  going = visit(Gap::none);
  return Gap::none;
}

/// Hands out the rows that `where` takes, or that it might take (with the gap: only all() wants these), until `visit`
/// says no. The widest gap of the others.
template <typename Visit>
Gap Evaluator::visit_rows(const Expression& e, Visit visit) {
  const RowSet& set = view_.rows(e.source, e.when);
  if (const Gap gap = gap_of(set); gap != Gap::none) return gap;
  const RowWork& work = work_of(e);
  Gap gap = Gap::none;
  bool going = true;
  const auto visit_all = [&](const std::vector<const Record*>& rows) {
    for (std::size_t i = 0; i < rows.size() && going && gap != Gap::too_many_steps; ++i) {
      gap = wider(gap, visit_row(e, rows[i], visit, going));
    }
  };
  std::optional<std::string> key;
  if (work.key_column != nullptr && !set.records.empty()) {
    Gap key_gap;
    std::tie(key_gap, key) = key_of(*work.key_value);
    if (key_gap != Gap::none) return key_gap;
  }
  ++depth_;
  if (key) {
    const RowIndex& index = index_of(e.source, e.when, work.key_column->column, work.key_column->type);
    const auto found = index.by_key.find(*key);
    if (found != index.by_key.end()) visit_all(found->second);
    visit_all(index.blank);
    visit_all(index.unclear);
  } else {
    visit_all(set.records);
  }
  --depth_;
  return gap;
}

Number Evaluator::number_over(const Expression& e) {
  RowWork& work = work_of(e);
  if (work.fixed && work.known) return work.number;
  const int depth = depth_;
  try {
    work.number = e.op == Op::distinct ? count_distinct(e) : compute_over(e);
  } catch (const std::overflow_error&) {
    depth_ = depth;
    work.number = {Gap::too_long, {}};
  }
  work.known = true;
  return work.number;
}

Number Evaluator::compute_over(const Expression& e) {
  Fraction total{0, 1};
  std::int64_t rows = 0;
  Gap gap = Gap::none;
  const Gap rows_gap = visit_rows(e, [&](Gap) {
    ++rows;
    if (e.op == Op::count) return true;
    const Number n = number(e.operands[0]);
    gap = wider(gap, n.gap);
    if (gap != Gap::none) return gap != Gap::too_many_steps;
    const bool is_extreme = e.op == Op::minimum_over || e.op == Op::maximum_over;
    if (!is_extreme) total = total + n.value;
    else if (rows == 1 || (compare(n.value, total) < 0) == (e.op == Op::minimum_over)) total = n.value;
    return true;
  });
  gap = wider(gap, rows_gap);
  if (gap != Gap::none) return {gap, {}};
  if (e.op == Op::count) return {Gap::none, {rows, 1}};
  if (rows == 0 && e.op != Op::sum_over) return {Gap::missing, {}};
  return {Gap::none, e.op == Op::mean_over ? total / Fraction{rows, 1} : total};
}

Number Evaluator::count_distinct(const Expression& e) {
  std::unordered_set<std::string> keys;
  std::set<Fraction, LessFraction> fractions;  // numbers that have no decimal form
  Gap gap = Gap::none;
  const Gap rows_gap = visit_rows(e, [&](Gap) {
    auto [key_gap, key] = key_of(e.operands[0]);
    gap = wider(gap, key_gap);
    if (key) keys.insert(std::move(*key));
    else if (key_gap == Gap::none) fractions.insert(number(e.operands[0]).value);
    return gap != Gap::too_many_steps;
  });
  gap = wider(gap, rows_gap);
  if (gap != Gap::none) return {gap, {}};
  // A quotient may come out even: 6 / 2 is the 3 that stands in another row.
  const auto is_new = [&](const Fraction& f) {
    return std::none_of(keys.begin(), keys.end(), [&](const std::string& k) { return compare(f, {*parse_decimal(k), 1}) == 0; });
  };
  const auto more = std::count_if(fractions.begin(), fractions.end(), is_new);
  return {Gap::none, {static_cast<std::int64_t>(keys.size()) + more, 1}};
}

Truth Evaluator::truth_over(const Expression& e) {
  RowWork& work = work_of(e);
  if (work.fixed && work.known) return work.truth;
  work.truth = compute_truth_over(e);
  work.known = true;
  return work.truth;
}

/// exists: one row that surely fits decides. all: one row that surely counts and surely breaks it decides.
Truth Evaluator::compute_truth_over(const Expression& e) {
  bool decided = false;
  Gap gap = Gap::none;
  const Gap rows_gap = visit_rows(e, [&](Gap where_gap) {
    if (e.op == Op::exists) {
      decided = true;
      return false;
    }
    const Truth t = truth(e.operands[0]);
    if (t.gap == Gap::none && t.value) return true;
    decided = where_gap == Gap::none && t.gap == Gap::none;
    if (!decided) gap = wider(gap, wider(where_gap, t.gap));
    return !decided && gap != Gap::too_many_steps;
  });
  if (decided) return {Gap::none, e.op == Op::exists};
  return {wider(gap, rows_gap), e.op == Op::all};
}

}  // namespace huizong
