// The straight path takes what it understands and nothing else: whatever stands in a cell, it reads what the slow path reads.
#include "read/xlsx_plain.hpp"

#include "read/xlsx_builder.hpp"
#include "read/xlsx_sheet.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

/// So much stands behind each cell that the straight path dares to look at it.
const std::string room = R"(<row r="3"><c r="A3"><f>)" + std::string(200, ' ') + "</f></c></row>";

/// A2 as it reads when plainly written, and when written so that only the slow path takes it; `{}` is the quote.
std::string read_both(std::string cell) {
  const auto with_quote = [&](char quote) {
    std::string text = cell;
    for (char& c : text) c = c == '`' ? quote : c;
    return cells_in({.rows = "<row r=\"2\">" + text + "</row>" + room, .strings = "<si><t>text 0</t></si><si><t></t></si>",
                     .styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"9\"/></cellXfs>"});
  };
  const std::string plain = with_quote('"');
  return plain == with_quote('\'') ? plain : "differs: " + plain + " / " + with_quote('\'');
}

}  // namespace

TEST_CASE("numbers, plainly written or not") {
  struct Row {
    const char* written;
    const char* read;
  };
  const Row rows[] = {
      {"0", "n 0"},
      {"7", "n 7"},
      {"12345678", "n 12345678"},
      {"123456789", "n 123456789"},
      {"1234567890123456", "n 1234567890123456"},
      {"-5", "n -5"},
      {"-0.25", "n -0.25"},
      {"1.5", "n 1.5"},
      {"1.", "n 1"},
      {".5", "n 0.5"},
      {"+5", "n 5"},
      {"0.30000000000000004", "n 0.30000000000000004"},
      {"2.5203146000310293", "n 2.5203146000310293"},
      {"12345678.12345678", "n 12345678.12345678"},
      {"-123456789012345.12345678", "n -123456789012345.12"},
      {"100000000000000000000000000000", "n 1e+29"},
      {"1.5E+3", "n 1500"},
      {"1E-7", "n 1e-07"},
      {" 5 ", "n 5"},
      {"-", "s \"-\""},
      {"1.2.3", "s \"1.2.3\""},
      {"1-2", "s \"1-2\""},
      {"--1", "s \"--1\""},
      {"12a", "s \"12a\""},
      {"1,5", "s \"1,5\""},
      {"５", "s \"５\""},
      {"&#49;2", "n 12"},
      {"NaN", "s \"NaN\""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.written);
    CHECK(read_both("<c r=`A2`><v>" + std::string(row.written) + "</v></c>") == "A2 " + std::string(row.read));
  }
}

TEST_CASE("attributes, types and formulas, plainly written or not") {
  struct Row {
    const char* written;
    const char* read;
  };
  const Row rows[] = {
      {"<c r=`A2` t=`s`><v>0</v></c>", R"(A2 s "text 0")"},
      {"<c r=`A2` s=`1` t=`s`><v>0</v></c>", R"(A2 s "text 0")"},
      {"<c r=`A2` t=`s` s=`1`><v>0</v></c>", R"(A2 s "text 0")"},
      {"<c r=`A2` t=`s`><v>1</v></c>", ""},
      {"<c r=`A2` t=`s`><v>1</v></c><c r=`B2` t=`s`><v>0</v></c>", R"(B2 s "text 0")"},
      {"<c r=`A2` t=`s`><f>B1</f><v>0</v></c>", R"(A2 s "text 0")"},
      {"<c r=`A2` t=`n`><v>5</v></c>", "A2 n 5"},
      {"<c r=`A2` s=`1`><v>45000</v></c>", "A2 d 45000"},
      {"<c r=`A2` s=`2`><v>0.5</v></c>", "A2 n 0.5"},
      {"<c r=`A2` s=`999999`><v>5</v></c>", "A2 n 5"},
      {"<c r=`A2` s=`1`/>", ""},
      {"<c r=`A2`/><c r=`B2`><v>1</v></c>", "B2 n 1"},
      {"<c r=`A2`><f>1&lt;2</f><v>1</v></c>", "A2 n 1"},
      {"<c r=`A2`><f></f><v>1</v></c>", "A2 n 1"},
      {"<c r=`A2`><f>SUM(B2)<!-- x --></f><v>1</v></c>", "A2 n 1"},
      {"<c r=`A2`><v></v></c>", ""},
      {"<c r=`A2`><v>1</v><v>2</v></c>", "A2 n 2"},
      {"<c r=`XFD2`><v>1</v></c>", "XFD2 n 1"},
      {"<c r=`AA2`><v>1</v></c><c r=`ABC2`><v>2</v></c>", "AA2 n 1; ABC2 n 2"},
      {"<c r=`B2`><v>2</v></c><c r=`A2`><v>1</v></c>", "A2 n 1; B2 n 2"},
      {"<c  r=`A2`><v>1</v></c >", "A2 n 1"},
      {"<c r=`a2`><v>1</v></c>", "A2 n 1"},
      {"<c r=`A2` s=`1` s=`2`><v>5</v></c>", "A2 d 5"},
      {"<c r=`A2` t=`s` t=`n`><v>0</v></c>", R"(A2 s "text 0")"},
      {"<c r=`A2` s=`00000001`><v>5</v></c>", "A2 d 5"},
      {"<c r=`A02`><v>5</v></c>", "A2 n 5"},
      {"<c r=`A2`><v>123456789012345678901234567890.5</v></c>", "A2 n 1.2345678901234568e+29"},
      {"<c r=`A2`><v>0.00000000000000000000000000001</v></c>", "A2 n 1e-29"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.written);
    CHECK(read_both(row.written) == row.read);
  }
}

