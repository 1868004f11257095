#pragma once
// Text to a rule's tree. Internal to the room; the public door is parse_expression in load.hpp.

#include <string_view>
#include <vector>

#include "schema/form.hpp"

namespace huizong {

/// Words that no field may be called.
bool is_reserved_word(std::string_view word);

/// As parse_expression; the word `each` stands for the column `each` (-1: the word is unknown).
Expression parse_expression(std::string_view text, const std::vector<Field>& fields, int each);

/// Is the tree's result true or false, rather than a number?
bool is_condition(const Expression& expression);

}  // namespace huizong
