// One row is the unit of work: where the window cuts a row off, it is read again from its start in the next window.
#include "read/xlsx_sheet.hpp"

#include <algorithm>
#include <charconv>

#include "package/refuse.hpp"
#include "package/xml.hpp"

namespace huizong {
namespace {

constexpr std::uint32_t most_rows = 1'048'576, most_columns = 16'384;  // ECMA-376 part 1, 18.3.1.73 and 18.3.1.13
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

/// A1 at `p`, moved behind it. False for anything else.
bool take_reference(const char*& p, const char* end, CellRef& ref) {
  std::uint32_t column = 0, row = 0;
  const char* from = p;
  while (p < end && *p >= 'A' && *p <= 'Z' && p - from < 4)
    column = column * 26 + static_cast<std::uint32_t>(*p++ - 'A' + 1);
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
      : window_(window), context_(context), sink_(sink), xml_(window.view()) {}

  void read();

 private:
  void read_tail_element(std::string_view section);
  void read_rows();
  bool read_row();
  bool read_row_cells();
  void send_row(RowHiding hiding);
  RowHiding hiding_of(std::uint32_t row);
  bool take_plain_cell();
  bool take_plain_attributes(const char*& p, RawCell& raw);
  bool read_cell();
  bool read_cell_children(RawCell& raw);
  void place(CellRef ref, RawCell& raw);
  void add(const RawCell& raw);

  PartWindow& window_;
  const SheetContext& context_;
  CellSink& sink_;
  XmlScanner xml_;
  SheetTail tail_;
  std::vector<Cell> cells_;
  TextArena arena_;
  std::uint32_t row_ = no_row;       ///< row at work; no_row as long as nothing has told it
  std::uint32_t last_row_ = no_row;  ///< row before it
  std::uint32_t next_column_ = 0;    ///< for cells without r=
  bool ordered_ = true;
  std::optional<std::vector<CellRange>> filters_;
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
  std::sort(tail_.hidden_columns.begin(), tail_.hidden_columns.end());
  tail_.hidden_columns.erase(std::unique(tail_.hidden_columns.begin(), tail_.hidden_columns.end()),
                             tail_.hidden_columns.end());
  sink_.end_sheet(tail_);
}

void SheetReader::read_tail_element(std::string_view section) {
  if (section == "mergeCells" && xml_.name() == "mergeCell") {
    if (const auto range = parse_range(xml_.attribute("ref").value_or(""))) tail_.merges.push_back(*range);
  } else if (section == "cols" && xml_.name() == "col" && is_true(xml_.attribute("hidden"))) {
    const auto first = parse_count(xml_.attribute("min").value_or("")),
               last = parse_count(xml_.attribute("max").value_or(""));
    if (!first || !last || *first == 0) return;
    for (std::uint32_t c = *first; c <= std::min(*last, most_columns); ++c) tail_.hidden_columns.push_back(c - 1);
  }
}

void SheetReader::read_rows() {
  while (true) {
    const std::size_t mark = xml_.position();
    const int depth = xml_.depth();
    const XmlToken token = xml_.next();
    if (token == XmlToken::finish) return;
    bool whole = token != XmlToken::end;
    if (token == XmlToken::start) whole = xml_.name() == "row" ? read_row() : xml_.skip_element();
    if (whole) continue;
    if (window_.at_end()) refuse_unreadable("why.xml-cut-off", window_.part());
    window_.refill(mark);
    xml_.reset(window_.view(), 0);
    xml_.set_depth(depth);
  }
}

/// The <row> whose start was just read. False where the window cuts it off: nothing has been sent then.
bool SheetReader::read_row() {
  const auto number = xml_.attribute("r");
  const bool hidden = is_true(xml_.attribute("hidden"));
  row_ = number ? to_index(*number, most_rows) : no_row;
  cells_.clear();
  arena_.clear();
  next_column_ = 0;
  ordered_ = true;
  if (!xml_.self_closed() && !read_row_cells()) return false;
  if (row_ == no_row) row_ = last_row_ == no_row ? 0 : last_row_ + 1;
  if (row_ >= most_rows) refuse_unreadable("why.bad-reference");
  if (last_row_ != no_row && row_ <= last_row_) refuse_unreadable("why.rows-disordered");
  last_row_ = row_;
  if (!cells_.empty()) send_row(hidden ? hiding_of(row_) : RowHiding::shown);
  return true;
}

bool SheetReader::read_row_cells() {
  while (true) {
    if (take_plain_cell()) continue;
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
  if (!ordered_) {
    std::stable_sort(cells_.begin(), cells_.end(), [](const Cell& a, const Cell& b) { return a.column < b.column; });
    const auto twin = std::adjacent_find(cells_.begin(), cells_.end(),
                                         [](const Cell& a, const Cell& b) { return a.column == b.column; });
    if (twin != cells_.end()) refuse_unreadable("why.bad-reference");  // two contents for one cell: nobody knows which
  }
  sink_.row(row_, hiding, cells_);
}

RowHiding SheetReader::hiding_of(std::uint32_t row) {
  if (!filters_) filters_ = context_.find_filters ? context_.find_filters() : std::vector<CellRange>();
  const bool filtered = std::any_of(filters_->begin(), filters_->end(), [row](const CellRange& range) {
    return row > range.first.row && row <= range.last.row;  // the first row is the header: a filter never hides it
  });
  return filtered ? RowHiding::filtered : RowHiding::hidden;
}

void SheetReader::place(CellRef ref, RawCell& raw) {
  if (row_ == no_row) row_ = ref.row;
  raw.column = ref.column;
}

void SheetReader::add(const RawCell& raw) {
  next_column_ = raw.column + 1;
  Cell cell;
  if (!to_cell(raw, context_.cells, arena_, cell)) return;
  if (!cells_.empty() && cell.column <= cells_.back().column) ordered_ = false;
  cells_.push_back(cell);
}

/// r, s and t in any order, as most writers write them. False for anything else.
bool SheetReader::take_plain_attributes(const char*& p, RawCell& raw) {
  const char* end = xml_.limit();
  bool placed = false;
  while (end - p > 5 && *p == ' ' && p[2] == '=' && p[3] == '"') {
    const char name = p[1];
    p += 4;
    const char* value = p;
    CellRef ref;
    if (name == 'r') {
      if (!take_reference(p, end, ref)) return false;
      place(ref, raw);
      placed = true;
    } else {
      while (p < end && *p != '"' && *p != '<') ++p;
      const std::string_view text(value, static_cast<std::size_t>(p - value));
      const auto style = name == 's' ? parse_count(text) : std::nullopt;
      if (style) raw.style = *style;
      if (name == 't') raw.type = to_cell_type(text);
      if (!style && name != 't') return false;
    }
    if (p >= end || *p != '"') return false;
    ++p;
  }
  return placed;
}

/// The straight path: <c r= s= t=><v>…</v></c>, the same with <is><t>, or an empty <c …/>. False, and nothing moved,
/// for all else.
bool SheetReader::take_plain_cell() {
  const char* p = xml_.cursor();
  const char* end = xml_.limit();
  if (end - p < 16 || p[0] != '<' || p[1] != 'c' || p[2] != ' ') return false;
  p += 2;
  RawCell raw;
  const std::uint32_t row_before = row_;
  if (!take_plain_attributes(p, raw)) return row_ = row_before, false;
  const std::string_view ahead(p, static_cast<std::size_t>(end - p));
  if (ahead.substr(0, 2) == "/>") {
    xml_.move_to(p + 2);
    next_column_ = raw.column + 1;
    return true;
  }
  const bool is_inline = raw.type == CellType::inline_text;
  const std::string_view open = is_inline ? "><is><t>" : "><v>", close = is_inline ? "</t></is></c>" : "</v></c>";
  if (ahead.substr(0, open.size()) != open) return row_ = row_before, false;
  const char* value = p + open.size();
  const char* stop = value;
  while (stop < end && *stop != '<' && *stop != '&' && *stop != '\r') ++stop;
  if (std::string_view(stop, std::min<std::size_t>(close.size(), static_cast<std::size_t>(end - stop))) != close) {
    return row_ = row_before, false;
  }
  raw.value = {value, static_cast<std::size_t>(stop - value)};
  xml_.move_to(stop + close.size());
  add(raw);
  return true;
}

/// Any <c> whose start was just read. False where the window cuts it off.
bool SheetReader::read_cell() {
  RawCell raw;
  raw.column = next_column_;
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

namespace {

/// From inside <sheetData> to behind its end tag, past all rows, without looking at them.
void skip_rows(XmlScanner& xml, PartWindow& window) {
  constexpr std::string_view mark = "sheetData>";
  while (true) {
    const std::string_view view = window.view();
    const std::size_t found = view.find(mark, xml.position());
    if (found != std::string_view::npos) {
      xml.reset(view, found + mark.size());
      xml.set_depth(xml.depth() - 1);
      return;
    }
    if (window.at_end()) return;
    window.refill(view.size() - std::min(view.size(), mark.size()));
    xml.reset(window.view(), 0);
  }
}

}  // namespace

std::vector<CellRange> read_filters(PartWindow& window) {
  std::vector<CellRange> ranges;
  XmlScanner xml(window.view());
  for (XmlToken token = next_token(xml, window); token != XmlToken::end; token = next_token(xml, window)) {
    if (token != XmlToken::start) continue;
    if (xml.name() == "sheetData" && !xml.self_closed()) skip_rows(xml, window);
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
