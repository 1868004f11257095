#pragma once
// The rule language: a rule is written once in a schema; from its tree come the check, the sentence and (later) the
// formula. Text becomes a tree in rule_parse, a tree a verdict in rule_evaluate, a sentence in rule_sentence.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/message.hpp"
#include "model/finding.hpp"
#include "model/return.hpp"

namespace huizong {

/// Which period a column is taken from. Seen from 2024H1: base 2023H1, year_end 2023, first_half 2024H1, previous 2023.
/// Seen from 2024: base 2023, year_end 2023, first_half 2024H1, previous 2024H1 where the form is half-yearly, else
/// 2023. `above` is the same return's record just above.
enum class When : std::uint8_t { now, base, year_end, first_half, previous, above };

enum class ValueType : std::uint8_t { number, condition, text, date };

enum class Op : std::uint8_t {
  number,
  column,  // leaves
  add,
  subtract,
  multiply,
  divide,
  negate,
  equal,  // two operands, and a third one for `within`
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  logical_and,
  logical_or,
  logical_not,
  if_else,
  sum,
  minimum,
  maximum,
  absolute,
  round,
  blank,
  text,  // more leaves
  date,
  period_start,
  period_end,
  one_of,  // text tests
  starts_with,
  ends_with,
  contains,
  matches,
  length,
  check_code,
  year,  // dates
  month,
  years_between,
  months_between,
  days_between,
  years_after,  // {date, a whole number}
  months_after,
  days_after,
  count,  // over rows: {where}
  exists,
  sum_over,  // over rows: {value} or {value, where}
  minimum_over,
  maximum_over,
  mean_over,
  distinct,
  all,
  in_rows,  // {value}, to be found in a column of a set of rows
  lookup,   // {key}: the `result` column of the row whose `column` is the key
  amount,   // {text, units as literals}: the one number with one of the units in it
  filed,    // is the other form there?
  by_person,  // verdict forms: nobody but a person can tell
  not_asked,  // verdict forms: no form asks for it
};

/// Does it count what lies between two days? Dates that are not exact leave a range of answers.
inline bool is_span(Op op) { return op >= Op::years_between && op <= Op::days_between; }

/// Is the operation one over the rows of a set? Its operands see one row more than what stands around it.
inline bool is_over_rows(Op op) { return op >= Op::count && op <= Op::all; }

class Pattern;

/// A node of a rule's tree. Frame 0 is the record that the rule is about, frame n the row of the n-th set around the
/// node; `one_record` is the only record of another form.
struct Expression {
  static constexpr int one_record = -1;

  Op op = Op::number;
  ValueType type = ValueType::number;
  Decimal number;
  int column = -1;  ///< field index in the source of the frame, or of the set
  When when = When::now;
  std::vector<Expression> operands;
  int frame = 0;
  int source = 0;      ///< set of rows: 0 this form's own records, n the form's sources[n - 1]
  int result = -1;     ///< lookup: the column looked for
  std::string text;    ///< literal, or the pattern as written
  std::string folded;  ///< literal: as labels are compared
  Date date;
  std::shared_ptr<const Pattern> pattern;
  int height = 1;  ///< of the tree below, itself included
};

struct Sentence {
  std::string zh, en;
  const std::string& in(Lang lang) const { return lang == Lang::zh || en.empty() ? zh : en; }
};

/// `check` must be true where `where` (if there) is true.
struct Rule {
  std::string id;
  Severity severity = Severity::verify;
  /// whole_return: said once a return, at the first record that breaks it. That a broken M rule sends the whole return
  /// back is FormSpec::mandatory_scope's business, not this one's.
  Scope scope = Scope::row;
  Sentence title;  ///< what must hold, in words; empty: printed from the tree
  Sentence mend;   ///< how to mend; empty: the general advice
  std::optional<Expression> where;
  Expression check;
  Decimal tolerance = 0;    ///< for = and != outside of sets of rows: |a - b| <= tolerance
  int column = -1;          ///< the cell to mark: the first own column named in `check` where not set; -1: none
  std::string source_text;  ///< as written, for schema show
};

enum class Verdict : std::uint8_t {
  pass,
  fail,
  undecided,       ///< see RuleDecision::gap
  not_applicable,  ///< `where` is false, or the whole earlier period is absent
};

/// Why something cannot be told; of two reasons the later one is given.
enum class Gap : std::uint8_t {
  none,
  by_person,    ///< a person judges (verdict forms)
  not_asked,    ///< no form asks for it (verdict forms)
  missing,      ///< a figure, text or date is not there or not understood
  imprecise,    ///< a date is written to the month or year, and the day decides
  ambiguous,    ///< several rows could be meant
  zero_divisor,
  too_long,     ///< more than 38 digits
  too_many_steps,
  not_due,      ///< another form was not filed, and it is not yet time
  form_absent,  ///< another form was not filed
  no_period,    ///< the whole earlier period is absent: there is nothing to ask the filer
};

struct RuleDecision {
  Verdict verdict = Verdict::pass;
  Gap gap = Gap::none;
};

/// The record that stands for the same thing in a period; `absent` where the whole period is.
struct Sight {
  const Record* record = nullptr;
  bool absent = false;
};

/// The rows of a set, as they were filed.
struct RowSet {
  enum class State : std::uint8_t { known, form_absent, not_due, ambiguous, no_period } state = State::known;
  std::vector<const Record*> records;
};

/// What the rules of one return read beside the record at hand. `rows` keeps what it hands out until the view dies.
struct RuleView {
  Period period;
  std::function<Sight(const Record&, When)> sight;  ///< of this form's records, for all but When::now
  std::function<const RowSet&(int source, When)> rows;
  /// Told of every cell that is read out of a set, and of every row that counts as such (column -1); may be empty.
  std::function<void(const Record&, int column)> seen;
};

/// Decides one rule over one return: what does not hang on the record at hand is computed once.
/// The rule and the view must outlive it.
class RuleEvaluation {
 public:
  RuleEvaluation(const Rule& rule, const RuleView& view);
  ~RuleEvaluation();
  RuleEvaluation(const RuleEvaluation&) = delete;
  RuleEvaluation& operator=(const RuleEvaluation&) = delete;

  /// Three-valued: what hangs on a missing figure is undecided, unless the rest decides already. `own` may be null
  /// where the rule reads no record of its own (reads_record).
  RuleDecision decide(const Record* own);
  /// The value of one of told_of(rule), as a finding shows it; — where it cannot be told.
  std::string show(const Expression& part, const Record* own);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// All (column, when) pairs that a rule reads of its own record, in order of appearance, each once.
std::vector<std::pair<int, When>> columns_of(const Rule& rule);
/// What a rule computes that no cell shows, in order: figures over rows and of other forms, what is looked up, lengths.
std::vector<const Expression*> told_of(const Rule& rule);
bool reads_record(const Rule& rule);         ///< its own record, rather than sets of rows alone
bool reads_rows(const Rule& rule);           ///< sets of rows, or another form's record
bool reads_earlier_period(const Rule& rule);
/// The sources that a rule reads beside its own records, each once, rising.
std::vector<int> sources_of(const Rule& rule);

}  // namespace huizong
