#include "read/docx_body.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <vector>

#include "base/utf8.hpp"
#include "model/sheet_bounds.hpp"
#include "package/refuse.hpp"
#include "package/xml.hpp"
#include "read/run_text.hpp"

namespace huizong {
namespace {

constexpr std::size_t deepest = 256;  // elements within each other: Word itself nests some thirty

struct Paragraph {
  std::string text;
  bool in_contents = false;
  bool joins_next = false;  ///< its end was deleted
};

struct TableCell {
  std::string text;
  std::uint32_t columns = 1;
  enum class Merge { none, start, go_on } merge = Merge::none;
};

struct TableRow {
  std::vector<TableCell> cells;
  std::uint32_t before = 0;  ///< columns left out in front
  bool deleted = false;
};

struct Table {
  std::vector<TableRow> rows;
};

bool is_skipped(std::string_view name) {
  constexpr std::string_view names[] = {"instrText", "delText", "delInstrText", "Fallback"};
  return std::find(std::begin(names), std::end(names), name) != std::end(names) || name.ends_with("Change");
}

class BodyReader {
 public:
  BodyReader(std::string_view text, const std::unordered_set<std::string>& contents, CellSink& sink)
      : xml_(text), contents_(contents), sink_(sink) {}

  void read() {
    if (!sink_.begin_sheet({"正文", false, false})) return;
    for (XmlToken token = xml_.next(); token != XmlToken::end; token = xml_.next()) {
      if (token == XmlToken::start) start();
      else if (token == XmlToken::finish) finish();
      else if (!open_.empty() && open_.back() == "t" && !paragraphs_.empty()) take_text();
    }
    if (!is_document_ || xml_.depth() != 0) refuse_unreadable("why.xml-cut-off", "word/document.xml");
    sink_.end_sheet(tail_);
  }

 private:
  std::string_view parent() const { return open_.empty() ? std::string_view() : open_.back(); }
  bool is_in(std::string_view up) const { return open_.size() > 1 && open_[open_.size() - 2] == up; }
  std::string value() const { return decode_xml(find_local_attribute(xml_.attributes(), "val").value_or("")); }

  std::uint32_t number() const {
    const std::string text = value();
    std::uint32_t out = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (error != std::errc() || end != text.data() + text.size()) return 1;
    if (out > most_columns) refuse_hostile("why.out-of-sheet");
    return out;
  }

  void take_text() {
    std::string text;
    if (xml_.is_cdata()) text = xml_.text();
    else append_decoded(xml_.text(), text);
    if (!is_valid_utf8(text)) refuse_unreadable("why.xml-encoding");
    if (!is_unseen_) paragraphs_.back().text += to_run_text(text, look_);
  }

  void start() {
    const std::string_view name = xml_.name();
    if (open_.empty()) is_document_ = name == "document";
    if (is_removed(name) || is_skipped(name) || (name == "sdtContent" && skip_content_)) {
      if (name == "sdtContent") skip_content_ = false;
      if (!xml_.self_closed() && !xml_.skip_element()) refuse_unreadable("why.xml-cut-off", "word/document.xml");
      return;
    }
    open_element(name);
    if (xml_.self_closed()) return close_element(name);
    if (open_.size() >= deepest) refuse_hostile("why.xml-too-deep");
    open_.push_back(name);
  }

  void finish() {
    if (open_.empty()) return;
    const std::string_view name = open_.back();
    open_.pop_back();
    close_element(name);
  }

  /// <w:del> around runs; as a property of a row or of a paragraph's end it says that these are deleted.
  bool is_removed(std::string_view name) {
    if (name != "del" && name != "moveFrom") return false;
    if (parent() == "trPr") {
      if (!tables_.empty() && !tables_.back().rows.empty()) tables_.back().rows.back().deleted = true;
    } else if (parent() == "rPr" && is_in("pPr")) {
      if (!paragraphs_.empty()) paragraphs_.back().joins_next = true;
    }
    return true;
  }

  void open_element(std::string_view name) {
    if (name == "p") paragraphs_.emplace_back();
    else if (name == "tbl") tables_.emplace_back();
    else if (name == "tr" && !tables_.empty()) tables_.back().rows.emplace_back();
    else if (name == "tc" && row() != nullptr) row()->cells.emplace_back();
    else if (name == "r") is_unseen_ = false, look_ = RunLook::plain;
    else if (parent() == "rPr" && is_in("r")) open_look(name);
    else if (name == "docPartGallery") skip_content_ = value() == "Table of Contents";
    else if (parent() == "r") open_in_run(name);
    else open_property(name);
  }

  void open_look(std::string_view name) {
    const std::string said = value();
    if (name == "strike" || name == "dstrike" || name == "vanish") is_unseen_ = is_unseen_ || (said != "0" && said != "false" && said != "off");
    if (name == "vertAlign") look_ = said == "superscript" ? RunLook::raised : said == "subscript" ? RunLook::lowered : RunLook::plain;
  }

