#pragma once
// The first rows of a sheet as text, with merges resolved: what a reader's eye sees of title, header and bands.

#include <algorithm>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "bind/words.hpp"
#include "model/workbook.hpp"

namespace huizong {

/// What stands in a cell, as text (numbers as spreadsheets hold them).
std::string shown_text(const Cell& cell);

struct TextCell {
  CellRange span;      ///< the merged range, or the cell itself
  std::string_view text;  ///< tidied; a view of what the grid or `own_text` holds
  CellKind kind = CellKind::text;
  bool may_be_label = true;  ///< false: it is none of the pack's, and holds none of a card's
  CellRef at() const { return span.first; }
  std::string shown() const { return std::string(text); }  ///< for what outlives the sheet
  /// The text folded, and as a label (a number as it stands): every form of a pack asks for them, so they are made once.
  /// Not for several threads at a time.
  const Words& words() const;
  std::string_view folded() const { return is_plain() ? text : std::string_view(words().title.folded); }
  const Label& label() const { return words().label; }

  /// Held as a number, days too.
  bool is_number() const { return kind == CellKind::number || kind == CellKind::date; }
  /// A number in digits is itself when folded.
  bool is_plain() const {
    return kind == CellKind::number && std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == '-'; });
  }

  std::shared_ptr<const std::string> own_text = nullptr;       ///< where the cell does not hold its text as it is shown
  mutable std::shared_ptr<const Words> known_words = nullptr;  ///< owned, or a word book's
};

/// Does what a cell views outlive what is made of it?
enum class CellLasts { yes, no };

/// A cell as an eye sees it: a date, not its serial. Its text is empty where nothing shows. *Lifetime*: that of the cell's text, if that lasts.
TextCell to_text_cell(std::uint32_t row, const Cell& cell, bool date1904, CellLasts lasts);

/// A row's cells in column order, each merged cell once, at its first cell.
struct TextRow {
  std::uint32_t row = 0;
  std::span<const TextCell> cells;
};

/// Rows that hold a non-blank cell, ascending.
class TextRows {
 public:
  using Iterator = std::vector<TextRow>::const_iterator;
  Iterator begin() const { return rows_.begin(); }
  Iterator end() const { return rows_.end(); }
  Iterator from(std::uint32_t row) const;  ///< the first that is not before it
  Iterator find(std::uint32_t row) const;  ///< end() where the row holds nothing
  bool holds(std::uint32_t row) const { return find(row) != end(); }
  const TextRow& front() const { return rows_.front(); }
  const TextRow& back() const { return rows_.back(); }
  std::size_t size() const { return rows_.size(); }
  bool empty() const { return rows_.empty(); }

 private:
  friend class SheetText;
  std::vector<TextRow> rows_;
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
  /// Takes rows of the area, up to `limit` stored rows. Merges are used where the sheet is whole. What texts come to is
  /// taken from `book`, which outlives it, where there is one.
  SheetText(const SourceSheet& sheet, std::size_t limit, const SheetArea& area = {}, WordBook* book = nullptr);

  const TextRows& rows() const { return rows_; }
  /// The cell that shows at a place, through merges; nullptr where nothing shows.
  const TextCell* at(CellRef ref) const;
  /// Does the sheet merge any cells? Where none are, merges may have been undone.
  bool has_merges() const { return !merges_.empty(); }
  const std::vector<CellRange>& merges() const { return merges_; }  ///< by where they begin
  std::uint32_t last_column() const { return last_column_; }
  std::size_t cell_count() const { return cells_->size(); }
  /// The place of one of its cells among all of them, in reading order.
  std::size_t place_of(const TextCell& cell) const { return static_cast<std::size_t>(&cell - cells_->data()); }

 private:
  void take_merges(const SourceSheet& sheet, std::uint32_t end, const SheetArea& area);
  void draw_map() const;
  const TextCell* search(CellRef ref) const;
  const TextCell* find_own(CellRef ref) const;  ///< that begins there

  std::shared_ptr<const std::vector<TextCell>> cells_;  ///< of all rows; copies share them
  TextRows rows_;
  std::vector<CellRange> merges_;
  std::vector<std::int32_t> shown_by_;  ///< of each merge, the place of its cell among all; -1: it is blank
  std::uint32_t tallest_merge_ = 0;  ///< rows, without the first
  std::uint32_t last_column_ = 0;
  /// Which cell shows at each place of the rows that hold something, by its place among all; -1: none. Of a small sheet, once it is asked for.
  mutable std::vector<std::int32_t> map_;
  mutable std::uint32_t map_width_ = 0;
  mutable bool is_drawn_ = false;
};

}  // namespace huizong
