// Cells and rows close by themselves where the next begins, as in a browser. Nothing here is deeper than the stack of
// open tables, which is bounded.
#include "read/html_page.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "model/sheet_bounds.hpp"
#include "package/arena.hpp"
#include "package/refuse.hpp"
#include "read/html_cell.hpp"
#include "read/html_grid.hpp"
#include "read/html_scanner.hpp"
#include "read/html_sheets.hpp"
#include "read/html_shown.hpp"
#include "read/html_text.hpp"

namespace huizong {
namespace {

constexpr std::size_t deepest_table = 64;

struct OpenCell {
  std::optional<std::uint32_t> column;  ///< in the sheet; nullopt beyond its edge
  HtmlStored stored;
  bool spans_rows = false;
};

struct Table {
  HtmlGrid grid;
  std::uint32_t first_column = 0;  ///< in the sheet
  std::uint32_t next_col = 0;      ///< for <col>
  std::size_t first_merge = 0;
  bool implied = false;            ///< a <tr> without a <table>
  bool hidden = false;
  bool row_open = false;
  bool row_hidden = false;
  bool row_has_nested = false;     ///< a table in one of its cells
  bool cell_has_nested = false;
  std::optional<OpenCell> cell;
  NestedElement outside;           ///< what was hidden around the open cell
  std::vector<CellRange> row_merges;  ///< as if in row 0
};

class PageReader {
 public:
  PageReader(const HtmlPage& page, CellSink& sink)
      : html_(page.text), sheets_(page.head, sink), styles_(page.styles), has_sheets_(is_of_several_sheets(page.text)) {}

  void read();

 private:
  static bool is_of_several_sheets(std::string_view page);
  void start();
  void finish();
  void add_text();
  void open_table(bool implied);
  void begin_nested(Table& outer);
  void close_table();
  void open_row();
  void close_row();
  void open_cell();
  void close_cell();
  void take_column();
  void check_control();
  void flush_loose(std::uint32_t column);
  void break_block();
  bool in_cell() const { return !tables_.empty() && tables_.back().cell; }

