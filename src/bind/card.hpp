#pragma once
// A card: labels with their values beside, below or behind them, and small tables between.

#include <boost/container/flat_set.hpp>
#include <memory>
#include <string>
#include <vector>

#include "bind/card_text.hpp"
#include "bind/column_units.hpp"
#include "bind/header.hpp"
#include "bind/sections.hpp"

namespace huizong {

/// A small table of a card as a list of its own. *Shape*: fields as Block::fields, in that order.
struct KnownBlock {
  FormSpec form;
  FormLabels labels;
};
std::vector<KnownBlock> to_known_blocks(const FormSpec& form);

/// Where a field's label and its value stand.
struct CardCell {
  int field = -1;
  CellRef label;
  CellRef value;
  std::string unit;       ///< printed with the label, or behind the value in one cell with it
  bool inside = false;    ///< the value is a part of a cell: `text`
  std::string text;
  bool has_value = true;  ///< false: none can be told from another field's
  bool holds_value = true;  ///< false: a label or a heading stands where its value should
  bool alias = false;
  bool suspicious = false;
  std::string_view shown; ///< the label as printed; a view of the sheet's text, or of the form's labels
};

/// A label that may be of one field or another, or stands twice.
struct CardDoubt {
  CellRef at;
  std::string shown;
  std::vector<int> fields;
};

struct BlockMatch {
  int block = -1;
  std::shared_ptr<const Header> header;  ///< nullptr: not found
  std::uint32_t end = 0;         ///< the row behind its last
};

/// In one piece, by place: sheets are read in that order.
using CellSet = boost::container::flat_set<CellRef>;

struct CardMatch {
  std::uint32_t first_row = 0, last_row = 0;
  PrintedYears years;
  std::vector<CardCell> cells;  ///< one a field at most
  std::vector<CardDoubt> doubts;
  std::vector<BlockMatch> blocks;  ///< one for each of the form's
  Sections sections;               ///< of a document
  CellSet labels;                  ///< cells that hold labels
  CellSet unplaced;                ///< of these, those with a value in them that is no field's: their section is gone
  std::vector<std::pair<CellRef, std::string>> before;  ///< figures in front of the first label of a cell
  std::size_t wanted = 0, found = 0;
  double coverage() const { return wanted == 0 ? 0 : static_cast<double>(found) / static_cast<double>(wanted); }
};

CardMatch find_card(const SheetText& text, std::vector<CardCellText>& cells, const FormSpec& form, const CardLabels& labels,
                    const std::vector<KnownBlock>& blocks, HeaderBook& headers);

/// Is it a row of one of the card's small tables? What stands beside their columns is told by their own readers.
bool is_in_block(const CardMatch& match, std::uint32_t row);

}  // namespace huizong
