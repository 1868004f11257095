// What a file is, by its content; its name only breaks a tie (see sniff_text).
#include <algorithm>
#include <string>

#include "base/error.hpp"
#include "package/compound.hpp"
#include "package/inflate.hpp"
#include "package/xml.hpp"
#include "package/zip.hpp"
#include "read/read.hpp"
#include "read/read_csv.hpp"
#include "read/sniff_magic.hpp"
#include "read/sniff_text.hpp"
#include "read/xls_records.hpp"

namespace huizong {
namespace {

using namespace std::string_view_literals;

bool starts_with(std::string_view bytes, std::string_view magic) { return bytes.substr(0, magic.size()) == magic; }

Format sniff_compound(std::string_view bytes) {
  try {
    return CompoundFile(bytes).find("EncryptedPackage") ? Format::encrypted : Format::xls;
  } catch (const Error&) {
    return Format::xls;  // its reader says what is wrong with the file
  }
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

/// Files put together for sending: tables, documents or archives as entries, where a workbook has parts.
bool holds_files(const ZipDirectory& zip) {
  constexpr std::string_view kinds[] = {"xlsx", "xls", "xlsm", "xlsb", "et", "ods", "csv", "doc", "docx", "wps", "pdf",
                                        "jpg", "png", "zip", "rar", "htm", "html"};
  if (zip.find("[Content_Types].xml") || zip.find("_rels/.rels") || zip.find("xl/workbook.xml")) return false;
  return std::any_of(zip.entries().begin(), zip.entries().end(), [&](const ZipEntry& entry) {
    return std::find(std::begin(kinds), std::end(kinds), file_extension(entry.name)) != std::end(kinds);
  });
}

Format sniff_zip(std::string_view bytes, std::string_view file_name, const ReadLimits& limits) {
  try {
    const ZipDirectory zip(bytes, limits.entries);
    if (zip.entries().empty()) return Format::unknown;
    if (zip.find("xl/workbook.bin")) return Format::xlsb;
    if (zip.find("word/document.xml")) return Format::docx;
    if (zip.find("ppt/presentation.xml")) return Format::pptx;
    if (zip.find("OFD.xml")) return Format::ofd;
    if (zip.find("Index/Document.iwa") || zip.find("Index.zip")) return Format::numbers;
    const ZipEntry* mimetype = zip.find("mimetype");
    const bool is_plain = mimetype && mimetype->method == static_cast<std::uint16_t>(ZipMethod::stored);
    if (is_plain && starts_with(mimetype->data, "application/vnd.oasis.opendocument.")) return Format::ods;
    if (holds_document_content(zip)) return Format::ods;
    const bool has_workbook = zip.find("_rels/.rels") || zip.find("xl/workbook.xml");
    return holds_files(zip) || (!has_workbook && file_extension(file_name) == "zip") ? Format::zip : Format::xlsx;
  } catch (const Error&) {
    return Format::xlsx;  // its reader says what is wrong with the archive
  }
}

/// The beginning in UTF-8 up to the end of a line; the whole of UTF-16.
Format sniff_sample(std::string_view bytes, std::string_view file_name) {
  if (const Format root = sniff_xml_root(bytes); root != Format::unknown) return root;
  std::string own;
  try {
    const bool is_wide = is_utf16(bytes) || bytes.find('\0') != std::string_view::npos;
    return sniff_text(decode_text_file(is_wide ? bytes : bytes.substr(0, bytes.find('\n', 65536)), own), file_name);
  } catch (const Error&) {
    // Its reader says what is wrong with the encoding, but for a page: that may name an encoding of its own.
    return sniff_text(bytes.substr(0, 4096), "") == Format::html ? Format::html : Format::csv;
  }
}

}  // namespace

Format sniff_format(std::string_view bytes, std::string_view file_name, const ReadLimits& limits) {
  if (bytes.empty()) return Format::unknown;
  if (is_compound(bytes)) return sniff_compound(bytes);
  if (is_bare_biff(bytes)) return Format::xls;
  if (is_zip(bytes)) return sniff_zip(bytes, file_name, limits);
  if (const Format known = sniff_magic(bytes); known != Format::unknown) return known;
  const bool is_wide_text = starts_with(bytes, "\xFF\xFE"sv) || starts_with(bytes, "\xFE\xFF"sv);
  const bool has_zero = !is_wide_text && bytes.find('\0') != std::string_view::npos;
  // Excel has put zeros into numbers of its XML that are none; in any other text they show that it is no text.
  if (has_zero && !is_utf16(bytes) && !find_plain_utf16(bytes)) return sniff_xml_root(bytes);
  return sniff_sample(bytes, file_name);
}

}  // namespace huizong
