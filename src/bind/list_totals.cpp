// The totals of a list: 合计 and 小计 rows, and figures about all rows behind a label of their own.

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "bind/chars.hpp"
#include "bind/claims.hpp"
#include "bind/list_reader.hpp"
#include "bind/value.hpp"

namespace huizong {

bool ListReader::is_total_label(const TextCell& cell) const {
  const std::string folded = fold_label(cell.text);
  return std::any_of(draft_.form->fields.begin(), draft_.form->fields.end(), [&](const Field& field) {
    return std::any_of(field.total.labels.begin(), field.total.labels.end(), [&](const auto& label) { return starts_with(folded, label); });
  });
}

/// 平均满意度 | 96.5, or 上一年度共服务企业 58 家 in one cell: figures about all rows, each behind a label of its own.
bool ListReader::take_labelled_totals(const Row& row) {
  if (!has_total_labels_) return false;
  Values values;
  for (std::size_t i = 0; i < row.texts.size(); ++i) {
    const TextCell& cell = row.texts[i];
    if (cell.kind != CellKind::text || !is_total_label(cell)) continue;
    const std::string folded = fold_label(cell.text);
    for (std::size_t at = 0; at < draft_.form->fields.size(); ++at) {
      for (const std::string& label : draft_.form->fields[at].total.labels) {
        if (!starts_with(folded, label)) continue;
        if (values.empty()) {
          values = Values(draft_.form->fields.size());
          for (Value& value : values) value.kind = ValueKind::not_applicable;
        }
        draft_.mark(cell.at(), CellUse::label, "total-label", static_cast<int>(at));
        values[at] = read_labelled(row, i, folded.substr(label.size()), static_cast<int>(at));
      }
    }
  }
  if (values.empty()) return false;
  seen_data_ = true;
  for (const TextCell& cell : row.texts) {
    const bool taken = std::any_of(values.begin(), values.end(), [&](const Value& value) { return value.cell == cell.at(); });
    if (!taken && is_figure(cell)) tell_unclaimed(cell, draft_);
  }
  const auto all = static_cast<std::uint32_t>(draft_.data.records.size());
  FiledTotal total;
  total.row = row.row;
  total.first_record = all;
  total.values = std::move(values);
  draft_.data.totals.push_back(std::move(total));
  total_kinds_.push_back(TotalKind::labelled);
  return true;
}

/// What stands behind the label, in its own cell or in the next one.
Value ListReader::read_labelled(const Row& row, std::size_t index, std::string rest, int field) {
  while (!rest.empty() && (rest.front() == ':' || rest.front() == '_')) rest.erase(0, 1);
  rest = replace_all(std::move(rest), "_", "");
  const Field& column = draft_.form->fields[static_cast<std::size_t>(field)];
  if (const std::string unit = "(" + column.unit + ")"; starts_with(rest, unit)) rest.erase(0, unit.size());
  while (!rest.empty() && rest.front() == ':') rest.erase(0, 1);
  const auto& unit = units_[static_cast<std::size_t>(field)];
  const bool bare = rest.empty() || rest == column.unit;
  if (!bare) {
    Cell cell;
    cell.kind = CellKind::text;
    cell.text = rest;
    return read_value(&cell, row.texts[index].at(), field, unit, date1904_, draft_);
  }
  Value missing;
  missing.cell = row.texts[index].at();
  if (index + 1 >= row.texts.size() || is_total_label(row.texts[index + 1])) return missing;
  const CellRef at = row.texts[index + 1].at();
  const auto cell = std::find_if(row.cells.begin(), row.cells.end(), [&at](const Cell& c) { return c.column == at.column; });
  return read_value(cell == row.cells.end() ? nullptr : &*cell, at, field, unit, date1904_, draft_);
}

bool ListReader::take_total(const Row& row) {
  TotalKind kind = TotalKind::none;
  for (std::size_t i = 0; i < row.texts.size() && i < 3 && kind == TotalKind::none; ++i) {
    if (row.texts[i].kind == CellKind::text) kind = to_total_kind(row.texts[i].text);
  }
  const std::string& key = row.key;
  // 合计 | 58家: how many records there are, in the column of their names.
  NumberText counted;
  if (kind == TotalKind::grand && to_total_kind(key) == TotalKind::none && !is_missing_word(key)) counted = read_number_text(key, "家");
  // 太原市（5个） with figures: what its rows add up to.
  const bool bracket = ends_with(key, ")") || ends_with(key, "）");
  const bool group = bracket && kind == TotalKind::none && row.texts.size() > 2 && to_group_title(key) == GroupTitle::counted && !names_regions();
  if (group) kind = TotalKind::part;
  const bool named = group || (kind != TotalKind::none && (is_missing_word(key) || to_total_kind(key) != TotalKind::none));
  if (!named && counted.kind != NumberKind::figure) return false;
  seen_data_ = true;
  FiledTotal total;
  total.row = row.row;
  total.first_record = static_cast<std::uint32_t>(draft_.data.records.size());
  total.values = read_values(row, true);
  if (counted.kind == NumberKind::figure) put_count(row, counted, total);
  mark_total(row, total);
  draft_.data.totals.push_back(std::move(total));
  total_kinds_.push_back(kind);
  return true;
}

/// What of a total row is no figure of it; side figures are told as beside any row.
void ListReader::mark_total(const Row& row, const FiledTotal& total) {
  for (const TextCell& cell : row.texts) {
    const int field = field_at(cell.at().column);
    if (to_total_kind(cell.text) != TotalKind::none) {
      draft_.mark(cell.at(), CellUse::label, "total-label");
      continue;
    }
    const bool taken = std::any_of(total.values.begin(), total.values.end(), [&](const Value& value) {
      return value.kind != ValueKind::not_applicable && value.cell == cell.at();
    });
    if (taken || field < 0) continue;
    // A serial number, or how many records there are, in the column of their names.
    const bool counts = draft_.form->fields[static_cast<std::size_t>(field)].type == FieldType::ordinal ||
                        std::find(naming_.begin(), naming_.end(), field) != naming_.end();
    if (counts || !is_figure(cell)) draft_.mark(cell.at(), CellUse::ignored, "total-row");
    else tell_unclaimed(cell, draft_);
  }
  tell_unlabelled(row);
}

void ListReader::put_count(const Row& row, const NumberText& count, FiledTotal& total) const {
  for (std::size_t i = 0; i < draft_.form->fields.size(); ++i) {
    if (!draft_.form->fields[i].computed.one) continue;
    Value& value = total.values[i];
    value.kind = ValueKind::figure;
    value.number = count.number;
    value.text = row.key;
    for (const TextCell& cell : row.texts) {
      if (cell.text == value.text) value.cell = cell.at();
    }
  }
}

/// Are the records regions themselves, so that 太原市 is one?
bool ListReader::names_regions() const {
  const auto& fields = draft_.form->reporter.region_fields;
  return draft_.form->records_are_regions ||
         std::any_of(naming_.begin(), naming_.end(), [&](int field) { return std::find(fields.begin(), fields.end(), field) != fields.end(); });
}

/// Which records a total row claims. A 小计 stands below its rows, or above them where it opens the table.
void ListReader::finish_totals() {
  auto& totals = draft_.data.totals;
  const auto all = static_cast<std::uint32_t>(draft_.data.records.size());
  std::size_t plain = static_cast<std::size_t>(std::count(total_kinds_.begin(), total_kinds_.end(), TotalKind::grand));
  const bool parts = std::count(total_kinds_.begin(), total_kinds_.end(), TotalKind::part) > 0;
  const auto named = std::count(total_kinds_.begin(), total_kinds_.end(), TotalKind::named);
  for (TotalKind& kind : total_kinds_) {
    // 太原市合计 as the only total is the total of all.
    if (kind == TotalKind::named) kind = named == 1 && plain == 0 && !parts ? TotalKind::grand : TotalKind::part;
  }
  std::size_t seen = 0;
  bool grouped = false;  // an earlier 合计 had rows below it
  for (std::size_t i = 0; i < totals.size(); ++i) {
    if (total_kinds_[i] != TotalKind::grand) continue;
    ++seen;
    // 合计 again and again with rows between them are subtotals, but for the last one that follows another total directly: that
    // of the last group.
    const bool inside = totals[i].first_record > 0 && (totals[i].first_record < all || grouped);
    grouped = grouped || inside;
    const bool own_rows = i > 0 && seen == plain && totals[i].first_record != totals[i - 1].first_record;
    if (plain > 1 && (own_rows || (seen < plain && inside))) total_kinds_[i] = TotalKind::part;
  }
  const auto first_part = std::find(total_kinds_.begin(), total_kinds_.end(), TotalKind::part) - total_kinds_.begin();
  const bool above = static_cast<std::size_t>(first_part) < totals.size() &&
                     totals[static_cast<std::size_t>(first_part)].first_record == 0;
  std::uint32_t start = 0;
  for (std::size_t i = 0; i < totals.size(); ++i) {
    FiledTotal& total = totals[i];
    if (total_kinds_[i] == TotalKind::labelled) {
      total.first_record = 0;
      total.last_record = all;
      continue;
    }
    if (total_kinds_[i] == TotalKind::running) {
      total.last_record = std::exchange(total.first_record, 0);
      total.grand = total.last_record == all;
      continue;
    }
    total.grand = total_kinds_[i] != TotalKind::part;
    const std::uint32_t here = total.first_record;
    total.first_record = total.grand ? 0 : above ? here : start;
    total.last_record = total.grand ? all : here;
    if (total.grand) continue;
    start = here;
    if (!above) continue;
    total.last_record = all;
    for (std::size_t next = i + 1; next < totals.size(); ++next) {
      if (total_kinds_[next] != TotalKind::part) continue;
      total.last_record = totals[next].first_record;
      break;
    }
  }
  if (filtered_ > 1) {
    for (Pending& pending : draft_.pending) {
      const bool first = pending.finding.rule == "row.hidden" && pending.finding.severity == Severity::info;
      if (first) pending.finding.args.emplace_back("total", std::to_string(filtered_));
    }
  }
}

}  // namespace huizong
