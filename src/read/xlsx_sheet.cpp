// One row is the unit of work: where the window cuts a row off, it is read again from its start in the next window.
#include "read/xlsx_sheet.hpp"

#include <algorithm>
#include <charconv>

#include "model/sheet_bounds.hpp"
#include "package/refuse.hpp"
#include "package/xml.hpp"
#include "read/filtered_rows.hpp"
#include "read/xlsx_plain.hpp"

namespace huizong {
namespace {

constexpr std::uint32_t no_row = 0xFFFFFFFFu;

std::optional<std::uint32_t> parse_count(std::string_view text) {
  std::uint32_t value = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  return error == std::errc() && stop == end ? std::optional(value) : std::nullopt;
}

/// One-based position in an attribute to zero-based. *Errors*: why.bad-reference.
std::uint32_t to_index(std::string_view text, std::uint32_t most) {
  const auto value = parse_count(text);
  if (!value || *value == 0 || *value > most) refuse_unreadable("why.bad-reference");
  return *value - 1;
}

/// A1 at `p`, moved behind; some writers put a1. False for anything else.
bool take_reference(const char*& p, const char* end, CellRef& ref) {
  std::uint32_t column = 0, row = 0;
  const char* from = p;
  for (; p < end && p - from < 4; ++p) {
    const char letter = static_cast<char>(*p & ~0x20);
    if (letter < 'A' || letter > 'Z') break;
    column = column * 26 + static_cast<std::uint32_t>(letter - 'A' + 1);
  }
  const char* digits = p;
  while (p < end && *p >= '0' && *p <= '9' && p - digits < 8) row = row * 10 + static_cast<std::uint32_t>(*p++ - '0');
  if (column == 0 || column > most_columns || row == 0 || row > most_rows) return false;
  ref = {row - 1, column - 1};
  return true;
}

bool is_true(std::optional<std::string_view> value) { return value && (*value == "1" || *value == "true"); }

class SheetReader {
 public:
  SheetReader(PartWindow& window, const SheetContext& context, CellSink& sink)
      : window_(window), context_(context), sink_(sink), xml_(window.view()), plain_(context.cells) {}

  void read();

 private:
  void read_tail_element(std::string_view section);
  void read_rows();
  bool read_any_row();
  bool read_row(const RowStart& start, bool self_closed);
  bool read_row_cells();
  void send_row(RowHiding hiding);
  RowHiding hiding_of(std::uint32_t row);
  bool read_cell();
  bool read_cell_children(RawCell& raw);
  void begin_row(std::uint32_t row);
  void place(CellRef ref, RawCell& raw);
  void add(const RawCell& raw);

