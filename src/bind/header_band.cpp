#include "bind/header_band.hpp"

#include <algorithm>
#include <set>

#include "bind/row_kind.hpp"

namespace huizong {
namespace {

constexpr std::uint32_t deepest_band = 6;

struct Hits {
  std::size_t labels = 0;
  std::size_t cells = 0;
};

/// A label of the form, whole or a part of one, or a year where the form prints years.
bool is_segment(const TextCell& cell, const FormLabels& labels) {
  const auto look_up = [&labels](const std::string& label) {
    return labels.segments.count(label) != 0 || (labels.has_years && to_year_label(label) != 0);
  };
  if (cell.is_number()) return look_up(cell.shown());
  const Words& words = cell.words();
  return words.lists.get(labels, [&]() -> ListWords { return {&labels, look_up(words.label.text)}; }).is_segment;
}

/// Of a row that is mostly numbers, which no header is, only that it has no labels.
Hits count_hits(std::span<const TextCell> cells, const FormLabels& labels) {
  const bool numbers_count = labels.has_numbers || labels.has_years;
  const auto numbers = numbers_count ? 0 : std::count_if(cells.begin(), cells.end(), [](const TextCell& cell) { return cell.is_number(); });
  if (2 * static_cast<std::size_t>(numbers) > cells.size()) return {0, cells.size()};
  Hits hits;
  for (const TextCell& cell : cells) {
    ++hits.cells;
    if (!cell.may_be_label || (cell.is_number() && !numbers_count)) continue;
    if (is_segment(cell, labels)) ++hits.labels;
  }
  return hits;
}

/// The rows of a sheet with how many labels each holds.
class LabelRows {
 public:
  LabelRows(const TextRows& rows, const FormLabels& labels) : rows_(rows) {
    hits_.reserve(rows.size());
    for (const TextRow& row : rows) hits_.push_back(count_hits(row.cells, labels));
  }

  /// The row with the most labels; the first of equals, since a second page repeats it.
  std::optional<std::uint32_t> best(std::size_t least) const {
    std::optional<std::uint32_t> best;
    std::size_t most = least - 1;
    for (std::size_t i = 0; i < hits_.size(); ++i) {
      if (hits_[i].labels <= most || hits_[i].labels * 2 < hits_[i].cells) continue;
      most = hits_[i].labels;
      best = (rows_.begin() + static_cast<std::ptrdiff_t>(i))->row;
    }
    return best;
  }

  bool belongs(std::uint32_t row) const {
    const auto found = rows_.find(row);
    if (found == rows_.end()) return false;
    const Hits& hits = hits_[static_cast<std::size_t>(found - rows_.begin())];
    return hits.labels > 0 && hits.labels * 2 >= hits.cells;
  }

  /// A blank row, or one that numbers the columns.
  bool is_between(std::uint32_t row) const {
    const auto found = rows_.find(row);
    return found == rows_.end() || is_numbering(found->cells);
  }

