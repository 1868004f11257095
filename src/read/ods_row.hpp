#pragma once
// What OpenDocument says of a row, a column, or a group of them.

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/workbook.hpp"

namespace huizong {

struct OdsRow {
  std::uint32_t repeat = 1;
  RowHiding hiding = RowHiding::shown;
};

/// From the attributes of a row, a column or a group of them.
OdsRow read_ods_row(std::string_view attributes);

/// Is it an element that only puts rows or columns together?
bool is_ods_group(std::string_view name);

/// The groups that are open.
class OdsGroups {
 public:
  void enter(std::string_view attributes);
  void leave();
  bool hidden() const { return hidden_ > 0; }  ///< does one of them hide what is in it?

 private:
  std::vector<bool> open_;  ///< is it hidden?
  std::size_t hidden_ = 0;
};

}  // namespace huizong
