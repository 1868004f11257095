// Rows of a list that are no records: units and numbers below the header, pages, groups, remarks, parts and comparisons.

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "bind/chars.hpp"
#include "bind/claims.hpp"
#include "bind/column_units.hpp"
#include "bind/list_reader.hpp"
#include "bind/number.hpp"
#include "bind/unit.hpp"

namespace huizong {
namespace {

constexpr std::size_t longest_dash = 40;   // bytes
constexpr std::size_t longest_serial = 6;  // characters
constexpr std::size_t longest_name = 50;  // characters: a longer text alone in its row is a remark

/// The unit that a cell of a row of units names: 万元, （万元）, 单位：万元.
std::string unit_in(const TextCell& cell) {
  std::string_view folded = cell.folded();
  for (const std::string_view word : {"计量单位:", "单位:"}) {
    if (starts_with(folded, word)) folded.remove_prefix(word.size());
  }
  const std::string unit = without_brackets(folded);
  return find_listed_units(unit).size() == 1 ? unit : "";
}

/// Is the unit of the kind that the column below which it stands counts in?
bool goes_with(const FormSpec& form, const LabelUnit& label) {
  const auto own = find_unit(form.fields[static_cast<std::size_t>(label.field)].unit);
  const auto named = find_unit(label.unit);
  return own && named && same_kind(*named, *own);
}

bool is_number(const TextCell& cell) { return cell.kind == CellKind::number; }

/// 备注 | 其中3家为新增 and 附：分行业情况, which end a list as 备注：… does.
bool opens_foot(std::span<const TextCell> texts) {
  if (texts[0].kind != CellKind::text || begins_otherwise(texts[0].text, "注备说填附")) return false;
  const std::string_view folded = texts[0].folded();
  if (texts.size() == 1) return starts_with(folded, "附:");
  static constexpr std::array<std::string_view, 6> words{"注", "备注", "说明", "附注", "填表说明", "填报说明"};
  return std::find(words.begin(), words.end(), folded) != words.end() && std::none_of(texts.begin(), texts.end(), is_figure);
}

}  // namespace

bool ListReader::is_repeated_header(const Row& row) const {
  const auto is_text = [](const TextCell& cell) { return cell.kind == CellKind::text; };
  const auto texts = static_cast<std::size_t>(std::count_if(row.texts.begin(), row.texts.end(), is_text));
  if (texts < 2 || texts * 2 < row.texts.size()) return false;  // most rows are figures: soon told
  std::size_t hits = 0;
  std::size_t misses = 0;
  for (const TextCell& cell : row.texts) {
    if (++misses * 2 > row.texts.size() + 1) break;
    if (!is_text(cell)) continue;
    if (!heads_column(cell)) continue;
    ++hits;
    --misses;
  }
  return hits >= 2 && hits * 2 >= row.texts.size();
}

/// A row of nothing but units under the header: 万元 below 营业收入, 人 below 职工人数.
bool ListReader::take_unit_row(const Row& row) {
  const auto is_plain_figure = [this](const TextCell& cell) { return cell.is_number() && field_at(cell.at().column) >= 0; };
  if (std::any_of(row.texts.begin(), row.texts.end(), is_plain_figure)) return false;  // nearly every record
  std::vector<LabelUnit> labels;
  bool named = false;  // 单位 | — | —
  for (const TextCell& cell : row.texts) {
    const int field = field_at(cell.at().column);
    const std::string unit = cell.kind == CellKind::text ? unit_in(cell) : "";
    named = named || (unit.empty() && (cell.folded() == "单位" || cell.folded() == "计量单位"));
    if (field < 0) continue;  // strays and other tables beside this one
    if (!unit.empty()) labels.push_back({field, unit, cell.at()});
    else if (!is_missing_word(cell.text) && !contains(cell.text, "单位")) return false;
  }
  // 万元 alone in its row may as well be a remark, unless it stands below a column that counts in such a unit.
  const bool alone = labels.size() == 1 && (row.key.empty() || is_missing_word(row.key)) && goes_with(*draft_.form, labels[0]);
  if (labels.size() < 2 && !named && !alone) return false;
  mark_row(row.texts, CellUse::label, "unit-line", draft_);
  tell_unlabelled(row);
  const auto units = decide_units(labels, std::nullopt, draft_);
  for (const LabelUnit& label : labels) {
    ColumnUnit& own = units_[static_cast<std::size_t>(label.field)];
    const ColumnUnit& below = units[static_cast<std::size_t>(label.field)];
    if (!own.factor.is_one() && own.declared != below.declared) {
      draft_.add("unit.conflict", {{"from", below.declared}, {"to", own.declared}}, label.field, label.at);
    } else {
      own = below;
    }
  }
  return true;
}

bool ListReader::pass_over(const Row& row) {
  if (!seen_data_ && is_numbering(row.own)) return mark(row, "numbering-row");
  if (!seen_data_ && take_unit_row(row)) return true;
  if (is_lone_serial(row)) return mark(row, "empty-line");
  if (is_repeated_header(row)) {
    ignore(row, "why.repeated-header");
    ended_ = false;  // the next page goes on
    seen_data_ = false;
    return leave(row, "repeated-header");
  }
  if (row.texts.size() <= 3 && repeats_head(row)) {
    if (!draft_.data.records.empty() || !draft_.data.totals.empty()) ignore(row, "why.repeated-header");
    return leave(row, "repeated-header");
  }
  if (ended_ || !is_only_serial(row)) return false;
  // A serial number counts rows; anything greater is a figure that went astray.
  const auto number = parse_decimal(row.texts[0].text);
  const bool counts = !is_figure(row.texts[0]) ||
                      (number && number->is_whole() && *number <= Decimal(static_cast<std::int64_t>(row.row - header_.band.last_row)));
  return counts ? mark(row, "empty-line") : leave(row, "empty-line");
}

/// A line that stands above the header, too.
bool ListReader::repeats_head(const Row& row) const {
  const std::string_view first = row.texts[0].folded();
  return stands_above(first) && to_total_kind(first) == TotalKind::none && !is_nil_word(first);
}

/// A serial number alone is an empty line of the blank form.
bool ListReader::is_only_serial(const Row& row) const {
  const auto stands_so = [this](const TextCell& cell) { return is_ordinal(cell.at().column); };
  return std::all_of(row.texts.begin(), row.texts.end(), stands_so) &&
         std::all_of(row.texts.begin(), row.texts.end(), [](const TextCell& cell) {
           return to_total_kind(cell.text) == TotalKind::none && !is_note(cell.text) && !is_nil_word(cell.text) && count_characters(cell.text) <= longest_serial;
         });
}

/// A number alone in a column without a label, where the serial numbers stand.
bool ListReader::is_lone_serial(const Row& row) const {
  return row.texts.size() == 1 && serial_column_ == row.texts[0].at().column && is_figure(row.texts[0]) && !ended_;
}

/// 其中：小微企业, a part of the record or total above it: never a record. Above all records it may be one after all.
bool ListReader::take_of_which(const Row& row) {
  if (!is_of_which(row.texts[0].text) && !is_of_which(row.key)) return false;
  ignore(row, "why.of-which");
  seen_data_ = true;
  return draft_.data.records.empty() ? leave(row, "of-which") : mark(row, "of-which");
}

/// 平均 or 上年同期, where no name stands beside it; 第 1 页 alone in its row.
bool ListReader::take_aside(const Row& row) {
  const std::string_view first = row.texts[0].text;
  const std::string& key = row.key;
  if (row.own.size() == 1 && is_page_line(first)) {
    ignore(row, "why.page-line");
    return mark(row, "page-line");
  }
  if (row.own.size() == 1 && is_group_title(first)) {
    ignore(row, "why.group-title");
    return mark(row, "group-title");
  }
  if (!is_comparison(key.empty() ? first : key)) return false;
  ignore(row, "why.comparison");
  seen_data_ = true;
  return mark(row, "comparison");
}

/// A note in the midst of a table: the record below it has the next serial number, a name, and most of the columns. A card's table has no
/// serial numbers, and ends where the next label stands.
bool ListReader::goes_on(const Row& row) const {
  if (row.key.empty() || row.texts.size() * 2 < header_.band.columns.size() || draft_.data.records.empty()) return false;
  if (in_card_) return row.texts.size() > 2 && !has_colon(row.key) && to_total_kind(row.key) == TotalKind::none;
  const std::string next = std::to_string(draft_.data.records.size() + 1);
  return std::any_of(row.texts.begin(), row.texts.end(), [&](const TextCell& cell) { return is_ordinal(cell.at().column) && cell.text == next; });
}

bool ListReader::take_remark(const Row& row) {
  const std::string_view first = row.texts[0].text;
  const std::string& key = row.key;
  const bool alone = row.own.size() == 1;
  if (!seen_data_ && key.empty()) tell_other_year(row);
  if (is_note(first) || (row.texts[0].kind == CellKind::text && is_signature(first)) || opens_foot(row.texts)) {
    ended_ = true;
    foot_.add(row.texts, reporter_labels_);
    return true;
  }
  // Nearly every row holds a number, which is soon seen; figures that are texts are looked for last.
  const auto holds = [&](bool (*is_one)(const TextCell&)) {
    return std::any_of(row.texts.begin(), row.texts.end(),
                       [&](const TextCell& cell) { return is_one(cell) && cell.text != "0" && !is_ordinal(cell.at().column); });
  };
  // A second text tells of something: somebody is called 无, or what he is called was not known.
  const auto says_more = [&] {
    return std::count_if(row.texts.begin(), row.texts.end(), [&](const TextCell& cell) {
             return !is_ordinal(cell.at().column) && !is_missing_word(cell.text) && !is_nil_word(cell.text) && field_at(cell.at().column) >= 0;
           }) > 1;
  };
  const bool nil = !holds(is_number) && (is_nil_word(key) || (is_nil_word(first) && is_missing_word(key))) && !holds(is_figure) && !says_more();
  if (nil) {
    draft_.data.nil_report = draft_.data.records.empty();
    seen_data_ = true;
    mark_row(row.texts, CellUse::label, "nil-report", draft_);
    return true;
  }
  if (is_filler(key) || (key.empty() && is_filler(first))) {
    ignore(row, "why.filler");
    // 例：… shows how to fill in a line, with its figures.
    const bool shows = to_u32(fold_label(key.empty() ? first : key)).find(U'例') != std::u32string::npos;
    return shows ? mark(row, "filler") : leave(row, "filler");
  }
  const bool nothing = std::all_of(row.texts.begin(), row.texts.end(), [&](const TextCell& cell) {
    const bool serial = is_ordinal(cell.at().column) && cell.text.size() <= longest_serial;
    return serial || (cell.text.size() < longest_dash && is_missing_word(cell.text));
  });
  if (nothing) {
    ignore(row, "why.filler");
    return mark(row, "filler");
  }
  if (!alone || row.texts[0].kind != CellKind::text) return false;
  if (!names_regions() && to_group_title(first) != GroupTitle::none) {
    ignore(row, "why.group-title");
    return mark(row, "group-title");
  }
  if (parse_date(fold_label(first))) {
    foot_.add(row.texts, reporter_labels_);
    return true;
  }
  const std::size_t length = count_characters(first);
  const std::string folded = fold_label(first);
  const bool bracketed = starts_with(folded, "(") && ends_with(folded, ")");  // （本页完）, （以下空白）
  const bool sentence = ends_with(folded, "。");                                // 本表一式三份。
  if (!key.empty() && length <= longest_name && !contains(first, "：") && !bracketed && !sentence) return false;
  if (length <= 15) {
    ignore(row, "why.remark");
    mark(row, "remark");
  }
  foot_.add(row.texts, reporter_labels_);
  return true;
}

}  // namespace huizong
