#pragma once
// A bands form: label rows over value rows, the band named on the left.

#include <string>
#include <vector>

#include "bind/column_units.hpp"
#include "bind/draft.hpp"
#include "bind/labels.hpp"
#include "bind/sheet_text.hpp"

namespace huizong {

/// Where a field's label and its value stand.
struct BandCell {
  int field = -1;
  CellRef label;
  CellRef value;
  std::string unit;       ///< printed with the label
  bool has_value = true;  ///< false: no row for it, or what stands there is merged over another label too
};

struct BandsMatch {
  std::uint32_t first_row = 0;    ///< of the first label row (or of the column titles above it)
  std::uint32_t last_row = 0;     ///< of the last value row
  std::vector<BandCell> cells;    ///< one a field at most
  std::vector<TextCell> unknown;  ///< labels in a band that it does not have
  std::vector<TextCell> unnamed;  ///< label rows whose band is not certain
  std::vector<int> twice;         ///< fields found more than once
  std::size_t wanted = 0;
  double coverage() const { return wanted == 0 ? 0 : static_cast<double>(cells.size()) / static_cast<double>(wanted); }
};

BandsMatch find_bands(const SheetText& text, const FormSpec& form, const FormLabels& labels);

/// Reads the one record. *Errors*: as read_value; cell.unclaimed for numbers of the sheet that belong to no label.
void read_bands(const SourceSheet& sheet, const SheetText& text, const BandsMatch& match,
                const std::vector<ColumnUnit>& units, Draft& draft);

}  // namespace huizong