  void open_in_run(std::string_view name) {
    if (paragraphs_.empty()) return;
    std::string& text = paragraphs_.back().text;
    if (name == "tab" || name == "br" || name == "cr") text += ' ';
    else if (name == "noBreakHyphen") text += '-';
    else if (name == "sym") add_symbol(text);
  }

  /// A character of a symbol font: ticks and boxes of Wingdings, in the private area as Word keeps them.
  void add_symbol(std::string& text) const {
    const std::string hex = decode_xml(find_local_attribute(xml_.attributes(), "char").value_or(""));
    std::uint32_t code = 0;
    const auto [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), code, 16);
    if (error != std::errc() || end != hex.data() + hex.size() || code < 0x20 || code > 0xFFFF) return;
    if (code < 0x100) code += 0xF000;
    append_utf8(code, text);
  }

  void open_property(std::string_view name) {
    if (name == "pStyle" && !paragraphs_.empty()) {
      paragraphs_.back().in_contents = contents_.count(value()) != 0;
    } else if (name == "gridBefore" && row() != nullptr) {
      row()->before = number();
    } else if (name == "gridSpan" && cell() != nullptr) {
      cell()->columns = std::max<std::uint32_t>(number(), 1);
    } else if (name == "vMerge" && cell() != nullptr) {
      cell()->merge = value() == "restart" ? TableCell::Merge::start : TableCell::Merge::go_on;
    }
  }

  TableRow* row() { return tables_.empty() || tables_.back().rows.empty() ? nullptr : &tables_.back().rows.back(); }
  TableCell* cell() { return row() == nullptr || row()->cells.empty() ? nullptr : &row()->cells.back(); }

  void close_element(std::string_view name) {
    if (name == "p" && !paragraphs_.empty()) close_paragraph();
    else if (name == "tbl" && !tables_.empty()) close_table();
    else if (name == "sdt") skip_content_ = false;
  }

  static void add_line(std::string& text, const std::string& line) {
    if (line.empty()) return;
    if (!text.empty()) text += '\n';
    text += line;
  }

  void close_paragraph() {
    Paragraph paragraph = std::move(paragraphs_.back());
    paragraphs_.pop_back();
    if (paragraph.in_contents) return;
    if (cell() != nullptr) return add_line(cell()->text, paragraph.text);
    held_ += paragraph.text;
    if (paragraph.joins_next) return;
    Cell out;
    out.kind = CellKind::text;
    out.text = held_;
    send({&out, held_.empty() ? 0u : 1u});
    held_.clear();
  }

  void close_table() {
    const Table table = std::move(tables_.back());
    tables_.pop_back();
    if (cell() != nullptr) {
      for (const TableRow& inner : table.rows) {
        for (const TableCell& one : inner.cells) add_line(cell()->text, one.text);
      }
      return;
    }
    std::map<std::uint32_t, std::size_t> merged;  // column -> its open range in the tail
    for (const TableRow& one : table.rows) {
      if (!one.deleted) send_row(one, merged);
    }
  }

  void send_row(const TableRow& from, std::map<std::uint32_t, std::size_t>& merged) {
    std::vector<Cell> cells;
    std::uint32_t column = from.before;
    for (const TableCell& one : from.cells) {
      if (column + one.columns > most_columns) refuse_hostile("why.out-of-sheet");
      const CellRef first{row_, column}, last{row_, column + one.columns - 1};
      const auto open = merged.find(column);
      if (one.merge == TableCell::Merge::go_on && open != merged.end()) {
        tail_.merges[open->second].last.row = row_;
      } else {
        merged.erase(column);
        if (one.merge == TableCell::Merge::start) merged[column] = tail_.merges.size();
        if (one.columns > 1 || one.merge == TableCell::Merge::start) tail_.merges.push_back({first, last});
        Cell out;
        out.column = column;
        out.kind = CellKind::text;
        out.text = one.text;
        if (!one.text.empty()) cells.push_back(out);
      }
      column += one.columns;
    }
    send(cells);
  }

  void send(std::span<const Cell> cells) {
    if (!cells.empty()) sink_.row(row_, RowHiding::shown, cells);
    ++row_;
  }

  XmlScanner xml_;
  const std::unordered_set<std::string>& contents_;
  CellSink& sink_;
  SheetTail tail_;
  std::vector<std::string_view> open_;
  std::vector<Paragraph> paragraphs_;
  std::vector<Table> tables_;
  bool is_unseen_ = false;          ///< the run is struck through, as a clerk corrects by hand, or hidden
  RunLook look_ = RunLook::plain;  ///< of the run
  std::string held_;
  std::uint32_t row_ = 0;
  bool is_document_ = false;
  bool skip_content_ = false;
};

}  // namespace

void read_docx_body(std::string_view xml, const std::unordered_set<std::string>& contents_styles, CellSink& sink) {
  BodyReader(xml, contents_styles, sink).read();
}

}  // namespace huizong
