#include "bind/header.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "bind/claims.hpp"
#include "bind/header_groups.hpp"
#include "bind/header_match.hpp"
#include "bind/row_kind.hpp"

namespace huizong {
namespace {

constexpr std::uint32_t deepest_band = 6;

using Rows = std::map<std::uint32_t, std::vector<TextCell>>;

struct Hits {
  std::size_t labels = 0;
  std::size_t cells = 0;
};

Hits count_hits(const std::vector<TextCell>& cells, const FormLabels& labels) {
  Hits hits;
  for (const TextCell& cell : cells) {
    ++hits.cells;
    const std::string& label = cell.label().text;
    if (labels.segments.count(label) == 0 && !(labels.has_years && to_year_label(label) != 0)) continue;
    ++hits.labels;
  }
  return hits;
}

/// The row with the most labels; the first of equals, since a second page repeats it.
std::optional<std::uint32_t> best_row(const Rows& rows, const FormLabels& labels) {
  std::optional<std::uint32_t> best;
  std::size_t most = std::min<std::size_t>(2, labels.leaves.size()) - 1;
  for (const auto& [row, cells] : rows) {
    const Hits hits = count_hits(cells, labels);
    if (hits.labels > most && hits.labels * 2 >= hits.cells) {
      most = hits.labels;
      best = row;
    }
  }
  return best;
}

bool belongs(const Rows& rows, std::uint32_t row, const FormLabels& labels) {
  const auto found = rows.find(row);
  if (found == rows.end()) return false;
  const Hits hits = count_hits(found->second, labels);
  return hits.labels > 0 && hits.labels * 2 >= hits.cells;
}

/// A blank row, or one that numbers the columns.
bool is_between(const Rows& rows, std::uint32_t row) {
  const auto found = rows.find(row);
  return found == rows.end() || is_numbering(found->second);
}

/// Rows above and below that are header too; one blank or numbering row between does no harm.
void extend(const Rows& rows, const FormLabels& labels, HeaderBand& band) {
  while (band.first_row > 0 && band.last_row - band.first_row < deepest_band) {
    if (belongs(rows, band.first_row - 1, labels)) {
      --band.first_row;
    } else if (band.first_row > 1 && is_between(rows, band.first_row - 1) && belongs(rows, band.first_row - 2, labels)) {
      band.first_row -= 2;
    } else {
      break;
    }
  }
  while (band.last_row - band.first_row < deepest_band) {
    if (belongs(rows, band.last_row + 1, labels)) {
      ++band.last_row;
    } else if (is_between(rows, band.last_row + 1) && belongs(rows, band.last_row + 2, labels)) {
      band.last_row += 2;
    } else {
      break;
    }
  }
}

/// A label merged downwards reaches into rows that hold nothing else of the header.
void extend_by_merges(const SheetText& text, const FormLabels& labels, Around around, HeaderBand& band) {
  std::uint32_t last = band.last_row;
  for (std::uint32_t row = band.first_row; row <= band.last_row; ++row) {
    const auto found = text.rows().find(row);
    if (found == text.rows().end()) continue;
    for (const TextCell& cell : found->second) {
      if (around == Around::card && labels.segments.count(cell.label().text) == 0) continue;
      if (cell.span.last.row <= band.first_row + deepest_band) last = std::max(last, cell.span.last.row);
    }
  }
  band.last_row = last;
}

PrintedYears find_years(const Rows& rows, const HeaderBand& band, const FormLabels& labels) {
  std::set<int> years;
  for (std::uint32_t row = band.first_row; row <= band.last_row; ++row) {
    const auto found = rows.find(row);
    if (found == rows.end()) continue;
    for (const TextCell& cell : found->second) {
      const std::string& label = cell.label().text;
      const int whole = to_year_label(label);
      const int head = label.size() > 7 ? to_year_label(label.substr(0, 7)) : 0;  // 2019年…: four digits and 年
      if (whole != 0) years.insert(whole);
      if (head != 0 && labels.leaves.count(label.substr(7)) != 0) years.insert(head);
    }
  }
  return to_printed_years(years);
}

void add_column(HeaderBand& band, std::uint32_t column, const HeaderGrid& grid) {
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
    shown.push_back(cell->text);
    const std::string marked = mark_years(label.text, band.years);
    if (!out.path.empty() && out.path.back() == marked) continue;  // the same label in both rows of an undone merge
    out.path.push_back(marked);
  }
  if (out.path.empty()) return;
  out.leaf = {last->at().row, column};
  out.shown = join(shown, "/");
  band.columns.push_back(std::move(out));
}

void read_columns(const SheetText& text, const FormLabels& labels, HeaderBand& band) {
  const std::size_t depth = band.last_row - band.first_row + 1;
  const std::uint32_t width = text.last_column() + 1;
  HeaderGrid grid(depth, std::vector<HeaderSlot>(width));
  for (std::size_t at = 0; at < depth; ++at) {
    const std::uint32_t row = band.first_row + static_cast<std::uint32_t>(at);
    const auto held = text.rows().find(row);
    if (held != text.rows().end() && is_numbering(held->second)) continue;
    for (std::uint32_t column = 0; column < width; ++column) grid[at][column].cell = text.at({row, column});
  }
  if (depth > 1) spread_groups(band, labels, grid);
  for (std::uint32_t column = 0; column < width; ++column) add_column(band, column, grid);
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

}  // namespace

std::optional<Header> find_header(const SheetText& text, const FormSpec& form, const FormLabels& labels, Around around) {
  const auto row = best_row(text.rows(), labels);
  if (!row) return std::nullopt;
  Header header;
  header.band.first_row = header.band.last_row = *row;
  extend(text.rows(), labels, header.band);
  extend_by_merges(text, labels, around, header.band);
  if (labels.has_years) header.band.years = find_years(text.rows(), header.band, labels);
  read_columns(text, labels, header.band);
  drop_figures(text, labels, header.band);
  if (around == Around::card) drop_continued(text, header.band);
  match_columns(header, form, labels);
  return header;
}

}  // namespace huizong
