// Records that may be none: a name alone, a name with figures where the other records have more to tell, and a row without a
// serial number where the others have theirs.

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/text.hpp"
#include "bind/chars.hpp"
#include "bind/list_reader.hpp"
#include "bind/row_kind.hpp"

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
  if (is_filler(text)) return true;  // 例
  if (count_characters(text) < 2 || to_total_kind(text) != TotalKind::none) return false;  // 合计 is told elsewhere
  const std::u32string letters = to_u32(normalise(text));
  constexpr std::size_t shortest_word = 3;  // No., Name: of a second row of labels
  const auto is_letter = [](char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || c == U'.'; };
  const auto is_roman = [](char32_t c) { return std::u32string_view(U"ivxIVX").find(c) != std::u32string_view::npos; };
  if (letters.size() >= shortest_word && std::all_of(letters.begin(), letters.end(), is_letter)) return !std::all_of(letters.begin(), letters.end(), is_roman);
  if (!std::all_of(letters.begin(), letters.end(), is_han)) return false;
  const auto counts = [](char32_t c) { return std::u32string_view(U"一二三四五六七八九十百第甲乙丙丁戊").find(c) != std::u32string_view::npos; };
  return static_cast<std::size_t>(std::count_if(letters.begin(), letters.end(), counts)) * 2 < letters.size();  // 百川公司
}

/// The field of the serial numbers; -1: no column has them.
int find_ordinal(const HeaderBand& band, const FormSpec& form) {
  const auto found = std::find_if(band.columns.begin(), band.columns.end(), [&](const HeaderColumn& column) {
    return column.field >= 0 && form.fields[static_cast<std::size_t>(column.field)].type == FieldType::ordinal;
  });
  return found == band.columns.end() ? -1 : found->field;
}

/// 1, 2: 1月 counts something else.
bool is_numbered(const Record& record, int ordinal) {
  const std::string& serial = record.values[static_cast<std::size_t>(ordinal)].text;
  return begins_with_digit(serial) && !is_number_of_something(serial);
}

/// 行业 or 制造业 in the column of serial numbers.
bool has_strange_serial(const Record& record, int ordinal) {
  if (ordinal < 0) return false;
  const Value& value = record.values[static_cast<std::size_t>(ordinal)];
  return is_filled(value) && is_strange_serial(value.text);
}

bool is_figure_type(FieldType type) { return type == FieldType::integer || type == FieldType::number || type == FieldType::tick; }

}  // namespace

bool is_number_for_name(const Value& name) {
  constexpr std::size_t longest = 9;
  return is_filled(name) && begins_with_digit(name.text) && name.text.size() <= longest && name.text.find_first_not_of("0123456789.,%") == std::string::npos;
}

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

/// The column that a record is called by: of a code and a name the one that is filled.
int ListReader::name_column(const Record& record) const {
  const auto filled = std::find_if(naming_.begin(), naming_.end(), [&](int field) { return is_filled(record.values[static_cast<std::size_t>(field)]); });
  return filled == naming_.end() ? naming_.front() : *filled;
}

void ListReader::doubt(std::size_t record, const char* why) {
  const int named = name_column(draft_.data.records[record]);
  const Value& name = draft_.data.records[record].values[static_cast<std::size_t>(named)];
  const bool has_column = name.kind != ValueKind::not_applicable;
  const CellRef at = has_column ? name.cell : CellRef{draft_.data.records[record].row, first_column_};
  Finding& finding = draft_.add("cell.required", {{"why", why}}, named, at);
  finding.severity = Severity::verify;
  finding.scope = Scope::row;  // none of its figures is certain
  draft_.pending.back().record = static_cast<int>(record);
}

/// The rest of a long name that was typed into the row below: what it belongs to is called wrongly, too.
void ListReader::doubt_name(std::size_t record) {
  const std::vector<Record>& records = draft_.data.records;
  const auto named = static_cast<std::size_t>(name_column(records[record]));
  doubt(record, "why.only-a-name");
  if (record == 0 || records[record - 1].row + 1 != records[record].row) return;
  const std::string& above = records[record - 1].values[named].text;
  static constexpr std::array<std::string_view, 10> ends{"公司", "基地", "中心", "平台", "园", "所", "厂", "部", "院", "店"};
  const bool is_whole = std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return ends_with(above, end); });
  if (!is_whole && count_characters(records[record].values[named].text) <= longest_rest) doubt(record - 1, "why.name-goes-on");
}

/// A name and figures; behind a code there is no doubt.
bool ListReader::is_bare(const Record& record) const {
  const int named = name_column(record);
  const bool code = naming_.size() > 1 && named == naming_.front();
  return !code && is_filled(record.values[static_cast<std::size_t>(named)]) && !tells_of_itself(record);
}

/// How many of the printed columns are filled.
std::size_t ListReader::width(const Record& record) const {
  return static_cast<std::size_t>(std::count_if(header_.band.columns.begin(), header_.band.columns.end(), [&](const HeaderColumn& column) {
    if (column.field < 0) return false;
    const Value& value = record.values[static_cast<std::size_t>(column.field)];
    return is_filled(value) && !value.text.empty();
  }));
}

