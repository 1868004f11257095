#pragma once
// Which cell is the value of a label: the one beside it, or the one below. Internal to card_place.cpp.

#include <vector>

#include "bind/card.hpp"

namespace huizong {

inline CellRange span_of(const Spot& spot) { return spot.span(); }

/// *Lifetime*: refers to what it was made from.
class CardBeside {
 public:
  CardBeside(const SheetText& text, const Spots& spots, const std::vector<BlockMatch>& blocks);

  /// A label of the card, or of one of its tables.
  bool holds_label(const TextCell& cell) const { return labels_[text_.place_of(cell)]; }
  bool is_label(CellRef ref) const;
  /// The cell that shows at a place, at its first cell.
  CellRef place_of(CellRef ref) const;
  CellRef find_value(const Spot& label, ValuePlace place) const;
  /// Beside both rows of a label stand values, one of which may be another's.
  bool has_two(const Spot& label, CellRef value) const;

 private:
  bool is_among_labels(const Spot& label) const;
  CellRef find_right(const Spot& label) const;
  CellRef find_right_in(std::uint32_t row, const Spot& label) const;
  bool is_value(CellRef ref) const { return text_.at(ref) != nullptr && !is_label(ref); }
  CellRef find_below(const Spot& label) const;
  std::uint32_t end_of_labels(const CellRange& span) const;
  bool is_blank_column(std::uint32_t column) const;
  bool most_leave_blanks(const CellRange& span) const;
  bool is_merged(CellRef ref) const;

  const SheetText& text_;
  const Spots& spots_;
  std::vector<bool> labels_;  ///< by place of the cell
};

}  // namespace huizong
