// Cards as clerks change them: labels over two rows, numbers in front, remarks beside, values that slid into the next row.

#include <doctest/doctest.h>

#include "rent_card.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

std::vector<std::string> with_row(std::size_t row, const std::vector<std::string>& instead) {
  std::vector<std::string> lines = rent_lines;
  const auto at = lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(row) - 1);
  lines.insert(at, instead.begin(), instead.end());
  return lines;
}

}  // namespace

TEST_CASE("card: a label over two rows, and where its value stands beside it") {
  struct Row {
    std::vector<std::string> instead;  // of the row of the rent
    const char* rent;
    const char* said;
  };
  for (const Row& row : std::vector<Row>{
           {{"小微企业双创基地|260", "租金价格(元/每年每平方米)"}, "260", ""},
           {{"小微企业双创基地", "租金价格(元/每年每平方米)|260"}, "260", ""},
           {{"小微企业双创基地租金价格|260", "(元/每年每平方米)"}, "260", ""},
           // Which of two it is cannot be told.
           {{"小微企业双创基地|260", "租金价格(元/每年每平方米)|270"}, "absent", "M header.ambiguous A4; V cell.unclaimed B4; V cell.unclaimed B5"},
           // No label goes on so.
           {{"小微企业双创基地|260", "面积"}, "absent", "M header.missing-column; V cell.unclaimed B4"},
       }) {
    const Bound bound = bind_sheet(SheetMaker().lines(with_row(4, row.instead)), base);
    CHECK(say_all(bound) == std::string(row.said));
    CHECK(figure(bound, 0, "rent", "shanxi") == std::string(row.rent));
  }
}

TEST_CASE("card: numbers that count its rows are none of its figures") {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < rent_lines.size(); ++i) lines.push_back((i == 0 || i > 3 ? "" : std::to_string(i)) + "|" + rent_lines[i]);
  CHECK(say_all(bind_sheet(SheetMaker().lines(lines), base)).empty());
  // They go on in front of the lines below it; a number that stands there alone counts nothing.
  std::vector<std::string> signed_below = lines;
  signed_below.push_back("8|调查人：王红");
  CHECK(say_all(bind_sheet(SheetMaker().lines(signed_below), base)).empty());
  signed_below.back() = "86|调查人：王红";
  CHECK(say_all(bind_sheet(SheetMaker().lines(signed_below), base)) == "V cell.unclaimed A9");
  lines[3].replace(0, 1, "12");
  CHECK(say_all(bind_sheet(SheetMaker().lines(lines), base)) == "V cell.unclaimed A4");
}

TEST_CASE("card: remarks on the right of all that is its own") {
  CHECK(say_all(bind_sheet(SheetMaker().lines(with_row(3, {rent_lines[2] + "||||与证照一致"})), base)).empty());
}

TEST_CASE("card: a blank that is merged is a value that is missing, and what stands behind it is none") {
  SheetMaker maker = SheetMaker().lines(with_row(3, {"小微企业双创基地地址|||||与证照一致"}));
  maker.merge("A1", "E1").merge("B3", "E3");
  const Bound bound = bind_sheet(maker, base);
  CHECK(figure(bound, 0, "address", "shanxi") == "missing");
}

TEST_CASE("card: a value that slid into the next row") {
  CHECK(say_all(bind_sheet(SheetMaker().lines(with_row(8, {"县(市、区)中小企业管理部门意见", "|属实"})), base)) == "V cell.unclaimed B9");
  CHECK(say_all(bind_sheet(SheetMaker().lines(with_row(8, {"县(市、区)中小企业管理部门意见", "|2024年8月12日"})), base)).empty());
}

TEST_CASE("card: bullets and (必填) are no part of a label") {
  CHECK(say_all(bind_sheet(SheetMaker().lines(with_row(2, {"·小微企业双创基地名称（必填）|太原市小店区云谷双创基地"})), base)).empty());
}
