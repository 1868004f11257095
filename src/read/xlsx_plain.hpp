#pragma once
// The straight path over rows and cells as nearly all writers write them. It understands little, and hands over before the
// first thing that it does not understand: what it takes, the slow path would have read the same.

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "read/xlsx_cell.hpp"

namespace huizong {

/// The cells of the row at work. The places of earlier rows are used again.
class RowCells {
 public:
  void clear() {
    count_ = 0;
    next_column_ = 0;
    ordered_ = true;
  }
  /// Room for the next cell, to be written in place: it counts once it is added.
  Cell& place() {
    if (count_ == places_.size()) places_.resize(2 * count_ + 64);
    return places_[count_];
  }
  /// The end of the row in the hands of a loop that puts cells behind it, without a look at the row for each.
  struct Place {
    Cell* at;
    const Cell* end;  ///< of the room; there the row has to take over first
    std::uint32_t next_column;
    bool ordered;

    void pass(std::uint32_t column) {
      ordered = ordered && column >= next_column;
      next_column = column + 1;
    }
  };
  Place place_behind() { return {&place(), places_.data() + places_.size(), next_column_, ordered_}; }
  void take_over(const Place& end) {
    count_ = static_cast<std::size_t>(end.at - places_.data());
    next_column_ = end.next_column;
    ordered_ = end.ordered;
  }
  /// The cell in `place()` is sent.
  void add() {
    pass(places_[count_].column);
    ++count_;
  }
  /// A cell in which nothing is.
  void pass(std::uint32_t column) {
    ordered_ = ordered_ && column >= next_column_;
    next_column_ = column + 1;
  }
  /// Takes cells in which nothing is out again.
  void drop_empty() {
    const auto stays = std::remove_if(places_.begin(), places_.begin() + static_cast<std::ptrdiff_t>(count_),
                                      [](const Cell& cell) { return cell.kind == CellKind::empty && !cell.no_result; });
    count_ = static_cast<std::size_t>(stays - places_.begin());
  }
  std::span<Cell> cells() { return {places_.data(), count_}; }
  std::uint32_t next_column() const { return next_column_; }  ///< for a cell without r=
  bool ordered() const { return ordered_; }                   ///< did each stand right of the one before?

 private:
  std::vector<Cell> places_;
  std::size_t count_ = 0;
  std::uint32_t next_column_ = 0;
  bool ordered_ = true;
};

/// What the start tag of a row says.
struct RowStart {
  std::optional<std::uint32_t> number;  ///< one-based, as r= has it
  bool hidden = false;
};

/// Start tags of rows. Those of one sheet mostly differ in r= alone: what stands behind it is remembered, and a tag with the
/// same behind its own number says the same.
class PlainRows {
 public:
  /// The plain start tag `<row …>` at `p`, moved behind; nullopt, and nothing moved, for anything else or where [p, end) cuts
  /// it off.
  std::optional<RowStart> take(const char*& p, const char* end);

 private:
  static constexpr std::size_t longest_rest = 96;

  bool is_rest(const char* p) const;

  std::array<char, longest_rest> rest_{};  ///< from behind r= up to and with the >
  std::size_t rest_size_ = 0;            ///< 0: none known
  bool rest_hidden_ = false;
};

struct PlainRun;

class PlainCells {
 public:
  explicit PlainCells(const CellContext& context) : context_(context) {}

  /// The cells to come stand in this row (zero-based) or are not plain.
  void begin_row(std::uint32_t row);

  /// Takes plain cells off the front of [p, end): `<c r= s= t=><v>…</v></c>` with a shared string or a number, the same with
  /// an `<f>` before the value, and empty ones. Returns where it stopped.
  const char* take(const char* p, const char* end, RowCells& row);

 private:
  const char* take_one(const char* p, PlainRun& run);
  void resolve(std::size_t first, RowCells& row) const;

  const CellContext& context_;
  std::uint64_t row_digits_ = 0;  ///< the row as it is written, and the quote behind it
  std::uint64_t row_mask_ = 0;
  std::size_t row_size_ = 0;
};

}  // namespace huizong
