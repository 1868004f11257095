#pragma once
// The way from a reader to `bind`: rows flow into a sink; small sheets are kept as a grid.

#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/cell.hpp"

namespace huizong {

struct SheetHead {
  std::string name;
  bool hidden = false;
  bool date1904 = false;
};

enum class RowHiding : std::uint8_t { shown, hidden, filtered };

/// What is known of a sheet only when all its rows have passed (xlsx writes merges behind the rows).
struct SheetTail {
  std::vector<CellRange> merges;
  std::vector<std::uint32_t> hidden_columns;  ///< zero-based, ascending
  std::optional<std::uint32_t> torn_row = std::nullopt;  ///< of a text file that ends within a row: it may be half written
};

/// Receives a workbook: sheets in order, rows in order, cells in column order; empty cells are not sent,
/// except formulas without a result. Views are valid during the call.
class CellSink {
 public:
  virtual ~CellSink() = default;
  virtual bool begin_sheet(const SheetHead& head) = 0;  ///< false: the reader skips this sheet's rows
  virtual void row(std::uint32_t row, RowHiding hiding, std::span<const Cell> cells) = 0;
  virtual void end_sheet(const SheetTail& tail) = 0;
};

/// Rows kept in memory, in order; owns its text. Rows without cells are not stored.
class Grid {
 public:
  struct Row {
    std::uint32_t row = 0;
    RowHiding hiding = RowHiding::shown;
    std::uint32_t first = 0;  ///< index of its first cell
    std::uint32_t count = 0;
  };

  void add_row(std::uint32_t row, RowHiding hiding, std::span<const Cell> cells);  ///< copies the cells' text
  const std::vector<Row>& rows() const { return rows_; }
  std::span<const Cell> cells(const Row& row) const { return {cells_.data() + row.first, row.count}; }
  const Cell* at(CellRef ref) const;  ///< nullptr where nothing was stored; binary search
  std::size_t cell_count() const { return cells_.size(); }
  void clear();  ///< keeps some room for the next sheet

 private:
  std::string_view keep(std::string_view text);

  std::vector<Row> rows_;
  std::vector<Cell> cells_;
  std::vector<std::unique_ptr<char[]>> blocks_;  ///< text arena; blocks never move
  std::size_t used_ = 0;
  std::size_t room_ = 0;
};

/// A sheet as far as it is held: the whole of a small one, the first rows of a long one (`whole` false: merges unknown).
struct SourceSheet {
  SheetHead head;
  SheetTail tail;
  Grid grid;
  bool whole = true;
};

struct Workbook {
  std::vector<SourceSheet> sheets;
};

}  // namespace huizong
