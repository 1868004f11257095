#include "bind/list_reader.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "bind/chars.hpp"
#include "bind/claims.hpp"
#include "bind/form_names.hpp"
#include "bind/known_form.hpp"
#include "bind/number.hpp"
#include "bind/value.hpp"

namespace huizong {
namespace {

constexpr std::size_t shortest_head = 3;  // characters: a shorter text above the header says nothing of a page

/// Are they the same cells? Not where a merge shows further ones, or a formula without a result stands among them.
bool are_same(std::span<const Cell> cells, std::span<const TextCell> texts) {
  return std::equal(cells.begin(), cells.end(), texts.begin(), texts.end(),
                    [](const Cell& cell, const TextCell& text) { return cell.column == text.at().column && !cell.no_result; });
}

/// Only a column of ticks gives a figure without a text.
bool is_no_tick(const Value& value) { return value.kind == ValueKind::figure && value.text.empty(); }

}  // namespace

ListReader::ListReader(Draft& draft, const SheetText& text, const Header& header, std::vector<ColumnUnit> units, bool date1904,
                       Above above)
    : draft_(draft), text_(text), header_(header), units_(std::move(units)), date1904_(date1904), in_card_(above == Above::card),
      reporter_labels_(draft.known != nullptr ? draft.known->reporter_labels : to_reporter_labels(*draft.form)), naming_(draft.form->naming()) {
  if (!header.band.columns.empty()) field_of_column_.resize(header.band.columns.back().column + 1, -2);  // they come from left to right
  for (const HeaderColumn& column : header.band.columns) field_of_column_[column.column] = column.field;
  labels_.reserve(2 * header.band.columns.size());
  draft.data.records.reserve(static_cast<std::size_t>(text.rows().end() - text.rows().from(header.band.last_row + 1)));
  has_total_labels_ = std::any_of(draft.form->fields.begin(), draft.form->fields.end(),
                                  [](const Field& field) { return !field.total.labels.empty(); });
  first_column_ = header.band.columns.empty() ? 0 : header.band.columns.front().column;
  for (const auto& [row, cells] : text.rows()) {
    if (row > header.band.last_row) break;
    for (const TextCell& cell : cells) {
      // Numbers above a header number its columns: below it they are figures.
      if (row >= header.band.first_row) labels_.push_back(&cell);
      else if (above == Above::page_head && cell.kind == CellKind::text && count_characters(cell.text) >= shortest_head) head_texts_.push_back(&cell);
    }
  }
}

bool ListReader::stands_above(std::string_view folded) const {
  return std::any_of(head_texts_.begin(), head_texts_.end(), [&](const TextCell* cell) { return cell->folded() == folded; });
}

/// Does a cell say what the header says above it?
bool ListReader::heads_column(const TextCell& cell) const {
  return std::any_of(labels_.begin(), labels_.end(), [&](const TextCell* label) {
    const std::uint32_t column = cell.at().column;
    return column >= label->span.first.column && column <= label->span.last.column && label->folded() == cell.folded();
  });
}

/// -1: labelled, but no field; -2: no label at all.
int ListReader::field_at(std::uint32_t column) const {
  return column < field_of_column_.size() ? field_of_column_[column] : -2;
}

void ListReader::row(std::uint32_t number, RowHiding hiding, std::span<const Cell> cells) {
  Row row{number, hiding, cells, to_texts(number, cells), {}, {}};
  if (row.texts.empty()) return;
  row.own = own_texts(row.texts);
  row.key = key_text(row.texts);
  if (pass_over(row)) return;
  if (take_labelled_totals(row)) return;
  if (ended_ && !goes_on(row)) {
    if (is_lost(row)) keep_lost(row);
    return foot_.add(row.texts, reporter_labels_);
  }
  ended_ = false;
  if (is_title_below(row)) return foot_.add(row.texts, reporter_labels_);
  if (take_total(row) || take_of_which(row) || take_aside(row) || take_remark(row)) return;
  take_record(row);
}

std::span<const TextCell> ListReader::to_texts(std::uint32_t row, std::span<const Cell> cells) {
  const auto held = text_.rows().find(row);
  if (held != text_.rows().end() && are_same(cells, held->cells)) return held->cells;
  row_texts_.clear();
  for (const Cell& cell : cells) {
    row_texts_.push_back(to_text_cell(row, cell, date1904_, CellLasts::no));  // the row may be passing by
    if (row_texts_.back().text.empty() && !cell.no_result) row_texts_.pop_back();
  }
  return row_texts_;
}

void ListReader::ignore(const Row& row, const char* why) {
  draft_.add("row.ignored", {{"why", why}, {"value", row.texts[0].shown()}}, -1, row.texts[0].at());
}

/// Marks a row that is passed over, but for figures, which its kind does not explain: the first is told. True, as `mark`.
bool ListReader::leave(const Row& row, std::string_view reason) {
  bool told = false;
  for (const TextCell& cell : row.texts) {
    if (!is_figure(cell) || stands_above(cell.folded())) {
      draft_.mark(cell.at(), CellUse::ignored, reason);
    } else if (!told) {
      tell_unclaimed(cell, draft_);
      told = true;
    }
  }
  return true;
}

/// True, so that a row is passed over in one line.
bool ListReader::mark(const Row& row, std::string_view reason) {
  mark_row(row.texts, CellUse::ignored, reason, draft_);
  return true;
}

std::span<const TextCell> ListReader::own_texts(std::span<const TextCell> texts) const {
  std::size_t count = texts.size();
  while (count > 1 && texts[count - 1].at().column >= field_of_column_.size() && !is_figure(texts[count - 1])) --count;
  return texts.first(count);
}

std::string ListReader::key_text(std::span<const TextCell> texts) const {
  std::string key;
  for (const TextCell& cell : texts) {
    const int field = field_at(cell.at().column);
    if (field >= 0 && std::find(naming_.begin(), naming_.end(), field) != naming_.end()) key += cell.text;
  }
  return key;
}

bool ListReader::is_ordinal(std::uint32_t column) const {
  const int field = field_at(column);
  return field >= 0 && draft_.form->fields[static_cast<std::size_t>(field)].type == FieldType::ordinal;
}

/// The title of a form that prints it below the table, alone in its row.
bool ListReader::is_title_below(const Row& row) const {
  return draft_.form->title_below && row.texts.size() == 1 && names_form(*draft_.form, row.texts[0].text);
}

/// Columns that are not printed. A tick that was not understood leaves its sum without a figure.
void ListReader::compute(Record& record) const {
  for (std::size_t i = 0; i < draft_.form->fields.size(); ++i) {
    const Field& field = draft_.form->fields[i];
    if (!field.computed.is || field.numerator >= 0) continue;
    Value& value = record.values[i];
    Decimal sum = field.computed.one ? 1 : 0;
    bool known = true;
    for (const int part : field.computed.sum_of) {
      const Value& one = record.values[static_cast<std::size_t>(part)];
      known = known && one.has_number();
      if (one.has_number()) sum += one.number;
    }
    value = {};
    // Where a reader finds what it was made of: its first part, or what names the record.
    const int shown_at = field.computed.sum_of.empty() ? naming_.front() : field.computed.sum_of.front();
    value.cell = record.values[static_cast<std::size_t>(shown_at)].cell;
    if (!known) continue;
    value.kind = ValueKind::figure;
    value.number = sum;
    value.text = to_text(sum);
  }
}

Values ListReader::read_values(const Row& row, bool total) {
  Values values(draft_.form->fields.size());
  for (Value& value : values) value.kind = ValueKind::not_applicable;
  const std::size_t before = draft_.pending.size();
  auto cell = row.cells.begin();
  for (const HeaderColumn& column : header_.band.columns) {  // from left to right, as the cells
    if (column.field < 0) continue;
    const auto index = static_cast<std::size_t>(column.field);
    const Field& field = draft_.form->fields[index];
    if (total && field.type != FieldType::integer && field.type != FieldType::number && field.type != FieldType::tick) continue;
    while (cell != row.cells.end() && cell->column < column.column) ++cell;
    const bool there = cell != row.cells.end() && cell->column == column.column;
    if (total && field.type == FieldType::tick && (!there || is_missing_word(shown_text(*cell)))) continue;  // no tick there, and no sum
    // 合计 merged over the first columns may stand in a column of figures.
    if (total && there && to_total_kind(shown_text(*cell)) != TotalKind::none) continue;
    read_value_into(values[index], there ? &*cell : nullptr, {row.row, column.column}, column.field, units_[index], date1904_, draft_);
  }
  if (total) {
    const auto harmless = [](const Pending& p) { return p.finding.rule != "cell.error-value" && p.finding.rule != "cell.no-result"; };
    const auto from = draft_.pending.begin() + static_cast<std::ptrdiff_t>(before);
    draft_.pending.erase(std::remove_if(from, draft_.pending.end(), harmless), draft_.pending.end());
  }
  return values;
}

void ListReader::set_key(Record& record) {
  const auto take = [&record](const std::vector<int>& fields, std::string& key, std::string& name) {
    bool any = false;
    for (const int field : fields) {
      const Value& value = record.values[static_cast<std::size_t>(field)];
      const bool known = value.kind != ValueKind::missing && value.kind != ValueKind::not_applicable;
      if (field != fields.front()) key += '|';
      if (!known) continue;
      key += FoldedLabel(value.text).view();
      name = any ? name + ' ' + value.text : value.text;
      any = true;
    }
    return any;
  };
  const FormSpec& form = *draft_.form;
  const bool by_key = take(form.key.empty() ? form.name_by : form.key, record.key, record.name);
  // A code is no name to a reader: the record is called by what stands in for the key, whichever of them is the key.
  std::string key, name;
  if (take(form.key_else, key, name)) {
    record.name = std::move(name);
    if (!by_key) record.key = std::move(key);
  }
  if (!form.key.empty()) return;
  const std::uint32_t before = named_[record.key]++;
  if (before > 0 || record.key.empty()) record.key += "#" + std::to_string(before + 1);
}

void ListReader::take_record(const Row& row) {
  Record record;
  record.row = row.row;
  record.hidden = row.hiding != RowHiding::shown;
  const std::size_t before = draft_.pending.size();
  const int index = static_cast<int>(draft_.data.records.size());
  record.values = read_values(row, false);
  // Nothing in any column of the form: a remark beside the table.
  const bool empty = std::all_of(record.values.begin(), record.values.end(), [](const Value& v) {
    return v.kind == ValueKind::missing || v.kind == ValueKind::not_applicable || is_no_tick(v);
  });
  if (empty && draft_.pending.size() == before && row.key.empty()) {
    foot_.add(row.texts, reporter_labels_);
    return;
  }
  seen_data_ = true;
  compute(record);
  set_key(record);
  tell_total_word(row);
  tell_unlabelled(row);
  tell_unit_of_row(row);
  tell_hidden(row);
  for (std::size_t i = before; i < draft_.pending.size(); ++i) draft_.pending[i].record = index;
  draft_.data.records.push_back(std::move(record));
}

/// 合计 in front of a record's name: a total with a name that slipped into its row, or the reverse.
void ListReader::tell_total_word(const Row& row) {
  for (const TextCell& cell : row.texts) {
    const int field = field_at(cell.at().column);
    const bool serial = field >= 0 && draft_.form->fields[static_cast<std::size_t>(field)].type == FieldType::ordinal;
    if (field >= 0 && !serial) return;
    if (to_total_kind(cell.text) == TotalKind::none) continue;
    tell_unclaimed(cell, draft_);
    return;
  }
}

/// A number in a column without a label: somebody's side calculation, or a column whose header is lost.
void ListReader::tell_unlabelled(const Row& row) {
  for (const TextCell& cell : row.texts) {
    const int field = field_at(cell.at().column);
    if (field == -1) draft_.mark(cell.at(), CellUse::ignored, "unknown-column");
    if (field != -2 || !is_figure(cell)) continue;
    if (cell.text == std::to_string(draft_.data.records.size() + 1)) {  // a serial number
      draft_.mark(cell.at(), CellUse::ignored, "serial");
      if (cell.at().column < first_column_) serial_column_ = cell.at().column;
      continue;
    }
    if (told_columns_.insert(cell.at().column).second) tell_unclaimed(cell, draft_);
  }
}

void ListReader::tell_hidden(const Row& row) {
  if (row.hiding == RowHiding::filtered) ++filtered_;
  if (row.hiding != RowHiding::hidden && !(row.hiding == RowHiding::filtered && filtered_ == 1)) return;
  Finding& finding = draft_.add("row.hidden", {{"rows", std::to_string(row.row + 1)}}, -1, CellRef{row.row, first_column_});
  if (row.hiding == RowHiding::filtered) finding.severity = Severity::info;
}

void ListReader::finish(std::optional<std::uint32_t> torn_row) {
  finish_totals();
  if (!draft_.data.records.empty() && torn_row == draft_.data.records.back().row) {
    doubt(draft_.data.records.size() - 1, "why.torn-row");
    draft_.pending.back().finding.scope = Scope::whole_return;  // who knows what stood below
  }
  tell_lost();
  if (in_card_) {  // a few rows are no list to compare with
    tell_bare_name_in_card();
  } else {
    tell_figures_among_texts();
    tell_unlike_others();
  }
  if (!draft_.data.records.empty()) draft_.data.nil_report = false;
}

}  // namespace huizong
