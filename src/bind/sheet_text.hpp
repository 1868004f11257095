#pragma once
// The first rows of a sheet as text, with merges resolved: what a reader's eye sees of title, header and bands.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "bind/labels.hpp"
#include "model/workbook.hpp"

namespace huizong {

/// What stands in a cell, as text (numbers as spreadsheets hold them).
std::string shown_text(const Cell& cell);

struct TextCell {
  CellRange span;      ///< the merged range, or the cell itself
  std::string text;    ///< tidied
  CellKind kind = CellKind::text;
  CellRef at() const { return span.first; }
  /// The text folded, and as a label (a number as it stands): every form of a pack asks for them, so they are made once.
  /// Not for several threads at a time.
  const std::string& folded() const {
    if (!known_folded) known_folded = fold_label(text);
    return *known_folded;
  }
  const Label& label() const {
    if (!known_label) known_label = kind == CellKind::number || kind == CellKind::date ? Label{text, {}} : folded_to_label(folded());
    return *known_label;
  }

  mutable std::optional<std::string> known_folded = std::nullopt;
  mutable std::optional<Label> known_label = std::nullopt;
};

/// A part of a sheet that holds one table with the lines about it; both ends belong to it.
struct SheetArea {
  std::uint32_t first_row = 0, last_row = ~0u;
  std::uint32_t first_column = 0, last_column = ~0u;
  std::uint32_t shared_end = 0;  ///< the rows before it stand above several tables side by side, and belong to each
  bool holds(CellRef at) const {
    return at.row >= first_row && at.row <= last_row &&
           (at.row < shared_end || (at.column >= first_column && at.column <= last_column));
  }
};

class SheetText {
 public:
  /// Takes rows of the area, up to `limit` stored rows. Merges are used where the sheet is whole.
  SheetText(const SourceSheet& sheet, std::size_t limit, const SheetArea& area = {});

  /// Rows that hold a non-blank cell, ascending; cells in column order, each merged cell once, at its first cell.
  const std::map<std::uint32_t, std::vector<TextCell>>& rows() const { return rows_; }
  /// The cell that shows at a place, through merges; nullptr where nothing shows.
  const TextCell* at(CellRef ref) const;
  /// Does the sheet merge any cells? Where none are, merges may have been undone.
  bool has_merges() const { return !merges_.empty(); }
  std::uint32_t last_column() const { return last_column_; }

 private:
  std::map<std::uint32_t, std::vector<TextCell>> rows_;
  std::vector<CellRange> merges_;
  std::uint32_t last_column_ = 0;
};

}  // namespace huizong
