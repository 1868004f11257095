#pragma once
// Verdicts in words, for sheets, pages and JSON alike.

#include <string>

#include "base/message.hpp"
#include "model/sheet.hpp"
#include "model/verdict.hpp"
#include "schema/form.hpp"

namespace huizong {

/// Those that tables count, in their order.
inline constexpr Judgement counted_judgements[] = {Judgement::pass, Judgement::fail, Judgement::person, Judgement::undecided, Judgement::not_applicable};

std::string judgement_in_words(Judgement judgement, Lang lang);
Ink ink_of(Judgement judgement);
/// Why, and the condition's note; one line each.
std::string reason_in_words(const VerdictRow& row, const Condition& condition, Lang lang);
std::string threshold_in_words(const VerdictRow& row, const Condition& condition, Lang lang);
std::string figures_in_words(const VerdictRow& row, const Condition& condition);
/// C6:C9、C12
std::string cells_in_words(const Resting& resting);
std::string to_words(const CellRange& range);  ///< C6:C9, or C6 alone

}  // namespace huizong
