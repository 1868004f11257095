#include "model/cell.hpp"

#include <doctest/doctest.h>

using namespace huizong;

TEST_CASE("cell: references as spreadsheets write them") {
  struct Row { std::uint32_t row, column; const char* text; };
  const Row rows[] = {{0, 0, "A1"},     {4, 2, "C5"},       {9, 25, "Z10"},       {0, 26, "AA1"},
                      {0, 51, "AZ1"},   {0, 52, "BA1"},     {99, 701, "ZZ100"},   {0, 702, "AAA1"},
                      {0, 16383, "XFD1"}, {1048575, 0, "A1048576"}};
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(to_a1({row.row, row.column}) == row.text);
    CHECK(parse_a1(row.text) == CellRef{row.row, row.column});
  }
  CHECK(parse_a1("$C$5") == CellRef{4, 2});
  CHECK(parse_a1("C$5") == CellRef{4, 2});
  CHECK(to_column_letters(27) == "AB");
}

TEST_CASE("cell: what is no reference") {
  for (const char* bad : {"", "A", "5", "A0", "A01", "5A", "c5", "A1:B2", "$", "$$A1", "A$", "A 1", "XFE1", "AAAA1", "A1048577",
                          "A99999999999", "ZZZZZZZZZZ1", "A1 ", "表1"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_a1(bad));
  }
}

TEST_CASE("cell: a range holds both its ends") {
  const CellRange range{{1, 1}, {3, 2}};
  CHECK(range.contains({1, 1}));
  CHECK(range.contains({3, 2}));
  CHECK_FALSE(range.contains({4, 2}));
  CHECK_FALSE(range.contains({0, 1}));
  CHECK_FALSE(range.contains({2, 3}));
}
