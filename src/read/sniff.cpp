// What a file is, by its content; its name only breaks a tie between one column of text and no table at all.
#include <algorithm>
#include <string>

#include "base/error.hpp"
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

Format sniff_zip(std::string_view bytes, const ReadLimits& limits) {
  try {
    const ZipDirectory zip(bytes, limits.entries);
    if (zip.find("xl/workbook.bin")) return Format::xlsb;
    if (zip.find("word/document.xml")) return Format::docx;
    const ZipEntry* mimetype = zip.find("mimetype");
    const bool is_plain = mimetype && mimetype->method == static_cast<std::uint16_t>(ZipMethod::stored);
    if (is_plain && starts_with(mimetype->data, "application/vnd.oasis.opendocument")) return Format::ods;
    return Format::xlsx;
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

/// Markup that spreadsheet programs export under the name of .xls. `unknown` where it is none.
Format sniff_markup(std::string_view text) {
  const std::string head = lower_head(text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size())));
  const bool is_web_archive = starts_with(head, "mime-version:");
  if (is_web_archive) return Format::html;
  if (!starts_with(head, "<")) return Format::unknown;
  for (const std::string_view tag : {"<html"sv, "<table"sv, "<!doctype html"sv, "<head"sv, "<body"sv}) {
    if (head.find(tag) != std::string::npos) return Format::html;
  }
  return starts_with(head, "<?xml") || head.find("urn:schemas-microsoft-com:office:spreadsheet") != std::string::npos
             ? Format::spreadsheetml
             : Format::unknown;
}

bool has_delimiter(std::string_view text) {
  return text.substr(0, 65536).find_first_of(",;\t") != std::string_view::npos;
}

Format sniff_text(std::string_view bytes, std::string_view file_name) {
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

Format sniff_format(std::string_view bytes, std::string_view file_name, const ReadLimits& limits) {
  if (bytes.empty()) return Format::unknown;
  if (starts_with(bytes, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) {
    return holds_encrypted_package(bytes) ? Format::encrypted : Format::xls;
  }
  if (is_zip(bytes)) return sniff_zip(bytes, limits);
  if (starts_with(bytes, "%PDF-"sv)) return Format::pdf;
  if (is_image(bytes)) return Format::image;
  const bool is_wide_text = starts_with(bytes, "\xFF\xFE"sv) || starts_with(bytes, "\xFE\xFF"sv);
  if (!is_wide_text && bytes.find('\0') != std::string_view::npos) return Format::unknown;
  return sniff_text(bytes, file_name);
}

}  // namespace huizong
