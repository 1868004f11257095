#include "model/sheet.hpp"

#include <doctest/doctest.h>

using namespace huizong;

TEST_CASE("sheet: equal styles are held once") {
  Sheet sheet;
  CHECK(sheet.style(Style{}) == 0);
  Style bold;
  bold.bold = true;
  Style filled;
  filled.fill = 0xDDEBF7;
  CHECK(sheet.style(bold) == 1);
  CHECK(sheet.style(filled) == 2);
  CHECK(sheet.style(bold) == 1);
  CHECK(sheet.styles.size() == 3);
  CHECK(sheet.styles[2].fill == 0xDDEBF7);
}
