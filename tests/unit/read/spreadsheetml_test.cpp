#include "read/xlsx_builder.hpp"

using namespace huizong;
using namespace huizong::test;
using namespace std::string_literals;

namespace {

struct Xml {
  std::string rows = {};       ///< inside <Table>
  std::string styles = {};     ///< inside <Styles>
  std::string behind = {};     ///< in the sheet, behind <Table>
  std::string workbook = {};   ///< in the workbook, before the sheet
  std::string table = {};      ///< attributes of <Table>
  std::string more = {};       ///< further sheets
};

std::string build_xml(const Xml& x, const std::string& declaration = "<?xml version=\"1.0\"?>") {
  return declaration +
         "\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
         "xmlns:x=\"urn:schemas-microsoft-com:office:excel\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">" +
         x.workbook + "<Styles>" + x.styles + "</Styles><Worksheet ss:Name=\"a&amp;b\"><Table " + x.table + ">" + x.rows + "</Table>" +
         x.behind + "</Worksheet>" + x.more + "</Workbook>";
}

std::string cells_in_xml(const Xml& x) { return cells_of(build_xml(x), "a.xls"); }
std::string row(const std::string& cells) { return "<Row>" + cells + "</Row>"; }
std::string cell(const std::string& type, const std::string& value, const std::string& attributes = "") {
  return "<Cell " + attributes + "><Data ss:Type=\"" + type + "\">" + value + "</Data></Cell>";
}
std::string style(const std::string& id, const std::string& format, const std::string& more = "") {
  return "<Style ss:ID=\"" + id + "\" " + more + "><NumberFormat ss:Format=\"" + format + "\"/></Style>";
}

std::string utf16(const std::string& ascii, bool big_endian) {
  std::string out = big_endian ? "\xFE\xFF" : "\xFF\xFE";
  for (const char c : ascii) out += big_endian ? std::string{'\0', c} : std::string{c, '\0'};
  return out;
}

}  // namespace

