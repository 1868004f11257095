#pragma once
// Which texts can be no label of a pack, told by how they begin: most cells are names and figures.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace huizong {

/// How the labels of a pack begin. Folding, and what is cut off a label, leave Chinese characters in front where they are.
class LabelFronts {
 public:
  LabelFronts();
  void add(std::string_view label);  ///< as Label::text
  void add_open(std::string_view label);  ///< folded: one that may stand anywhere in a cell, with no colon behind it

  /// May a text begin with a label, or be one?
  bool may_begin(std::string_view text) const;
  /// May a text be a label, or hold labels with their values behind? False only where neither can be.
  bool may_be_label(std::string_view text) const;

 private:
  std::vector<bool> alone_ = std::vector<bool>(1u << 16);  ///< first characters of labels that go on otherwise than with a Chinese one
  std::vector<bool> pairs_ = std::vector<bool>(1u << 16);  ///< the first two characters, hashed
  bool numbers_ = false;  ///< is a label nothing but a number?
  std::vector<std::string> open_;  ///< first characters: between them and the next, space may stand
};

}  // namespace huizong
