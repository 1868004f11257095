// Rows of a list that are no records: units under the labels, parts and comparisons of the rows above, marks of pages and groups.

#include <algorithm>

#include "base/text.hpp"
#include "bind/chars.hpp"
#include "bind/claims.hpp"
#include "bind/list_reader.hpp"

namespace huizong {

/// 人 | 万元 | 户 under the labels, each as the column has it already: another unit would be a contradiction.
bool ListReader::is_unit_row(const Row& row) const {
  std::size_t units = 0;
  for (const TextCell& cell : row.texts) {
    const std::string name = replace_all(replace_all(replace_all(fold_label(cell.text), "单位:", ""), "(", ""), ")", "");
    if (name == "单位" || name == "计量单位") continue;
    const auto printed = find_unit(name);
    const int field = field_at(cell.at().column);
    if (!printed || cell.kind != CellKind::text) return false;
    const auto own = field < 0 ? std::nullopt : find_unit(units_[static_cast<std::size_t>(field)].declared);
    if (own && (!same_kind(*printed, *own) || !factor_between(*printed, *own).is_one())) return false;
    ++units;
  }
  return units >= 2;
}

/// A number alone in a column without a label, where the serial numbers stand.
bool ListReader::is_lone_serial(const Row& row) const {
  return row.texts.size() == 1 && serial_column_ == row.texts[0].at().column && is_figure(row.texts[0]) && !ended_;
}

/// 其中：小微企业, a part of the record or total above it: never a record. Above all records it may be one after all.
bool ListReader::take_of_which(const Row& row) {
  if (!is_of_which(row.texts[0].text) && !is_of_which(key_text(row))) return false;
  ignore(row, "why.of-which");
  seen_data_ = true;
  return draft_.data.records.empty() ? leave(row, "of-which") : mark(row, "of-which");
}

/// 平均 or 上年同期, where no name stands beside it; 第 1 页 alone in its row.
bool ListReader::take_aside(const Row& row) {
  const std::string& first = row.texts[0].text;
  const std::string key = key_text(row);
  if (row.texts.size() == 1 && is_page_line(first)) {
    ignore(row, "why.page-line");
    return mark(row, "page-line");
  }
  if (row.texts.size() == 1 && is_group_title(first)) {
    ignore(row, "why.group-title");
    return mark(row, "group-title");
  }
  if (!is_comparison(key.empty() ? first : key)) return false;
  ignore(row, "why.comparison");
  seen_data_ = true;
  return mark(row, "comparison");
}

}  // namespace huizong
