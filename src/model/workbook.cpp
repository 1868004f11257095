#include "model/workbook.hpp"

#include <algorithm>
#include <cstring>

namespace huizong {
namespace {

constexpr std::size_t block_bytes = 32 * 1024;  // glibc tidies all of its small blocks whenever one of 64 KiB is freed
constexpr std::size_t most_kept = 4096;         // rows or cells: room that an emptied grid holds on to

}  // namespace

std::string_view Grid::keep(std::string_view text) {
  if (text.empty()) return {};
  if (blocks_.empty() || room_ - used_ < text.size()) {
    room_ = std::max(block_bytes, text.size());
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(room_));
    used_ = 0;
  }
  char* place = blocks_.back().get() + used_;
  std::memcpy(place, text.data(), text.size());
  used_ += text.size();
  return {place, text.size()};
}

void Grid::add_row(std::uint32_t row, RowHiding hiding, std::span<const Cell> cells) {
  if (cells.empty()) return;
  rows_.push_back({row, hiding, static_cast<std::uint32_t>(cells_.size()), static_cast<std::uint32_t>(cells.size())});
  for (const Cell& cell : cells) {
    cells_.push_back(cell);
    cells_.back().text = keep(cell.text);
  }
}

const Cell* Grid::at(CellRef ref) const {
  const auto row = std::lower_bound(rows_.begin(), rows_.end(), ref.row,
                                    [](const Row& candidate, std::uint32_t wanted) { return candidate.row < wanted; });
  if (row == rows_.end() || row->row != ref.row) return nullptr;
  const std::span<const Cell> in_row = cells(*row);
  const auto cell = std::lower_bound(in_row.begin(), in_row.end(), ref.column,
                                     [](const Cell& candidate, std::uint32_t wanted) { return candidate.column < wanted; });
  return cell == in_row.end() || cell->column != ref.column ? nullptr : &*cell;
}

void Grid::clear() {
  rows_.clear();
  cells_.clear();
  if (cells_.capacity() > most_kept || rows_.capacity() > most_kept) {
    rows_ = {};
    cells_ = {};
  }
  if (room_ > block_bytes) blocks_.clear();
  if (blocks_.empty()) room_ = 0;
  else blocks_.erase(blocks_.begin(), blocks_.end() - 1);
  used_ = 0;
}

}  // namespace huizong
