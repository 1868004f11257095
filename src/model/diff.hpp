#pragma once
// A comparison 比较 of two periods or two versions: what moved, and how much it moved the whole.

#include <optional>
#include <string>
#include <vector>

#include "base/decimal.hpp"

namespace huizong {

/// One column that differs.
struct DiffCell {
  std::string path;
  std::optional<Decimal> a, b, delta, growth, contribution;
  std::string text_a, text_b;
  std::string cell_a, cell_b;  ///< A1, in comparisons of returns
};
struct DiffRow {
  std::string form, region, key, name;
  std::string change;  ///< added, removed, changed
  std::vector<DiffCell> cells;  ///< only those that differ, largest contribution first
};
struct Diff {
  std::string a, b;
  std::vector<DiffRow> rows;  ///< by the largest |contribution| to the province's change, largest first
};
}  // namespace huizong