  PartWindow& window_;
  const SheetContext& context_;
  CellSink& sink_;
  XmlScanner xml_;
  SheetTail tail_;
  PlainRows rows_;
  PlainCells plain_;
  RowCells cells_;
  TextArena arena_;
  std::uint32_t row_ = no_row;       ///< row at work; no_row as long as nothing has told it
  std::uint32_t last_row_ = no_row;  ///< row before it
  std::vector<std::int64_t> hiding_edges_;  ///< ranges of hidden columns that begin there, less those that end; none: empty
  std::optional<FilteredRows> filtered_;
};

void SheetReader::read() {
  bool has_root = false;
  std::string section;
  while (true) {
    const XmlToken token = next_token(xml_, window_);
    if (token == XmlToken::end) break;
    if (token != XmlToken::start) continue;
    has_root = true;
    const int ancestors = xml_.depth() - (xml_.self_closed() ? 0 : 1);
    if (ancestors == 1) {
      section = xml_.name();
      if (section == "sheetData" && !xml_.self_closed()) read_rows();
    } else if (ancestors == 2) {
      read_tail_element(section);
    }
  }
  if (!has_root || xml_.depth() != 0) refuse_unreadable("why.xml-cut-off", window_.part());
  std::int64_t hiding = 0;
  for (std::uint32_t c = 0; c < hiding_edges_.size(); ++c) {
    hiding += hiding_edges_[c];
    if (hiding > 0) tail_.hidden_columns.push_back(c);
  }
  sink_.end_sheet(tail_);
}

void SheetReader::read_tail_element(std::string_view section) {
  if (section == "mergeCells" && xml_.name() == "mergeCell") {
    if (const auto range = parse_range(xml_.attribute("ref").value_or(""))) tail_.merges.push_back(*range);
  } else if (section == "cols" && xml_.name() == "col" && is_true(xml_.attribute("hidden"))) {
    const auto first = parse_count(xml_.attribute("min").value_or("")),
               last = parse_count(xml_.attribute("max").value_or(""));
    if (!first || !last || *first == 0 || *first > std::min(*last, most_columns)) return;
    hiding_edges_.resize(most_columns + 1);
    ++hiding_edges_[*first - 1];
    --hiding_edges_[std::min(*last, most_columns)];
  }
}

void SheetReader::read_rows() {
  while (true) {
    const std::size_t mark = xml_.position();
    const int depth = xml_.depth();
    bool whole = true;
    const char* place = xml_.cursor();
    if (const auto start = rows_.take(place, xml_.limit())) {
      xml_.move_to(place);
      xml_.set_depth(depth + 1);
      whole = read_row(*start, false);
    } else {
      const XmlToken token = xml_.next();
      if (token == XmlToken::finish) return;
      whole = token != XmlToken::end;
      if (token == XmlToken::start) whole = xml_.name() == "row" ? read_any_row() : xml_.skip_element();
    }
    if (whole) continue;
    if (window_.at_end()) refuse_unreadable("why.xml-cut-off", window_.part());
    window_.refill(mark);
    xml_.reset(window_.view(), 0);
    xml_.set_depth(depth);
  }
}

/// The <row> whose start was just read. False where the window cuts it off: nothing has been sent then.
bool SheetReader::read_any_row() {
  RowStart start;
  start.hidden = is_true(xml_.attribute("hidden"));
  if (const auto number = xml_.attribute("r")) start.number = to_index(*number, most_rows) + 1;
  return read_row(start, xml_.self_closed());
}

bool SheetReader::read_row(const RowStart& start, bool self_closed) {
  row_ = no_row;
  if (start.number) begin_row(*start.number - 1);
  cells_.clear();
  arena_.clear();
  if (!self_closed && !read_row_cells()) return false;
  if (row_ == no_row) row_ = last_row_ == no_row ? 0 : last_row_ + 1;
  if (row_ >= most_rows) refuse_unreadable("why.bad-reference");
  if (last_row_ != no_row && row_ <= last_row_) refuse_unreadable("why.rows-disordered");
  last_row_ = row_;
  if (!cells_.cells().empty()) send_row(start.hidden ? hiding_of(row_) : RowHiding::shown);
  return true;
}

bool SheetReader::read_row_cells() {
  constexpr std::string_view close = "</row>";
  while (true) {
    if (row_ != no_row) xml_.move_to(plain_.take(xml_.cursor(), xml_.limit(), cells_));
    const std::string_view ahead(xml_.cursor(), static_cast<std::size_t>(xml_.limit() - xml_.cursor()));
    if (ahead.substr(0, close.size()) == close) {
      xml_.move_to(xml_.cursor() + close.size());
      xml_.set_depth(xml_.depth() - 1);
      return true;
    }
    switch (xml_.next()) {
      case XmlToken::end:
        return false;
      case XmlToken::finish:
        return true;
      case XmlToken::text:
        break;
      case XmlToken::start:
        if (!(xml_.name() == "c" ? read_cell() : xml_.skip_element())) return false;
    }
  }
}

void SheetReader::send_row(RowHiding hiding) {
  const std::span<Cell> cells = cells_.cells();
  if (!cells_.ordered()) {
    std::stable_sort(cells.begin(), cells.end(), [](const Cell& a, const Cell& b) { return a.column < b.column; });
    const auto twin = std::adjacent_find(cells.begin(), cells.end(),
                                         [](const Cell& a, const Cell& b) { return a.column == b.column; });
    if (twin != cells.end()) refuse_unreadable("why.bad-reference");  // two contents for one cell: nobody knows which
  }
  sink_.row(row_, hiding, cells);
}

RowHiding SheetReader::hiding_of(std::uint32_t row) {
  if (!filtered_) filtered_.emplace(context_.find_filters ? context_.find_filters() : std::vector<CellRange>());
  return filtered_->contains(row) ? RowHiding::filtered : RowHiding::hidden;
}

/// The row that a cell names where its row does not name itself. *Errors*: why.bad-reference where they contradict.
void SheetReader::place(CellRef ref, RawCell& raw) {
  if (row_ == no_row) begin_row(ref.row);
  if (row_ != ref.row) refuse_unreadable("why.bad-reference");
  raw.column = ref.column;
}

void SheetReader::add(const RawCell& raw) {
  if (to_cell(raw, context_.cells, arena_, cells_.place())) {
    cells_.add();
  } else {
    cells_.pass(raw.column);
  }
}

void SheetReader::begin_row(std::uint32_t row) {
  row_ = row;
  plain_.begin_row(row);
}

/// Any <c> whose start was just read. False where the window cuts it off.
bool SheetReader::read_cell() {
  RawCell raw;
  raw.column = cells_.next_column();
  raw.style = parse_count(xml_.attribute("s").value_or("")).value_or(0);
  raw.type = to_cell_type(xml_.attribute("t").value_or(""));
  if (const auto reference = xml_.attribute("r")) {
    CellRef ref;
    const char* p = reference->data();
    const char* end = p + reference->size();
    if (!take_reference(p, end, ref) || p != end) refuse_unreadable("why.bad-reference");
    place(ref, raw);
  }
  if (raw.column >= most_columns) refuse_unreadable("why.bad-reference");
  if (!xml_.self_closed() && !read_cell_children(raw)) return false;
  add(raw);
  return true;
}

bool SheetReader::read_cell_children(RawCell& raw) {
  const int outside = xml_.depth() - 1;
  while (true) {
    const XmlToken token = xml_.next();
    if (token == XmlToken::end) return false;
    if (token == XmlToken::finish && xml_.depth() == outside) return true;
    if (token != XmlToken::start) continue;
    const std::string_view name = xml_.name();
    if (name == "v" || name == "is") {
      const auto text = name == "v" ? read_element_text(xml_, arena_) : read_rich_text(xml_, arena_);
      if (!text) return false;
      raw.is_rich = name == "is";
      if (raw.is_rich) raw.type = CellType::inline_text;
      raw.value = *text;
    } else {
      raw.formula = raw.formula || name == "f";
      if (!xml_.skip_element()) return false;
    }
  }
}

}  // namespace

void read_sheet(PartWindow& window, const SheetContext& context, CellSink& sink) {
  SheetReader(window, context, sink).read();
}

std::vector<CellRange> read_filters(PartWindow& window) {
  std::vector<CellRange> ranges;
  XmlScanner xml(window.view());
  for (XmlToken token = next_token(xml, window); token != XmlToken::end; token = next_token(xml, window)) {
    if (token != XmlToken::start) continue;
    if (xml.name() != "autoFilter") continue;
    const int ancestors = xml.depth() - (xml.self_closed() ? 0 : 1);
    if (ancestors != 1) continue;  // customSheetViews hold filters of views that are not shown
    if (const auto range = parse_range(xml.attribute("ref").value_or(""))) ranges.push_back(*range);
  }
  return ranges;
}

std::optional<CellRange> parse_range(std::string_view text) {
  const std::size_t colon = text.find(':');
  const auto first = parse_a1(text.substr(0, colon));
  const auto last = colon == std::string_view::npos ? first : parse_a1(text.substr(colon + 1));
  if (!first || !last) return std::nullopt;
  return CellRange{{std::min(first->row, last->row), std::min(first->column, last->column)},
                   {std::max(first->row, last->row), std::max(first->column, last->column)}};
}

}  // namespace huizong
