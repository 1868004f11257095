#include "read/spreadsheetml_outline.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "package/refuse.hpp"
#include "package/xml.hpp"

namespace huizong {
namespace {

std::string_view local_attribute(const XmlScanner& xml, std::string_view local) {
  return find_local_attribute(xml.attributes(), local).value_or("");
}

/// R or C with its one-based number, taken off the front.
std::optional<std::uint32_t> take_index(std::string_view& text, char letter) {
  if (text.empty() || text[0] != letter) return std::nullopt;
  std::uint32_t value = 0;
  const auto [stop, error] = std::from_chars(text.data() + 1, text.data() + text.size(), value);
  if (error != std::errc() || value == 0) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
  return value - 1;
}

std::optional<CellRef> parse_r1c1(std::string_view text) {
  const auto row = take_index(text, 'R');
  const auto column = row ? take_index(text, 'C') : std::nullopt;
  return column && text.empty() ? std::optional(CellRef{*row, *column}) : std::nullopt;
}

class OutlineReader {
 public:
  explicit OutlineReader(std::string_view text) : text_(text), xml_(text) {
    // Only in these could the end tag of a table stand without ending it.
    can_jump_ = text.find("<![CDATA[") == std::string_view::npos && text.find("<!--") == std::string_view::npos;
  }

  SpreadsheetmlOutline read();

 private:
  void open_element(std::size_t from, int ancestors);
  void open_style();
  void skip_table(std::size_t from);

  std::string_view text_;
  XmlScanner xml_;
  bool can_jump_ = false;
  SpreadsheetmlOutline outline_;
  std::string section_;  ///< child of the workbook
  std::string_view style_;
  bool is_struck_ = false;  ///< the open style's font
  bool in_sheet_ = false;
  bool in_visible_ = false;
  bool date1904_ = false;
};

SpreadsheetmlOutline OutlineReader::read() {
  bool has_root = false;
  while (true) {
    const std::size_t from = xml_.position();
    const XmlToken token = xml_.next();
    if (token == XmlToken::end) break;
    if (token == XmlToken::start) {
      const int ancestors = xml_.depth() - (xml_.self_closed() ? 0 : 1);
      if (ancestors == 0 && xml_.name() != "Workbook") refuse_unsupported("xml");
      has_root = true;
      open_element(from, ancestors);
    } else if (token == XmlToken::text && in_visible_) {
      if (xml_.text().find("Hidden") != std::string_view::npos) outline_.sheets.back().head.hidden = true;
    } else if (token == XmlToken::finish) {
      in_visible_ = false;
    }
  }
  if (!has_root || xml_.depth() != 0) refuse_unreadable("why.xml-cut-off");
  for (SpreadsheetmlSheet& sheet : outline_.sheets) sheet.head.date1904 = date1904_;
  return std::move(outline_);
}

void OutlineReader::open_element(std::size_t from, int ancestors) {
  const std::string_view name = xml_.name();
  if (ancestors == 1) {
    section_ = name;
    in_sheet_ = name == "Worksheet";
    if (in_sheet_) outline_.sheets.push_back({{decode_xml(local_attribute(xml_, "Name")), false, false}, {}, {}});
  } else if (section_ == "Styles") {
    open_style();
  } else if (ancestors == 2 && section_ == "ExcelWorkbook" && name == "Date1904") {
    date1904_ = true;
  } else if (ancestors == 2 && in_sheet_ && name == "Table") {
    outline_.sheets.back().tables.push_back(from);
    if (!xml_.self_closed()) skip_table(from);
  } else if (ancestors == 2 && in_sheet_ && name == "AutoFilter") {
    if (const auto range = parse_r1c1_range(local_attribute(xml_, "Range")))
      outline_.sheets.back().filters.push_back(*range);
  } else if (ancestors == 3 && in_sheet_ && name == "Visible") {
    in_visible_ = !xml_.self_closed();
  }
}

/// A style begins as its parent looks, which is always written before it.
void OutlineReader::open_style() {
  if (xml_.name() == "Style") {
    style_ = local_attribute(xml_, "ID");
    const auto parent = outline_.looks.find(local_attribute(xml_, "Parent"));
    outline_.looks[style_] = parent != outline_.looks.end() ? parent->second : NumberLook::plain;
    is_struck_ = false;
  } else if (xml_.name() == "Font" && !style_.empty()) {
    is_struck_ = local_attribute(xml_, "StrikeThrough") == "1";
    if (is_struck_) outline_.looks[style_] = NumberLook::otherwise;
  } else if (xml_.name() == "NumberFormat" && !style_.empty() && !is_struck_) {
    outline_.looks[style_] = look_of_named_format(decode_xml(local_attribute(xml_, "Format")));
  }
}

/// To the end tag of the table whose start was just read at `from`; its rows are for a second look.
void OutlineReader::skip_table(std::size_t from) {
  const std::size_t open = text_.find('<', from);
  const std::size_t name_end = text_.find_first_of(" \t\r\n/>", open);
  std::string end_tag = "</" + std::string(text_.substr(open + 1, name_end - open - 1));
  const std::size_t end = can_jump_ ? text_.find(end_tag += '>', xml_.position()) : std::string_view::npos;
  if (end != std::string_view::npos) {
    xml_.reset(text_, end);
  } else if (!xml_.skip_element()) {
    refuse_unreadable("why.xml-cut-off");
  }
}

}  // namespace

SpreadsheetmlOutline read_spreadsheetml_outline(std::string_view text) { return OutlineReader(text).read(); }

NumberLook look_of_named_format(std::string_view format) {
  constexpr std::string_view dates[] = {"General Date", "Long Date",   "Medium Date", "Short Date",
                                        "Long Time",    "Medium Time", "Short Time"};
  constexpr std::string_view plain[] = {"",      "General",  "General Number", "Currency", "Euro Currency",
                                        "Fixed", "Standard", "Scientific",     "Yes/No",   "True/False",
                                        "On/Off"};
  if (std::find(std::begin(dates), std::end(dates), format) != std::end(dates)) return NumberLook::date;
  if (std::find(std::begin(plain), std::end(plain), format) != std::end(plain)) return NumberLook::plain;
  return format == "Percent" ? NumberLook::percent : look_of_code(format);
}

std::optional<CellRange> parse_r1c1_range(std::string_view text) {
  const std::size_t colon = text.find(':');
  const auto first = parse_r1c1(text.substr(0, colon));
  const auto last = colon == std::string_view::npos ? first : parse_r1c1(text.substr(colon + 1));
  if (!first || !last) return std::nullopt;
  return CellRange{*first, *last};
}

}  // namespace huizong