  HtmlScanner html_;
  HtmlSheets sheets_;
  HtmlStyles styles_;
  const bool has_sheets_;  ///< under LibreOffice's headings
  std::vector<Table> tables_;
  HtmlText text_;  ///< of the open cell, or what stands loose since the last row
  std::vector<Cell> cells_;
  TextArena arena_;
  HtmlShown shown_;
  std::uint32_t pre_depth_ = 0;
  bool naming_ = false;  ///< inside a heading that names a sheet
  bool has_table_ = false;
  bool has_frames_ = false;
  bool has_page_end_ = false;
};

/// Its export names itself, and gives the heading of each sheet a name to jump to.
bool PageReader::is_of_several_sheets(std::string_view page) {
  const std::string_view head = page.substr(0, 4096);
  return (contains_ignoring_case(head, "libreoffice") || contains_ignoring_case(head, "openoffice")) &&
         contains_ignoring_case(page, "<a name=\"table0\"><h1>");
}

void PageReader::read() {
  for (HtmlToken token = html_.next(); token != HtmlToken::end; token = html_.next()) {
    if (token == HtmlToken::start) start();
    if (token == HtmlToken::finish) finish();
    if (token == HtmlToken::text) add_text();
  }
  const bool is_open = std::any_of(tables_.begin(), tables_.end(), [](const Table& t) { return !t.implied; });
  if (html_.is_cut_off() || (is_open && !has_page_end_)) refuse_unreadable("why.html-cut-off");
  while (!tables_.empty()) close_table();
  flush_loose(0);
  if (!has_table_) refuse_unreadable(has_frames_ ? "why.html-frameset" : "why.html-no-table");
  sheets_.finish();
}

/// Text outside of cells: a row of its own.
void PageReader::flush_loose(std::uint32_t column) {
  const std::string_view text = text_.view();
  if (!text.empty() && !has_sheets_) sheets_.send(column, text);
  text_.clear();
}

void PageReader::add_text() {
  if (html_.is_raw()) {
    if (html_.tag() == HtmlTag::style) styles_.add(html_.text());
  } else if (!shown_.is_hiding()) {
    if (html_.is_cdata()) return text_.add_cdata(html_.text());
    pre_depth_ > 0 ? text_.add_as_it_stands(html_.text()) : text_.add(html_.text());
  }
}

void PageReader::break_block() { in_cell() ? text_.break_block() : flush_loose(0); }

void PageReader::start() {
  shown_.start(html_);
  switch (html_.tag()) {
    case HtmlTag::table: return open_table(false);
    case HtmlTag::tr: return open_row();
    case HtmlTag::td: return open_cell();
    case HtmlTag::col: return take_column();
    case HtmlTag::br: return in_cell() ? text_.break_line() : flush_loose(0);
    case HtmlTag::pre: pre_depth_ += html_.self_closed() ? 0 : 1; return break_block();
    case HtmlTag::caption:
    case HtmlTag::block: return break_block();
    case HtmlTag::input:
    case HtmlTag::choice: return check_control();
    case HtmlTag::frameset: has_frames_ = true; return;
    case HtmlTag::link: naming_ = naming_ || (has_sheets_ && html_.attribute("name").value_or("").starts_with("table")); return;
    case HtmlTag::emphasis: if (naming_) text_.clear(); return;
    case HtmlTag::struck: return text_.begin_run(RunLook::struck);
    case HtmlTag::raised: return text_.begin_run(RunLook::raised);
    case HtmlTag::lowered: return text_.begin_run(RunLook::lowered);
    default: if (shown_.start_struck(html_)) text_.begin_run(RunLook::struck); return;
  }
}

void PageReader::finish() {
  if (shown_.finish(html_)) text_.end_run();
  switch (html_.tag()) {
    case HtmlTag::table: if (!tables_.empty()) close_table(); return;
    case HtmlTag::tr: if (!tables_.empty()) close_row(); return;
    case HtmlTag::td: if (in_cell()) close_cell(); return;
    case HtmlTag::pre: pre_depth_ -= pre_depth_ > 0 ? 1 : 0; return break_block();
    case HtmlTag::caption:
    case HtmlTag::block: return break_block();
    case HtmlTag::page_end: has_page_end_ = true; return;
    case HtmlTag::struck:
    case HtmlTag::raised:
    case HtmlTag::lowered: return text_.end_run();
    case HtmlTag::emphasis:
      if (naming_ && tables_.empty()) sheets_.begin(std::string(text_.view()));
      naming_ = false;
      return;
    default: return;
  }
}

void PageReader::open_table(bool implied) {
  has_table_ = true;
  Table table;
  table.implied = implied;
  table.hidden = shown_.is_hiding();
  if (in_cell()) {
    begin_nested(tables_.back());
    table.first_column = tables_.back().cell->column.value_or(0);
    table.hidden = table.hidden || tables_.back().row_hidden;
  } else if (!tables_.empty()) {
    close_table();  // a table cannot stand between the rows of another
    return open_table(implied);
  } else {
    flush_loose(0);
  }
  table.first_merge = sheets_.merges().size();
  tables_.push_back(std::move(table));
}

void PageReader::begin_nested(Table& outer) {
  const bool is_alone = cells_.empty() && outer.cell->column && !outer.cell->spans_rows &&
                        (!outer.row_has_nested || outer.cell_has_nested) && !outer.grid.has_open_spans();
  if (!is_alone || tables_.size() >= deepest_table) refuse_unreadable("why.html-nested");
  flush_loose(*outer.cell->column);
  outer.row_has_nested = outer.cell_has_nested = true;
}

void PageReader::close_table() {
  close_row();
  flush_loose(0);
  const Table table = std::move(tables_.back());
  tables_.pop_back();
  // No span reaches below its table.
  auto& merges = sheets_.merges();
  for (std::size_t i = table.first_merge; i < merges.size(); ++i) {
    merges[i].last.row = std::min(merges[i].last.row, std::max(sheets_.row(), 1u) - 1);
  }
  const auto from = merges.begin() + static_cast<std::ptrdiff_t>(std::min(table.first_merge, merges.size()));
  merges.erase(std::remove_if(from, merges.end(), [](const CellRange& r) { return r.first == r.last || r.last < r.first; }),
               merges.end());
}

void PageReader::open_row() {
  if (tables_.empty()) open_table(true);
  if (html_.has_swallowed_tags()) refuse_unreadable("why.html-malformed");
  close_row();
  Table& table = tables_.back();
  table.row_open = true;
  table.row_hidden = table.hidden || (html_.tag() == HtmlTag::tr && is_hidden(html_));
}

void PageReader::close_row() {
  close_cell();
  Table& table = tables_.back();
  flush_loose(table.first_column);
  if (!table.row_open) return;
  for (CellRange merge : table.row_merges) {
    merge.first.row += sheets_.row();
    merge.last.row += sheets_.row();
    if (!table.row_has_nested) sheets_.merges().push_back(merge);
  }
  table.row_merges.clear();
  table.row_open = false;
  table.grid.end_row();
  if (!table.row_has_nested) sheets_.send(cells_, table.row_hidden ? RowHiding::hidden : RowHiding::shown);
  table.row_has_nested = false;
  cells_.clear();
  arena_.clear();
}

void PageReader::open_cell() {
  if (html_.has_swallowed_tags()) refuse_unreadable("why.html-malformed");
  if (tables_.empty() || !tables_.back().row_open) open_row();
  close_cell();
  Table& table = tables_.back();
  flush_loose(table.first_column);
  const std::uint32_t columns = parse_html_span(html_.attribute("colspan").value_or(""), most_columns);
  const std::uint32_t rows = parse_html_span(html_.attribute("rowspan").value_or(""), most_rows);
  auto column = table.grid.place(columns, rows);
  if (column && (*column += table.first_column) >= most_columns) column.reset();
  table.cell = OpenCell{column, take_stored(html_), rows > 1};
  table.cell_has_nested = false;
  table.outside = shown_.enter_cell();
  // Text that runs over empty cells beside it is no merge: Excel says that its colspan is to be ignored.
  const bool is_merged = find_declaration(table.cell->stored.style, "mso-ignore").value_or("").find("colspan") == std::string_view::npos;
  if (column && is_merged && (columns > 1 || rows > 1)) {
    const std::uint32_t last_column = std::min(*column + columns, most_columns) - 1;
    table.row_merges.push_back({{0, *column}, {rows - 1, last_column}});
  }
}

void PageReader::close_cell() {
  Table& table = tables_.back();
  if (!table.cell) return;
  const OpenCell open = std::move(*table.cell);
  table.cell.reset();
  shown_.leave_cell(std::move(table.outside));
  pre_depth_ = 0;
  Cell cell;
  cell.column = open.column.value_or(0);
  if (to_cell(open.stored, text_.view(), styles_, arena_, cell)) {
    if (!open.column) refuse_unreadable("why.too-many-columns");
    if (table.row_has_nested && !table.cell_has_nested) refuse_unreadable("why.html-nested");
    if (table.cell_has_nested) {
      sheets_.send({&cell, 1}, table.row_hidden ? RowHiding::hidden : RowHiding::shown);
    } else {
      cells_.push_back(cell);
    }
  }
  text_.clear();
}

void PageReader::take_column() {
  if (tables_.empty()) return;
  Table& table = tables_.back();
  const std::uint32_t span = parse_html_span(html_.attribute("span").value_or(""), most_columns);
  const std::uint32_t first = std::min(table.first_column + table.next_col, most_columns);
  const std::uint32_t end = std::min(first + span, most_columns);
  table.next_col = end - table.first_column;
  if (is_hidden(html_)) sheets_.hide_columns(first, end);
}

/// What is typed into a field does not stand in the page, or not for certain.
void PageReader::check_control() {
  if (!in_cell() || shown_.is_hiding()) return;
  const std::string_view type = html_.attribute("type").value_or("text");
  constexpr std::string_view mute[] = {"hidden", "checkbox", "radio", "button", "submit", "image", "reset", "file"};
  const bool is_mute = html_.tag() == HtmlTag::input && std::any_of(std::begin(mute), std::end(mute), [&](std::string_view kind) {
                         return equals_ignoring_case(type, kind);
                       });
  if (!is_mute) refuse_unreadable("why.html-form");
}

}  // namespace

void read_html_page(const HtmlPage& page, CellSink& sink) { PageReader(page, sink).read(); }

bool holds_html_table(std::string_view page) {
  HtmlScanner html(page);
  for (HtmlToken token = html.next(); token != HtmlToken::end; token = html.next()) {
    if (token == HtmlToken::start && html.tag() == HtmlTag::table) return true;
  }
  return false;
}

}  // namespace huizong
