// Tables for the terminal line up by what a terminal shows, not by bytes.

#include "report/text_table.hpp"

#include <doctest/doctest.h>

#include "base/text.hpp"
#include "report/reports.hpp"

using namespace huizong;

TEST_CASE("Chinese and Latin rows line up, numbers to the right, nothing trails") {
  TextTable table{{{"地区", false}, {"数", true}}, {{"太原市", "5"}, {"ab", "1234"}}, {}};
  CHECK(to_text(table, false) ==
        "地区      数\n"
        "------------\n"
        "太原市     5\n"
        "ab      1234\n");
}

TEST_CASE("a colour goes around a line and changes no width") {
  TextTable table{{{"a", false}}, {{"x"}}, {"31"}};
  CHECK(to_text(table, true) == "a\n-\n\x1b[31mx\x1b[0m\n");
  CHECK(to_text(table, false) == "a\n-\nx\n");
}

TEST_CASE("cutting never splits a character and never exceeds the width") {
  CHECK(cut_to_width("太原市", 6) == "太原市");
  for (std::size_t width = 2; width < 6; ++width) {
    const std::string text = cut_to_width("太原市", width);
    CHECK(is_valid_utf8(text));
    CHECK(display_width(text) <= width);
  }
}

TEST_CASE("a difference names first what moved the whole most, and lists the largest first") {
  const auto figure = [](std::string_view text) { return parse_decimal(text).value(); };
  DiffRow small{"f", "140105", "乙", "乙基地", "changed", {}};
  small.cells.push_back({"户数", figure("1"), figure("2"), figure("1"), figure("100"), figure("0.5"), "", "", "", ""});
  DiffRow large{"f", "140106", "甲", "甲基地", "changed", {}};
  large.cells.push_back({"收入", figure("10"), figure("4"), figure("-6"), figure("-60"), figure("-7"), "", "", "", ""});
  const std::string text = to_diff_text({"2023", "2024", {small, large}}, Lang::zh, false);
  const auto lines = split(text, '\n');
  CHECK(lines[0] == "2023 → 2024：2 处有变动");
  CHECK(lines[1] == "收入：10 → 4（-6），变动最大的是 甲基地");
  CHECK(lines[5].starts_with("变动  140106    甲基地"));
  CHECK(lines[5].ends_with("-60.00           -7.00"));
  CHECK(lines[6].starts_with("变动  140105    乙基地"));
  CHECK(to_diff_text({"2023", "2024", {}}, Lang::en, false) == "no difference between 2023 and 2024\n");
}
