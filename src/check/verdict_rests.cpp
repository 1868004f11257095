#include "check/verdict_rests.hpp"

#include <algorithm>

#include "check/finding_of.hpp"

namespace huizong {
namespace {

std::string shown(const Value& value) {
  switch (value.kind) {
    case ValueKind::figure:
    case ValueKind::nil: return to_text(value.number);
    case ValueKind::date: return to_text(value.date);
    case ValueKind::boolean: return value.number.is_zero() ? "否" : "是";
    case ValueKind::missing:
    case ValueKind::not_applicable: return "";
    default: return value.text;
  }
}

/// Runs of cells below each other. The map is by row first: a column's cells come in order.
std::vector<CellRange> to_ranges(const std::map<CellRef, const Value*>& cells) {
  std::vector<CellRange> ranges;
  for (const auto& [cell, value] : cells) {
    const bool next = !ranges.empty() && ranges.back().last.column == cell.column && ranges.back().last.row + 1 == cell.row;
    if (next) ranges.back().last = cell;
    else ranges.push_back({cell, cell});
  }
  return ranges;
}

}  // namespace

void Rests::see(const Record& record, int column) {
  const Origin* origin = rows_.origin_of(record);
  if (origin == nullptr) return;
  if (column < 0) {
    const FormSpec* form = input_.pack.form(origin->submission->data.form);
    const std::vector<int> naming = form == nullptr ? std::vector<int>{} : form->naming();
    if (naming.empty() || !record.block.empty()) {
      const auto first = std::find_if(record.values.begin(), record.values.end(), [](const Value& v) { return v.kind != ValueKind::not_applicable; });
      if (first == record.values.end()) return;
      column = static_cast<int>(record.values.first() + static_cast<std::size_t>(first - record.values.begin()));
    } else {
      column = naming.back();
    }
  }
  const Value& value = value_of(record, column);
  if (value.kind == ValueKind::not_applicable) return;
  const Field& field = fields_of(input_.form.form, origin->source)[static_cast<std::size_t>(column)];
  const auto [place, fresh] = places_.try_emplace({origin->submission, &field}, columns_.size());
  if (fresh) columns_.push_back({origin->submission, &field, {}});
  columns_[place->second].cells.emplace(value.cell, &value);
}

std::vector<Resting> Rests::take() {
  std::vector<Resting> all;
  for (const Column& column : columns_) {
    const Return& data = column.submission->data;
    Resting one{data.form, column.submission->file, data.sheet, to_path(input_.form.form, *column.field, data.period), to_ranges(column.cells), column.cells.size(), ""};
    if (one.count == 1) one.value = shown(*column.cells.begin()->second);
    all.push_back(std::move(one));
  }
  columns_.clear();
  places_.clear();
  return all;
}

}  // namespace huizong
