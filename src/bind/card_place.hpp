#pragma once
// Which label of a card is which field's, and which cell is its value. Internal to card.cpp.

#include "bind/card.hpp"

namespace huizong {

struct CardSheet {
  const SheetText& text;
  const FormSpec& form;
  const CardLabels& labels;
  const Spots& spots;
  const std::vector<BlockMatch>& blocks;
};

/// Sets cells and doubts. A label that fits two fields equally well, and a value that two labels claim, are nobody's.
void place_fields(const CardSheet& sheet, CardMatch& match);

}  // namespace huizong
