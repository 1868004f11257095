#include "bind/sheet_text.hpp"

#include <algorithm>
#include <cstdlib>

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/plain_number.hpp"
#include "bind/chars.hpp"

namespace huizong {

std::string shown_text(const Cell& cell) {
  switch (cell.kind) {
    case CellKind::empty: return {};
    case CellKind::boolean: return cell.number != 0 ? "TRUE" : "FALSE";
    case CellKind::text:
    case CellKind::error: return std::string(cell.text);
    case CellKind::number:
    case CellKind::date: break;
  }
  if (is_plain_number(cell.text)) return std::string(cell.text);
  const auto number = cell.text.empty() ? to_decimal15(cell.number) : parse_decimal15(cell.text);
  return number ? to_text(*number) : std::string(cell.text);
}

constexpr std::uint64_t most_mapped = 1u << 14;  ///< places: some thirty pages

const Words& TextCell::words() const {
  if (known_words) return *known_words;
  known_words = std::make_shared<const Words>(is_number() ? number_to_words(text) : to_words(text));
  return *known_words;
}

namespace {

void keep_text(std::string text, TextCell& out) {
  out.own_text = std::make_shared<const std::string>(std::move(text));
  out.text = *out.own_text;
}

std::string tidy_shown(const Cell& cell, bool date1904) {
  if (cell.kind == CellKind::text) return tidy(cell.text);
  std::string text = tidy(shown_text(cell));
  const auto date = cell.kind == CellKind::date ? to_date(std::strtod(text.c_str(), nullptr), date1904) : std::nullopt;
  return date ? to_text(*date) : text;
}

/// A cell with what its text comes to, where the book knows that.
void fill(CellRef at, const Cell& cell, bool date1904, WordBook* book, TextCell& out) {
  const bool may_be_known = book != nullptr && cell.kind == CellKind::text;
  const KnownText* known = may_be_known ? book->find(cell.text) : nullptr;
  if (known == nullptr) {
    out = to_text_cell(at.row, cell, date1904, CellLasts::yes);
    if (may_be_known) out.may_be_label = book->fronts().may_be_label(out.text);
    return;
  }
  out.span = {at, at};
  out.text = known->tidied.empty() ? cell.text : std::string_view(known->tidied);
  out.kind = cell.kind;
  out.may_be_label = known->may_be_label;
  out.known_words = std::shared_ptr<const Words>(std::shared_ptr<void>(), &known->words);  // not ours
}

}  // namespace

TextCell to_text_cell(std::uint32_t row, const Cell& cell, bool date1904, CellLasts lasts) {
  const CellRef at{row, cell.column};
  TextCell out{{at, at}, {}, cell.kind};
  const bool is_text = cell.kind == CellKind::text || cell.kind == CellKind::error;
  const bool as_it_stands = is_text ? is_tidy(cell.text) : cell.kind == CellKind::number && is_plain_number(cell.text);
  if (as_it_stands && lasts == CellLasts::yes) out.text = cell.text;
  else keep_text(tidy_shown(cell, date1904), out);
  return out;
}

TextRows::Iterator TextRows::from(std::uint32_t row) const {
  return std::lower_bound(rows_.begin(), rows_.end(), row, [](const TextRow& held, std::uint32_t wanted) { return held.row < wanted; });
}

TextRows::Iterator TextRows::find(std::uint32_t row) const {
  const auto found = from(row);
  return found != end() && found->row == row ? found : end();
}

void SheetText::take_merges(const SourceSheet& sheet, std::uint32_t end, const SheetArea& area) {
  merges_.reserve(sheet.tail.merges.size());
  for (const CellRange& merge : sheet.tail.merges) {
    if (merge.first.row >= end || merge.first == merge.last || !area.holds(merge.first)) continue;
    merges_.push_back(merge);
    tallest_merge_ = std::max(tallest_merge_, merge.last.row - merge.first.row);
  }
  std::sort(merges_.begin(), merges_.end(), [](const CellRange& a, const CellRange& b) { return a.first < b.first; });
  shown_by_.assign(merges_.size(), -1);
}

SheetText::SheetText(const SourceSheet& sheet, std::size_t limit, const SheetArea& area, WordBook* book) {
  const auto& held = sheet.grid.rows();
  const auto first = std::lower_bound(held.begin(), held.end(), area.first_row,
                                      [](const Grid::Row& row, std::uint32_t wanted) { return row.row < wanted; });
  const auto last = static_cast<std::size_t>(held.end() - first) > limit ? first + static_cast<std::ptrdiff_t>(limit) : held.end();
  take_merges(sheet, last == held.end() ? ~0u : last->row, area);
  auto cells = std::make_shared<std::vector<TextCell>>();
  std::size_t count = 0;
  for (auto row = first; row != last; ++row) count += row->count;
  cells->reserve(count);  // so that no cell moves: rows are views of them
  rows_.rows_.reserve(static_cast<std::size_t>(last - first));
  auto merge = merges_.begin();
  for (auto row = first; row != last && row->row <= area.last_row; ++row) {
    const std::size_t start = cells->size();
    for (const Cell& cell : sheet.grid.cells(*row)) {
      const CellRef ref{row->row, cell.column};
      if (!area.holds(ref)) continue;
      TextCell& out = cells->emplace_back();
      fill(ref, cell, sheet.head.date1904, book, out);
      if (out.text.empty()) {
        cells->pop_back();
        continue;
      }
      while (merge != merges_.end() && merge->first < ref) ++merge;
      if (merge != merges_.end() && merge->first == ref) out.span = *merge;
      for (auto same = merge; same != merges_.end() && same->first == ref; ++same) {
        shown_by_[static_cast<std::size_t>(same - merges_.begin())] = static_cast<std::int32_t>(cells->size() - 1);
      }
      last_column_ = std::max(last_column_, cell.column);
    }
    if (cells->size() > start) rows_.rows_.push_back({row->row, {cells->data() + start, cells->size() - start}});
  }
  cells_ = std::move(cells);
}

void SheetText::draw_map() const {
  is_drawn_ = true;
  if (rows_.empty()) return;
  const std::uint32_t top = rows_.front().row, height = rows_.back().row - top + 1;
  std::uint32_t width = last_column_ + 1;
  for (const CellRange& merge : merges_) width = std::max(width, merge.last.column + 1);
  if (std::uint64_t{height} * width > most_mapped) return;
  map_width_ = width;
  map_.assign(std::size_t{height} * width, -1);
  const auto at = [&](std::uint32_t row, std::uint32_t column) -> std::int32_t& { return map_[std::size_t{row - top} * width + column]; };
  for (const TextCell& cell : *cells_) at(cell.at().row, cell.at().column) = static_cast<std::int32_t>(place_of(cell));
  for (std::size_t i = merges_.size(); i-- > 0;) {  // where they overlap, the first shows
    const CellRange& merge = merges_[i];
    for (std::uint32_t row = std::max(merge.first.row, top); row <= std::min(merge.last.row, top + height - 1); ++row) {
      std::fill_n(&at(row, merge.first.column), merge.last.column - merge.first.column + 1, shown_by_[i]);
    }
  }
}

const TextCell* SheetText::at(CellRef ref) const {
  if (!is_drawn_) draw_map();
  if (map_.empty()) return search(ref);
  const std::size_t row = ref.row - rows_.front().row;  // of what stands above, far beyond the last
  if (ref.column >= map_width_ || row >= map_.size() / map_width_) return search(ref);
  const std::int32_t place = map_[row * map_width_ + ref.column];
  return place < 0 ? nullptr : &(*cells_)[static_cast<std::size_t>(place)];
}

const TextCell* SheetText::search(CellRef ref) const {
  const CellRef highest{ref.row > tallest_merge_ ? ref.row - tallest_merge_ : 0, 0};
  auto merge = std::lower_bound(merges_.begin(), merges_.end(), highest, [](const CellRange& held, CellRef wanted) { return held.first < wanted; });
  while (merge != merges_.end() && !merge->contains(ref) && merge->first.row <= ref.row) ++merge;
  return find_own(merge != merges_.end() && merge->contains(ref) ? merge->first : ref);
}

const TextCell* SheetText::find_own(CellRef ref) const {
  const auto row = rows_.find(ref.row);
  if (row == rows_.end()) return nullptr;
  const auto cell = std::lower_bound(row->cells.begin(), row->cells.end(), ref.column,
                                     [](const TextCell& held, std::uint32_t wanted) { return held.at().column < wanted; });
  return cell != row->cells.end() && cell->at() == ref ? &*cell : nullptr;
}

}  // namespace huizong
