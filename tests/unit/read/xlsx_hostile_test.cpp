// Files that lie, that are cut off, or that mean harm.
#include "read/xlsx_builder.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

std::string with_rows(const std::string& rows) { return build_xlsx({.rows = rows}); }

}  // namespace

TEST_CASE("sheets that cannot be believed") {
  struct Row {
    const char* what;
    std::string rows;
    const char* refused;
  };
  const Row rows[] = {
      {"a string that is not there", R"(<row r="1"><c r="A1" t="s"><v>0</v></c></row>)", "file.unreadable why.string-index"},
      {"a negative string", R"(<row r="1"><c r="A1" t="s"><v>-1</v></c></row>)", "file.unreadable why.string-index"},
      {"a row beyond the last", R"(<row r="1048577"><c><v>1</v></c></row>)", "file.unreadable why.bad-reference"},
      {"row zero", R"(<row r="0"><c><v>1</v></c></row>)", "file.unreadable why.bad-reference"},
      {"a column beyond the last", R"(<row r="1"><c r="XFE1"><v>1</v></c></row>)", "file.unreadable why.bad-reference"},
      {"no reference at all", R"(<row r="1"><c r="abc"><v>1</v></c></row>)", "file.unreadable why.bad-reference"},
      {"two contents for a cell", R"(<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>)", "file.unreadable why.bad-reference"},
      {"rows that go back", R"(<row r="2"><c><v>1</v></c></row><row r="1"><c><v>2</v></c></row>)", "file.unreadable why.rows-disordered"},
      {"the same row twice", R"(<row r="2"><c><v>1</v></c></row><row r="2"><c><v>2</v></c></row>)", "file.unreadable why.rows-disordered"},
      {"text in no encoding", "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>\xD6\xD0</v></c></row>", "file.unreadable why.xml-encoding"},
      {"a tag in a tag", R"(<row r="1"><c r="A1" <v>1</v></c></row>)", "file.unreadable why.xml-malformed"},
      {"a row that is never closed", R"(<row r="1"><c r="A1"><v>1</v></c>)", "file.unreadable why.xml-cut-off"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(refused(with_rows(row.rows)) == row.refused);
  }
}

TEST_CASE("a sheet cut off anywhere is refused") {
  const std::string sheet = sheet_xml({.rows = R"(<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="str"><v>x</v></c></row>)"});
  for (std::size_t size = 1; size < sheet.size(); ++size) {
    CAPTURE(size);
    CHECK(refused(build_xlsx({.sheet = sheet.substr(0, size)})) == "file.unreadable why.xml-cut-off");
  }
}

TEST_CASE("entities are not even looked at, in whatever part they stand") {
  const std::string bomb = "<!DOCTYPE a [<!ENTITY b \"bbbbbbbb\">]>";
  CHECK(refused(build_xlsx({.sheet = bomb + sheet_xml({})})) == "file.hostile why.xml-doctype");
  for (const std::string part : {"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml"}) {
    CAPTURE(part);
    auto parts = xlsx_parts({.strings = "<si/>", .styles = "<a/>"});
    for (ZipFile& file : parts) {
      if (file.name == part) file.data = bomb + file.data;
    }
    CHECK(refused(build_zip(parts)) == "file.hostile why.xml-doctype");
  }
}

TEST_CASE("limits are held") {
  const std::string bytes = build_xlsx({.rows = R"(<row r="1"><c r="A1"><v>1</v></c></row>)", .strings = "<si><t>long enough</t></si>"});
  CHECK(refused(bytes, "a.xlsx", {.file_bytes = 100}) == "file.too-large 100");
  CHECK(refused(bytes, "a.xlsx", {.part_bytes = 300}) == "file.too-large 300");
  CHECK(refused(bytes, "a.xlsx", {.string_bytes = 10}) == "file.too-large 10");
  CHECK(refused(bytes, "a.xlsx", {.entries = 3}) == "file.hostile why.too-many-entries");
  CHECK(refused(bytes) == "");
}

TEST_CASE("parts that are missing") {
  const auto without = [](std::string_view name) {
    auto parts = xlsx_parts({.rows = R"(<row r="1"><c r="A1"><v>1</v></c></row>)"});
    std::erase_if(parts, [&](const ZipFile& f) { return f.name == name; });
    return build_zip(parts);
  };
  CHECK(refused(without("xl/workbook.xml")) == "file.unreadable why.part-missing");
  CHECK(refused(without("xl/_rels/workbook.xml.rels")) == "file.unreadable why.part-missing");
  CHECK(refused(without("xl/worksheets/sheet1.xml")) == "file.unreadable why.part-missing");
  CHECK(cells_of(without("_rels/.rels")) == "A1 n 1");  // the usual place will do
  CHECK(refused(build_zip({{"readme.txt", "hello"}})) == "file.unreadable why.part-missing");
}

TEST_CASE("a target outside the package") {
  auto parts = xlsx_parts({});
  parts[0].data = "<Relationships>" + relation("r1", "officeDocument", "../../etc/passwd") + "</Relationships>";
  CHECK(refused(build_zip(parts)) == "file.hostile why.path-trick");
}

TEST_CASE("a flipped byte never does worse than a refusal") {
  const std::string sound = build_xlsx({.rows = R"(<row r="1"><c r="A1" t="s"><v>0</v></c></row>)", .strings = "<si><t>x</t></si>"});
  for (std::size_t at = 0; at < sound.size(); ++at) {
    std::string bytes = sound;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x11);
    const std::string why = refused(bytes);
    CHECK((why.empty() || why.starts_with("file.")));
  }
}

TEST_CASE("columns hidden over and over, and filters without end, cost no more than their bytes") {
  std::string columns, rows, tables;
  for (int i = 0; i < 50'000; ++i) columns += "<col min=\"1\" max=\"16384\" hidden=\"1\"/>";
  for (int i = 1; i <= 20'000; ++i) rows += "<row r=\"" + std::to_string(i) + "\" hidden=\"1\"><c><v>1</v></c></row>";
  for (int i = 1; i <= 20'000; ++i) tables += "<autoFilter ref=\"A" + std::to_string(i) + ":B" + std::to_string(i) + "\"/>";
  const Workbook workbook =
      read_all(build_xlsx({.rows = rows, .before = "<cols>" + columns + "</cols>", .behind = tables + "<autoFilter ref=\"A5:B9\"/>"}));
  CHECK(workbook.sheets.at(0).tail.hidden_columns.size() == 16'384);
  int filtered = 0;
  for (const Grid::Row& row : workbook.sheets.at(0).grid.rows()) filtered += row.hiding == RowHiding::filtered;
  CHECK(filtered == 4);
}
