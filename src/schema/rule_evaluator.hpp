#pragma once
// The walk over a rule's tree: scalars in rule_evaluate.cpp, dates in rule_evaluate_days.cpp, sets of rows in rule_rows.cpp. Internal to the room.

#include <array>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "schema/rule_value.hpp"

namespace huizong {

/// The rows of a set by what stands in one column, as it is compared.
struct RowIndex {
  std::unordered_map<std::string, std::vector<const Record*>> by_key;
  std::vector<const Record*> blank;    ///< nothing stands there
  std::vector<const Record*> unclear;  ///< something that was not understood, or a date that is not exact
};

/// Nothing is allocated for rules of plain numbers. *Errors*: a rule that takes too many steps gives Gap::too_many_steps
/// from then on.
class Evaluator {
 public:
  static constexpr std::uint64_t most_steps = 50'000'000;

  explicit Evaluator(const RuleView& view) : view_(view) {}

  void set_record(const Record* own) { frames_[0] = own; }
  /// The rule's own tolerance holds in its check, not in its `where`.
  void set_tolerance(const Decimal& tolerance) { tolerance_ = {tolerance, 1}; }

  Truth truth(const Expression& e);
  Number number(const Expression& e);
  Text text(const Expression& e);
  Day day(const Expression& e);

 private:
  struct Cell {
    Gap gap = Gap::none;
    const Value* value = nullptr;
  };
  /// What an operation over rows keeps between two records.
  struct RowWork {
    bool fixed = false;                      ///< reads no record outside of its set
    bool known = false;                      ///< where fixed: the result stands in number or truth
    const Expression* key_column = nullptr;  ///< where not: `where` asks for a row with this column
    const Expression* key_value = nullptr;   ///< equal to this, so that only those rows need a look
    Number number;
    Truth truth;
  };

  // scalars
  Truth decide(const Expression& e, bool deciding);
  Truth compared(const Expression& e);
  Truth compare_texts(const Expression& e);
  Truth compare_spans(const Expression& e);
  Truth one_of(const Expression& e);
  Truth test_text(const Expression& e);
  Number computed(const Expression& e);
  Number of_days(const Expression& e);
  Day later(const Expression& e);
  Number amount(const Expression& e);
  std::pair<Number, Number> range_of(const Expression& e);
  Cell read(const Expression& e);
  template <typename Result, typename Get, typename Same>
  Result choose(const Expression& e, Get get, Same same);

  // rows
  Number number_over(const Expression& e);
  Truth truth_over(const Expression& e);
  Number compute_over(const Expression& e);
  Number count_distinct(const Expression& e);
  Truth compute_truth_over(const Expression& e);
  Truth in_rows(const Expression& e);
  Truth filed(const Expression& e);
  Cell look_up(const Expression& e);
  RowWork& work_of(const Expression& e);
  template <typename Visit>
  Gap visit_rows(const Expression& e, Visit visit);
  template <typename Visit>
  Gap visit_row(const Expression& e, const Record* row, Visit& visit, bool& going);
  const RowIndex& index_of(int source, When when, int column, ValueType type);
  /// The key that a value is found by. *Errors*: a gap, or none and no key where the number has no decimal form.
  std::pair<Gap, std::optional<std::string>> key_of(const Expression& e);

  bool step() { return ++steps_ <= most_steps; }
  void see(const Record& record, int column) const {
    if (view_.seen) view_.seen(record, column);
  }

  const RuleView& view_;
  std::array<const Record*, 8> frames_{};
  int depth_ = 0;  ///< sets around the node at hand
  Fraction tolerance_{0, 1};
  std::uint64_t steps_ = 0;
  std::unordered_map<const Expression*, RowWork> works_;
  std::map<std::tuple<int, When, int>, RowIndex> indexes_;
};

template <typename Result, typename Get, typename Same>
Result Evaluator::choose(const Expression& e, Get get, Same same) {
  const Truth c = truth(e.operands[0]);
  if (c.gap == Gap::none) return get(e.operands[c.value ? 1 : 2]);
  const Result a = get(e.operands[1]), b = get(e.operands[2]);
  if (a.gap == Gap::none && b.gap == Gap::none && same(a, b)) return a;
  Result unknown;
  unknown.gap = wider(c.gap, wider(a.gap, b.gap));
  return unknown;
}

/// Why the rows of a set cannot be told.
Gap gap_of(const RowSet& set);

/// Stands for a column that a record does not have.
inline const Value no_cell{ValueKind::not_applicable, {}, {}, {}, {}, 1};

inline const Value& cell_of(const Record& record, int column) {
  const auto at = static_cast<std::size_t>(column);
  return at < record.values.size() ? record.values[at] : no_cell;
}

}  // namespace huizong
