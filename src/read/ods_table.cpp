// One row is the unit of work: where the window cuts a row off, it is read again from its start in the next window.
#include "read/ods_table.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/sheet_bounds.hpp"
#include "package/arena.hpp"
#include "package/refuse.hpp"
#include "read/ods_cell.hpp"
#include "read/ods_row.hpp"
#include "read/ods_shape.hpp"
#include "read/ods_text.hpp"
#include "read/run_text.hpp"

namespace huizong {
namespace {

constexpr std::uint32_t most_spaces_in_row = 1u << 20;

/// For content that does not fit. A repeat count that carries it out of the sheet is no slip of an honest program.
[[noreturn]] void refuse_beyond(std::uint32_t repeat) {
  if (repeat > 1) refuse_hostile("why.too-many-cells");
  refuse_unreadable("why.out-of-sheet");
}

/// What a cell costs where it is repeated.
std::size_t cost_of(const Cell& cell) { return 1 + cell.text.size() / sizeof(Cell); }

class OdsTableReader {
 public:
  OdsTableReader(XmlScanner& xml, PartWindow& window, OdsContext& context, CellSink& sink)
      : xml_(xml), window_(window), context_(context), sink_(sink) {}

  void read();

 private:
  void read_children();
  bool read_child();
  void read_column();
  bool read_row();
  bool read_cells();
  std::optional<bool> take_known_cell();
  bool read_new_cell(const char* before);
  bool read_cell(const OdsCell& raw, bool self_closed);
  bool take_plain_paragraph(std::string_view& text);
  bool is_struck(std::optional<std::string_view> style) const { return style && context_.struck.contains(*style); }
  bool is_struck(const OdsCell& raw) const;
  void show_struck(Cell& cell);
  void add(const OdsCell& raw, std::string_view shown, bool shown_is_raw);
  void add_merge(const OdsCell& raw);
  void send(const OdsRow& row);
  void charge(std::size_t cells);