/// The middle one of the numbered records' widths.
std::size_t ListReader::usual_width(int ordinal) const {
  std::vector<std::size_t> widths;
  for (const Record& record : draft_.data.records) {
    if (is_numbered(record, ordinal)) widths.push_back(width(record));
  }
  const auto middle = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2);
  std::nth_element(widths.begin(), middle, widths.end());
  return *middle;
}

/// A serial number that is none above the one before: 1 of a remark below the records.
bool ListReader::starts_anew(const Record& record, int ordinal) const {
  const auto at = static_cast<std::size_t>(&record - draft_.data.records.data());
  if (at == 0 || !is_numbered(record, ordinal)) return false;
  const auto serial = [ordinal](const Record& one) { return std::strtol(one.values[static_cast<std::size_t>(ordinal)].text.c_str(), nullptr, 10); };
  return is_numbered(draft_.data.records[at - 1], ordinal) && serial(record) <= serial(draft_.data.records[at - 1]);
}

/// A row above the record that is numbered 1: what to fill in, or the labels in another language.
bool ListReader::opens_list(std::size_t record, int ordinal) const {
  const std::vector<Record>& records = draft_.data.records;
  return record == 0 && records.size() > 1 && records[1].values[static_cast<std::size_t>(ordinal)].text == "1";
}

/// 审核数, 其他, 西宁市 with figures alone, among records that have a serial number, a contact, a date: a total, a group or a
/// correction in words that nobody knows. And a name alone: the rest of the one above, a group's title, a remark.
void ListReader::tell_unlike_others() {
  const std::vector<Record>& records = draft_.data.records;
  const int ordinal = find_ordinal(header_.band, *draft_.form);
  const auto has_number = [ordinal](const Record& record) { return is_numbered(record, ordinal); };
  const std::size_t numbers = ordinal < 0 ? 0 : static_cast<std::size_t>(std::count_if(records.begin(), records.end(), has_number));
  const bool numbered = numbers > 0;
  const bool in_order = numbers == records.size() && std::none_of(records.begin(), records.end(), [&](const Record& record) { return starts_anew(record, ordinal); });
  const std::size_t usual = numbered && !in_order ? usual_width(ordinal) : 0;
  std::vector<std::size_t> bare;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const auto stands_in = [&](int field) { return is_number_for_name(records[i].values[static_cast<std::size_t>(field)]); };
    const bool unnumbered = numbered && !is_filled(records[i].values[static_cast<std::size_t>(ordinal)]) && has_more_than_a_name(records[i]);
    if (numbered && has_strange_serial(records[i], ordinal)) doubt(i, "why.strange-serial");
    else if (std::any_of(naming_.begin(), naming_.end(), stands_in)) doubt(i, "why.number-for-name");
    else if (numbered && starts_anew(records[i], ordinal) && width(records[i]) == 2 && usual > 3) doubt(i, "why.only-a-name");
    else if (unnumbered && (opens_list(i, ordinal) || width(records[i]) * 2 < usual)) doubt(i, "why.no-serial");
    else if (is_bare(records[i])) bare.push_back(i);
  }
  const bool many = bare.size() * 2 > records.size() && numbers * 3 < records.size();  // it is their way
  const auto only_name = [&](std::size_t i) { return !has_more_than_a_name(records[i]); };
  if (many && static_cast<std::size_t>(std::count_if(bare.begin(), bare.end(), only_name)) * 2 > records.size()) return;
  for (const std::size_t i : bare) {
    if (only_name(i)) doubt_name(i);
    else if (!many) doubt(i, "why.unlike-others");
  }
}

/// A remark, or a label of the clerk's own with its figure, among the rows of a card's table: a name, and less than half of what every
/// other row has to tell.
void ListReader::tell_bare_name_in_card() {
  const std::vector<Record>& records = draft_.data.records;
  std::vector<std::size_t> told;
  for (const Record& record : records) told.push_back(width(record));
  const auto number_for_name = [&](const Record& record) { return is_number_for_name(record.values[static_cast<std::size_t>(naming_.front())]); };
  const auto numbers = static_cast<std::size_t>(std::count_if(records.begin(), records.end(), number_for_name));
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (numbers == 1 && records.size() > 1 && number_for_name(records[i])) doubt(i, "why.number-for-name");  // of years all are numbers
    const bool named = is_filled(records[i].values[static_cast<std::size_t>(naming_.front())]);
    if (!named || told[i] > 2) continue;
    std::size_t others = records.size() - 1;
    for (std::size_t j = 0; j < records.size(); ++j) others -= j != i && (told[j] > 2 * told[i] || told[j] == 1) ? 1 : 0;
    const bool alone = std::any_of(told.begin(), told.end(), [&](std::size_t count) { return count > 2 * told[i]; });
    if (others == 0 && alone) doubt(i, told[i] == 1 ? "why.only-a-name" : "why.unlike-others");
  }
}

}  // namespace huizong