TEST_CASE("cells that name another place than their row, or one twice, are refused") {
  const char* rows[] = {"<c r=\"A3\"><v>1</v></c>", "<c r=\"XFE2\"><v>1</v></c>", "<c r=\"2\"><v>1</v></c>",
                        "<c r=\"A\"><v>1</v></c>", "<c r=\"A2\"><v>1</v></c><c r=\"A2\"><v>1</v></c>"};
  for (const char* row : rows) {
    CAPTURE(row);
    CHECK(refused(build_xlsx({.rows = "<row r=\"2\">" + std::string(row) + "</row>" + room})) == "file.unreadable why.bad-reference");
  }
  CHECK(refused(build_xlsx({.rows = R"(<row r="1"><c r="A1" t="s"><v>7</v></c></row>)" + room, .strings = "<si/>"})) ==
        "file.unreadable why.string-index");
}

TEST_CASE("tags of rows, however they end") {
  const char* rows[] = {R"(<row r="1"/>)", R"(<row r="1" />)", R"(<row r="1" hidden="1" />)", R"(<row r="1" hidden="1"  />)",
                        R"(<row r="1" ></row>)", R"(<row r="1" hidden="1" ></row>)", "<row r=\"1\"\n/>", R"(<row/>)", R"(<row />)",
                        R"(<row r="1" a=">"/>)", R"(<row r="1" a="/>" />)", R"(<row ></row >)", R"(<row r='1' />)"};
  for (const char* row : rows) {
    CAPTURE(row);
    CHECK(cells_in({.rows = std::string(row) + R"(<row r="2"><c r="A2"><v>5</v></c></row>)"}) == "A2 n 5");
  }
}

TEST_CASE("a tag of a row with another tag in it is refused") {
  CHECK(refused(build_xlsx({.rows = R"(<row r="3" }x<c r="A3"><v>1</v></c></row>)"})) == "file.unreadable why.xml-malformed");
}

TEST_CASE("what a row says of itself, however its attributes stand apart") {
  const char* rows[] = {R"(<row r="3" hidden="1">)", R"(<row  r="3"  hidden="1">)", "<row\nr=\"3\"\thidden=\"1\">",
                        R"(<row r = "3" hidden = "true">)", R"(<row x:r="9" hidden='1' r='3'>)"};
  for (const char* row : rows) {
    CAPTURE(row);
    const Workbook workbook = read_all(build_xlsx({.rows = std::string(row) + "<c><v>5</v></c></row>" + std::string(200, ' ')}));
    const Grid& grid = workbook.sheets.at(0).grid;
    REQUIRE(grid.rows().size() == 1);
    CHECK(grid.rows()[0].row == 2);
    CHECK(grid.rows()[0].hiding == RowHiding::hidden);
  }
}

TEST_CASE("rows with any attributes, in windows of any size") {
  std::string rows;
  for (int i = 1; i <= 60; ++i) {
    const std::string n = std::to_string(i);
    rows += i % 3 == 0   ? "<row r=\"" + n + "\" spans=\"1:2\" hidden=\"1\">"
            : i % 3 == 1 ? "<row spans='1:2' r='" + n + "'>"
                         : "<row ht=\"12\" r=\"" + n + "\" x:dyDescent=\"0.2\">";
    rows += "<c r=\"A" + n + "\"><v>" + n + "</v></c><c r=\"B" + n + "\" t=\"inlineStr\"><is><t>第" + n + "行</t></is></c></row>";
  }
  const std::string bytes = build_xlsx({.rows = rows, .behind = "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>"});
  const Workbook whole = read_all(bytes);
  const Grid& grid = whole.sheets.at(0).grid;
  REQUIRE(grid.rows().size() == 60);
  CHECK(grid.rows()[2].hiding == RowHiding::hidden);
  CHECK(grid.rows()[3].hiding == RowHiding::shown);
  CHECK(grid.at({59, 1})->text == "第60行");

  struct Count : CellSink {
    bool begin_sheet(const SheetHead&) override { return true; }
    void row(std::uint32_t, RowHiding, std::span<const Cell> cells) override {
      for (const Cell& cell : cells) text += std::string(cell.text) + ";";
    }
    void end_sheet(const SheetTail& tail) override { merges = tail.merges.size(); }
    std::string text;
    std::size_t merges = 0;
  };
  std::string expected;
  for (int i = 1; i <= 60; ++i) expected += std::to_string(i) + ";第" + std::to_string(i) + "行;";
  const ZipDirectory zip(bytes, 100);
  const SharedStrings strings;
  const CellLooks looks;
  for (std::size_t window_bytes = 64; window_bytes < 5000; window_bytes += window_bytes < 400 ? 1 : 97) {
    InflateBudget budget(1u << 20);
    PartWindow window(*zip.find("xl/worksheets/sheet1.xml"), budget, 1, window_bytes);
    Count sink;
    read_sheet(window, {{strings, looks, false}, {}}, sink);
    CAPTURE(window_bytes);
    CHECK((sink.text == expected));
    CHECK(sink.merges == 1);
  }
}
