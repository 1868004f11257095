#pragma once
// What stands in a card and nobody reads: figures, and texts that a field may have wanted.

#include <string>

#include "bind/card.hpp"
#include "bind/draft.hpp"

namespace huizong {

/// What the reading of one card has taken so far.
struct CardClaims {
  CellSet cells;
  boost::container::flat_set<std::uint32_t> rows;
  void take(CellRef ref) {
    cells.insert(ref);
    rows.insert(ref.row);
  }
};

/// 年 月 日 and strokes: what the form prints where nothing is written.
bool is_placeholder(std::string_view text);

/// *Errors*: reports cell.unclaimed, so that nothing of the card is lost in silence.
void tell_unclaimed_of_card(const SheetText& text, const CardMatch& match, const CardClaims& claims, Draft& draft);

}  // namespace huizong
