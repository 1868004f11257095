#pragma once
// The labels of a card's form, brought to the shape in which they are sought in its cells.

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "bind/labels.hpp"
#include "bind/sections.hpp"

namespace huizong {

/// A label that values stand behind in one cell.
struct InsideLabel {
  std::u32string text;   ///< folded, without its unit
  int segment = 0;       ///< of CardLabels
  bool needs_colon = true;
};

/// The last label of a field's path.
struct LastLabel {
  std::string text;
  std::u32string characters;
};

/// What the labels of a card are, ready for comparing. Segments are numbered, so that two labels are compared as numbers.
struct CardLabels {
  std::vector<LabelPath> paths;                   ///< of the card's own fields, in their order
  std::vector<std::pair<int, int>> ends;          ///< by path: its last segment, and the one above it; -1: it has none
  std::vector<std::size_t> first_path;            ///< by field, and behind the last
  std::vector<LastLabel> last;                    ///< by the card's own field
  std::unordered_map<std::string, int> segments;  ///< of these, and the titles of blocks
  std::vector<std::string> names;                 ///< by segment
  std::vector<std::string> in_order;              ///< the same, sorted
  std::vector<bool> sections;                     ///< by segment: does it stand above another, or is it the title of a block?
  std::vector<InsideLabel> inside;                ///< by their first character, the longest first
  std::vector<bool> inside_begins = std::vector<bool>(1u << 16);  ///< by the first character's last sixteen bits: does one of them begin so?
  Headings headings;                              ///< of a document
  bool has_years = false;
  std::vector<std::string> open;                  ///< folded: those that no colon need follow
};
CardLabels to_card_labels(const FormSpec& form);

}  // namespace huizong
