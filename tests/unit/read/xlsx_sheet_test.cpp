// What a sheet says, in all the ways in which writers say it.
#include "read/xlsx_builder.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

constexpr const char* strings = "<si><t>one</t></si><si><r><rPr><b/></rPr><t>ri</t></r><r><t xml:space=\"preserve\">ch </t></r>"
                                "<rPh sb=\"0\" eb=\"1\"><t>NOT ME</t></rPh></si><si><t>a_x000A_b&amp;c</t></si><si><t/></si>";

}  // namespace

TEST_CASE("cells") {
  struct Row {
    const char* what;
    std::string rows;
    const char* cells;
  };
  const Row rows[] = {
      {"plain numbers", R"(<row r="1"><c r="A1"><v>1</v></c><c r="C1" s="0"><v>-2.50</v></c></row>)", "A1 n 1; C1 n -2.5"},
      {"a double's noise", R"(<row r="1"><c r="A1"><v>0.30000000000000004</v></c></row>)", "A1 n 0.30000000000000004"},
      {"exponents", R"(<row r="1"><c r="A1"><v>1.5E+3</v></c><c r="B1"><v>1e-400</v></c></row>)", "A1 n 1500; B1 n 0"},
      {"shared strings", R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="0" t="s"><v>1</v></c></row>)", R"(A1 s "one"; B1 s "rich ")"},
      {"escapes in shared strings", R"(<row r="1"><c r="A1" t="s"><v>2</v></c></row>)", R"(A1 s "a\nb&c")"},
      {"an empty text is no cell", R"(<row r="1"><c r="A1" t="s"><v>3</v></c><c r="B1" t="inlineStr"><is><t></t></is></c></row>)", ""},
      {"attributes in another order", R"(<row r="1"><c t="s" s="0" r="A1"><v>0</v></c></row>)", R"(A1 s "one")"},
      {"single quotes and spaces", "<row r='2' ><c  r='B2' t = 's' ><v>0</v></c ></row >", R"(B2 s "one")"},
      {"line breaks between", "\n<row r=\"1\">\n <c r=\"A1\">\n <v>7</v>\n </c>\n</row>\n", "A1 n 7"},
      {"no references at all", R"(<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row>)", "A1 n 1; C1 n 3; A2 n 4"},
      {"rows without, cells with references", R"(<row><c r="B3"><v>1</v></c></row><row><c><v>2</v></c></row>)", "B3 n 1; A4 n 2"},
      {"a cell without a reference behind one with", R"(<row r="1"><c r="C1"><v>1</v></c><c><v>2</v></c></row>)", "C1 n 1; D1 n 2"},
      {"empty cells", R"(<row r="1"><c r="A1" s="3"/><c r="B1"></c><c r="C1"><v></v></c><c r="D1"><v/></c><c r="E1"><v>5</v></c></row>)", "E1 n 5"},
      {"an empty row", R"(<row r="1"/><row r="5"></row><row><c><v>1</v></c></row>)", "A6 n 1"},
      {"inline strings", R"(<row r="1"><c r="A1" t="inlineStr"><is><t>x&lt;_x0041_</t></is></c></row>)", R"(A1 s "x<A")"},
      {"rich inline strings", R"(<row r="1"><c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>no</t></rPh></is></c></row>)", R"(A1 s "ab")"},
      {"an inline string without its type", R"(<row r="1"><c r="A1"><is><t>12</t></is></c></row>)", R"(A1 s "12")"},
      {"a formula's text", R"(<row r="1"><c r="A1" t="str"><f>B1&amp;C1</f><v>a_x0041_</v></c></row>)", R"(A1 s "aA")"},
      {"a formula's number", R"(<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>)", "A1 n 2"},
      {"a shared formula", R"(<row r="1"><c r="A1"><f t="shared" si="0"/><v>2</v></c></row>)", "A1 n 2"},
      {"formulas without a result", R"(<row r="1"><c r="A1"><f>1+1</f></c><c r="B1"><f>1</f><v></v></c><c r="C1" t="str"><f>""</f><v></v></c></row>)", ""},
      {"a duration in a Strict document", R"(<row r="1"><c r="A1" t="d"><v>PT36H0M0.000S</v></c></row>)", "A1 d 1.5"},
      {"booleans that are none", R"(<row r="1"><c r="A1" t="b"><v>TRUE</v></c><c r="B1" t="b"><v>2</v></c><c r="C1" t="b"><v>false</v></c></row>)", R"(A1 s "TRUE"; B1 s "2"; C1 b false)"},
      {"booleans and errors", R"(<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="e"><v>#DIV/0!</v></c></row>)", R"(A1 b true; B1 b false; C1 e "#DIV/0!")"},
      {"ISO dates", R"(<row r="1"><c r="A1" t="d"><v>2024-07-31</v></c><c r="B1" t="d"><v>2024-07-31T12:00:00Z</v></c><c r="C1" t="d"><v>1900-01-01</v></c><c r="D1" t="d"><v>1900-03-01</v></c><c r="E1" t="d"><v>06:00:00</v></c></row>)", "A1 d 45504; B1 d 45504.5; C1 d 1; D1 d 61; E1 d 0.25"},
      {"no ISO date", R"(<row r="1"><c r="A1" t="d"><v>soon</v></c></row>)", R"(A1 s "soon")"},
      {"what is no number is text", R"(<row r="1"><c r="A1"><v>12a</v></c><c r="B1"><v>1-2</v></c><c r="C1"><v>INF</v></c><c r="D1"><v> 8 </v></c></row>)", R"(A1 s "12a"; B1 s "1-2"; C1 s "INF"; D1 n 8)"},
      {"CDATA, comments, instructions", R"(<row r="1"><!-- <c r="Z1"><v>9</v></c> --><?x y?><c r="A1" t="str"><v><![CDATA[<&amp;>]]>!</v></c></row>)", R"(A1 s "<&amp;>!")"},
      {"references in values", R"(<row r="1"><c r="A1"><v>1&#50;</v></c></row>)", "A1 n 12"},
      {"cells out of order", R"(<row r="1"><c r="B1"><v>2</v></c><c r="A1"><v>1</v></c></row>)", "A1 n 1; B1 n 2"},
      {"strange elements", R"(<row r="1"><ext><c r="Z1"><v>9</v></c></ext><c r="A1"><extLst><v>8</v></extLst><v>1</v></c></row><other/>)", "A1 n 1"},
      {"the last cell there is", R"(<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>)", "XFD1048576 n 1"},
      {"surrogates in escapes", R"(<row r="1"><c r="A1" t="str"><v>_xD83D__xDE00__xD800__x005F_x0041__x41_</v></c></row>)", "A1 s \"😀\xEF\xBF\xBD_x0041__x41_\""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(cells_in({.rows = row.rows, .strings = strings}) == row.cells);
  }
}

TEST_CASE("prefixed names, in a document with the Strict namespace") {
  const std::string sheet =
      "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" t=\"s\">"
      "<x:v>0</x:v></x:c><x:c r=\"B1\"><x:f>1</x:f><x:v>4</x:v></x:c></x:row></x:sheetData></x:worksheet>";
  CHECK(cells_in({.sheet = sheet, .strings = strings}) == R"(A1 s "one"; B1 n 4)");
}

TEST_CASE("a sheet in UTF-16") {
  const std::string plain = sheet_xml({.rows = R"(<row r="1"><c r="A1" t="str"><v>x</v></c></row>)"});
  std::string wide = "\xFF\xFE";
  for (const char c : plain) wide += {c, '\0'};
  CHECK(cells_in({.sheet = wide}) == R"(A1 s "x")");
}

TEST_CASE("what a Cell tells beside its value") {
  const Workbook workbook = read_all(build_xlsx(
      {.rows = R"(<row r="1"><c r="A1" s="1"><v>0.85</v></c><c r="B1"><f>A1</f></c><c r="C1"><f>A1</f><v>1.10</v></c></row>)",
       .styles = R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="10"/></cellXfs>)"}));
  const Grid& grid = workbook.sheets.at(0).grid;
  const Cell* percent = grid.at({0, 0});
  const Cell* unknown = grid.at({0, 1});
  const Cell* formula = grid.at({0, 2});
  REQUIRE((percent && unknown && formula));
  CHECK((percent->look == NumberLook::percent && percent->kind == CellKind::number && percent->text == "0.85"));
  CHECK((unknown->kind == CellKind::empty && unknown->formula && unknown->no_result));
  CHECK((formula->formula && !formula->no_result && formula->text == "1.10"));
}

TEST_CASE("what is struck through, and what is raised, is not read as if it were not") {
  const char* styles =
      R"(<fonts><font><sz val="11"/></font><font><strike/></font><font><strike val="0"/></font></fonts>)"
      R"(<cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1"/><xf numFmtId="0" fontId="2"/></cellXfs>)";
  const Workbook workbook = read_all(build_xlsx(
      {.rows = R"(<row r="1"><c r="A1" s="0"><v>1</v></c><c r="B1" s="1"><v>2</v></c><c r="C1" s="2"><v>3</v></c></row>)", .styles = styles}));
  const Grid& grid = workbook.sheets.at(0).grid;
  CHECK(grid.at({0, 0})->look == NumberLook::plain);
  CHECK(grid.at({0, 1})->look == NumberLook::otherwise);
  CHECK(grid.at({0, 2})->look == NumberLook::plain);
  CHECK(cells_in({.rows = R"(<row r="1"><c r="A1" s="1" t="inlineStr"><is><t>12</t></is></c><c r="B1" s="2" t="str"><v>12</v></c></row>)",
                  .styles = styles}) == "A1 s \"1\u0336" "2\u0336\"; B1 s \"12\"");
  const auto run = [](const char* looks, const char* text) {
    return std::string("<r><rPr>") + looks + "</rPr><t>" + text + "</t></r>";
  };
  const auto cell = [](const std::string& runs) { return R"(<row r="1"><c r="A1" t="inlineStr"><is>)" + runs + "</is></c></row>"; };
  const std::string plain = "<r><t>130</t></r>";
  CHECK(cells_in({.rows = cell(run("<b/><strike/>", "12") + plain)}) == "A1 s \"1\u0336" "2\u0336" "130\"");
  CHECK(cells_in({.rows = cell(run("<strike val=\"0\"/>", "12") + plain)}) == "A1 s \"12130\"");
  CHECK(cells_in({.rows = cell(plain + run("<vertAlign val=\"superscript\"/>", "1"))}) == "A1 s \"130¹\"");
  CHECK(cells_in({.rows = cell(plain + run("<vertAlign val=\"subscript\"/>", "2"))}) == "A1 s \"130₂\"");
}

TEST_CASE("merges, hidden columns, hidden and filtered rows") {
  std::string rows;
  for (int r = 1; r <= 6; ++r) {
    const bool hidden = r == 1 || r == 3 || r == 6;
    rows += "<row r=\"" + std::to_string(r) + (hidden ? "\" hidden=\"1\"" : "\" hidden=\"0\"") + "><c><v>1</v></c></row>";
  }
  const Workbook workbook = read_all(build_xlsx(
      {.rows = rows,
       .before = R"(<dimension ref="A1:ZZ9"/><cols><col min="2" max="3" hidden="1"/><col min="5" max="5"/></cols>)",
       .behind = R"(<customSheetViews><customSheetView><autoFilter ref="A5:B9"/></customSheetView></customSheetViews>)"
                 R"(<autoFilter ref="A1:B4"/><mergeCells count="9"><mergeCell ref="A1:B2"/><mergeCell ref="D4:D5"/></mergeCells>)"}));
  const SourceSheet& sheet = workbook.sheets.at(0);
  REQUIRE(sheet.grid.rows().size() == 6);
  CHECK(sheet.grid.rows()[0].hiding == RowHiding::hidden);  // the filter's own header row
  CHECK(sheet.grid.rows()[1].hiding == RowHiding::shown);
  CHECK(sheet.grid.rows()[2].hiding == RowHiding::filtered);
  CHECK(sheet.grid.rows()[5].hiding == RowHiding::hidden);
  CHECK(sheet.tail.hidden_columns == std::vector<std::uint32_t>{1, 2});
  REQUIRE(sheet.tail.merges.size() == 2);
  CHECK(sheet.tail.merges[1] == CellRange{{3, 3}, {4, 3}});
}

TEST_CASE("rows under the filter of a table are filtered") {
  const Workbook workbook = read_all(build_xlsx(
      {.rows = R"(<row r="1"><c><v>1</v></c></row><row r="2" hidden="true"><c><v>1</v></c></row>)",
       .more = {{"xl/worksheets/_rels/sheet1.xml.rels", "<Relationships>" + relation("t", "table", "../tables/t.xml") + "</Relationships>"},
                {"xl/tables/t.xml", "<table ref=\"A1:A9\"><autoFilter ref=\"A1:A9\"/></table>"}}}));
  CHECK(workbook.sheets.at(0).grid.rows().at(1).hiding == RowHiding::filtered);
}
