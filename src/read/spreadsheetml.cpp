#include "read/spreadsheetml.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/ascii.hpp"
#include "model/sheet_bounds.hpp"
#include "package/arena.hpp"
#include "package/refuse.hpp"
#include "package/xml.hpp"
#include "read/cell_value.hpp"
#include "read/filtered_rows.hpp"
#include "read/iso_date.hpp"
#include "read/spreadsheetml_outline.hpp"
#include "read/text_encoding.hpp"
#include "read/xlsx_strings.hpp"

namespace huizong {
namespace {


bool is_true(std::string_view text) { return text == "1" || text == "true" || text == "True" || text == "TRUE"; }

std::uint32_t parse_span(std::string_view text) {
  std::uint32_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// Attributes of a column, a row or a cell.
struct Placed {
  std::optional<std::uint32_t> index;  ///< zero-based
  std::uint32_t span = 0;              ///< further columns or rows that look the same
  std::uint32_t merge_across = 0;
  std::uint32_t merge_down = 0;
  std::string_view style;
  bool hidden = false;
  bool formula = false;
};

/// *Errors*: why.bad-reference for an index outside the sheet.
Placed read_placed(std::string_view attributes, std::uint32_t most) {
  Placed placed;
  XmlAttribute a;
  while (take_attribute(attributes, a)) {
    if (a.local == "Index") {
      const std::uint32_t index = parse_span(trim_spaces(a.value));
      if (index == 0 || index > most) refuse_unreadable("why.bad-reference");
      placed.index = index - 1;
    } else if (a.local == "StyleID") {
      placed.style = a.value;
    } else if (a.local == "Formula") {
      placed.formula = true;
    } else if (a.local == "Hidden") {
      placed.hidden = is_true(a.value);
    } else if (a.local == "Span") {
      placed.span = parse_span(a.value);
    } else if (a.local == "MergeAcross") {
      placed.merge_across = parse_span(a.value);
    } else if (a.local == "MergeDown") {
      placed.merge_down = parse_span(a.value);
    }
  }
  return placed;
}

/// A number that is none is a broken writer's: it stays the text that it is, and bind will say so.
bool set_number_data(std::string_view text, NumberLook look, Cell& cell) {
  const std::string_view digits = trim_spaces(text);
  if (!is_number_text(digits)) return set_text(text, cell);
  set_number_text(digits, look, cell);
  return true;
}

/// False where there is nothing in it.
bool set_data(std::string_view type, std::string_view text, NumberLook look, bool date1904, Cell& cell) {
  const std::string_view plain = trim_spaces(text);
  if (type == "Number") return set_number_data(text, look, cell);
  if (type == "DateTime") {
    const auto serial = parse_iso_serial(plain, date1904);
    if (!serial) return set_number_data(text, NumberLook::date, cell);
    cell.kind = CellKind::date;
    cell.number = *serial;
    return true;
  }
  if (type == "Boolean" && set_boolean(to_lower(plain), cell)) return true;
  if (type == "Error" && !plain.empty()) {
    cell.kind = CellKind::error;
    cell.text = plain;
    return true;
  }
  return set_text(text, cell);
}

/// The rows of one sheet.
class TableReader {
 public:
  TableReader(std::string_view text, const SpreadsheetmlSheet& sheet, const SpreadsheetmlLooks& looks, CellSink& sink)
      : text_(text), sheet_(sheet), filtered_(sheet.filters), looks_(looks), sink_(sink) {}

  void read();

 private:
  void read_table();
  void read_column();
  void read_row();
  void read_cell();
  void read_data(const Placed& placed, Cell& cell);
  void send_row(bool hidden);
  void add_merge(const Placed& placed, std::uint32_t column);
  NumberLook look_of(const Placed& placed, std::uint32_t column) const;
  void need(bool whole) const {
    if (!whole) refuse_unreadable("why.xml-cut-off");
  }

  std::string_view text_;
  const SpreadsheetmlSheet& sheet_;
  const FilteredRows filtered_;
  const SpreadsheetmlLooks& looks_;
  CellSink& sink_;
  XmlScanner xml_;
  SheetTail tail_;
  std::vector<Cell> cells_;
  TextArena arena_;
  std::string_view table_style_, row_style_;
  std::vector<std::string_view> column_styles_;
  std::uint64_t next_row_ = 0, next_column_ = 0, next_table_column_ = 0;
  std::uint32_t row_ = 0;
};

void TableReader::read() {
  for (const std::size_t at : sheet_.tables) {
    xml_.reset(text_, at);
    xml_.set_depth(2);
    read_table();
  }
  sink_.end_sheet(tail_);
}

void TableReader::read_table() {
  xml_.next();
  if (xml_.self_closed()) return;
  table_style_ = read_placed(xml_.attributes(), most_rows).style;
  while (true) {
    const XmlToken token = xml_.next();
    need(token != XmlToken::end);
    if (token == XmlToken::finish) return;
    if (token != XmlToken::start) continue;
    if (xml_.name() == "Row") {
      read_row();
    } else {
      if (xml_.name() == "Column") read_column();
      need(xml_.skip_element());
    }
  }
}

void TableReader::read_column() {
  const Placed column = read_placed(xml_.attributes(), most_columns);
  const std::uint64_t first = column.index.value_or(next_table_column_);
  if (first < next_table_column_) refuse_unreadable("why.bad-reference");
  next_table_column_ = first + column.span + 1;
  const std::uint64_t end = std::min<std::uint64_t>(next_table_column_, most_columns);
  for (std::uint64_t c = first; column.hidden && c < end; ++c) {
    tail_.hidden_columns.push_back(static_cast<std::uint32_t>(c));
  }
  if (column.style.empty()) return;
  if (column_styles_.size() < end) column_styles_.resize(end);
  for (std::uint64_t c = first; c < end; ++c) column_styles_[c] = column.style;
}

void TableReader::read_row() {
  const Placed row = read_placed(xml_.attributes(), most_rows);
  const std::uint64_t index = row.index.value_or(next_row_);
  if (index < next_row_) refuse_unreadable("why.rows-disordered");
  next_row_ = index + row.span + 1;
  row_style_ = row.style;
  next_column_ = 0;
  cells_.clear();
  arena_.clear();
  if (xml_.self_closed()) return;
  row_ = static_cast<std::uint32_t>(std::min<std::uint64_t>(index, most_rows));
  while (true) {
    const XmlToken token = xml_.next();
    need(token != XmlToken::end);
    if (token == XmlToken::finish) break;
    if (token != XmlToken::start) continue;
    if (xml_.name() == "Cell") {
      read_cell();
    } else {
      need(xml_.skip_element());
    }
  }
  if (!cells_.empty()) send_row(row.hidden);
}

void TableReader::send_row(bool hidden) {
  if (row_ >= most_rows) refuse_unreadable("why.bad-reference");
  const RowHiding why_hidden = hidden && filtered_.contains(row_) ? RowHiding::filtered : RowHiding::hidden;
  sink_.row(row_, hidden ? why_hidden : RowHiding::shown, cells_);
}

/// A cell without an index stands behind the one before it, and behind all that is merged with that.
void TableReader::read_cell() {
  const Placed placed = read_placed(xml_.attributes(), most_columns);
  const std::uint64_t column = placed.index.value_or(next_column_);
  if (column < next_column_) refuse_unreadable("why.bad-reference");
  next_column_ = column + placed.merge_across + 1;
  Cell cell;
  cell.column = static_cast<std::uint32_t>(std::min<std::uint64_t>(column, most_columns));
  cell.formula = placed.formula;
  if (!xml_.self_closed()) {
    read_data(placed, cell);
  } else {
    cell.no_result = placed.formula;
  }
  add_merge(placed, cell.column);
  if (cell.kind == CellKind::empty && !cell.no_result) return;
  if (cell.column >= most_columns) refuse_unreadable("why.bad-reference");
  cells_.push_back(cell);
}

/// The children of a cell. A comment has its data in an element of its own, which is passed over.
void TableReader::read_data(const Placed& placed, Cell& cell) {
  bool has_data = false;
  while (true) {
    const XmlToken token = xml_.next();
    need(token != XmlToken::end);
    if (token == XmlToken::finish) break;
    if (token != XmlToken::start) continue;
    if (xml_.name() != "Data" || has_data) {
      need(xml_.skip_element());
      continue;
    }
    const std::string_view type = find_local_attribute(xml_.attributes(), "Type").value_or("String");
    const auto text = read_element_text(xml_, arena_);
    need(text.has_value());
    set_data(type, *text, look_of(placed, cell.column), sheet_.head.date1904, cell);
    // A formula may well give an empty text; an empty number is no result.
    has_data = !text->empty() || type == "String";
  }
  cell.no_result = placed.formula && !has_data;
}

void TableReader::add_merge(const Placed& placed, std::uint32_t column) {
  if ((placed.merge_across == 0 && placed.merge_down == 0) || row_ >= most_rows || column >= most_columns) return;
  tail_.merges.push_back({{row_, column},
                          {row_ + std::min(placed.merge_down, most_rows - 1 - row_),
                           column + std::min(placed.merge_across, most_columns - 1 - column)}});
}

/// The style of the cell, else of its row, its column, the table, the workbook.
NumberLook TableReader::look_of(const Placed& placed, std::uint32_t column) const {
  const std::string_view column_style = column < column_styles_.size() ? column_styles_[column] : std::string_view();
  for (const std::string_view style :
       {placed.style, row_style_, column_style, table_style_, std::string_view("Default")}) {
    if (style.empty()) continue;
    const auto look = looks_.find(style);
    return look != looks_.end() ? look->second : NumberLook::plain;
  }
  return NumberLook::plain;
}

}  // namespace

void read_spreadsheetml(std::string_view bytes, std::string_view, const ReadLimits&, CellSink& sink) {
  std::string own;
  const std::string_view text = to_utf8_document(bytes, own);
  const SpreadsheetmlOutline outline = read_spreadsheetml_outline(text);
  for (const SpreadsheetmlSheet& sheet : outline.sheets) {
    if (sink.begin_sheet(sheet.head)) TableReader(text, sheet, outline.looks, sink).read();
  }
}

}  // namespace huizong
