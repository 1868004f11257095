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

class SheetText {
 public:
  /// Takes rows up to `limit` stored rows. Merges are used where the sheet is whole.
  SheetText(const SourceSheet& sheet, std::size_t limit);

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
