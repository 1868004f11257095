#pragma once
// Nodes of a rule's tree with their types settled, and the refusal of what does not fit. Internal to the room.

#include <optional>
#include <string_view>
#include <vector>

#include "schema/rule.hpp"

namespace huizong {

struct RuleFunction {
  std::string_view name;
  Op op;
  std::size_t least, most;  ///< arguments
};
/// nullptr where there is no such function. The variants over rows are not among them.
const RuleFunction* find_function(std::string_view name);
/// The operation that `name(… over rows)` or `name(rows where …)` means.
std::optional<Op> find_row_operation(std::string_view name);

/// An operand and where it begins in the rule's text.
struct Placed {
  Expression expression;
  std::size_t at = 0;
};

/// Builds nodes, and refuses those that do not fit at their place in `text`.
class RuleBuilder {
 public:
  explicit RuleBuilder(std::string_view text) : text_(text) {}

  /// The operand, where it is of the type. *Errors*: else refused.
  Expression need(Placed operand, ValueType type) const;
  /// *Errors*: refused where the tree becomes too high.
  Expression node(Op op, ValueType type, std::vector<Expression> operands, std::size_t at) const;
  Expression comparison(Op op, Placed left, Placed right, std::optional<Placed> within) const;
  Expression one_of(Placed value, std::vector<Placed> choices) const;
  Expression call(const RuleFunction& function, std::vector<Placed> arguments, std::size_t at) const;
  Expression over_rows(Op op, std::optional<Placed> value, std::optional<Placed> where, std::size_t at) const;

  [[noreturn]] void refuse(std::size_t at, std::string_view why, std::string_view what = {}) const;

 private:
  Expression choice(std::vector<Placed> arguments, std::size_t at) const;
  Expression rounded(std::vector<Placed> arguments, std::size_t at) const;
  Expression later(Op op, std::vector<Placed> arguments, std::size_t at) const;
  Expression matched(std::vector<Placed> arguments, std::size_t at) const;
  Expression amount(std::vector<Placed> arguments, std::size_t at) const;
  Expression literal_date(const std::vector<Placed>& arguments) const;

  std::string_view text_;
};

}  // namespace huizong