  XmlScanner& xml_;
  PartWindow& window_;
  OdsContext& context_;
  CellSink& sink_;
  SheetTail tail_;
  OdsGroups groups_;
  std::vector<Cell> cells_;
  std::vector<CellRange> merges_;  ///< of this row
  TextArena arena_;
  std::string joined_;
  std::array<OdsCellShape, 64> shapes_;  ///< by column
  std::uint64_t row_ = 0;                ///< row at work; it may run past the sheet as long as it is empty
  std::uint64_t column_ = 0;             ///< next column, of the row or of the table's columns
  std::uint64_t table_column_ = 0;
  std::vector<std::pair<std::uint64_t, std::uint64_t>> struck_columns_;  ///< whose cells are struck through by default: from, up to
  std::size_t written_ = 0;  ///< what this row costs as it is written
  std::size_t meant_ = 0;    ///< what it costs with its cells repeated
  std::uint32_t spaces_left_ = 0;
};

void OdsTableReader::read() {
  if (!xml_.self_closed()) read_children();
  sink_.end_sheet(tail_);
}

void OdsTableReader::read_children() {
  const int outside = xml_.depth() - 1;
  while (true) {
    const std::size_t mark = xml_.position();
    const int depth = xml_.depth();
    const XmlToken token = xml_.next();
    if (token == XmlToken::finish) {
      if (xml_.depth() == outside) return;
      groups_.leave();
    } else if (token == XmlToken::end || (token == XmlToken::start && !read_child())) {
      if (window_.at_end()) refuse_unreadable("why.xml-cut-off", window_.part());
      window_.refill(mark);
      xml_.reset(window_.view(), 0);
      xml_.set_depth(depth);
    }
  }
}

/// False where the window cuts a row off: nothing has been sent then.
bool OdsTableReader::read_child() {
  const std::string_view name = xml_.name();
  if (name == "table-row") return read_row();
  if (name == "table-column") {
    read_column();
  } else if (is_ods_group(name)) {
    if (!xml_.self_closed()) groups_.enter(xml_.attributes());
    return true;
  }
  skip_flowing(xml_, window_);
  return true;
}

void OdsTableReader::read_column() {
  const OdsRow column = read_ods_row(xml_.attributes());
  const bool hidden = column.hiding != RowHiding::shown || groups_.hidden();
  const auto last = std::min<std::uint64_t>(table_column_ + column.repeat, most_columns);
  for (std::uint64_t c = table_column_; hidden && c < last; ++c) {
    tail_.hidden_columns.push_back(static_cast<std::uint32_t>(c));
  }
  if (!context_.struck.empty() && is_struck(find_local_attribute(xml_.attributes(), "default-cell-style-name"))) {
    struck_columns_.push_back({table_column_, last});
  }
  table_column_ += column.repeat;
}

bool OdsTableReader::read_row() {
  const OdsRow row = read_ods_row(xml_.attributes());
  cells_.clear();
  merges_.clear();
  arena_.clear();
  column_ = 0;
  written_ = meant_ = 0;
  spaces_left_ = most_spaces_in_row;
  if (!xml_.self_closed() && !read_cells()) return false;
  if (!cells_.empty() || !merges_.empty()) send(row);
  row_ += row.repeat;
  return true;
}

bool OdsTableReader::read_cells() {
  while (true) {
    const char* before = xml_.cursor();
    if (const auto done = take_known_cell()) {
      if (!*done) return false;
      continue;
    }
    switch (xml_.next()) {
      case XmlToken::end:
        return false;
      case XmlToken::finish:
        return true;
      case XmlToken::text:
        break;
      case XmlToken::start: {
        const std::string_view name = xml_.name();
        const bool is_cell = name == "table-cell" || name == "covered-table-cell";
        if (!(is_cell ? read_new_cell(before) : xml_.skip_element())) return false;
      }
    }
  }
}

/// A cell whose tag looks like the last one in this column. nullopt, and nothing moved, for all else; false where the
/// window cuts it off.
std::optional<bool> OdsTableReader::take_known_cell() {
  OdsCellShape& shape = shapes_[column_ % shapes_.size()];
  const std::string_view ahead(xml_.cursor(), static_cast<std::size_t>(xml_.limit() - xml_.cursor()));
  const std::size_t size = shape.match(ahead);
  if (size == 0) return std::nullopt;
  xml_.move_to(ahead.data() + size);
  if (!shape.self_closed()) xml_.set_depth(xml_.depth() + 1);
  return read_cell(shape.cell(), shape.self_closed());
}

bool OdsTableReader::read_new_cell(const char* before) {
  OdsCell raw;
  read_ods_cell(xml_.attributes(), raw);
  raw.is_struck = raw.is_styled && is_struck(raw.style);
  raw.style = {};
  const std::string_view tag(before, static_cast<std::size_t>(xml_.cursor() - before));
  const bool is_bare = tag.size() > 2 && tag[0] == '<' && tag[1] != '!' && tag[1] != '?';
  OdsCellShape& shape = shapes_[column_ % shapes_.size()];
  // A gap in a column of values is soon over: it does not make the shape of the values forgotten.
  const bool is_gap = xml_.self_closed() && shape.has_content();
  if (is_bare && !is_gap) shape.learn(tag, raw);
  return read_cell(raw, xml_.self_closed());
}

/// A covered cell may hold something: it was there before its neighbours were merged, and is still.
bool OdsTableReader::read_cell(const OdsCell& raw, bool self_closed) {
  std::string_view shown;
  bool is_raw = true;
  if (!self_closed && !take_plain_paragraph(shown)) {
    joined_.clear();
    if (!read_cell_paragraphs(xml_, context_.struck, spaces_left_, joined_)) return false;
    shown = arena_.keep(joined_);
    is_raw = false;
  }
  add(raw, shown, is_raw);
  add_merge(raw);
  column_ += raw.repeat;
  return true;
}

/// The straight path: <text:p>…</text:p></table:table-cell> with nothing but text. False, and nothing moved, for all
/// else.
bool OdsTableReader::take_plain_paragraph(std::string_view& text) {
  constexpr std::string_view open = "<text:p>", close = "</text:p></";
  const std::string_view ahead(xml_.cursor(), static_cast<std::size_t>(xml_.limit() - xml_.cursor()));
  if (!ahead.starts_with(open)) return false;
  const std::size_t end = ahead.find('<', open.size());
  if (end == std::string_view::npos || ahead.substr(end, close.size()) != close) return false;
  const std::size_t behind = ahead.find('>', end + close.size());
  if (behind == std::string_view::npos) return false;
  text = ahead.substr(open.size(), end - open.size());
  xml_.move_to(xml_.cursor() + behind + 1);
  xml_.set_depth(xml_.depth() - 1);
  return true;
}

/// A cell without a style of its own has its column's.
bool OdsTableReader::is_struck(const OdsCell& raw) const {
  if (raw.is_styled) return raw.is_struck;
  return std::any_of(struck_columns_.begin(), struck_columns_.end(), [&](const auto& c) { return c.first <= column_ && column_ < c.second; });
}

void OdsTableReader::show_struck(Cell& cell) {
  if (cell.kind == CellKind::number) cell.look = NumberLook::otherwise;
  const bool is_marked = cell.text.find("\u0336") != std::string_view::npos;  // by its own runs
  if (cell.kind == CellKind::text && !is_marked) cell.text = arena_.keep(to_run_text(cell.text, RunLook::struck));
}

void OdsTableReader::add(const OdsCell& raw, std::string_view shown, bool shown_is_raw) {
  Cell cell;
  if (!to_cell(raw, shown, shown_is_raw, context_.date1904, arena_, cell)) return;
  if (column_ + raw.repeat > most_columns) refuse_beyond(raw.repeat);
  cell.column = static_cast<std::uint32_t>(column_);
  if (!context_.struck.empty() && is_struck(raw)) show_struck(cell);
  written_ += cost_of(cell);
  meant_ += cost_of(cell) * raw.repeat;
  for (std::uint32_t i = 0; i < raw.repeat; ++i, ++cell.column) cells_.push_back(cell);
}

/// Where a merged cell claims to be repeated, only the first can be meant: the others lie under it.
void OdsTableReader::add_merge(const OdsCell& raw) {
  if (raw.columns_spanned == 1 && raw.rows_spanned == 1) return;
  if (column_ >= most_columns || row_ >= most_rows) return;
  const CellRef first{static_cast<std::uint32_t>(row_), static_cast<std::uint32_t>(column_)};
  const CellRef last{std::min(raw.rows_spanned, most_rows - first.row) + first.row - 1,
                     std::min(raw.columns_spanned, most_columns - first.column) + first.column - 1};
  merges_.push_back({first, last});
  written_ += 1;
  meant_ += 1;
}

void OdsTableReader::send(const OdsRow& row) {
  if (!cells_.empty() && row_ + row.repeat > most_rows) refuse_beyond(row.repeat);
  const auto repeat = static_cast<std::uint32_t>(std::min<std::uint64_t>(row.repeat, most_rows - row_));
  charge(meant_ * repeat - written_);
  const bool by_group = row.hiding == RowHiding::shown && groups_.hidden();
  const RowHiding hiding = by_group ? RowHiding::hidden : row.hiding;
  for (std::uint32_t i = 0; i < repeat; ++i) {
    if (!cells_.empty()) sink_.row(static_cast<std::uint32_t>(row_) + i, hiding, cells_);
    for (const CellRange& merge : merges_) {
      if (i > 0 && merge.last.row > merge.first.row) continue;  // rows under a merge cannot begin it again
      tail_.merges.push_back({{merge.first.row + i, merge.first.column}, {merge.last.row + i, merge.last.column}});
    }
  }
}

void OdsTableReader::charge(std::size_t cells) {
  if (cells > context_.repeated_cells) refuse_hostile("why.too-many-cells");
  context_.repeated_cells -= cells;
}

}  // namespace

void read_ods_table(XmlScanner& xml, PartWindow& window, OdsContext& context, CellSink& sink) {
  OdsTableReader(xml, window, context, sink).read();
}

}  // namespace huizong
