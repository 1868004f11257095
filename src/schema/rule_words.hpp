#pragma once
// The words of rules as sentences: the tables, and how their slots are filled. Internal to the room.

#include <string>
#include <string_view>
#include <vector>

#include "schema/rule.hpp"

namespace huizong {

/// A text in both languages.
struct Bilingual {
  std::string_view zh, en;
  std::string_view in(Lang lang) const { return lang == Lang::zh ? zh : en; }
};

struct RuleWords {
  Op op;
  Bilingual yes;
  Bilingual no = {};  ///< what `not` makes of it; empty: words of its own
};

/// nullptr where the operation has no words of that kind. Between two operands, and two dates; around its operands; over rows.
const RuleWords* words_between(Op op);
const RuleWords* words_between_days(Op op);
const RuleWords* words_around(Op op);
const RuleWords* words_over(Op op, bool with_where);
/// Before a label or a set of another period; empty for now.
Bilingual words_of(When when);

/// {0}, {1}, … filled from left to right, so that braces inside a label stay what they are.
std::string fill(std::string_view pattern, const std::vector<std::string>& parts);

}  // namespace huizong
