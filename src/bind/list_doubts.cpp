// Records that may be none: a name alone, and a name with figures where the other records have more to tell; figures among
// texts.

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "bind/chars.hpp"
#include "bind/list_reader.hpp"
#include "bind/unit.hpp"

namespace huizong {
namespace {

constexpr std::size_t longest_rest = 8;  // characters

bool is_filled(const Value& value) { return value.kind != ValueKind::missing && value.kind != ValueKind::not_applicable; }

/// 1月, 2024年, 3类: what is counted in another table. 1号 counts rows.
bool is_number_of_something(const std::string& text) {
  const std::u32string letters = to_u32(text.substr(std::min(text.find_first_not_of("0123456789"), text.size())));
  return !letters.empty() && is_han(letters[0]) && letters[0] != U'号';
}

/// No digit, ring or numeral in it: 一, ②, A3 and 甲 count rows.
bool is_strange_serial(const std::string& text) {
  if (begins_with_digit(text)) return is_number_of_something(text);
  if (count_characters(text) < 2 || to_total_kind(text) != TotalKind::none) return false;  // 合计 is told elsewhere
  const std::u32string letters = to_u32(normalise(text));
  return std::all_of(letters.begin(), letters.end(), [](char32_t c) {
    return is_han(c) && std::u32string_view(U"一二三四五六七八九十百第甲乙丙丁戊").find(c) == std::u32string_view::npos;
  });
}

/// The field of the serial numbers; -1: no column has them.
int find_ordinal(const HeaderBand& band, const FormSpec& form) {
  const auto found = std::find_if(band.columns.begin(), band.columns.end(), [&](const HeaderColumn& column) {
    return column.field >= 0 && form.fields[static_cast<std::size_t>(column.field)].type == FieldType::ordinal;
  });
  return found == band.columns.end() ? -1 : found->field;
}

/// 行业 or 制造业 in the column of serial numbers.
bool has_strange_serial(const Record& record, int ordinal) {
  if (ordinal < 0) return false;
  const Value& value = record.values[static_cast<std::size_t>(ordinal)];
  return is_filled(value) && is_strange_serial(value.text);
}

/// 30 or 120.5 for a name; codes are longer.
bool is_number_for_name(const Value& name) {
  constexpr std::size_t longest = 9;
  return is_filled(name) && begins_with_digit(name.text) && name.text.size() <= longest && name.text.find_first_not_of("0123456789.,%") == std::string::npos;
}

/// Columns side by side of which one takes texts and the other figures.
struct Neighbours { int text, figure; };
std::vector<Neighbours> find_neighbours(const HeaderBand& band, const FormSpec& form) {
  std::vector<Neighbours> found;
  const auto add = [&](const HeaderColumn& a, const HeaderColumn& b) {
    if (a.field < 0 || b.field < 0) return;
    const FieldType other = form.fields[static_cast<std::size_t>(b.field)].type;
    const bool fits = form.fields[static_cast<std::size_t>(a.field)].type == FieldType::text && (other == FieldType::integer || other == FieldType::number);
    if (fits) found.push_back({a.field, b.field});
  };
  for (std::size_t i = 1; i < band.columns.size(); ++i) {
    if (band.columns[i].column != band.columns[i - 1].column + 1) continue;
    add(band.columns[i - 1], band.columns[i]);
    add(band.columns[i], band.columns[i - 1]);
  }
  return found;
}

bool is_figure_type(FieldType type) { return type == FieldType::integer || type == FieldType::number || type == FieldType::tick; }

}  // namespace

/// A serial number, a text, a date: more than a name and figures. What a merge shows from the row above tells of that one.
bool ListReader::tells_of_itself(const Record& record) const {
  for (const HeaderColumn& column : header_.band.columns) {
    if (column.field < 0 || std::find(naming_.begin(), naming_.end(), column.field) != naming_.end()) continue;
    const FieldType type = draft_.form->fields[static_cast<std::size_t>(column.field)].type;
    const Value& value = record.values[static_cast<std::size_t>(column.field)];
    if (is_figure_type(type) || !is_filled(value)) continue;
    if (type == FieldType::ordinal ? begins_with_digit(value.text) : !is_shown_from_above(value)) return true;
  }
  return false;
}

bool ListReader::is_shown_from_above(const Value& value) const {
  const auto& merges = text_.merges();  // in order
  if (merges.empty() || merges.back().first.row <= header_.band.last_row) return false;  // nearly always
  const TextCell* cell = text_.at(value.cell);
  return cell != nullptr && cell->at().row < value.cell.row;
}

/// Is there anything in the record's row but what it is called? A serial number says that it is one.
bool ListReader::has_more_than_a_name(const Record& record) const {
  return std::any_of(header_.band.columns.begin(), header_.band.columns.end(), [&](const HeaderColumn& column) {
    if (column.field < 0 || std::find(naming_.begin(), naming_.end(), column.field) != naming_.end()) return false;
    const Value& value = record.values[static_cast<std::size_t>(column.field)];
    if (!is_filled(value) || value.text.empty()) return false;  // a blank among ticks is no figure
    return draft_.form->fields[static_cast<std::size_t>(column.field)].type != FieldType::ordinal || begins_with_digit(value.text);
  });
}

void ListReader::doubt(std::size_t record, const char* why) {
  const int named = naming_.front();
  const CellRef at = draft_.data.records[record].values[static_cast<std::size_t>(named)].cell;
  Finding& finding = draft_.add("cell.required", {{"why", why}}, named, at);
  finding.severity = Severity::verify;
  finding.scope = Scope::row;  // none of its figures is certain
  draft_.pending.back().record = static_cast<int>(record);
}

/// The rest of a long name that was typed into the row below: what it belongs to is called wrongly, too.
void ListReader::doubt_name(std::size_t record) {
  const auto named = static_cast<std::size_t>(naming_.front());
  const std::vector<Record>& records = draft_.data.records;
  doubt(record, "why.only-a-name");
  if (record == 0 || records[record - 1].row + 1 != records[record].row) return;
  const std::string& above = records[record - 1].values[named].text;
  static constexpr std::array<std::string_view, 10> ends{"公司", "基地", "中心", "平台", "园", "所", "厂", "部", "院", "店"};
  const bool is_whole = std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return ends_with(above, end); });
  if (!is_whole && count_characters(records[record].values[named].text) <= longest_rest) doubt(record - 1, "why.name-goes-on");
}

