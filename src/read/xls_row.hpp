#pragma once
// The row of a BIFF sheet that is at work: cells are put to it, and it is sent when another one begins.

#include <cstdint>
#include <vector>

#include "model/workbook.hpp"
#include "package/arena.hpp"
#include "read/xls_globals.hpp"
#include "read/xls_layout.hpp"

namespace huizong {

class XlsRow {
 public:
  /// `sheet`: number of the sheet among the entries.
  XlsRow(const XlsGlobals& globals, const XlsLayout& layout, std::size_t sheet, CellSink& sink)
      : globals_(globals), layout_(layout), sheet_(sheet), sink_(sink) {}

  /// Room for a cell, empty but for its column. The places of earlier rows are used again.
  Cell& add(std::uint32_t row, std::uint32_t column) {
    if (row != row_) begin(row);
    if (count_ == cells_.size()) cells_.resize(2 * count_ + 64);
    Cell& cell = cells_[count_++];
    cell = Cell{};
    cell.column = column;
    return cell;
  }
  /// Room for as many cells, whatever stands there still.
  Cell* add_run(std::uint32_t row, std::size_t count) {
    if (row != row_) begin(row);
    if (cells_.size() - count_ < count) cells_.resize(2 * count_ + count + 64);
    Cell* first = cells_.data() + count_;
    count_ += count;
    return first;
  }
  void drop_last() { --count_; }
  TextArena& arena() { return arena_; }  ///< for texts that live as long as the row
  /// Sends what there is.
  void finish();

 private:
  void begin(std::uint32_t row) {
    finish();
    row_ = row;
  }
  RowHiding hiding() const;

  const XlsGlobals& globals_;
  const XlsLayout& layout_;
  std::size_t sheet_;
  CellSink& sink_;
  std::uint32_t row_ = 0xFFFFFFFFu;  ///< none yet
  std::vector<Cell> cells_;
  std::size_t count_ = 0;
  TextArena arena_;
};

}  // namespace huizong
