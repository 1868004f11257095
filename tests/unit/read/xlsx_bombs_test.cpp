// Small files that ask for a lot: read or refused, by which rule, and in bounded time and memory.
#include <sys/resource.h>

#include <ctime>

#include "package/zip_deflate.hpp"
#include "read/xlsx_builder.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

/// Its sum taken by the library: bit by bit would take longer than all that is tested here.
ZipFile quickly_deflated(ZipFile part) {
  part.crc = libdeflate_crc32(0, part.data.data(), part.data.size());
  return deflated(part);
}

std::string build_deflated(std::vector<ZipFile> parts) {
  for (ZipFile& part : parts) part = quickly_deflated(part);
  return build_zip(parts);
}

std::string times(std::size_t count, std::string_view text) {
  std::string out;
  out.reserve(count * text.size());
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

/// Counts what arrives and keeps nothing, as a sink of a long list does.
struct Counter : CellSink {
  bool begin_sheet(const SheetHead&) override { return ++sheets, true; }
  void row(std::uint32_t, RowHiding hiding, std::span<const Cell> some) override {
    cells += some.size();
    filtered += hiding == RowHiding::filtered;
  }
  void end_sheet(const SheetTail& tail) override {
    merges += tail.merges.size();
    hidden_columns += tail.hidden_columns.size();
  }
  std::size_t sheets = 0, cells = 0, merges = 0, hidden_columns = 0, filtered = 0;
};

long peak_kib() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

/// Reads; the rule of the refusal, or "". Holds time and memory: a file of some megabytes is read in a second, and what
/// grows with the square of anything takes minutes.
std::string read(const std::string& bytes, Counter& counter, const ReadLimits& limits = {}) {
  const std::clock_t start = std::clock();
  const long peak = peak_kib();
  const std::string refused = refusal([&] { read_workbook(bytes, "a.xlsx", limits, counter); });
  CHECK((std::clock() - start) / CLOCKS_PER_SEC < 20);
  CHECK(peak_kib() - peak < 256 * 1024);
  return refused;
}

std::string read(const Xlsx& x, Counter& counter, const ReadLimits& limits = {}) {
  return read(build_deflated(xlsx_parts(x)), counter, limits);
}

const std::string one_cell = R"(<row r="1"><c r="A1"><v>1</v></c></row>)";

}  // namespace

