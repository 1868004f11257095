#include "read/sniff_text.hpp"

#include <algorithm>
#include <string>

#include "base/ascii.hpp"
#include "base/error.hpp"
#include "package/xml.hpp"
#include "read/read_csv.hpp"

namespace huizong {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t head_bytes = 8192;

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view without_leading_space(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
}

/// The name of the first element, declarations and comments passed over; `!doctype` of a page. Empty where what stands
/// there is no tag.
std::string_view first_element(std::string_view lower) {
  while (true) {
    lower = without_leading_space(lower);
    if (lower.size() < 2 || lower[0] != '<') return {};
    if (lower.starts_with("<!doctype html")) return "html";
    const bool is_comment = lower.starts_with("<!--");
    if (lower[1] != '?' && lower[1] != '!') break;
    const std::size_t end = lower.find(is_comment ? "-->" : ">", 2);
    if (end == std::string_view::npos) return {};
    lower.remove_prefix(end + (is_comment ? 3 : 1));
  }
  if (lower[1] < 'a' || lower[1] > 'z') return {};
  const std::size_t end = lower.find_first_of(" \t\r\n/>", 1);
  return end == std::string_view::npos ? std::string_view() : lower.substr(1, end - 1);
}

/// A header block as mails and web archives begin with it: `name: value` lines. Empty where the text begins otherwise.
std::string_view header_block(std::string_view lower) {
  const std::size_t colon = lower.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > 40) return {};
  if (lower.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != colon) return {};
  const std::size_t end = std::min(lower.find("\n\n"), lower.find("\n\r\n"));
  return lower.substr(0, end);
}

Format sniff_mail(std::string_view lower) {
  const std::string block = "\n" + std::string(header_block(lower));
  const auto has = [&](std::string_view name) { return contains(block, "\n" + std::string(name) + ":"); };
  const bool is_mime = has("mime-version") && has("content-type");
  const bool is_sent = has("received") || has("return-path") || has("message-id") || has("to");
  if (is_mime && !is_sent && (contains(block, "multipart/") || contains(block, "text/html"))) return Format::html;
  return is_mime || (has("from") && has("subject") && (is_sent || has("date"))) ? Format::mail : Format::unknown;
}

bool has_table(std::string_view lower) {
  return contains(lower, "<table") && (contains(lower, "<tr") || contains(lower, "<td"));
}

Format sniff_markup(std::string_view lower) {
  const std::string_view element = first_element(lower);
  if (is_one_of(element, {"html", "head", "body", "table", "tr", "td", "meta", "title", "style", "script", "link", "frameset"}))
    return Format::html;
  if (element == "svg") return Format::image;
  const bool is_xml = lower.starts_with("<?xml") || contains(lower.substr(0, head_bytes), "urn:schemas-microsoft-com:office:spreadsheet");
  if (is_xml) return Format::spreadsheetml;
  return lower.starts_with("<") && has_table(lower) ? Format::html : Format::unknown;
}

/// Multiplan's exchange format. Tables with a column `ID` begin with ID;P as well: the kind of the second line and a
/// cell that has a value tell it.
bool is_sylk(std::string_view text) {
  if (!text.starts_with("ID;P")) return false;
  const std::string_view second = without_leading_space(text.substr(std::min(text.find_first_of("\r\n"), text.size())));
  if (!is_one_of(second.substr(0, second.find(';')), {"P", "F", "B", "C", "O", "NN", "W", "NE", "NU"})) return false;
  for (std::size_t at = text.find("\nC;"); at != std::string_view::npos; at = text.find("\nC;", at + 1)) {
    const std::string_view line = text.substr(at + 3, text.find_first_of("\r\n", at + 1) - at - 3);
    const bool is_placed = contains(line, ";X") || contains(line, ";Y");
    if (is_placed && contains(line, ";K")) return true;
  }
  return false;
}

bool is_dif(std::string_view text) {
  return (text.starts_with("TABLE\r\n0,1") || text.starts_with("TABLE\n0,1")) && contains(text.substr(0, head_bytes), "VECTORS");
}

bool has_delimiter(std::string_view text) {
  return text.substr(0, 65536).find_first_of(",;\t|") != std::string_view::npos;
}

}  // namespace

Format sniff_text(std::string_view text, std::string_view file_name) {
  if (contains(text, "\0"sv)) return Format::unknown;
  const std::string lower = to_lower(without_leading_space(text));
  if (const Format mail = sniff_mail(lower); mail != Format::unknown) return mail;
  if (const Format markup = sniff_markup(lower); markup != Format::unknown) return markup;
  if (is_sylk(text)) return Format::sylk;
  if (is_dif(text)) return Format::dif;
  const std::string extension = file_extension(file_name);
  const bool is_named_text = is_one_of(extension, {"csv", "tsv", "txt"});
  // Scripts print their warnings before the page that they make.
  if (!is_named_text && has_table(std::string_view(lower).substr(0, head_bytes))) return Format::html;
  return is_named_text || has_delimiter(text) ? Format::csv : Format::unknown;
}

Format sniff_xml_root(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF"sv)) text.remove_prefix(3);
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  if (!text.starts_with("<")) return Format::unknown;
  try {
    XmlScanner xml(text.substr(0, 65536));
    XmlToken token = xml.next();
    while (token == XmlToken::text) token = xml.next();  // white space before the root
    if (token != XmlToken::start) return Format::unknown;
    const std::string_view attributes = xml.attributes();
    if (xml.name() == "Workbook") return Format::spreadsheetml;
    const bool is_office = attributes.find("opendocument") != std::string_view::npos;
    if ((xml.name() == "document" || xml.name() == "document-content") && is_office) return Format::ods;
  } catch (const Error&) {
    // a page of HTML, or an attack that its reader meets
  }
  return Format::unknown;
}

}  // namespace huizong
