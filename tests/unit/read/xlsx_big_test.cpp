// Sheets too big for one window: rows flow, and no cut shows.
#include "package/zip_deflate.hpp"
#include "read/xlsx_builder.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

std::string build_deflated(const Xlsx& x) {
  std::vector<ZipFile> parts;
  for (const ZipFile& part : xlsx_parts(x)) parts.push_back(deflated(part));
  return build_zip(parts);
}

constexpr int rows_in_all = 60'000;

/// Rows of changing length, of which row i holds i and a text; every thousandth is hidden, with comments that hold tags.
Xlsx big_sheet() {
  std::string rows;
  for (int i = 1; i <= rows_in_all; ++i) {
    const std::string n = std::to_string(i);
    rows += "<row r=\"" + n + "\"" + (i % 1000 == 0 ? " hidden=\"1\"" : "") + "><c r=\"A" + n + "\"><v>" + n + "</v></c>";
    if (i % 7 == 0) rows += "<!-- </row><row r=\"1\"> -->";
    rows += "<c r=\"B" + n + "\" t=\"inlineStr\"><is><t>" + std::string(static_cast<std::size_t>(i % 50), 'x') + "</t></is></c></row>";
  }
  return {.rows = rows, .behind = "<autoFilter ref=\"A1:B30000\"/><mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>"};
}

}  // namespace

TEST_CASE("a big sheet, deflated or stored, gives every row once") {
  const Xlsx big = big_sheet();
  struct Way {
    std::string bytes;
    unsigned threads;
  };
  const Way ways[] = {{build_deflated(big), 1}, {build_deflated(big), 2}, {build_xlsx(big), 1}, {build_xlsx(big), 2}};
  for (const auto& [bytes, threads] : ways) {
    CAPTURE(threads);
    ReadLimits limits;
    limits.threads = threads;
    const Workbook workbook = read_whole_workbook(bytes, "a.xlsx", limits);
    const SourceSheet& sheet = workbook.sheets.at(0);
    REQUIRE(sheet.grid.rows().size() == rows_in_all);
    int wrong = 0, hidden = 0, filtered = 0;
    for (std::uint32_t i = 1; i <= rows_in_all; ++i) {
      const Grid::Row& row = sheet.grid.rows()[i - 1];
      const auto cells = sheet.grid.cells(row);
      const bool right = row.row == i - 1 && cells.size() == (i % 50 == 0 ? 1u : 2u) && cells[0].text == std::to_string(i) &&
                         (i % 50 == 0 || cells[1].text.size() == i % 50);
      wrong += !right;
      hidden += row.hiding == RowHiding::hidden;
      filtered += row.hiding == RowHiding::filtered;
    }
    CHECK(wrong == 0);
    CHECK(filtered == 30);
    CHECK(hidden == 30);
    CHECK(sheet.tail.merges.size() == 1);
  }
}

TEST_CASE("one row longer than any window") {
  const std::string text(3'000'000, 'y');
  const Xlsx x{.rows = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>" + text + "</v></c><c r=\"B1\"><v>2</v></c></row>"};
  const Workbook workbook = read_all(build_deflated(x));
  CHECK(workbook.sheets.at(0).grid.at({0, 0})->text.size() == text.size());
  CHECK(workbook.sheets.at(0).grid.at({0, 1})->text == "2");
}

TEST_CASE("a big sheet that is cut off inside is refused") {
  Xlsx x = big_sheet();
  x.sheet = sheet_xml(x);
  x.sheet.resize(x.sheet.size() - 2'000'000);
  for (const unsigned threads : {1u, 2u}) {
    ReadLimits limits;
    limits.threads = threads;
    CHECK(refused(build_deflated(x), "a.xlsx", limits) == "file.unreadable why.xml-cut-off");
  }
}

TEST_CASE("many shared strings") {
  std::string strings, rows;
  for (int i = 0; i < 100'000; ++i) strings += "<si><t>text " + std::to_string(i) + "</t></si>";
  rows = R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>99999</v></c></row>)";
  CHECK(cells_of(build_deflated({.rows = rows, .strings = strings})) == R"(A1 s "text 0"; B1 s "text 99999")");
}
