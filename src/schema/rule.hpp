#pragma once
// The rule language: a rule is written once in a schema; from its tree come the check, the sentence and (later) the
// formula.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/decimal.hpp"
#include "base/message.hpp"
#include "model/finding.hpp"

namespace huizong {

/// Which period a column is taken from. Seen from 2024H1: base 2023H1, year_end 2023, first_half 2024H1, previous 2023.
/// Seen from 2024: base 2023, year_end 2023, first_half 2024H1, previous 2024H1 where the form is half-yearly, else
/// 2023.
enum class When : std::uint8_t { now, base, year_end, first_half, previous };

enum class Op : std::uint8_t {
  number,
  column,  // leaves
  add,
  subtract,
  multiply,
  divide,
  negate,
  equal,
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
};

/// A node of a rule's tree. `column` is a field index of the form, taken at `when`.
struct Expression {
  Op op = Op::number;
  Decimal number;
  int column = -1;
  When when = When::now;
  std::vector<Expression> operands;
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
  Decimal tolerance = 0;    ///< for = : |a - b| <= tolerance
  int column = -1;          ///< the cell to mark: the first column named in `check` where not set
  std::string source_text;  ///< as written, for schema show
};

enum class Verdict : std::uint8_t {
  pass,
  fail,
  undecided,       ///< something is missing
  not_applicable,  ///< `where` is false, or the whole earlier period is absent
};

/// One column's figure as a rule sees it.
struct Fact {
  enum class Kind : std::uint8_t { known, missing, no_period } kind = Kind::missing;
  Decimal number;
};
using Facts = std::function<Fact(int column, When when)>;

/// Decides a rule, three-valued: what hangs on a missing figure is undecided, unless the rest decides already.
Verdict evaluate(const Rule& rule, const Facts& facts);

/// All (column, when) pairs that a rule reads, in order of appearance, each once.
std::vector<std::pair<int, When>> columns_of(const Rule& rule);

}  // namespace huizong
