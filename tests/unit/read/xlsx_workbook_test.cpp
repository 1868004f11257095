#include "read/xlsx_builder.hpp"

using namespace huizong;
using namespace huizong::test;

TEST_CASE("a sheet's head") {
  const auto head = [](const Xlsx& x) { return read_all(build_xlsx(x)).sheets.at(0).head; };
  CHECK(head({}).name == "表&1");
  CHECK_FALSE(head({}).hidden);
  CHECK_FALSE(head({}).date1904);
  CHECK(head({.state = "state='hidden'"}).hidden);
  CHECK(head({.state = "state='veryHidden'"}).hidden);
  CHECK_FALSE(head({.state = "state='visible'"}).hidden);
  CHECK(head({.workbook_properties = "<workbookPr date1904='1'/>"}).date1904);
  CHECK(head({.workbook_properties = "<workbookPr date1904=\"true\"/>"}).date1904);
  CHECK_FALSE(head({.workbook_properties = "<workbookPr date1904='0'/>"}).date1904);
}

TEST_CASE("ISO dates are counted in the workbook's own system") {
  // 2024-07-31 is 45504 in the 1900 system and 1462 days less in the other.
  CHECK(cells_in({.rows = R"(<row r="1"><c r="A1" t="d"><v>2024-07-31</v></c></row>)",
                  .workbook_properties = "<workbookPr date1904='1'/>"}) == "A1 d 44042");
}

TEST_CASE("sheets come in the workbook's order, charts left out, whatever their parts are called") {
  const std::string row = "<worksheet><sheetData><row r='1'><c r='A1'><v>";
  const std::string end = "</v></c></row></sheetData></worksheet>";
  const std::string bytes = build_zip(
      {{"_rels/.rels", "<Relationships>" + relation("w", "officeDocument", "/book/main.xml") + "</Relationships>"},
       {"book/main.xml", "<workbook><sheets><sheet name='b' r:id='2'/><sheet name='c' r:id='3'/><sheet name='m' r:id=''/><sheet name='a' d:id='1'/></sheets></workbook>"},
       {"book/_rels/main.xml.rels", "<Relationships>" + relation("1", "worksheet", "../one.xml") +
                                        relation("2", "worksheet", "/Two.XML") + relation("3", "chartsheet", "c.xml") + "</Relationships>"},
       {"one.xml", row + "1" + end},
       {"two.xml", row + "2" + end}});
  const Workbook workbook = read_all(bytes);
  REQUIRE(workbook.sheets.size() == 2);
  CHECK(workbook.sheets[0].head.name == "b");
  CHECK(workbook.sheets[0].grid.at({0, 0})->text == "2");
  CHECK(workbook.sheets[1].head.name == "a");
  CHECK(workbook.sheets[1].grid.at({0, 0})->text == "1");
}

TEST_CASE("optional parts that the workbook names may be missing") {
  CHECK(cells_in({.rows = R"(<row r="1"><c r="A1" s="1"><v>1</v></c></row>)"}) == "A1 n 1");  // neither strings nor styles
}

TEST_CASE("a sink that does not want a sheet is not sent its rows, and nobody reads its strings") {
  struct Refusing : CellSink {
    bool begin_sheet(const SheetHead&) override { return false; }
    void row(std::uint32_t, RowHiding, std::span<const Cell>) override { ++calls; }
    void end_sheet(const SheetTail&) override { ++calls; }
    int calls = 0;
  } sink;
  auto parts = xlsx_parts({.rows = "<row><c><v>1</v></c></row>"});
  parts.push_back({"xl/sharedStrings.xml", "no xml"});
  const std::string bytes = build_zip(parts);
  read_workbook(bytes, "a.xlsx", {}, sink);
  CHECK(sink.calls == 0);
  CHECK(refused(bytes) == "file.unreadable why.xml-cut-off");
}

TEST_CASE("shared strings in other clothes") {
  const auto text = [](const std::string& strings) {
    return cells_in({.rows = R"(<row r="1"><c r="A1" t="s"><v>0</v></c></row>)", .strings = strings});
  };
  CHECK(text("<si><t>a_x0042_c</t></si>") == R"(A1 s "aBc")");
  CHECK(text("<x:si><x:t>a</x:t></x:si>") == R"(A1 s "a")");
  CHECK(text("<si><t><![CDATA[<a>]]>&amp;<!-- no -->b</t></si>") == R"(A1 s "<a>&b")");
  CHECK(text("\n <si>\n <t xml:space='preserve'> a </t>\n </si>\n") == R"(A1 s " a ")");
  CHECK(text("<si><r><t>a</t></r><r><t/></r><r><t>_x000D_</t></r></si>") == R"(A1 s "a\r")");
  CHECK(text("<si><t>一&#10;二\"\\</t></si>") == R"(A1 s "一\n二\"\\")");
}

TEST_CASE("parts that nobody needs may be odd, broken, listed and missing, or left out") {
  const std::string row = R"(<row r="1"><c r="A1"><v>1</v></c></row>)";
  const std::vector<std::vector<ZipFile>> oddities = {
      {},
      {{"[Content_Types].xml", "<Types><Override PartName=\"/xl/gone.xml\" ContentType=\"a/b\"/></Types>"}},
      {{"[Content_Types].xml", "no xml at all"}},
      {{"docProps/core.xml", "<a><b></a>"}, {"docProps/app.xml", ""}},
      {{"xl/theme/theme1.xml", "\xFF\xFE"}, {"xl/calcChain.xml", "<!DOCTYPE a>"}},
      {{"xl/", ""}, {"xl\\media\\", ""}, {"xl/media/\xB1\xED.png", "GBK"}},
  };
  for (const auto& more : oddities) CHECK(cells_in({.rows = row, .more = more}) == "A1 n 1");
}

TEST_CASE("a sheet that is a module of macros has no part, and no cells") {
  auto parts = xlsx_parts({.rows = R"(<row r="1"><c r="A1"><v>1</v></c></row>)"});
  parts[1].data = "<workbook><sheets><sheet name='m' r:id=''/><sheet name='a' r:id='r1'/></sheets></workbook>";
  const Workbook workbook = read_all(build_zip(parts));
  REQUIRE(workbook.sheets.size() == 1);
  CHECK(workbook.sheets[0].head.name == "a");
}
