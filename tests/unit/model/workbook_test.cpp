#include "model/workbook.hpp"

#include <doctest/doctest.h>

using namespace huizong;

namespace {

Cell text_cell(std::uint32_t column, std::string_view text) {
  Cell cell;
  cell.column = column;
  cell.kind = CellKind::text;
  cell.text = text;
  return cell;
}

}  // namespace

TEST_CASE("grid: rows and cells are found again") {
  Grid grid;
  grid.add_row(2, RowHiding::shown, std::vector{text_cell(0, "甲"), text_cell(5, "乙")});
  grid.add_row(3, RowHiding::shown, {});
  grid.add_row(7, RowHiding::filtered, std::vector{text_cell(1, "")});
  REQUIRE(grid.rows().size() == 2);
  CHECK(grid.cell_count() == 3);
  CHECK(grid.rows()[1].hiding == RowHiding::filtered);
  CHECK(grid.cells(grid.rows()[0]).size() == 2);
  REQUIRE(grid.at({2, 5}) != nullptr);
  CHECK(grid.at({2, 5})->text == "乙");
  CHECK(grid.at({7, 1})->text.empty());
  for (const CellRef absent : {CellRef{2, 1}, CellRef{2, 6}, CellRef{3, 0}, CellRef{0, 0}, CellRef{8, 1}}) {
    CHECK(grid.at(absent) == nullptr);
  }
}

TEST_CASE("grid: owns its text, and keeps it when it is moved or grows") {
  Grid grid;
  for (std::uint32_t row = 0; row < 5000; ++row) {
    const std::string text = "第" + std::to_string(row) + "行的一段文字，占一些地方";
    grid.add_row(row, RowHiding::shown, std::vector{text_cell(0, text)});
  }
  const std::string large(200'000, 'x');
  grid.add_row(5000, RowHiding::shown, std::vector{text_cell(0, large)});
  grid.add_row(5001, RowHiding::shown, std::vector{text_cell(0, "behind")});
  Grid moved = std::move(grid);
  CHECK(moved.at({0, 0})->text == "第0行的一段文字，占一些地方");
  CHECK(moved.at({4999, 0})->text == "第4999行的一段文字，占一些地方");
  CHECK(moved.at({5000, 0})->text == large);
  CHECK(moved.at({5001, 0})->text == "behind");
  moved.clear();
  CHECK(moved.cell_count() == 0);
  CHECK(moved.at({0, 0}) == nullptr);
  moved.add_row(1, RowHiding::shown, std::vector{text_cell(0, "again")});
  CHECK(moved.at({1, 0})->text == "again");
}