TEST_CASE("values of every type") {
  struct Row {
    const char* what;
    std::string cell;
    const char* cells;
  };
  const Row rows[] = {
      {"a number", cell("Number", "1.5"), "A1 n 1.5"},
      {"a number with spaces", cell("Number", " 1.5\n"), "A1 n 1.5"},
      {"no number", cell("Number", "1,5"), "A1 s \"1,5\""},
      {"a text", cell("String", "中文 &lt;&#10;x"), R"(A1 s "中文 <\nx")"},
      {"a text of digits", cell("String", "007", "x:Ticked=\"1\""), "A1 s \"007\""},
      {"truths", cell("Boolean", "1") + cell("Boolean", "0"), "A1 b true; B1 b false"},
      {"truths in words, and what is none", cell("Boolean", "TRUE") + cell("Boolean", "False") + cell("Boolean", "是"),
       "A1 b true; B1 b false; C1 s \"是\""},
      {"an error", cell("Error", "#DIV/0!"), "A1 e \"#DIV/0!\""},
      {"a date", cell("DateTime", "2024-08-26T12:00:00.000"), "A1 d 45530.5"},
      {"a time alone", cell("DateTime", "1899-12-31T18:00:00.000"), "A1 d 0.75"},
      {"no date", cell("DateTime", "soon"), "A1 s \"soon\""},
      {"no type", "<Cell><Data>x</Data></Cell>", "A1 s \"x\""},
      {"nothing", "<Cell/><Cell></Cell><Cell><Data ss:Type=\"String\"/></Cell>", ""},
      {"rich text", R"(<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><Font html:Color="#000000">a </Font><B>b</B>c</ss:Data></Cell>)", "A1 s \"a bc\""},
      {"a comment is not the cell", "<Cell><Comment ss:Author=\"me\"><ss:Data xmlns=\"http://www.w3.org/TR/REC-html40\"><B>no</B></ss:Data></Comment><Data ss:Type=\"Number\">1</Data></Cell>", "A1 n 1"},
      {"a comment behind", "<Cell><Data ss:Type=\"Number\">1</Data><Comment><ss:Data>no</ss:Data></Comment><NamedCell ss:Name=\"x\"/></Cell>", "A1 n 1"},
      {"a comment alone", "<Cell><Comment><ss:Data>no</ss:Data></Comment></Cell>", ""},
      {"how to say it", "<Cell><Data ss:Type=\"String\">漢字</Data><PhoneticText xmlns=\"urn:x\">no</PhoneticText></Cell>", "A1 s \"漢字\""},
      {"a formula", "<Cell ss:Formula=\"=R[1]C+1\"><Data ss:Type=\"Number\">3</Data></Cell>", "A1 n 3"},
      {"CDATA", "<Cell><Data ss:Type=\"String\"><![CDATA[</Table>&amp;]]></Data></Cell>", R"(A1 s "</Table>&amp;")"},
      {"other prefixes", "<q:Cell><q:Data q:Type='Number'>7</q:Data></q:Cell>", "A1 n 7"},
  };
  for (const Row& r : rows) {
    CAPTURE(r.what);
    CHECK(cells_in_xml({.rows = row(r.cell)}) == r.cells);
  }
}

TEST_CASE("cells and rows stand where their indices and merges put them") {
  CHECK(cells_in_xml({.rows = row(cell("Number", "1") + cell("Number", "2", "ss:Index=\"4\"") + cell("Number", "3")) +
                          "<Row ss:Index=\"5\">" + cell("Number", "4") + "</Row>" + row(cell("Number", "5"))}) ==
        "A1 n 1; D1 n 2; E1 n 3; A5 n 4; A6 n 5");
  CHECK(cells_in_xml({.rows = "<Row ss:Span=\"2\"/>" + row(cell("Number", "1", "ss:MergeAcross=\"2\"") + cell("Number", "2"))}) == "A4 n 1; D4 n 2");
}

TEST_CASE("a number looks as its style says: the cell's, the row's, the column's, the table's") {
  const std::string styles = style("d", "Short Date") + style("p", "Percent") + style("c", "yyyy\\-mm\\-dd;@") + style("y", "Yes/No") +
                             style("t", "[h]:mm") + "<Style ss:ID=\"k\" ss:Parent=\"d\"><Font/></Style>" + "<Style ss:ID=\"g\" ss:Parent=\"d\"><NumberFormat/></Style>";
  const auto with = [&](const std::string& id) { return cell("Number", "1", "ss:StyleID=\"" + id + "\""); };
  CHECK(cells_in_xml({.rows = row(with("d") + with("p") + with("c") + with("y") + with("t") + with("k") + with("g") + with("nobody")), .styles = styles}) ==
        "A1 d 1; B1 n 1; C1 d 1; D1 n 1; E1 d 1; F1 d 1; G1 n 1; H1 n 1");
  CHECK(cells_in_xml({.rows = "<Column/><Column ss:StyleID=\"d\" ss:Span=\"1\"/>" +
                          row(cell("Number", "1") + cell("Number", "2") + cell("Number", "3") + cell("Number", "4")) + "<Row ss:StyleID=\"p\">" +
                          cell("Number", "5", "ss:Index=\"2\"") + "</Row>",
                  .styles = styles}) == "A1 n 1; B1 d 2; C1 d 3; D1 n 4; B2 n 5");
  CHECK(cells_in_xml({.rows = row(cell("Number", "1")), .styles = styles, .table = "ss:StyleID=\"d\""}) == "A1 d 1");
  CHECK(cells_in_xml({.rows = row(cell("Number", "1")), .styles = style("Default", "General Date")}) == "A1 d 1");
  const Workbook workbook = read_all(build_xml({.rows = row(with("p")), .styles = styles}), "a.xml");
  CHECK(workbook.sheets.at(0).grid.at({0, 0})->look == NumberLook::percent);
}

TEST_CASE("a number in a font that strikes through") {
  const std::string styles = "<Style ss:ID=\"s\"><Font ss:StrikeThrough=\"1\"/><NumberFormat ss:Format=\"0.00\"/></Style><Style ss:ID=\"n\"><Font ss:StrikeThrough=\"0\"/></Style>";
  const Workbook workbook = read_all(build_xml({.rows = row(cell("Number", "1", "ss:StyleID=\"s\"") + cell("Number", "2", "ss:StyleID=\"n\"")), .styles = styles}), "a.xml");
  CHECK(workbook.sheets.at(0).grid.at({0, 0})->look == NumberLook::otherwise);
  CHECK(workbook.sheets.at(0).grid.at({0, 1})->look == NumberLook::plain);
}

TEST_CASE("formulas without results, hidden rows and columns, filters, merges") {
  const Workbook workbook = read_all(
      build_xml({.rows = R"(<Column ss:Index="2" ss:Hidden="1" ss:Span="1"/><Column/><Column ss:Hidden="1"/>)" +
                         row(cell("String", "h", "ss:MergeAcross=\"1\" ss:MergeDown=\"2\"") + "<Cell ss:Formula=\"=1\"/><Cell ss:Formula=\"=&quot;&quot;\"><Data ss:Type=\"String\"></Data></Cell>") +
                         "<Row ss:Hidden=\"1\">" + cell("Number", "1") + "</Row>" + row(cell("Number", "2")) + "<Row ss:Hidden=\"1\">" + cell("Number", "3") + "</Row>",
                 .behind = R"(<AutoFilter x:Range="R1C1:R2C3" xmlns="urn:schemas-microsoft-com:office:excel"></AutoFilter>)"}),
      "a.xls");
  const SourceSheet& sheet = workbook.sheets.at(0);
  CHECK(sheet.head.name == "a&b");
  CHECK(!sheet.head.hidden);
  CHECK(!sheet.head.date1904);
  REQUIRE(sheet.grid.at({0, 2}));
  CHECK(sheet.grid.at({0, 2})->no_result);
  CHECK(sheet.grid.at({0, 3}) == nullptr);
  REQUIRE(sheet.grid.rows().size() == 4);
  CHECK(sheet.grid.rows()[1].hiding == RowHiding::filtered);
  CHECK(sheet.grid.rows()[2].hiding == RowHiding::shown);
  CHECK(sheet.grid.rows()[3].hiding == RowHiding::hidden);
  CHECK(sheet.tail.hidden_columns == std::vector<std::uint32_t>{1, 2, 4});
  CHECK(sheet.tail.merges == std::vector<CellRange>{{{0, 0}, {2, 1}}});
}

TEST_CASE("sheets: hidden ones, the 1904 system") {
  const std::string options = "<WorksheetOptions xmlns=\"urn:schemas-microsoft-com:office:excel\"><Visible>SheetVeryHidden</Visible></WorksheetOptions>";
  const Workbook workbook = read_all(
      build_xml({.rows = row(cell("DateTime", "1904-01-02T00:00:00.000")),
                 .behind = options,
                 .workbook = "<ExcelWorkbook xmlns=\"urn:schemas-microsoft-com:office:excel\"><Date1904/></ExcelWorkbook>",
                 .more = "<Worksheet ss:Name=\"empty\"/><ss:Worksheet ss:Name=\"last\"><ss:Table>" + row(cell("Number", "2")) + "</ss:Table></ss:Worksheet>"}),
      "a.xls");
  REQUIRE(workbook.sheets.size() == 3);
  CHECK(workbook.sheets[0].head.hidden);
  CHECK(workbook.sheets[0].head.date1904);
  CHECK(workbook.sheets[0].grid.at({0, 0})->number == 1);
  CHECK(workbook.sheets[1].head.name == "empty");
  CHECK(!workbook.sheets[2].head.hidden);
  CHECK(workbook.sheets[2].grid.at({0, 0})->text == "2");
}

TEST_CASE("encodings") {
  const Xml one{.rows = row(cell("String", "x"))};
  CHECK(cells_of(utf16(build_xml(one), false), "a.xls") == "A1 s \"x\"");
  CHECK(cells_of(utf16(build_xml(one, "<?xml version=\"1.0\" encoding=\"UTF-16\"?>"), true), "a.xls") == "A1 s \"x\"");
  CHECK(cells_of(build_xml(one, "<?xml version=\"1.0\" encoding=\"utf-16\"?>"), "a.xls") == "A1 s \"x\"");  // said by programs that write UTF-8
  CHECK(cells_of("\xEF\xBB\xBF" + build_xml(one), "a.xls") == "A1 s \"x\"");
  CHECK(cells_of(build_xml(one, ""), "a.xls") == "A1 s \"x\"");
  const Xml gbk{.rows = row(cell("String", "\xB1\xED"))};
  CHECK(cells_of(build_xml(gbk, "<?xml version=\"1.0\" encoding=\"gb2312\"?>"), "a.xls") == "A1 s \"表\"");
  CHECK(cells_of(build_xml({.rows = row(cell("String", "caf\xE9"))}, "<?xml version=\"1.0\" encoding=\"Windows-1252\"?>"), "a.xls") == "A1 s \"café\"");
  CHECK(refused(build_xml(gbk), "a.xls") == "file.unreadable why.xml-encoding");
  CHECK(refused(build_xml(one, "<?xml version=\"1.0\" encoding=\"klingon\"?>"), "a.xls") == "file.unreadable why.xml-encoding");
}

TEST_CASE("sheets that cannot be believed") {
  struct Row {
    const char* what;
    std::string rows;
    const char* refused;
  };
  const Row rows[] = {
      {"a row that goes back", "<Row ss:Index=\"5\"/><Row ss:Index=\"5\"/>", "file.unreadable why.rows-disordered"},
      {"a cell that goes back", row("<Cell ss:Index=\"5\"/><Cell ss:Index=\"5\"/>"), "file.unreadable why.bad-reference"},
      {"a cell under a merge", row("<Cell ss:MergeAcross=\"2\"/><Cell ss:Index=\"2\"/>"), "file.unreadable why.bad-reference"},
      {"a column that goes back", "<Column ss:Span=\"3\"/><Column ss:Index=\"2\"/>", "file.unreadable why.bad-reference"},
      {"row zero", "<Row ss:Index=\"0\"/>", "file.unreadable why.bad-reference"},
      {"a row beyond the last", "<Row ss:Index=\"1048577\"/>", "file.unreadable why.bad-reference"},
      {"a row behind the last", "<Row ss:Index=\"1048576\"/>" + row(cell("Number", "1")), "file.unreadable why.bad-reference"},
      {"a span beyond the last", "<Row ss:Span=\"4000000000\"/>" + row(cell("Number", "1")), "file.unreadable why.bad-reference"},
      {"a cell behind the last", row("<Cell ss:Index=\"16384\"/>" + cell("Number", "1")), "file.unreadable why.bad-reference"},
      {"no index", row("<Cell ss:Index=\"B\"/>"), "file.unreadable why.bad-reference"},
      {"a doctype", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "file.hostile why.xml-doctype"},
      {"a tag in a tag", row("<Cell <Data>1</Data></Cell>"), "file.unreadable why.xml-malformed"},
      {"one end too many", "</Table></Worksheet></Workbook></x>", "file.unreadable why.xml-malformed"},
  };
  for (const Row& r : rows) {
    CAPTURE(r.what);
    CHECK(refused(build_xml({.rows = r.rows}), "a.xls") == r.refused);
  }
  CHECK(refused("<?xml version=\"1.0\"?><a><b/></a>", "a.xml") == "file.unsupported xml");
}

TEST_CASE("a workbook cut off anywhere is refused") {
  const std::string whole = build_xml({.rows = row(cell("Number", "1") + cell("String", "x<!-- -->"))});
  const std::size_t root_end = whole.find('>', whole.find("<Workbook"));
  for (std::size_t size = root_end + 1; size < whole.size(); ++size) {
    CAPTURE(size);
    CHECK(refused(whole.substr(0, size), "a.xls") == "file.unreadable why.xml-cut-off");
  }
}
