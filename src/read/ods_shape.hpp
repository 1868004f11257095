#pragma once
// What makes OpenDocument tables slow to read is that every cell repeats a hundred bytes of attributes. In a column
// they mostly differ in the value alone: a tag that looks like the one above it is not taken apart again.

#include <array>
#include <string>
#include <string_view>

#include "read/ods_cell.hpp"

namespace huizong {

/// The tag of a cell as a pattern: the bytes that stay, and up to two values (a formula and its result) that change.
class OdsCellShape {
 public:
  /// From `tag`, the whole of it from < to >, and what read_ods_cell made of it (views into the tag).
  void learn(std::string_view tag, const OdsCell& cell);

  /// The size of the tag that `ahead` begins with, where it is of this shape; `cell` is then what read_ods_cell would
  /// make of it. 0 otherwise.
  std::size_t match(std::string_view ahead);

  const OdsCell& cell() const { return cell_; }
  bool self_closed() const { return self_closed_; }
  bool has_content() const { return !bytes_.empty() && !self_closed_; }  ///< learned from a cell that is not empty

 private:
  struct Gap {
    std::size_t at = 0;  ///< in bytes_: what stays behind the gap begins here, with the closing quote
    std::string_view OdsCell::*formula = nullptr;
    OdsCell::Value value = OdsCell::number;
  };

  std::string bytes_;  ///< all that stays, without the gaps; empty: nothing learned
  std::array<Gap, 2> gaps_;
  std::size_t gap_count_ = 0;
  OdsCell cell_;
  bool self_closed_ = false;
};

}  // namespace huizong
