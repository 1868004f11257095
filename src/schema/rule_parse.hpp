#pragma once
// Text to a rule's tree. Internal to the room; the public door is parse_expression in load.hpp.

#include <string_view>
#include <vector>

#include "schema/form.hpp"

namespace huizong {

/// What the names in a rule can mean.
struct RuleNames {
  const std::vector<Field>& fields;         ///< of the form's own records
  const std::vector<RowSource>& sources;    ///< as FormSpec::sources
  int each = -1;                            ///< the column that `each` stands for; -1: the word is unknown
  bool verdicts = false;                    ///< a condition of a verdict form: by_person and not_asked mean something
};

/// Words that no field and no source may be called.
bool is_reserved_word(std::string_view word);

/// As parse_expression of load.hpp, with other sets of rows, too.
Expression parse_expression(std::string_view text, const RuleNames& names);

/// Is the tree's result true or false?
inline bool is_condition(const Expression& expression) { return expression.type == ValueType::condition; }

/// The type of a column as rules see it; ordinals, which rules cannot read but for blank(), are none.
std::optional<ValueType> type_of(const Field& field);

}  // namespace huizong
