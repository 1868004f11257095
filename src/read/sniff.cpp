// What a file is, by its content; its name only breaks a tie (see sniff_text).
#include <algorithm>
#include <string>

#include "base/error.hpp"
#include "package/xml.hpp"
#include "package/zip.hpp"
#include "read/read.hpp"
#include "read/read_csv.hpp"
#include "read/sniff_magic.hpp"
#include "read/sniff_text.hpp"

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

/// Files put together for sending: tables, documents or archives as entries, where a workbook has parts.
bool holds_files(const ZipDirectory& zip) {
  constexpr std::string_view kinds[] = {"xlsx", "xls", "xlsm", "xlsb", "et", "ods", "csv", "doc", "docx", "wps", "pdf",
                                        "jpg", "png", "zip", "rar", "htm", "html"};
  if (zip.find("[Content_Types].xml") || zip.find("_rels/.rels") || zip.find("xl/workbook.xml")) return false;
  return std::any_of(zip.entries().begin(), zip.entries().end(), [&](const ZipEntry& entry) {
    return std::find(std::begin(kinds), std::end(kinds), file_extension(entry.name)) != std::end(kinds);
  });
}

Format sniff_zip(std::string_view bytes, std::string_view file_name) {
  try {
    const ZipDirectory zip(bytes, ReadLimits().entries);
    if (zip.entries().empty()) return Format::unknown;
    if (zip.find("xl/workbook.bin")) return Format::xlsb;
    if (zip.find("word/document.xml")) return Format::docx;
    if (zip.find("ppt/presentation.xml")) return Format::pptx;
    if (zip.find("OFD.xml")) return Format::ofd;
    if (zip.find("Index/Document.iwa") || zip.find("Index.zip")) return Format::numbers;
    const ZipEntry* mimetype = zip.find("mimetype");
    const bool is_plain = mimetype && mimetype->method == static_cast<std::uint16_t>(ZipMethod::stored);
    if (is_plain && starts_with(mimetype->data, "application/vnd.oasis.opendocument.spreadsheet")) return Format::ods;
    if (is_plain && starts_with(mimetype->data, "application/vnd.oasis.opendocument.")) return Format::odt;
    if (zip.find("content.xml")) return Format::ods;
    const bool has_workbook = zip.find("_rels/.rels") || zip.find("xl/workbook.xml");
    return holds_files(zip) || (!has_workbook && file_extension(file_name) == "zip") ? Format::zip : Format::xlsx;
  } catch (const Error&) {
    return Format::xlsx;  // its reader says what is wrong with the archive
  }
}

/// The beginning in UTF-8 up to the end of a line; the whole of UTF-16.
Format sniff_sample(std::string_view bytes, std::string_view file_name) {
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

Format sniff_format(std::string_view bytes, std::string_view file_name) {
  if (bytes.empty()) return Format::unknown;
  if (starts_with(bytes, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) {
    return holds_encrypted_package(bytes) ? Format::encrypted : Format::xls;
  }
  if (is_zip(bytes)) return sniff_zip(bytes, file_name);
  if (const Format known = sniff_magic(bytes); known != Format::unknown) return known;
  const bool is_wide_text = starts_with(bytes, "\xFF\xFE"sv) || starts_with(bytes, "\xFE\xFF"sv);
  const bool has_zero = !is_wide_text && bytes.find('\0') != std::string_view::npos;
  if (has_zero && !is_utf16(bytes) && !find_plain_utf16(bytes)) return Format::unknown;
  return sniff_sample(bytes, file_name);
}

}  // namespace huizong
