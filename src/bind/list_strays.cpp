// What stands astray in a list: a unit in a row's own words, figures among texts, rows behind the table's end.

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "bind/chars.hpp"
#include "bind/list_reader.hpp"
#include "bind/row_kind.hpp"
#include "bind/unit.hpp"

namespace huizong {
namespace {

/// A column of texts, and the columns of figures that follow each other beside it.
struct Neighbours {
  int text = -1;
  std::vector<int> figures;
};

bool is_of_figures(const FormSpec& form, const HeaderColumn& column) {
  if (column.field < 0) return false;
  const FieldType type = form.fields[static_cast<std::size_t>(column.field)].type;
  return type == FieldType::integer || type == FieldType::number;
}

template <class It>
std::vector<int> figures_from(It at, It end, const FormSpec& form) {
  std::vector<int> fields;
  for (It before = at++; at != end && is_of_figures(form, *at); before = at++) {
    const auto [left, right] = std::minmax(before->column, at->column);
    if (right != left + 1) break;
    fields.push_back(at->field);
  }
  return fields;
}

std::vector<Neighbours> find_neighbours(const HeaderBand& band, const FormSpec& form) {
  std::vector<Neighbours> found;
  for (auto at = band.columns.begin(); at != band.columns.end(); ++at) {
    if (at->field < 0 || form.fields[static_cast<std::size_t>(at->field)].type != FieldType::text) continue;
    const auto back = std::make_reverse_iterator(std::next(at));
    for (auto& figures : {figures_from(back, band.columns.rend(), form), figures_from(at, band.columns.end(), form)}) {
      if (!figures.empty()) found.push_back({at->field, figures});
    }
  }
  return found;
}

/// 元 of 金额单位：元, 云谷公司（单位：元）, 以元计.
std::optional<Measure> money_in(const TextCell& cell) {
  if (cell.kind != CellKind::text || !contains(cell.text, "元")) return std::nullopt;
  std::string_view words = cell.folded();
  if (const std::size_t open = words.rfind('('); ends_with(words, ")") && open != std::string_view::npos) words = words.substr(open + 1, words.size() - open - 2);
  for (const std::string_view front : {"金额", "单位", ":", "为", "以", "按"}) {
    if (starts_with(words, front)) words.remove_prefix(front.size());
  }
  for (const std::string_view end : {"计", "为单位", "填写", "填报"}) {
    if (ends_with(words, end)) words.remove_suffix(end.size());
  }
  const auto unit = find_unit(words);
  return unit && unit->kind == UnitKind::money ? unit : std::nullopt;
}

}  // namespace

/// 元 in a column of its own (金额单位), in a remark or behind a name, where the columns of money are in 万元.
void ListReader::tell_unit_of_row(const Row& row) {
  for (const TextCell& cell : row.texts) {
    const auto seen = money_in(cell);
    if (!seen) continue;
    for (const HeaderColumn& column : header_.band.columns) {
      const auto meant = column.field < 0 ? std::nullopt : find_unit(units_[static_cast<std::size_t>(column.field)].declared);
      if (!meant || meant->kind != UnitKind::money || factor_between(*seen, *meant).is_one()) continue;
      draft_.add("unit.conflict", {{"from", seen->name}, {"to", meant->name}}, column.field, cell.at());
      break;
    }
  }
}

/// A figure that slid out of its column into that of texts beside it: 4380.5 for 联系人, where its own or, the whole row
/// having slid, another beside it is blank. Where most texts of the column are numbers, they are meant.
void ListReader::tell_figures_among_texts() {
  for (const auto& [text, figures] : find_neighbours(header_.band, *draft_.form)) {
    if (text == naming_.front()) continue;  // tell_unlike_others sees it
    const auto value_of = [](const Record& record, int field) -> const Value& { return record.values[static_cast<std::size_t>(field)]; };
    const std::vector<Record>& records = draft_.data.records;
    std::vector<std::size_t> slid;
    std::size_t numbers = 0;
    for (std::size_t i = 0; i < records.size(); ++i) {
      if (!is_number_for_name(value_of(records[i], text))) continue;
      ++numbers;
      const auto is_blank = [&](int figure) { return value_of(records[i], figure).kind == ValueKind::missing; };
      if (std::any_of(figures.begin(), figures.end(), is_blank)) slid.push_back(i);
    }
    if (numbers * 2 > records.size() && records.size() > 1) continue;
    for (const std::size_t i : slid) {
      const Value& value = value_of(draft_.data.records[i], text);
      draft_.add("cell.unclaimed", {{"value", value.text}}, text, value.cell);
      draft_.pending.back().record = static_cast<int>(i);
    }
  }
}

/// 计划 or 上年 below the label of a figure, in a row of its own: the column is not what its label says.
void ListReader::tell_other_year(const Row& row) {
  static constexpr std::array<std::string_view, 8> words{"上年", "去年", "上期", "计划", "目标", "本年计划", "预计", "同期"};
  for (const TextCell& cell : row.texts) {
    const int field = cell.kind == CellKind::text ? field_at(cell.at().column) : -1;
    if (field < 0) continue;
    const FieldType type = draft_.form->fields[static_cast<std::size_t>(field)].type;
    const bool figure = type == FieldType::integer || type == FieldType::number;
    const bool other = std::any_of(words.begin(), words.end(), [&](std::string_view word) { return starts_with(cell.folded(), word); });
    if (figure && other) draft_.add("header.ambiguous", {{"value", cell.shown()}}, field, cell.at());
  }
}

/// Behind a note: a row with a name, and most of the columns filled, which nothing says to be of the table's foot.
bool ListReader::is_lost(const Row& row) const {
  if (in_card_ || row.key.empty() || draft_.data.records.empty()) return false;
  std::size_t filled = 0;
  for (const TextCell& cell : row.texts) {
    if (has_colon(cell.text) || is_signature(cell.text) || to_total_kind(cell.text) != TotalKind::none) return false;
    if (field_at(cell.at().column) >= 0) ++filled;
  }
  constexpr std::size_t least = 3;
  return filled >= least && filled * 2 >= header_.band.columns.size();
}

void ListReader::keep_lost(const Row& row) {
  const CellRef first = row.texts.front().at(), last = row.texts.back().at();
  if (!lost_) lost_ = CellRange{first, last};
  lost_->first.column = std::min(lost_->first.column, first.column);
  lost_->last = {last.row, std::max(lost_->last.column, last.column)};
}

void ListReader::tell_lost() {
  if (lost_) draft_.add("cell.unclaimed", {{"range", to_a1(lost_->first) + ":" + to_a1(lost_->last)}}, -1, lost_->first);
}

}  // namespace huizong