TEST_CASE("many of anything is read, once for each") {
  struct Row {
    const char* what;
    Xlsx book;
    std::size_t cells, merges, hidden_columns;
  };
  const Row rows[] = {
      {"a million styles", {.rows = one_cell, .styles = "<cellXfs>" + times(1'000'000, "<xf numFmtId=\"14\"/>") + "</cellXfs>"}, 1, 0, 0},
      {"a million merges", {.rows = one_cell, .behind = "<mergeCells>" + times(1'000'000, "<mergeCell ref=\"A1:B2\"/>") + "</mergeCells>"}, 1, 1'000'000, 0},
      {"a merge of the whole sheet", {.rows = one_cell, .behind = "<mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>"}, 1, 1, 0},
      {"a million ranges of hidden columns", {.rows = one_cell, .before = "<cols>" + times(1'000'000, "<col min=\"1\" max=\"16384\" hidden=\"1\"/>") + "</cols>"}, 1, 0, 16'384},
      {"one cell in the last corner", {.rows = R"(<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>)"}, 1, 0, 0},
      {"a dimension of the whole sheet", {.rows = one_cell, .before = "<dimension ref=\"A1:XFD1048576\"/>"}, 1, 0, 0},
      {"elements a million deep", {.rows = one_cell, .behind = times(1'000'000, "<a>") + times(1'000'000, "</a>")}, 1, 0, 0},
      {"elements a million deep in a cell", {.rows = "<row><c>" + times(1'000'000, "<a>") + times(1'000'000, "</a>") + "<v>1</v></c></row>"}, 1, 0, 0},
      {"a million attributes of a cell", {.rows = "<row r=\"1\"><c " + times(1'000'000, "a=\"1\" ") + " r=\"A1\"><v>1</v></c></row>"}, 1, 0, 0},
      {"a million attributes of a row", {.rows = "<row " + times(1'000'000, "a=\"1\" ") + " r=\"1\"><c><v>1</v></c></row>"}, 1, 0, 0},
      {"a million runs of one text", {.rows = "<row><c t=\"inlineStr\"><is>" + times(1'000'000, "<r><t>x</t></r>") + "</is></c></row>"}, 1, 0, 0},
      {"a million pieces of one value", {.rows = "<row><c t=\"str\"><v>" + times(1'000'000, "<![CDATA[x]]>") + "</v></c></row>"}, 1, 0, 0},
      {"a million empty rows", {.rows = times(1'000'000, "<row/>")}, 0, 0, 0},
      {"a million references", {.rows = "<row><c t=\"str\"><v>" + times(1'000'000, "&amp;") + "</v></c></row>"}, 1, 0, 0},
      {"a million ampersands", {.rows = "<row><c t=\"str\"><v>" + times(1'000'000, "&") + "</v></c></row>"}, 1, 0, 0},
      {"a million escapes", {.rows = "<row><c t=\"str\"><v>" + times(1'000'000, "_x000D_") + "</v></c></row>"}, 1, 0, 0},
      {"a million escapes that are none", {.rows = "<row><c t=\"str\"><v>" + times(1'000'000, "_x") + "</v></c></row>"}, 1, 0, 0},
      {"a million shared strings", {.rows = one_cell, .strings = times(1'000'000, "<si><t/></si>")}, 1, 0, 0},
      {"a million digits", {.rows = "<row><c><v>" + times(1'000'000, "1") + "</v></c></row>"}, 1, 0, 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    Counter counter;
    CHECK(read(row.book, counter) == "");
    CHECK(counter.cells == row.cells);
    CHECK(counter.merges == row.merges);
    CHECK(counter.hidden_columns == row.hidden_columns);
  }
}

TEST_CASE("hidden rows under filters by the thousand") {
  std::string rows, relations;
  for (int i = 1; i <= 100'000; ++i) rows += "<row r=\"" + std::to_string(i) + "\" hidden=\"1\"><c><v>1</v></c></row>";
  Xlsx x{.rows = rows};
  for (int i = 0; i < 5'000; ++i) {
    const std::string name = "t" + std::to_string(i) + ".xml", from = std::to_string(i * 10 + 1), to = std::to_string(i * 10 + 3);
    relations += relation(name, "table", "../" + name);
    x.more.push_back({"xl/" + name, "<table><autoFilter ref=\"A" + from + ":B" + to + "\"/></table>"});
  }
  x.more.push_back({"xl/worksheets/_rels/sheet1.xml.rels", "<Relationships>" + relations + "</Relationships>"});
  Counter counter;
  CHECK(read(x, counter) == "");
  CHECK(counter.filtered == 10'000);  // two rows below the head of each
}

TEST_CASE("what unfolds to more than a file may") {
  Counter counter;
  const std::string filler = times(1u << 20, "<a></a>");
  CHECK(read(Xlsx{.rows = one_cell, .behind = filler}, counter) == "");  // within the usual limit: read as it flows
  CHECK(read(Xlsx{.rows = one_cell, .behind = filler}, counter, {.part_bytes = 2u << 20}) == "file.too-large 2097152");
  CHECK(read(Xlsx{.rows = one_cell, .strings = filler + "<si/>"}, counter, {.string_bytes = 2u << 20}) == "file.too-large 2097152");
  auto parts = xlsx_parts({.rows = one_cell, .behind = filler});
  for (ZipFile& part : parts) part = quickly_deflated(part);
  parts[3].plain_size = 1000;  // it claims to be small
  CHECK(read(build_zip(parts), counter) == "file.hostile why.zip-mismatch");
}

TEST_CASE("a long text that many cells show") {
  std::string rows;
  for (int i = 1; i <= 1000; ++i) rows += "<row>" + times(100, R"(<c t="s"><v>0</v></c>)") + "</row>";
  Counter counter;
  CHECK(read(Xlsx{.rows = rows, .strings = "<si><t>" + std::string(1u << 20, 'x') + "</t></si>"}, counter) == "file.too-large 536870912");
  Counter all;
  CHECK(read(Xlsx{.rows = rows, .strings = "<si><t>" + std::string(4000, 'x') + "</t></si>"}, all) == "");
  CHECK(all.cells == 100'000);
}

namespace {

/// A workbook of `count` sheets; all in one part, or each in its own.
std::vector<ZipFile> many_sheets(int count, bool one_part) {
  std::string sheets, relations;
  auto parts = xlsx_parts({.rows = one_cell});
  for (int i = 0; i < count; ++i) {
    const std::string id = "s" + std::to_string(i), name = one_part ? "one" : id;
    sheets += "<sheet name='" + id + "' r:id='" + id + "'/>";
    relations += relation(id, "worksheet", "worksheets/" + name + ".xml");
    if (!one_part) parts.push_back({"xl/worksheets/" + id + ".xml", sheet_xml({.rows = one_cell})});
  }
  if (one_part) parts.push_back({"xl/worksheets/one.xml", sheet_xml({.rows = one_cell})});
  parts[1].data = "<workbook><sheets>" + sheets + "</sheets></workbook>";
  parts[2].data = "<Relationships>" + relations + "</Relationships>";
  return parts;
}

}  // namespace

TEST_CASE("many sheets") {
  Counter counter;
  CHECK(read(build_deflated(many_sheets(9'000, false)), counter) == "");
  CHECK(counter.sheets == 9'000);
  CHECK(counter.cells == 9'000);
  CHECK(read(build_deflated(many_sheets(10'000, false)), counter) == "file.hostile why.too-many-entries");
  CHECK(read(build_deflated(many_sheets(200'000, true)), counter) == "file.hostile why.sheets-overlap");
}

TEST_CASE("the name of a sheet is no place for a megabyte") {
  auto parts = xlsx_parts({.rows = one_cell});
  parts[1].data = "<workbook><sheets><sheet name='" + std::string(1u << 20, 'x') + "' r:id='r1'/></sheets></workbook>";
  Counter counter;
  CHECK(read(build_deflated(parts), counter) == "file.hostile why.text-too-long");
}
