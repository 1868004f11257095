#pragma once
// The cells of a sheet as labels of a card may stand in them: alone, or several with their values behind them.

#include <string>
#include <vector>

#include "bind/card_labels.hpp"
#include "bind/sheet_text.hpp"

namespace huizong {

/// A cell prepared for comparing, where labels may stand inside it. `folded[i]` is made of the character at byte `at[i]` of its text.
struct CardCellText {
  const TextCell* cell = nullptr;
  bool prepared = false;
  std::u32string folded;
  std::vector<std::size_t> at;
};

/// All text cells of a sheet, each prepared once for all forms. Refers to `text`.
std::vector<CardCellText> to_card_text(const SheetText& text);

/// May a label begin here: at the start, behind a separator, or behind a gap.
bool may_begin(const CardCellText& cell, std::size_t at);

/// A label of the form where it stands in the sheet.
struct Spot {
  const TextCell* cell = nullptr;
  const TextCell* rest = nullptr;  ///< the cell below, where the label is written over two rows
  int segment = 0;      ///< of CardLabels
  std::string unit;     ///< printed with it
  bool whole = true;    ///< nothing else stands in the cell
  std::string value;    ///< where not: what stands behind it, up to the next label
  std::size_t order = 0;  ///< within the cell

  CellRange span() const { return rest == nullptr ? cell->span : CellRange{cell->span.first, rest->span.last}; }
};

struct Spots {
  std::vector<Spot> all;  ///< in reading order
  PrintedYears years;
  /// Texts in front of the first label of a cell that hold a figure, with their cells.
  std::vector<std::pair<const TextCell*, std::string>> before;
};
Spots find_spots(const SheetText& text, std::vector<CardCellText>& cells, const CardLabels& labels);

}  // namespace huizong
