#include "read/cells.hpp"

#include "read/xlsx_builder.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

std::vector<std::string> lines_of(const std::string& bytes, std::string_view only_sheet) {
  std::vector<std::string> lines;
  print_cells(bytes, "a.xlsx", {}, only_sheet, [&](std::string_view line) { lines.emplace_back(line); });
  return lines;
}

}  // namespace

TEST_CASE("a line a cell, to the letter") {
  const std::string bytes = build_xlsx({.rows = R"(<row r="2"><c r="AB2" t="str"><v>"&#9;\_x0001_</v></c><c r="AC2"><v>1E+300</v></c></row>)"});
  CHECK(lines_of(bytes, "") == std::vector<std::string>{R"({"sheet":"表&1","ref":"AB2","type":"s","value":"\"\t\\\u0001"})",
                                                        R"({"sheet":"表&1","ref":"AC2","type":"n","value":1e+300})"});
}

TEST_CASE("one sheet by name, and the name of none") {
  const std::string bytes = build_xlsx({.rows = "<row><c><v>1</v></c></row>"});
  CHECK(lines_of(bytes, "表&1").size() == 1);
  try {
    lines_of(bytes, "表2");
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::usage);
    CHECK(error.message() == Message{"error.unknown-sheet", {{"sheet", "表2"}}});
  }
}

TEST_CASE("a number too great for a double is shown as it is written") {
  CHECK(cells_in({.rows = "<row><c><v>1E+999</v></c><c><v>-0</v></c></row>"}) == R"(A1 s "1E+999"; B1 n -0)");
}
