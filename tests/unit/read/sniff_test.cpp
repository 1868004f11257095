#include "package/compound_builder.hpp"
#include "read/xlsx_builder.hpp"

using namespace huizong;
using namespace huizong::test;
using namespace std::string_literals;

namespace {

/// A compound file with one stream of that name.
std::string compound_file(std::string_view name) { return build_compound({{std::string(name), "x"}}).bytes; }

/// One field and no record.
std::string dbase_file() {
  std::string bytes = "\x03\x7C\x08\x1A\0\0\0\0\x41\0\x0B\0"s;
  bytes.resize(32);
  bytes += "NAME\0\0\0\0\0\0\0C\0\0\0\0\x0A"s;
  bytes.resize(64);
  return bytes + "\r\x1A";
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
      {"the old format", compound_file("Workbook"), "a.xlsx", "file.unreadable why.xls-damaged"},
      {"an old letter", compound_file("WordDocument"), "a.xls", "file.unreadable why.no-workbook"},
      {"a compound file and no more", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s, "a.xls", "file.unreadable why.compound-damaged"},
      {"a pdf", "%PDF-1.7\n\0\0"s, "a.xlsx", "file.unsupported pdf"},
      {"png", "\x89PNG\r\n\x1A\n\0"s, "a.csv", "file.unsupported image"},
      {"jpeg", "\xFF\xD8\xFF\xE0\0"s, "a.csv", "file.unsupported image"},
      {"gif", "GIF89a\0"s, "a.csv", "file.unsupported image"},
      {"bmp", "BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\0\0\0\0\0\0\0\0\0\0"s, "a.csv", "file.unsupported image"},
      {"a letter", build_zip({{"word/document.xml", "<a/>"}}), "a.xlsx", "file.unreadable why.xml-cut-off"},
      {"ods", build_zip({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}}), "a.xlsx", "file.unreadable why.part-missing"},
      {"xlsb", build_zip({{"xl/workbook.bin", "x"}}), "a.xlsx", "file.unsupported xlsb"},
      {"html", "\n<HTML><body><table><tr><td>1</td></tr></table>", "a.xls", ""},
      {"html in GB18030", "<html><td>\xC3\xFB</td></html>", "a.xls", ""},
      {"xml 2003", "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">", "a.xls", "file.unreadable why.xml-cut-off"},
      {"some other xml", "<?xml version=\"1.0\"?><a><b/></a>", "a.xml", "file.unsupported xml"},
      {"a broken archive", "PK\x03\x04 and no more", "a.xlsx", "file.unreadable why.zip-cut-off"},
      {"zeros", "a,b\n\0\0\0\0"s, "a.csv", "file.unreadable why.no-workbook"},
      {"tiff", "II*\0\x08\0\0\0"s, "a.xls", "file.unsupported image"},
      {"webp", "RIFF\x10\0\0\0WEBPVP8 "s, "a.xlsx", "file.unsupported image"},
      {"heic", "\0\0\0\x18""ftypheic\0\0\0\0"s, "a.xlsx", "file.unsupported image"},
      {"svg", "<?xml version=\"1.0\"?>\n<!-- made by x -->\n<svg width=\"1\"/>", "a.xls", "file.unsupported image"},
      {"a presentation", build_zip({{"ppt/presentation.xml", "<a/>"}}), "a.xlsx", "file.unsupported pptx"},
      {"odt", build_zip({{"mimetype", "application/vnd.oasis.opendocument.text"}}), "a.ods", "file.unsupported odt"},
      {"ofd", build_zip({{"OFD.xml", "<a/>"}}), "a.pdf", "file.unsupported ofd"},
      {"numbers", build_zip({{"Index/Document.iwa", "x"}}), "a.numbers", "file.unsupported numbers"},
      {"workbooks in an archive", build_zip({{"a/1.xlsx", "x"}, {"a/2.xls", "x"}}), "a.xlsx", "file.unsupported zip"},
      {"something in an archive", build_zip({{"readme", "x"}}), "a.zip", "file.unsupported zip"},
      {"an empty archive", "PK\x05\x06"s + std::string(18, '\0'), "a.zip", "file.unreadable why.no-workbook"},
      {"rar", "Rar!\x1A\x07\x01\0"s, "a.xlsx", "file.unsupported rar"},
      {"7z", "7z\xBC\xAF\x27\x1C\0\x04"s, "a.xlsx", "file.unsupported 7z"},
      {"gzip", "\x1F\x8B\x08\0\0\0\0\0\0\x03"s, "a.csv", "file.unsupported gzip"},
      {"rtf", "{\\rtf1\\ansi a, b}", "a.xls", "file.unsupported rtf"},
      {"a shortcut", "L\0\0\0\x01\x14\x02\0\0\0\0\0\xC0\0\0\0\0\0\0\x46"s, "a.xlsx", "file.unsupported lnk"},
      {"a mail", "Received: from x\r\nFrom: a@b\r\nSubject: t\r\nMIME-Version: 1.0\r\n"
                 "Content-Type: multipart/mixed; boundary=b\r\n\r\nx,y\r\n", "a.xls", "file.unsupported eml"},
      {"a table of FoxPro", dbase_file(), "a.xls", "file.unsupported dbase"},
      {"lotus", "\0\0\x02\0\x06\x04\x06\0"s, "a.wk1", "file.unsupported lotus"},
      {"sylk", "ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K\"a\"\r\nE\r\n", "a.slk", "file.unsupported slk"},
      {"dif", "TABLE\r\n0,1\r\n\"EXCEL\"\r\nVECTORS\r\n0,2\r\n", "a.dif", "file.unsupported dif"},
      {"ID;P, but text", "ID;Produkt\nB;Xylit\nC;Yoga\n", "a.csv", ""},
      {"PK, but text", "PK,数\n1,2\n", "a.csv", ""},
      {"<, but text", "<5万,>5万\n1,2\n", "a.csv", ""},
      {"a tag, but text", "<甲>,<b>\n1,2\n", "a.csv", ""},
      {"html in the fields of a text", "名称,说明\n甲,<table><tr><td>1</td></tr></table>\n", "a.csv", ""},
      {"TABLE, but text", "TABLE\n0,1\n", "a.csv", ""},
      {"a colon, but text", "时间:2024\nfrom: a,to: b\n", "a.csv", ""},
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
