#include "read/ods_builder.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

std::string one_row(const std::string& cells) { return cells_in_ods({.rows = ods_row(cells)}); }

}  // namespace

TEST_CASE("values of every type") {
  struct Row {
    const char* what;
    std::string cell;
    const char* cells;
  };
  const Row rows[] = {
      {"a number", ods_number("1.5"), "A1 n 1.5"},
      {"a number as LibreOffice writes it",
       R"(<table:table-cell table:style-name="ce1" office:value-type="float" office:value="-12345678901.25" calcext:value-type="float"><text:p>-12,345,678,901</text:p></table:table-cell>)",
       "A1 n -12345678901.25"},
      {"an exponent", ods_number("1.5E+20"), "A1 n 1.5e+20"},
      {"money", R"(<table:table-cell office:value-type="currency" office:currency="CNY" office:value="3"><text:p>￥3.00</text:p></table:table-cell>)", "A1 n 3"},
      {"a percentage", R"(<table:table-cell office:value-type="percentage" office:value="0.85"><text:p>85%</text:p></table:table-cell>)", "A1 n 0.85"},
      {"a date", R"(<table:table-cell office:value-type="date" office:date-value="2024-08-26"><text:p>26.8.</text:p></table:table-cell>)", "A1 d 45530"},
      {"date and time", R"(<table:table-cell office:value-type="date" office:date-value="2024-08-26T12:00:00"/>)", "A1 d 45530.5"},
      {"a time", R"(<table:table-cell office:value-type="time" office:time-value="PT18H00M00S"><text:p>18:00</text:p></table:table-cell>)", "A1 d 0.75"},
      {"more than a day", R"(<table:table-cell office:value-type="time" office:time-value="PT36H00M00S"/>)", "A1 d 1.5"},
      {"a truth", R"(<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>WAHR</text:p></table:table-cell>)", "A1 b true"},
      {"an untruth", R"(<table:table-cell office:value-type="boolean" office:boolean-value="false"/>)", "A1 b false"},
      {"a text", ods_text("中文 &lt;&amp;&#x4E2D;"), R"(A1 s "中文 <&中")"},
      {"a text in an attribute", ods_text("shown", "office:string-value=\"meant &amp; &#10;kept\""), R"(A1 s "meant & \nkept")"},
      {"a text without a type", ods_cell("", "<text:p>12</text:p>"), R"(A1 s "12")"},
      {"an error", R"(<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>)", "A1 e \"#DIV/0!\""},
      {"an error, the types the other way round", R"(<table:table-cell calcext:value-type="error" office:value-type="string" office:string-value=""><text:p>Err:508</text:p></table:table-cell>)", "A1 e \"Err:508\""},
      {"an error as Excel writes it", R"(<table:table-cell table:formula="of:=[.B1]" office:value-type="float" office:value="0"><text:p>#N/A</text:p></table:table-cell>)", "A1 e \"#N/A\""},
      {"an error as gnumeric writes it", R"(<table:table-cell table:formula="of:=[.B1]" office:value-type="string" office:string-value="#N/A"/>)", "A1 e \"#N/A\""},
      {"a text that looks like an error", ods_text("#N/A"), "A1 s \"#N/A\""},
      {"no number at all", ods_number("NaN"), "A1 s \"NaN\""},
      {"a number without its value", ods_cell("office:value-type=\"float\"", "<text:p>12</text:p>"), R"(A1 s "12")"},
      {"a day that does not exist", R"(<table:table-cell office:value-type="date" office:date-value="2023-02-29"/>)", "A1 s \"2023-02-29\""},
      {"nothing", ods_cell(""), ""},
      {"an empty text", ods_text(""), ""},
      {"a style alone", R"(<table:table-cell table:style-name="ce1"/>)", ""},
      {"other prefixes, single quotes", R"(<t:table-cell o:value-type='float' o:value='7'><x:p>7</x:p></t:table-cell>)", "A1 n 7"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(one_row(row.cell) == row.cells);
  }
}

TEST_CASE("what a cell's paragraphs say") {
  struct Row {
    const char* what;
    std::string inside;
    const char* cells;
  };
  const Row rows[] = {
      {"two paragraphs", "<text:p>a</text:p><text:p>b</text:p>", R"(A1 s "a\nb")"},
      {"an empty one between", "<text:p>a</text:p><text:p/><text:p>b</text:p>", R"(A1 s "a\n\nb")"},
      {"spaces, tabs, breaks", R"(<text:p>a<text:s text:c="3"/>b<text:s/>c<text:tab/>d<text:line-break/>e</text:p>)", R"(A1 s "a   b c\td\ne")"},
      {"spans and links", R"(<text:p>a<text:span text:style-name="T1">b<text:span>c</text:span></text:span><text:a xlink:href="x">d</text:a>e</text:p>)", R"(A1 s "abcde")"},
      {"white space as it stands", "<text:p> a  b\n</text:p>", R"(A1 s " a  b\n")"},
      {"a field", "<text:p>of <text:sheet-name>S</text:sheet-name></text:p>", R"(A1 s "of S")"},
      {"a comment before", "<office:annotation office:display=\"true\"><dc:creator>me</dc:creator><text:p>no</text:p></office:annotation><text:p>a</text:p>", R"(A1 s "a")"},
      {"a comment inside", "<text:p>a<office:annotation><text:p>no</text:p></office:annotation>b</text:p>", R"(A1 s "ab")"},
      {"ruby", "<text:p><text:ruby><text:ruby-base>汉</text:ruby-base><text:ruby-text>han</text:ruby-text></text:ruby>字</text:p>", R"(A1 s "汉字")"},
      {"a drawing", R"(<draw:frame><draw:text-box><text:p>no</text:p></draw:text-box></draw:frame><text:p>a<draw:custom-shape><text:p>no</text:p></draw:custom-shape></text:p>)", R"(A1 s "a")"},
      {"a drawing alone", R"(<draw:frame><draw:text-box><text:p>no</text:p></draw:text-box></draw:frame>)", ""},
      {"a table in the cell", "<table:table><table:table-row><table:table-cell><text:p>no</text:p></table:table-cell></table:table-row></table:table><text:p>a</text:p>", R"(A1 s "a")"},
      {"CDATA", "<text:p>a<![CDATA[<&amp;]]>b</text:p>", R"(A1 s "a<&amp;b")"},
      {"a heading and a list", "<text:h>a</text:h><text:list><text:list-item><text:p>b</text:p></text:list-item></text:list>", R"(A1 s "a\nb")"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(one_row(ods_cell("office:value-type=\"string\"", row.inside)) == row.cells);
  }
}

TEST_CASE("a number that is shown as another one") {
  const struct {
    const char *stored, *shown;
    bool otherwise;
  } rows[] = {
      {"5205000", "520.5万", true}, {"26000", "26.00", true},      {"12", "2024年12", true}, {"26000", "26,000.00", false}, {"26000", "￥26 000", false},
      {"26000", "26000元", false},  {"999.96", "1000.0", false},   {"0.96", "1", false},     {"0.004", "0.00", false},     {"12", "0012", false},
      {"-12.5", "(12.50)", false},  {"26000", "2.6E+04", false},   {"0.5", "1/2", false},    {"0", "-", false},            {"26000", "x", false},
      {"26000", "", false},         {"1.5E+7", "15000000", false}, {"199", "2000", true},
  };
  for (const auto& [stored, shown, otherwise] : rows) {
    CAPTURE(shown);
    const std::string cell = ods_cell("office:value-type=\"float\" office:value=\"" + std::string(stored) + "\"", "<text:p>" + std::string(shown) + "</text:p>");
    const Workbook book = read_all(build_ods({.rows = ods_row(cell)}), "a.ods");
    const auto& grid = book.sheets[0].grid;
    CHECK((grid.cells(grid.rows()[0])[0].look == NumberLook::otherwise) == otherwise);
  }
}

TEST_CASE("cells and rows stand where their repeats put them") {
  CHECK(one_row(ods_cell("table:number-columns-repeated=\"3\"") + ods_number("1", "table:number-columns-repeated=\"2\"") +
                ods_number("2")) == "D1 n 1; E1 n 1; F1 n 2");
  CHECK(cells_in_ods({.rows = "<table:table-row table:number-rows-repeated=\"4\"><table:table-cell/></table:table-row>" +
                              ods_row(ods_number("1"), "table:number-rows-repeated=\"2\"") + ods_row(ods_number("2"))}) ==
        "A5 n 1; A6 n 1; A7 n 2");
  // What programs write behind the last row and the last column.
  const std::string rest = "<table:table-cell table:number-columns-repeated=\"16383\"/>";
  CHECK(cells_in_ods({.rows = ods_row(ods_number("1") + rest) +
                              "<table:table-row table:number-rows-repeated=\"1048575\">" + rest + "</table:table-row>"}) == "A1 n 1");
  CHECK(cells_in_ods({.rows = "<table:table-header-rows>" + ods_row(ods_text("h")) + "</table:table-header-rows><table:table-row-group>" +
                              ods_row(ods_number("1")) + "<table:table-row-group>" + ods_row(ods_number("2")) +
                              "</table:table-row-group></table:table-row-group><table:table-rows>" + ods_row(ods_number("3")) +
                              "</table:table-rows>"}) == "A1 s \"h\"; A2 n 1; A3 n 2; A4 n 3");
}

TEST_CASE("tags that look alike and tags that do not") {
  const auto typed = [](const std::string& type, const std::string& value) {
    return ods_cell("office:value-type=\"" + type + "\" " + value, "<text:p>x</text:p>");
  };
  const auto formula = [](const std::string& source, const std::string& value) {
    return ods_cell("table:formula=\"" + source + "\" office:value-type=\"float\" office:value=\"" + value + "\"", "<text:p>x</text:p>");
  };
  CHECK(cells_in_ods({.rows = ods_row(ods_number("1")) + ods_row(ods_number("22")) + ods_row(ods_number("")) + ods_row(ods_number("4")) +
                              ods_row(typed("percentage", "office:value=\"5\"")) + ods_row(typed("float", "office:value=\"6\" a=\"\"")) +
                              ods_row(formula("of:=[.A1]", "7")) + ods_row(formula("of:=[.A1]+[.A2]", "88")) +
                              ods_row("<table:table-cell office:value-type=\"float\" office:value=\"9\"/>") +
                              ods_row("<table:table-cell office:value-type=\"float\" office:value=\"10\"/>") + ods_row(ods_number("11"))}) ==
        "A1 n 1; A2 n 22; A4 n 4; A5 n 5; A6 n 6; A7 n 7; A8 n 88; A9 n 9; A10 n 10; A11 n 11");
}

TEST_CASE("formulas, percentages, hidden rows and columns, merges") {
  const Workbook workbook = read_all(
      build_ods({.rows = R"(<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>)"
                         R"(<table:table-column-group table:display="false"><table:table-column/></table:table-column-group>)" +
                         ods_row(ods_cell("table:formula=\"of:=1\"") + ods_cell("table:formula=\"of:=&quot;&quot;\" office:value-type=\"string\"") +
                                 ods_cell("table:formula=\"of:=2\" office:value-type=\"percentage\" office:value=\"2\"", "<text:p>200%</text:p>")) +
                         ods_row(ods_number("1", R"(table:number-columns-spanned="2" table:number-rows-spanned="3")") +
                                     "<table:covered-table-cell office:value-type=\"float\" office:value=\"7\"><text:p>7</text:p></table:covered-table-cell>",
                                 "table:visibility=\"collapse\"") +
                         ods_row(ods_number("2"), "table:visibility=\"filter\"") +
                         "<table:table-row-group table:display=\"false\">" + ods_row(ods_number("3")) + "</table:table-row-group>"}),
      "a.ods");
  const SourceSheet& sheet = workbook.sheets.at(0);
  CHECK(sheet.head.name == "表&1");
  CHECK(!sheet.head.hidden);
  REQUIRE(sheet.grid.at({0, 0}));
  CHECK(sheet.grid.at({0, 0})->no_result);
  CHECK(sheet.grid.at({0, 1}) == nullptr);
  CHECK(sheet.grid.at({0, 2})->look == NumberLook::percent);
  CHECK(sheet.grid.at({0, 2})->formula);
  CHECK(sheet.grid.at({1, 1})->text == "7");
  REQUIRE(sheet.grid.rows().size() == 4);
  CHECK(sheet.grid.rows()[0].hiding == RowHiding::shown);
  CHECK(sheet.grid.rows()[1].hiding == RowHiding::hidden);
  CHECK(sheet.grid.rows()[2].hiding == RowHiding::filtered);
  CHECK(sheet.grid.rows()[3].hiding == RowHiding::hidden);
  CHECK(sheet.tail.hidden_columns == std::vector<std::uint32_t>{1, 2, 3});
  CHECK(sheet.tail.merges == std::vector<CellRange>{{{1, 0}, {3, 1}}});
}

TEST_CASE("numbers and texts that their styles strike through") {
  const auto style = [](const std::string& name, const std::string& family, const std::string& properties) {
    return "<style:style style:name=\"" + name + "\" style:family=\"" + family + "\"><style:text-properties " + properties + "/></style:style>";
  };
  const std::string styles = style("ce1", "table-cell", "style:text-line-through-style=\"solid\" style:text-line-through-type=\"single\"") +
                             style("ce2", "table-cell", "style:text-line-through-style=\"none\"") + style("T1", "text", "style:text-line-through-type=\"single\"");
  const auto number = [](const std::string& style_name) { return ods_number("5", style_name.empty() ? "" : "table:style-name=\"" + style_name + "\""); };
  const Workbook workbook = read_all(
      build_ods({.rows = "<table:table-column/><table:table-column table:default-cell-style-name=\"ce1\" table:number-columns-repeated=\"2\"/><table:table-column/>" +
                         ods_row(number("ce1") + number("") + number("ce2") + number("")) + ods_row(number("ce2") + number("") + number("") + number("ce1")) +
                         ods_row(ods_text("<text:span text:style-name=\"T1\">12</text:span>13") + ods_text("<text:span text:style-name=\"T2\">12</text:span>13",
                                                                                                              "table:style-name=\"ce2\"") +
                                 ods_text("46人") + ods_text("46人", "table:style-name=\"ce2\"")),
                 .styles = styles}),
      "a.ods");
  const Grid& grid = workbook.sheets.at(0).grid;
  std::string struck;
  for (std::uint32_t row = 0; row < 2; ++row) {
    for (std::uint32_t column = 0; column < 4; ++column) struck += grid.at({row, column})->look == NumberLook::otherwise ? 's' : '.';
  }
  CHECK(struck == "ss...sss");
  CHECK(grid.at({2, 0})->text == "1\u0336" "2\u0336" "13");
  CHECK(grid.at({2, 1})->text == "1213");
  CHECK(grid.at({2, 2})->text == "4\u0336" "6\u0336" "人\u0336");
  CHECK(grid.at({2, 3})->text == "46人");
}

TEST_CASE("sheets: hidden ones, copies of other files, what stands around the tables") {
  const Workbook workbook = read_all(
      build_ods({.rows = ods_row(ods_number("1")),
                 .before = R"(<table:calculation-settings><table:null-date table:date-value="1904-01-01"/></table:calculation-settings>)"
                           "<table:tracked-changes><table:cell-content-change><table:previous><table:change-track-table-cell><text:p>no</text:p>"
                           "</table:change-track-table-cell></table:previous></table:cell-content-change></table:tracked-changes>",
                 .behind = "<table:table table:name=\"'file:///a.ods'#$S\">" + ods_row(ods_number("9")) + "</table:table><table:table table:name=\"b\">" +
                           ods_row(ods_cell("office:value-type=\"date\" office:date-value=\"1904-01-02\"")) + "</table:table><table:table table:name=\"c\"/>" +
                           "<table:dde-links><table:dde-link><table:table>" + ods_row(ods_number("9")) + "</table:table></table:dde-link></table:dde-links>",
                 .styles = R"(<style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style>)"
                           R"(<style:style style:name="ta2" style:family="table"><style:table-properties table:display="true"/></style:style>)",
                 .table = "table:style-name=\"ta1\""}),
      "a.ods");
  REQUIRE(workbook.sheets.size() == 3);
  CHECK(workbook.sheets[0].head.hidden);
  CHECK(workbook.sheets[0].head.date1904);
  CHECK(workbook.sheets[1].head.name == "b");
  CHECK(!workbook.sheets[1].head.hidden);
  CHECK(workbook.sheets[1].grid.at({0, 0})->number == 1);
  CHECK(workbook.sheets[2].grid.cell_count() == 0);
}

TEST_CASE("kinds of package") {
  const std::string content = ods_document({.rows = ods_row(ods_number("1"))}, "office:document-content");
  CHECK(cells_of(build_zip(ods_parts(content, "<manifest/>", ods_mimetype + "-template")), "a.ots") == "A1 n 1");
  CHECK(cells_of(build_zip({{"content.xml", content}}), "a.ods") == "A1 n 1");
  CHECK(cells_of(build_zip({{"mimetype", ods_mimetype}, {"content.xml", content}}), "a.xlsx") == "A1 n 1");
  const std::string old = "<!DOCTYPE manifest:manifest PUBLIC \"-//OpenOffice.org//DTD Manifest 1.0//EN\" \"Manifest.dtd\"><manifest/>";
  CHECK(cells_of(build_zip(ods_parts(content, old)), "a.ods") == "A1 n 1");
  const std::string locked = "<manifest><file-entry full-path=\"content.xml\"><encryption-data/></file-entry></manifest>";
  CHECK(refused(build_zip(ods_parts("noise", locked)), "a.ods") == "file.encrypted");
  const std::string macros = "<manifest><file-entry full-path=\"Basic/a.xml\"><encryption-data/></file-entry></manifest>";
  CHECK(cells_of(build_zip(ods_parts(content, macros)), "a.ods") == "A1 n 1");
}

TEST_CASE("other documents of the family") {
  const auto packed = [](const std::string& kind, const std::string& body) {
    const Ods o{.body = body};
    return refused(build_zip(ods_parts(ods_document(o, "office:document-content"), "<manifest/>", "application/vnd." + kind)), "a.ods");
  };
  CHECK(packed("oasis.opendocument.text", "office:text") == "file.unsupported odt");
  CHECK(packed("oasis.opendocument.presentation-template", "office:presentation") == "file.unsupported odp");
  CHECK(packed("oasis.opendocument.graphics", "office:drawing") == "file.unsupported opendocument");
  CHECK(packed("nobody.knows", "office:text") == "file.unsupported odt");
  CHECK(packed("sun.xml.calc", "office:spreadsheet") == "file.unsupported sxc");
  CHECK(refused(build_fods({.body = "office:text"}), "a.fods") == "file.unsupported odt");
}
