#pragma once
// The rows of a page, one below the other, as sheets. Internal to the room.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/workbook.hpp"

namespace huizong {

/// Sends rows, and at the end of a sheet what is known of it as a whole. A page that names no sheet is one.
class HtmlSheets {
 public:
  /// *Lifetime*: `head` and `sink` outlive it.
  HtmlSheets(const SheetHead& head, CellSink& sink) : head_(head), sink_(sink) {}

  /// Ends the sheet before.
  void begin(std::string name);
  /// Ends the last sheet, which is there even where nothing was sent.
  void finish();
  /// A row without cells counts, too. *Errors*: file.unreadable why.too-many-rows.
  void send(std::span<const Cell> cells, RowHiding hiding);
  /// A row of one text.
  void send(std::uint32_t column, std::string_view text);
  /// Columns from `first` to before `end`; several may hide the same.
  void hide_columns(std::uint32_t first, std::uint32_t end);

  std::uint32_t row() const { return row_; }  ///< the next one
  std::vector<CellRange>& merges() { return tail_.merges; }

 private:
  void end();

  const SheetHead& head_;
  CellSink& sink_;
  SheetTail tail_;
  std::vector<std::int64_t> hidden_changes_;  ///< at each column, how many hidden ranges begin less how many have ended
  std::uint32_t row_ = 0;
  bool open_ = false;
  bool wanted_ = false;
};

}  // namespace huizong