 private:
  const TextRows& rows_;
  std::vector<Hits> hits_;
};

/// Rows above and below that are header too; one blank or numbering row between does no harm.
void extend(const LabelRows& rows, HeaderBand& band) {
  while (band.first_row > 0 && band.last_row - band.first_row < deepest_band) {
    if (rows.belongs(band.first_row - 1)) {
      --band.first_row;
    } else if (band.first_row > 1 && rows.is_between(band.first_row - 1) && rows.belongs(band.first_row - 2)) {
      band.first_row -= 2;
    } else {
      break;
    }
  }
  while (band.last_row - band.first_row < deepest_band) {
    if (rows.belongs(band.last_row + 1)) {
      ++band.last_row;
    } else if (rows.is_between(band.last_row + 1) && rows.belongs(band.last_row + 2)) {
      band.last_row += 2;
    } else {
      break;
    }
  }
}

/// Does a cell go on with a label in the cell directly above, 职工 over 人数?
bool goes_on(const SheetText& text, const FormLabels& labels, const TextCell& cell) {
  if (cell.kind != CellKind::text || cell.at().row == 0) return false;
  const TextCell* above = text.at({cell.at().row - 1, cell.at().column});
  return above != nullptr && above->kind == CellKind::text && labels.leaves.count(above->label().text + cell.label().text) != 0;
}

/// The second halves of labels alone in a row.
bool holds_halves(const SheetText& text, const FormLabels& labels, std::uint32_t row) {
  const auto found = text.rows().find(row);
  return found != text.rows().end() && !found->cells.empty() &&
         std::all_of(found->cells.begin(), found->cells.end(), [&](const TextCell& cell) { return goes_on(text, labels, cell); });
}

/// The first halves of labels alone in a row.
bool begins_halves(const SheetText& text, const FormLabels& labels, std::uint32_t row) {
  const auto found = text.rows().find(row);
  return found != text.rows().end() && !found->cells.empty() && std::all_of(found->cells.begin(), found->cells.end(), [&](const TextCell& cell) {
           const TextCell* below = text.at({row + 1, cell.at().column});
           return below != nullptr && goes_on(text, labels, *below);
         });
}

void extend_by_halves(const SheetText& text, const FormLabels& labels, HeaderBand& band) {
  if (band.last_row - band.first_row < deepest_band && holds_halves(text, labels, band.last_row + 1)) ++band.last_row;
  if (band.first_row > 0 && band.last_row - band.first_row < deepest_band && begins_halves(text, labels, band.first_row - 1)) --band.first_row;
}

/// Where most of a header's labels are typed over two rows no row holds many: the first with the second below it.
std::optional<std::uint32_t> find_halves(const SheetText& text, const FormLabels& labels) {
  constexpr std::size_t deepest = 40;
  std::size_t seen = 0;
  for (const auto& [row, cells] : text.rows()) {
    if (++seen > deepest) break;
    const auto split = std::count_if(cells.begin(), cells.end(), [&](const TextCell& cell) {
      const TextCell* below = cell.kind == CellKind::text ? text.at({cell.at().row + 1, cell.at().column}) : nullptr;
      return below != nullptr && goes_on(text, labels, *below);
    });
    const auto whole = std::count_if(cells.begin(), cells.end(), [&](const TextCell& cell) { return cell.may_be_label && is_segment(cell, labels); });
    if (split >= 2 && (split + whole) * 2 >= static_cast<std::ptrdiff_t>(cells.size())) return row;
  }
  return std::nullopt;
}

/// A label merged downwards reaches into rows that hold nothing else of the header.
void extend_by_merges(const SheetText& text, const FormLabels& labels, Around around, HeaderBand& band) {
  std::uint32_t last = band.last_row;
  for (std::uint32_t row = band.first_row; row <= band.last_row; ++row) {
    const auto found = text.rows().find(row);
    if (found == text.rows().end()) continue;
    for (const TextCell& cell : found->cells) {
      if (around == Around::card && (!cell.may_be_label || labels.segments.count(cell.label().text) == 0)) continue;
      if (cell.span.last.row <= band.first_row + deepest_band) last = std::max(last, cell.span.last.row);
    }
  }
  band.last_row = last;
}

PrintedYears find_years(const TextRows& rows, const HeaderBand& band, const FormLabels& labels) {
  std::set<int> years;
  for (std::uint32_t row = band.first_row; row <= band.last_row; ++row) {
    const auto found = rows.find(row);
    if (found == rows.end()) continue;
    for (const TextCell& cell : found->cells) {
      const std::string& label = cell.label().text;
      const int whole = to_year_label(label);
      const int head = label.size() > 7 ? to_year_label(label.substr(0, 7)) : 0;  // 2019年…: four digits and 年
      if (whole != 0) years.insert(whole);
      if (head != 0 && labels.leaves.count(label.substr(7)) != 0) years.insert(head);
    }
  }
  return to_printed_years(years);
}

}  // namespace

std::optional<HeaderBand> find_band(const SheetText& text, const FormLabels& labels, Around around) {
  const LabelRows rows(text.rows(), labels);
  auto row = rows.best(std::min<std::size_t>(2, labels.leaves.size()));
  if (!row && around == Around::nothing) row = find_halves(text, labels);
  if (!row) return std::nullopt;
  HeaderBand band;
  band.first_row = band.last_row = *row;
  extend(rows, band);
  if (around == Around::nothing) extend_by_halves(text, labels, band);
  extend_by_merges(text, labels, around, band);
  if (labels.has_years) band.years = find_years(text.rows(), band, labels);
  return band;
}

}  // namespace huizong
