#pragma once
// The cells of a sheet as labels of a card may stand in them: alone, or several with their values behind them.

#include <string>
#include <vector>

#include "bind/labels.hpp"
#include "bind/sections.hpp"
#include "bind/sheet_text.hpp"

namespace huizong {

/// A cell prepared for comparing. `folded[i]` stands at character `at[i]` of the cell's text.
struct CardCellText {
  const TextCell* cell = nullptr;
  std::u32string raw;
  std::u32string folded;
  std::vector<std::size_t> at;
};

/// All text cells of a sheet, prepared once for all forms. Refers to `text`.
std::vector<CardCellText> to_card_text(const SheetText& text);

/// May a label begin here: at the start, behind a separator, or behind a gap.
bool may_begin(const CardCellText& cell, std::size_t at);

/// A label that values stand behind in one cell.
struct InsideLabel {
  std::u32string text;   ///< folded, without its unit
  std::string segment;   ///< as FormLabels hold it
  bool needs_colon = true;
};

/// What the labels of a card are, ready for comparing.
struct CardLabels {
  std::vector<LabelPath> paths;                   ///< of the card's own fields, in their order
  std::unordered_set<std::string> segments;       ///< of these, and the titles of blocks
  std::unordered_set<std::string> sections;       ///< segments that stand above another, and the titles of blocks
  std::vector<InsideLabel> inside;                ///< longest first
  Headings headings;                              ///< of a document
  bool has_years = false;
};
CardLabels to_card_labels(const FormSpec& form);

/// A label of the form where it stands in the sheet.
struct Spot {
  const TextCell* cell = nullptr;
  std::string text;     ///< years marked
  std::string unit;     ///< printed with it
  bool whole = true;    ///< nothing else stands in the cell
  std::string value;    ///< where not: what stands behind it, up to the next label
  std::size_t order = 0;  ///< within the cell
};

struct Spots {
  std::vector<Spot> all;  ///< in reading order
  PrintedYears years;
  /// Texts in front of the first label of a cell that hold a figure, with their cells.
  std::vector<std::pair<const TextCell*, std::string>> before;
};
Spots find_spots(const std::vector<CardCellText>& cells, const CardLabels& labels);

}  // namespace huizong
