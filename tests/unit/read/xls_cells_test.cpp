#include <cmath>
#include <limits>

#include "read/xls_builder.hpp"

using namespace huizong;
using namespace huizong::test;
using namespace std::string_literals;

namespace {

std::string rk(unsigned row, unsigned column, std::uint32_t value) {
  return record(0x027E, at(row, column) + le(value, 4));
}
std::string formula(unsigned row, unsigned column, const std::string& result) {
  return record(0x0006, at(row, column) + result + le(0, 2) + le(0, 4) + le(0, 2));
}
std::string special(int kind, int value = 0) {
  return le(static_cast<unsigned>(kind), 2) + le(static_cast<unsigned>(value), 4) + le(0xFFFF, 2);
}

}  // namespace

TEST_CASE("cell records of Excel 97") {
  struct Row {
    const char* what;
    std::string records;
    const char* cells;
  };
  const Row rows[] = {
      {"NUMBER", number(1, 2, -0.1), "C2 n -0.1"},
      {"the last cell", number(65535, 255, 1), "IV65536 n 1"},
      {"RK of a double: the upper 30 bits of 1.5", rk(0, 0, 0x3FF80000), "A1 n 1.5"},
      {"RK of a whole number", rk(0, 0, 1234u << 2 | 2), "A1 n 1234"},
      {"RK of a negative number", rk(0, 0, static_cast<std::uint32_t>(-7) << 2 | 2), "A1 n -7"},
      {"RK, whole, in hundredths", rk(0, 0, 33u << 2 | 3), "A1 n 0.33"},
      {"RK, least whole number", rk(0, 0, 0x80000002), "A1 n -536870912"},
      {"RK of a double in hundredths: 123.4375 / 100", rk(0, 0, 0x405EDC00 | 1), "A1 n 1.234375"},
      {"MULRK",
       record(0x00BD, le(4, 2) + le(1, 2) + le(0, 2) + le(2u << 2 | 2, 4) + le(0, 2) + le(3u << 2 | 2, 4) + le(2, 2)),
       "B5 n 2; C5 n 3"},
      {"LABEL", record(0x0204, at(0, 0) + narrow("caf\xE9")), "A1 s \"café\""},
      {"LABEL, wide", record(0x0204, at(0, 0) + wide(u"单位\u0001")), "A1 s \"单位\\u0001\""},
      {"RSTRING, its runs passed over", record(0x00D6, at(0, 0) + wide(u"产值") + le(1, 2) + le(0, 4)),
       "A1 s \"产值\""},
      {"BOOLERR true", record(0x0205, at(0, 0) + le(1, 1) + le(0, 1)), "A1 b true"},
      {"BOOLERR false", record(0x0205, at(0, 0) + le(0, 1) + le(0, 1)), "A1 b false"},
      {"BOOLERR errors",
       record(0x0205, at(0, 0) + le(0x00, 1) + le(1, 1)) + record(0x0205, at(0, 1) + le(0x07, 1) + le(1, 1)) +
           record(0x0205, at(0, 2) + le(0x0F, 1) + le(1, 1)) + record(0x0205, at(0, 3) + le(0x17, 1) + le(1, 1)) +
           record(0x0205, at(0, 4) + le(0x1D, 1) + le(1, 1)) + record(0x0205, at(0, 5) + le(0x24, 1) + le(1, 1)) +
           record(0x0205, at(0, 6) + le(0x2A, 1) + le(1, 1)) + record(0x0205, at(0, 7) + le(0x99, 1) + le(1, 1)),
       "A1 e \"#NULL!\"; B1 e \"#DIV/0!\"; C1 e \"#VALUE!\"; D1 e \"#REF!\"; E1 e \"#NAME?\"; F1 e \"#NUM!\"; G1 e "
       "\"#N/A\"; H1 e \"#UNKNOWN!\""},
      {"BLANK and MULBLANK are no cells",
       record(0x0201, at(0, 0)) + record(0x00BE, le(0, 2) + le(1, 2) + le(0, 4) + le(2, 2)) + number(0, 3, 1),
       "D1 n 1"},
      {"an empty text is no cell", record(0x0204, at(0, 0) + narrow("")), ""},
      {"FORMULA: a number", formula(0, 0, le_double(2.5)), "A1 n 2.5"},
      {"FORMULA: true", formula(0, 0, special(1, 1)), "A1 b true"},
      {"FORMULA: an error", formula(0, 0, special(2, 0x07)), "A1 e \"#DIV/0!\""},
      {"FORMULA: an empty text", formula(0, 0, special(3)) + number(0, 1, 1), "B1 n 1"},
      {"FORMULA: a text", formula(0, 0, special(0)) + record(0x0207, wide(u"合格")) + number(0, 1, 1),
       "A1 s \"合格\"; B1 n 1"},
      {"FORMULA: its text behind the formula it shares",
       formula(0, 0, special(0)) + record(0x04BC, "shared") + record(0x0207, narrow("yes")), "A1 s \"yes\""},
      {"FORMULA: behind an array and a table",
       formula(0, 0, special(0)) + record(0x0221, "array") + record(0x0236, "table") + record(0x0207, narrow("yes")),
       "A1 s \"yes\""},
      {"FORMULA: a text that goes on in another record, in another width",
       formula(0, 0, special(0)) + record(0x0207, le(4, 2) + '\0' + "ab") + record(0x003C, '\x01' + utf16(u"单位")),
       "A1 s \"ab单位\""},
      {"FORMULA of Excel 4 in a book of Excel 97", record(0x0406, at(0, 0) + le_double(3) + le(0, 4)), "A1 n 3"},
      {"no number at all", number(0, 0, std::nan("")) + number(0, 1, std::numeric_limits<double>::infinity()),
       "A1 e \"#NUM!\"; B1 e \"#NUM!\""},
      {"records of Excel 2 in a book of Excel 97",
       record(0x0002, at2(0, 0) + le(65535, 2)) + record(0x0003, at2(0, 1) + le_double(0.5)) +
           record(0x0005, at2(0, 2) + le(1, 1) + le(0, 1)),
       "A1 n 65535; B1 n 0.5; C1 b true"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(cells_in_sheet(row.records) == row.cells);
  }
}

TEST_CASE("a hundredth is the same double as in Excel") {
  // Oracle: the division of IEEE 754, worked out with Python's fractions; a product with 0.01 gives others.
  CHECK(cells_in_sheet(rk(0, 0, 29u << 2 | 3)) == "A1 n 0.29");
  CHECK(cells_in_sheet(rk(0, 0, 57u << 2 | 3)) == "A1 n 0.57");
  CHECK(cells_in_sheet(rk(0, 0, 100'001u << 2 | 3)) == "A1 n 1000.01");
}

TEST_CASE("cells of a formula are marked") {
  const Workbook book =
      read_all(build_xls({"", {{formula(0, 0, le_double(1)) + formula(0, 1, special(0)) + number(0, 2, 5)}}}), "a.xls");
  const Grid& grid = book.sheets.at(0).grid;
  CHECK(grid.at({0, 0})->formula);
  CHECK(grid.at({0, 1})->no_result);  // its STRING record is missing
  CHECK(grid.at({0, 1})->kind == CellKind::empty);
  CHECK_FALSE(grid.at({0, 2})->formula);
}

TEST_CASE("formulas that were written but never calculated have no result") {
  // Tokens as xlwt writes them, with an empty text as the result of every formula.
  const auto written = [](unsigned row, const std::string& tokens) {
    return record(0x0006, at(row, 0) + special(3) + le(0, 2) + le(0, 4) + le(tokens.size(), 2) + tokens);
  };
  const std::string reference = "\x44\0\0\0\xC0"s, area = "\x25\0\0\1\0\0\xC0\0\xC0"s;
  struct Row {
    const char* what;
    std::string tokens;
    bool calculated;
  };
  const Row rows[] = {
      {"SUM(A1:A2)", area + "\x19\x10\0\0"s, false},
      {"SUM(A1:A2), as a call", area + "\x22\1\4\0"s, false},
      {"AVERAGE(A1:A2)", area + "\x42\1\5\0"s, false},
      {"A1+A1", reference + reference + "\3", false},
      {"A1>A1", reference + reference + "\x0D", false},
      {"-A1", reference + "\x13", false},
      {"ROUND(A1,2)", reference + "\x1E\2\0\x41\x1B\0"s, false},
      {"A1&A1", reference + reference + "\x08", true},
      {"A1", reference, true},
      {"an empty text", "\x17\0\0"s, true},
      {"IF", reference + "\x42\3\1\0"s, true},
      {"nothing", "", true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const Workbook book =
        read_all(build_xls({"", {{written(0, row.tokens) + written(1, reference) + number(2, 0, 1)}}}), "a.xls");
    CHECK((book.sheets[0].grid.at({0, 0}) == nullptr) == row.calculated);
    CHECK((book.sheets[0].grid.at({1, 0}) == nullptr) == row.calculated);  // the sheet was not calculated as a whole
    if (!row.calculated) CHECK(book.sheets[0].grid.at({0, 0})->no_result);
  }
}

TEST_CASE("cells and rows may stand in any order; of two the later counts") {
  const std::string mulrk =
      record(0x00BD, le(1, 2) + le(0, 2) + le(0, 2) + le(1u << 2 | 2, 4) + le(0, 2) + le(2u << 2 | 2, 4) + le(1, 2));
  struct Row {
    const char* what;
    std::string records;
    const char* cells;
  };
  const Row rows[] = {
      {"rows from below", number(5, 0, 6) + number(1, 0, 2), "A2 n 2; A6 n 6"},
      {"columns from the right", number(0, 3, 4) + number(0, 1, 2), "B1 n 2; D1 n 4"},
      {"twice", number(0, 0, 1) + number(0, 0, 2), "A1 n 2"},
      {"twice, far apart", number(0, 0, 1) + number(9, 0, 9) + shared(0, 1, 0) + number(0, 0, 2),
       "A1 n 2; B1 s \"文\"; A10 n 9"},
      {"a row of numbers, and one of them again", mulrk + number(1, 0, 7), "A2 n 7; B2 n 2"},
      {"one number, and then a row of them", number(1, 1, 7) + mulrk, "A2 n 1; B2 n 2"},
      {"emptied", number(0, 0, 1) + number(0, 1, 2) + record(0x0201, at(0, 0)), "B1 n 2"},
      {"a text formula below", number(3, 0, 1) + formula(0, 0, special(0)) + record(0x0207, narrow("x")),
       "A1 s \"x\"; A4 n 1"},
  };
  const std::string strings = record(0x00FC, le(1, 4) + le(1, 4) + wide(u"文"));
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(cells_in_sheet(row.records, "", strings) == row.cells);
  }
}

TEST_CASE("cell records of Excel 5 and 95") {
  const std::string page = record(0x0042, le(936, 2));
  const std::string records = record(0x0204, at(0, 0) + le(4, 2) + "\xB5\xA5\xCE\xBB") + rk(0, 1, 5u << 2 | 2) +
                              record(0x00D6, at(0, 2) + le(2, 2) + "ab" + le(1, 1) + le(0, 2)) +
                              formula(0, 3, special(0)) + record(0x0207, le(2, 2) + "\xBA\xCF") + number(0, 4, 0.25);
  CHECK(cells_in(Xls{page, {{records}}, 5}) == "A1 s \"单位\"; B1 n 5; C1 s \"ab\"; D1 s \"合\"; E1 n 0.25");
  CHECK(cells_of(build_stream(Xls{page, {{records}}, 5}), "a.xls") ==
        cells_in(Xls{page, {{records}}, 5}));  // no compound file
}

TEST_CASE("sheets of Excel 3 and 4") {
  for (const int version : {3, 4}) {
    CAPTURE(version);
    const std::string formula_id = version == 3 ? le(0x0206, 2) : le(0x0406, 2);
    const std::string result = at(1, 0) + special(0) + le(0, 4);
    const std::string records = record(0x0042, le(936, 2)) + number(0, 0, 1.25) +
                                record(0x0204, at(0, 1) + le(4, 2) + "\xB5\xA5\xCE\xBB") + rk(0, 2, 7u << 2 | 2) +
                                record(0x0205, at(0, 3) + le(1, 1) + le(0, 1)) + formula_id + le(result.size(), 2) +
                                result + record(0x0207, le(2, 2) + "ok");
    CHECK(cells_of(bare_sheet(version, records), "a.xls") ==
          "A1 n 1.25; B1 s \"单位\"; C1 n 7; D1 b true; A2 s \"ok\"");
  }
}

TEST_CASE("a sheet of Excel 2") {
  const std::string records =
      record(0x0042, le(936, 2)) + record(0x0002, at2(0, 0) + le(7, 2)) + record(0x0003, at2(0, 1) + le_double(0.5)) +
      record(0x0004, at2(0, 2) + le(4, 1) + "\xB5\xA5\xCE\xBB") + record(0x0005, at2(0, 3) + le(0x2A, 1) + le(1, 1)) +
      record(0x0006, at2(1, 0) + le_double(9) + le(0, 2)) + record(0x0006, at2(1, 1) + special(0) + le(0, 2)) +
      record(0x0007, le(2, 1) + "ok");
  CHECK(cells_of(bare_sheet(2, records), "a.xls") ==
        "A1 n 7; B1 n 0.5; C1 s \"单位\"; D1 e \"#N/A\"; A2 n 9; B2 s \"ok\"");
}
