#include "bind/card_beside.hpp"

#include <algorithm>

namespace huizong {

CardBeside::CardBeside(const SheetText& text, const Spots& spots, const std::vector<BlockMatch>& blocks)
    : text_(text), spots_(spots), labels_(text.cell_count()) {
  for (const Spot& spot : spots.all) {
    labels_[text.place_of(*spot.cell)] = true;
    if (spot.rest != nullptr) labels_[text.place_of(*spot.rest)] = true;
  }
  for (const BlockMatch& block : blocks) {
    if (!block.header) continue;
    for (const HeaderColumn& column : block.header->band.columns) {
      if (const TextCell* cell = text.at(column.leaf)) labels_[text.place_of(*cell)] = true;
    }
  }
}

CellRef CardBeside::place_of(CellRef ref) const {
  const TextCell* cell = text_.at(ref);
  return cell != nullptr ? cell->at() : ref;
}

bool CardBeside::is_label(CellRef ref) const {
  const TextCell* cell = text_.at(ref);
  return cell != nullptr && holds_label(*cell);
}

CellRef CardBeside::find_value(const Spot& label, ValuePlace place) const {
  if (place == ValuePlace::below) return find_below(label);
  if (place == ValuePlace::right) return find_right(label);
  const CellRange span = span_of(label);
  const CellRef beside{span.first.row, span.last.column + 1};
  const bool heads = is_label(beside) || span.last.column >= text_.last_column() || is_among_labels(label);
  return heads ? find_below(label) : find_right(label);
}

/// In a row of labels with nothing between: the last of them heads its column as the others do.
bool CardBeside::is_among_labels(const Spot& label) const {
  const CellRange span = span_of(label);
  if (span.first.column == 0 || !is_label({span.first.row, span.first.column - 1})) return false;
  const CellRef beside = find_right(label);
  return text_.at(beside) == nullptr && text_.at(find_below(label)) != nullptr && !is_label(find_below(label));
}

/// A label over two rows has its value beside either.
CellRef CardBeside::find_right(const Spot& label) const {
  const CellRef beside = find_right_in(label.cell->at().row, label);
  if (label.rest == nullptr || is_value(beside)) return beside;
  const CellRef lower = find_right_in(label.rest->at().row, label);
  return is_value(lower) ? lower : beside;
}

bool CardBeside::has_two(const Spot& label, CellRef value) const {
  if (label.rest == nullptr || value.row > label.rest->at().row || !is_value(value)) return false;
  const CellRef lower = find_right_in(label.rest->at().row, label);
  return lower != value && is_value(lower);
}

/// The next cell of the row. In a sheet without merges the first one that shows before the next label: the label may
/// have been merged over the blanks between. Where merges stand, a blank is a value that is missing, unless other labels
/// are still merged over its column, or most of those like it show their value behind a blank.
CellRef CardBeside::find_right_in(std::uint32_t row, const Spot& label) const {
  const CellRange span = span_of(label);
  const CellRef beside{row, span.last.column + 1};
  if (text_.at(beside) != nullptr || is_merged(beside)) return place_of(beside);
  const bool is_missing = text_.has_merges() && !most_leave_blanks(span);
  std::uint32_t end = is_missing ? end_of_labels(span) + 1 : text_.last_column();
  while (end < text_.last_column() && is_blank_column(end)) ++end;  // no value is missing there
  for (std::uint32_t column = beside.column + 1; column <= end; ++column) {
    const CellRef ref{row, column};
    if (is_label(ref)) break;
    if (text_.at(ref) != nullptr) return place_of(ref);
  }
  return beside;
}

/// Where labels end that begin in the same column: the blank cells up to there were merged into this one, too.
std::uint32_t CardBeside::end_of_labels(const CellRange& span) const {
  std::uint32_t end = span.last.column;
  for (const Spot& other : spots_.all) {
    if (other.whole && span_of(other).first.column == span.first.column) end = std::max(end, span_of(other).last.column);
  }
  return end;
}

/// Titles and notes may be merged where the labels no longer are: so what the labels of the same column show beside them decides.
bool CardBeside::most_leave_blanks(const CellRange& span) const {
  if (span.first.column != span.last.column) return false;  // still merged
  int behind = 0, beside = 0;
  for (const Spot& other : spots_.all) {
    const CellRange its = span_of(other);
    if (!other.whole || its.first.column != span.first.column || its.last.column != span.last.column) continue;
    std::uint32_t column = its.last.column + 1;
    while (column < text_.last_column() && text_.at({its.first.row, column}) == nullptr) ++column;
    if (!is_value({its.first.row, column})) continue;
    ++(column == its.last.column + 1 ? beside : behind);
  }
  return behind > beside;
}

/// A blank that is merged over several cells is a value that is missing, whatever stands behind it.
bool CardBeside::is_merged(CellRef ref) const {
  const auto& merges = text_.merges();
  auto merge = std::lower_bound(merges.begin(), merges.end(), ref, [](const CellRange& held, CellRef wanted) { return held.first < wanted; });
  while (merge != merges.end() && merge->first == ref && merge->last.column == ref.column) ++merge;
  return merge != merges.end() && merge->first == ref;
}

/// A column in which no cell of the sheet begins: it was put in.
bool CardBeside::is_blank_column(std::uint32_t column) const {
  return std::none_of(text_.rows().begin(), text_.rows().end(), [column](const TextRow& row) {
    return std::any_of(row.cells.begin(), row.cells.end(), [column](const TextCell& cell) { return cell.at().column == column; });
  });
}

CellRef CardBeside::find_below(const Spot& label) const {
  const CellRange span = span_of(label);
  for (std::uint32_t column = span.first.column; column <= span.last.column; ++column) {
    const CellRef ref{span.last.row + 1, column};
    const TextCell* cell = text_.at(ref);
    if (cell != nullptr && cell->at() == ref) return ref;
  }
  // What begins further left may be another label's as well.
  return place_of({span.last.row + 1, span.first.column});
}

}  // namespace huizong