/// 审核数, 其他, 西宁市 with figures alone, among records that have a serial number, a contact, a date: a total, a group or a
/// correction in words that nobody knows. And a name alone: the rest of the one above, a group's title, a remark.
void ListReader::tell_unlike_others() {
  const std::vector<Record>& records = draft_.data.records;
  const auto named = static_cast<std::size_t>(naming_.front());
  const int ordinal = find_ordinal(header_.band, *draft_.form);
  const bool numbered = ordinal >= 0 && std::any_of(records.begin(), records.end(), [ordinal](const Record& record) {
    const std::string& serial = record.values[static_cast<std::size_t>(ordinal)].text;
    return begins_with_digit(serial) && !is_number_of_something(serial);
  });
  std::vector<std::size_t> bare;
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (numbered && has_strange_serial(records[i], ordinal)) doubt(i, "why.strange-serial");
    else if (is_number_for_name(records[i].values[named])) doubt(i, "why.number-for-name");
    else if (!tells_of_itself(records[i]) && is_filled(records[i].values[named])) bare.push_back(i);
  }
  const bool many = bare.size() * 2 > records.size();
  const auto only_name = [&](std::size_t i) { return !has_more_than_a_name(records[i]); };
  if (many && static_cast<std::size_t>(std::count_if(bare.begin(), bare.end(), only_name)) * 2 > records.size()) return;
  for (const std::size_t i : bare) {
    if (only_name(i)) doubt_name(i);
    else if (!many) doubt(i, "why.unlike-others");
  }
}

/// A remark among the rows of a card's table: a name alone, where every other row has more than one thing to tell.
void ListReader::tell_bare_name_in_card() {
  const std::vector<Record>& records = draft_.data.records;
  const auto told = [&](const Record& record) {
    return std::count_if(header_.band.columns.begin(), header_.band.columns.end(), [&](const HeaderColumn& column) {
      return column.field >= 0 && is_filled(record.values[static_cast<std::size_t>(column.field)]) && !record.values[static_cast<std::size_t>(column.field)].text.empty();
    });
  };
  std::vector<std::size_t> bare;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const auto count = told(records[i]);
    if (count == 1 && !has_more_than_a_name(records[i])) bare.push_back(i);
    else if (count < 3) return;
  }
  if (bare.size() < records.size()) std::for_each(bare.begin(), bare.end(), [this](std::size_t i) { doubt(i, "why.only-a-name"); });
}

/// 元 in a column of its own (金额单位), where the columns of money are in 万元.
void ListReader::tell_unit_of_row(const Row& row) {
  for (const TextCell& cell : row.texts) {
    const auto seen = cell.kind == CellKind::text && field_at(cell.at().column) == -1 ? find_unit(cell.folded()) : std::nullopt;
    if (!seen || seen->kind != UnitKind::money) continue;
    for (const HeaderColumn& column : header_.band.columns) {
      const auto meant = column.field < 0 ? std::nullopt : find_unit(units_[static_cast<std::size_t>(column.field)].declared);
      if (!meant || meant->kind != UnitKind::money || factor_between(*seen, *meant).is_one()) continue;
      draft_.add("unit.conflict", {{"from", seen->name}, {"to", meant->name}}, column.field, cell.at());
      break;
    }
  }
}

/// A figure that slid into the column of texts beside its own, which is blank: 4380.5 for 联系人. Where most texts of the
/// column are numbers, they are meant.
void ListReader::tell_figures_among_texts() {
  for (const auto& [text, figure] : find_neighbours(header_.band, *draft_.form)) {
    if (text == naming_.front()) continue;  // tell_unlike_others sees it
    const auto value_of = [](const Record& record, int field) -> const Value& { return record.values[static_cast<std::size_t>(field)]; };
    const std::vector<Record>& records = draft_.data.records;
    std::vector<std::size_t> slid;
    std::size_t numbers = 0;
    for (std::size_t i = 0; i < records.size(); ++i) {
      if (!is_number_for_name(value_of(records[i], text))) continue;
      ++numbers;
      if (value_of(records[i], figure).kind == ValueKind::missing) slid.push_back(i);
    }
    if (numbers * 2 > records.size() && records.size() > 1) continue;
    for (const std::size_t i : slid) {
      const Value& value = value_of(draft_.data.records[i], text);
      draft_.add("cell.unclaimed", {{"value", value.text}}, text, value.cell);
      draft_.pending.back().record = static_cast<int>(i);
    }
  }
}

}  // namespace huizong
