#include "write/cell_text.hpp"

#include <doctest/doctest.h>

using namespace huizong;

TEST_CASE("text is cut between characters") {
  CHECK(cut_text("abc", 3) == "abc");
  CHECK(cut_text("abcd", 3) == "ab…");
  CHECK(cut_text("农业产业", 4) == "农业产业");
  CHECK(cut_text("农业产业化", 4) == "农业产…");
  CHECK(cut_text("𠮷𠮷", 4) == "𠮷𠮷");  // two units each
  CHECK(cut_text("𠮷𠮷", 3) == "𠮷…");
  CHECK(cut_text("", 3).empty());
}

TEST_CASE("what looks like an escape is escaped") {
  CHECK(to_cell_text("_x0041_") == "_x005F_x0041_");
  CHECK(to_cell_text("_x0041_x0042_") == "_x005F_x0041_x005F_x0042_");
  CHECK(to_cell_text("_x00g1_ _x41_ _x") == "_x00g1_ _x41_ _x");
  CHECK(to_cell_text("a\tb\nc\x01\r") == "a\tb\nc_x0001__x000D_");
}
