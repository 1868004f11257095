// Rows of a list that are no records: parts and comparisons of the rows above, marks of pages and groups.

#include <algorithm>

#include "base/text.hpp"
#include "bind/chars.hpp"
#include "bind/claims.hpp"
#include "bind/list_reader.hpp"

namespace huizong {

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
