#include "read/xlsx_builder.hpp"

using namespace huizong;
using namespace huizong::test;
using namespace std::string_literals;

namespace {

/// A compound file with one directory entry of that name (ASCII), at a place where an entry may stand.
std::string compound_file(std::string_view name) {
  std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s;
  bytes.resize(1024 + 128);
  for (const char c : name) bytes += {c, '\0'};
  bytes.resize(2048);
  return bytes;
}

}  // namespace

TEST_CASE("content is believed before the name") {
  struct Row {
    const char* what;
    std::string bytes;
    const char* name;
    const char* refused;
  };
  const Row rows[] = {
      {"nothing", "", "a.xlsx", "file.unreadable why.empty"},
      {"a workbook with a password", compound_file("EncryptedPackage"), "a.xlsx", "file.encrypted"},
      {"the old format", compound_file("Workbook"), "a.xlsx", "file.unsupported xls"},
      {"a pdf", "%PDF-1.7\n\0\0"s, "a.xlsx", "file.unsupported pdf"},
      {"png", "\x89PNG\r\n\x1A\n\0"s, "a.csv", "file.unsupported image"},
      {"jpeg", "\xFF\xD8\xFF\xE0\0"s, "a.csv", "file.unsupported image"},
      {"gif", "GIF89a\0"s, "a.csv", "file.unsupported image"},
      {"bmp", "BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\0\0\0\0\0\0\0\0\0\0"s, "a.csv", "file.unsupported image"},
      {"a letter", build_zip({{"word/document.xml", "<a/>"}}), "a.xlsx", "file.unsupported docx"},
      {"ods", build_zip({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}}), "a.xlsx", "file.unreadable why.part-missing"},
      {"xlsb", build_zip({{"xl/workbook.bin", "x"}}), "a.xlsx", "file.unsupported xlsb"},
      {"html", "\n<HTML><body><table><tr><td>1</td></tr></table>", "a.xls", "file.unsupported html"},
      {"html in GB18030", "<html><td>\xC3\xFB</td></html>", "a.xls", "file.unsupported html"},
      {"xml 2003", "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">", "a.xls", "file.unreadable why.xml-cut-off"},
      {"some other xml", "<?xml version=\"1.0\"?><a><b/></a>", "a.xml", "file.unsupported xml"},
      {"a broken archive", "PK\x03\x04 and no more", "a.xlsx", "file.unreadable why.zip-cut-off"},
      {"zeros", "a,b\n\0\0\0\0"s, "a.csv", "file.unreadable why.no-workbook"},
      {"prose", "just words\n", "a.xlsx", "file.unreadable why.no-workbook"},
      {"prose called csv", "just words\n", "a.CSV", ""},
      {"BM, but text", "BM,型号\n1,2\n", "a.csv", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(refused(row.bytes, row.name) == row.refused);
  }
}

TEST_CASE("formats by name") {
  CHECK(sniff_format(build_xlsx({}), "a.csv") == Format::xlsx);
  CHECK(sniff_format("a,b\n", "a.xlsx") == Format::csv);
  CHECK(sniff_format(compound_file("EncryptedPackage"), "") == Format::encrypted);
  CHECK(sniff_format("", "a.csv") == Format::unknown);
}
