#include "read/html.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "package/refuse.hpp"
#include "read/html_archive.hpp"
#include "read/html_page.hpp"
#include "read/html_scanner.hpp"
#include "read/html_text.hpp"
#include "read/read_csv.hpp"
#include "read/text_encoding.hpp"

namespace huizong {
namespace {

/// The charset that a <meta> tells, of either form; empty where there is none.
std::string declared_charset(std::string_view page) {
  HtmlScanner html(page.substr(0, 65536));
  for (HtmlToken token = html.next(); token != HtmlToken::end; token = html.next()) {
    if (token != HtmlToken::start) continue;
    if (html.tag() == HtmlTag::table) break;
    if (html.name() != "meta") continue;
    if (const auto charset = html.attribute("charset")) return std::string(*charset);
    const std::string_view content = html.attribute("content").value_or("");
    constexpr std::string_view word = "charset=";
    for (std::size_t at = content.find('='); at != std::string_view::npos; at = content.find('=', at + 1)) {
      const bool is_charset = at + 1 >= word.size() && equals_ignoring_case(content.substr(at + 1 - word.size(), word.size()), word);
      if (is_charset) return std::string(content.substr(at + 1, content.find_first_of("; \t", at + 1) - at - 1));
    }
  }
  return std::string(declared_xml_encoding(page));
}

/// So much of it cannot be UTF-8 by chance, whatever the page says of itself: scripts often write UTF-8 behind a head
/// that was made for gb2312.
bool is_surely_utf8(std::string_view bytes) {
  constexpr std::ptrdiff_t enough = 24;
  return std::count_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }) >= enough &&
         is_valid_utf8(bytes);
}

/// By its byte-order mark, as told, as strict UTF-8, as GB18030. A view of `bytes` where nothing had to be converted.
std::string_view decode_page(std::string_view bytes, std::string charset, std::string& own) {
  const bool has_mark = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") || bytes.starts_with("\xEF\xBB\xBF");
  const bool is_wide = bytes.substr(0, 4096).find('\0') != std::string_view::npos;
  if (!has_mark && !is_wide && !is_surely_utf8(bytes)) {
    if (charset.empty()) charset = declared_charset(bytes);
    if (auto text = charset.empty() ? std::nullopt : from_named_encoding(bytes, charset)) return own = std::move(*text);
  }
  return decode_text_file(bytes, own);
}

/// What stands between <x:Name> and its end, from `at` on.
std::string element_text(std::string_view page, std::string_view name, std::size_t at = 0) {
  const std::string open = "<x:" + std::string(name) + ">", close = "</x:" + std::string(name) + ">";
  const std::size_t from = page.find(open, at);
  const std::size_t end = from == std::string_view::npos ? from : page.find(close, from);
  if (end == std::string_view::npos) return {};
  return decode_html_attribute(page.substr(from + open.size(), end - from - open.size()));
}

bool is_hidden_sheet(std::string_view page) { return element_text(page, "Visible").starts_with("Sheet"); }

/// What Excel says of the workbook inside <xml>, mostly in a conditional comment.
SheetHead head_of(std::string_view page, std::string_view file_name) {
  const std::string_view head = page.substr(0, 1 << 20);
  std::string name = element_text(head, "Name");
  if (name.empty()) name = file_stem(file_name);
  return {std::move(name), is_hidden_sheet(head), head.find("<x:Date1904") != std::string_view::npos};
}

struct SheetSource {
  std::string name, location;
};

/// The sheets that a frameset lists: <x:ExcelWorksheet><x:Name>…<x:WorksheetSource HRef="…/sheet001.htm"/>.
std::vector<SheetSource> sheets_of(std::string_view page) {
  std::vector<SheetSource> sheets;
  constexpr std::string_view open = "<x:ExcelWorksheet>", source = "<x:WorksheetSource HRef=\"";
  for (std::size_t at = page.find(open); at != std::string_view::npos; at = page.find(open, at + 1)) {
    const std::string_view one = page.substr(at, page.find("</x:ExcelWorksheet>", at) - at);
    const std::size_t from = one.find(source);
    if (from == std::string_view::npos) continue;
    const std::string_view location = one.substr(from + source.size(), one.find('"', from + source.size()) - from - source.size());
    sheets.push_back({element_text(one, "Name"), std::string(location.substr(location.find_last_of("/\\:") + 1))});
  }
  return sheets;
}

void read_archive(std::string_view bytes, std::string_view file_name, CellSink& sink) {
  const std::vector<ArchivePart> parts = read_archive_parts(bytes);
  const auto main = std::find_if(parts.begin(), parts.end(), [](const ArchivePart& p) { return p.type == "text/html"; });
  if (main == parts.end()) refuse_unreadable("why.html-no-table");
  HtmlStyles styles;
  for (const ArchivePart& part : parts) {
    if (part.type == "text/css") styles.add(part.bytes);
  }
  std::string own;
  const std::string_view page = decode_page(main->bytes, main->charset, own);
  const std::vector<SheetSource> sheets = sheets_of(page);
  if (sheets.empty() || holds_html_table(page)) return read_html_page({page, head_of(page, file_name), styles}, sink);
  const bool date1904 = page.find("<x:Date1904") != std::string_view::npos;
  bool has_sheet = false;
  for (const SheetSource& sheet : sheets) {
    const auto part = std::find_if(parts.begin(), parts.end(), [&](const ArchivePart& p) { return p.location == sheet.location; });
    if (part == parts.end()) refuse_unreadable("why.part-missing", sheet.location);
    std::string own_sheet;
    const std::string_view text = decode_page(part->bytes, part->charset, own_sheet);
    if (!holds_html_table(text)) continue;  // a chart on a sheet of its own
    read_html_page({text, {sheet.name, is_hidden_sheet(text), date1904}, styles}, sink);
    has_sheet = true;
  }
  if (!has_sheet) refuse_unreadable("why.html-no-table");
}

}  // namespace

void read_html(std::string_view bytes, std::string_view file_name, const ReadLimits&, CellSink& sink) {
  if (is_web_archive(bytes)) return read_archive(bytes, file_name, sink);
  std::string own;
  const std::string_view page = decode_page(bytes, {}, own);
  read_html_page({page, head_of(page, file_name), {}}, sink);
}

}  // namespace huizong
