// What a file is, by its content; its name only breaks a tie between one column of text and no table at all.
#include <algorithm>
#include <string>

#include "base/error.hpp"
#include "package/inflate.hpp"
#include "package/xml.hpp"
#include "package/zip.hpp"
#include "read/read.hpp"
#include "read/read_csv.hpp"

namespace huizong {
namespace {

using namespace std::string_view_literals;

bool starts_with(std::string_view bytes, std::string_view magic) { return bytes.substr(0, magic.size()) == magic; }

/// Entries of a compound file's directory are 128 bytes long and begin with the name. *Source*: MS-CFB 2.6.1.
bool holds_encrypted_package(std::string_view bytes) {
  std::string name;
  for (const char c : "EncryptedPackage"sv) name += {c, '\0'};
  for (std::size_t at = bytes.find(name); at != std::string_view::npos; at = bytes.find(name, at + 1)) {
    if (at % 128 == 0) return true;
  }
  return false;
}

/// The content of an OpenDocument package, in one that does not say its type or packs it.
bool holds_document_content(const ZipDirectory& zip) {
  const ZipEntry* content = zip.find("content.xml");
  if (!content || zip.find("xl/workbook.xml")) return false;
  InflateBudget budget(ReadLimits().part_bytes);
  char head[4096];
  PartStream stream(*content, budget);
  return std::string_view(head, stream.read(head, sizeof head)).find(":document-content") != std::string_view::npos;
}

Format sniff_zip(std::string_view bytes) {
  try {
    const ZipDirectory zip(bytes, ReadLimits().entries);
    if (zip.find("xl/workbook.bin")) return Format::xlsb;
    if (zip.find("word/document.xml")) return Format::docx;
    const ZipEntry* mimetype = zip.find("mimetype");
    const bool is_plain = mimetype && mimetype->method == static_cast<std::uint16_t>(ZipMethod::stored);
    if (is_plain && starts_with(mimetype->data, "application/vnd.oasis.opendocument")) return Format::ods;
    return holds_document_content(zip) ? Format::ods : Format::xlsx;
  } catch (const Error&) {
    return Format::xlsx;  // its reader says what is wrong with the archive
  }
}

bool is_image(std::string_view bytes) {
  if (starts_with(bytes, "\x89PNG\r\n"sv) || starts_with(bytes, "\xFF\xD8\xFF"sv) || starts_with(bytes, "GIF8"sv))
    return true;
  // BM may begin a text as well; a bitmap goes on with its size and four reserved zeros.
  return starts_with(bytes, "BM"sv) && bytes.size() > 26 && bytes.substr(6, 4) == "\0\0\0\0"sv;
}

std::string lower_head(std::string_view text) {
  std::string head(text.substr(0, 4096));
  for (char& c : head) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return head;
}

/// Spreadsheets in one XML document, by their root: its name, and a namespace or type that says whose it is. `unknown`
/// for any other markup.
Format sniff_xml_root(std::string_view text) {
  if (starts_with(text, "\xEF\xBB\xBF"sv)) text.remove_prefix(3);
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  if (!starts_with(text, "<")) return Format::unknown;
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

/// Markup that spreadsheet programs export under the name of .xls. `unknown` where it is none.
Format sniff_markup(std::string_view text) {
  if (const Format format = sniff_xml_root(text); format != Format::unknown) return format;
  const std::string head = lower_head(text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size())));
  const bool is_web_archive = starts_with(head, "mime-version:");
  if (is_web_archive) return Format::html;
  if (!starts_with(head, "<")) return Format::unknown;
  for (const std::string_view tag : {"<html"sv, "<table"sv, "<!doctype html"sv, "<head"sv, "<body"sv}) {
    if (head.find(tag) != std::string::npos) return Format::html;
  }
  return starts_with(head, "<?xml") ? Format::spreadsheetml : Format::unknown;
}

bool has_delimiter(std::string_view text) {
  return text.substr(0, 65536).find_first_of(",;\t") != std::string_view::npos;
}

Format sniff_text(std::string_view bytes, std::string_view file_name) {
  // Before anything is decoded: the document tells its encoding itself.
  if (const Format root = sniff_xml_root(bytes); root != Format::unknown) return root;
  std::string text;
  try {
    text = decode_text_file(is_utf16(bytes) ? bytes : bytes.substr(0, std::min(bytes.size(), bytes.find('\n', 65536))));
  } catch (const Error&) {
    return Format::csv;  // its reader says what is wrong with the encoding
  }
  if (text.find('\0') != std::string::npos) return Format::unknown;
  if (const Format markup = sniff_markup(text); markup != Format::unknown) return markup;
  const std::string extension = file_extension(file_name);
  const bool is_named_text = extension == "csv" || extension == "tsv" || extension == "txt";
  return is_named_text || has_delimiter(text) ? Format::csv : Format::unknown;
}

}  // namespace

Format sniff_format(std::string_view bytes, std::string_view file_name) {
  if (bytes.empty()) return Format::unknown;
  if (starts_with(bytes, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) {
    return holds_encrypted_package(bytes) ? Format::encrypted : Format::xls;
  }
  if (is_zip(bytes)) return sniff_zip(bytes);
  if (starts_with(bytes, "%PDF-"sv)) return Format::pdf;
  if (is_image(bytes)) return Format::image;
  const bool is_wide_text = starts_with(bytes, "\xFF\xFE"sv) || starts_with(bytes, "\xFE\xFF"sv);
  // Excel has put zeros into numbers of its XML that are none; in any other text they show that it is no text.
  if (!is_wide_text && bytes.find('\0') != std::string_view::npos) return sniff_xml_root(bytes);
  return sniff_text(bytes, file_name);
}

}  // namespace huizong
