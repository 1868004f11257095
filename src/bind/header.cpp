#include "bind/header.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "bind/claims.hpp"
#include "bind/header_band.hpp"
#include "bind/header_groups.hpp"
#include "bind/header_match.hpp"
#include "bind/row_kind.hpp"

namespace huizong {
namespace {

/// 职工 over 人数: one label typed into two cells or three. What is a label of the form by itself stays what it is.
void join_halves(std::vector<std::string>& path, const FormLabels& labels) {
  if (path.size() < 2 || labels.leaves.count(path.back()) != 0) return;
  std::string joined = path.back();
  for (std::size_t i = path.size() - 1; i-- > 0;) {
    joined.insert(0, path[i]);
    if (labels.leaves.count(joined) == 0) continue;
    path.resize(i);
    return path.push_back(std::move(joined));
  }
}

void add_column(HeaderBand& band, std::uint32_t column, const FormLabels& labels, const HeaderGrid& grid) {
  HeaderColumn out;
  out.column = column;
  const TextCell* last = nullptr;
  std::vector<std::string> shown;
  for (const auto& row : grid) {
    const TextCell* cell = row[column].cell;
    out.doubtful = out.doubtful || row[column].doubtful;
    if (cell == nullptr || cell == last) continue;
    last = cell;
    const Label& label = cell->label();
    if (!label.unit.empty()) out.unit += (out.unit.empty() ? "" : "、") + label.unit;
    shown.push_back(cell->shown());
    const std::string marked = mark_years(label.text, band.years);
    if (!out.path.empty() && out.path.back() == marked) continue;  // the same label in both rows of an undone merge
    out.path.push_back(marked);
  }
  if (out.path.empty()) return;
  join_halves(out.path, labels);
  out.leaf = {last->at().row, column};
  out.shown = join(shown, "/");
  band.columns.push_back(std::move(out));
}

/// What every column of the sheet shows in every row of the band.
HeaderGrid see_grid(const SheetText& text, const HeaderBand& band) {
  const std::uint32_t width = text.last_column() + 1;
  HeaderGrid grid(band.last_row - band.first_row + 1, std::vector<HeaderSlot>(width));
  for (auto row = text.rows().from(band.first_row); row != text.rows().end() && row->row <= band.last_row; ++row) {
    for (const TextCell& cell : row->cells) grid[row->row - band.first_row][cell.at().column].cell = &cell;
  }
  // Where merges overlap, the first is seen.
  for (auto merge = text.merges().rbegin(); merge != text.merges().rend(); ++merge) {
    if (merge->last.row < band.first_row || merge->first.row > band.last_row) continue;
    const TextCell* cell = text.at(merge->first);
    for (std::uint32_t row = std::max(merge->first.row, band.first_row); row <= std::min(merge->last.row, band.last_row); ++row) {
      for (std::uint32_t column = merge->first.column; column <= std::min(merge->last.column, width - 1); ++column) {
        grid[row - band.first_row][column].cell = cell;
      }
    }
  }
  return grid;
}

bool numbers_columns(const SheetText& text, std::uint32_t row) {
  const auto held = text.rows().find(row);
  return held != text.rows().end() && is_numbering(held->cells);
}

void read_columns(const SheetText& text, const FormLabels& labels, HeaderGrid grid, HeaderBand& band) {
  for (std::size_t at = 0; at < grid.size(); ++at) {
    if (numbers_columns(text, band.first_row + static_cast<std::uint32_t>(at))) std::fill(grid[at].begin(), grid[at].end(), HeaderSlot());
  }
  if (grid.size() > 1) spread_groups(band, labels, grid);
  for (std::uint32_t column = 0; column < grid[0].size(); ++column) add_column(band, column, labels, grid);
}

/// A number heads no column, but for a year: it is somebody's side calculation, and its column has no label.
void drop_figures(const SheetText& text, const FormLabels& labels, HeaderBand& band) {
  std::erase_if(band.columns, [&](const HeaderColumn& column) {
    const TextCell* cell = text.at(column.leaf);
    return cell != nullptr && is_figure(*cell) && !(labels.has_years && to_year_label(cell->label().text) != 0);
  });
}

/// The further columns of a label that is merged over several.
void drop_continued(const SheetText& text, HeaderBand& band) {
  const auto is_continued = [&](const HeaderColumn& column) {
    const TextCell* cell = text.at(column.leaf);
    return cell != nullptr && cell->span.first.column < column.column;
  };
  std::erase_if(band.columns, is_continued);
}

Header read_header(const SheetText& text, const FormSpec& form, const FormLabels& labels, Around around, HeaderBand band, HeaderGrid grid) {
  Header header;
  header.band = std::move(band);
  read_columns(text, labels, std::move(grid), header.band);
  drop_figures(text, labels, header.band);
  if (around == Around::card) drop_continued(text, header.band);
  match_columns(header, form, labels);
  return header;
}

void add_number(std::uint64_t number, std::string& key) { key.append(reinterpret_cast<const char*>(&number), sizeof number); }

/// All that a header is read from once it is known where it stands. *Shape*: bytes that mean something to nobody else.
std::string to_key(const SheetText& text, const FormLabels& labels, Around around, const HeaderBand& band, const HeaderGrid& grid) {
  std::string key;
  key.reserve(2048);
  key += around == Around::card ? 'c' : 'l';
  for (const std::uint64_t number : {std::uint64_t{reinterpret_cast<std::uintptr_t>(&labels)}, std::uint64_t{band.first_row}, std::uint64_t{band.last_row},
                                     std::uint64_t{text.last_column()}}) {
    add_number(number, key);
  }
  add_number(static_cast<std::uint64_t>(band.years.later) << 32 | static_cast<std::uint32_t>(band.years.earlier), key);
  for (std::size_t at = 0; at < grid.size(); ++at) {
    key += numbers_columns(text, band.first_row + static_cast<std::uint32_t>(at)) ? 'n' : 'l';
    const TextCell* left = nullptr;
    for (const HeaderSlot& slot : grid[at]) {
      if (slot.cell == nullptr || slot.cell == left) {
        key += slot.cell == nullptr ? '-' : '=';
      } else {
        key += 'c';
        key.append(reinterpret_cast<const char*>(&slot.cell->span), sizeof slot.cell->span);
        key += static_cast<char>('0' + static_cast<int>(slot.cell->kind));
        add_number(slot.cell->text.size(), key);
        key += slot.cell->text;
      }
      left = slot.cell;
    }
  }
  return key;
}

constexpr std::size_t most_headers = 512;

}  // namespace

std::optional<Header> find_header(const SheetText& text, const FormSpec& form, const FormLabels& labels) {
  auto band = find_band(text, labels, Around::nothing);
  if (!band) return std::nullopt;
  HeaderGrid grid = see_grid(text, *band);
  return read_header(text, form, labels, Around::nothing, std::move(*band), std::move(grid));
}

std::shared_ptr<const Header> HeaderBook::find(const SheetText& text, const FormSpec& form, const FormLabels& labels, Around around) {
  auto band = find_band(text, labels, around);
  if (!band) return nullptr;
  HeaderGrid grid = see_grid(text, *band);
  std::string key = to_key(text, labels, around, *band, grid);
  const auto known = headers_.find(key);
  if (known != headers_.end()) return known->second;
  auto header = std::make_shared<const Header>(read_header(text, form, labels, around, std::move(*band), std::move(grid)));
  headers_.emplace(std::move(key), header);
  return header;
}

void HeaderBook::make_room() {
  if (headers_.size() >= most_headers) headers_.clear();
}

}  // namespace huizong
