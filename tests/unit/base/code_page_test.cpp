#include "base/code_page.hpp"

#include <doctest/doctest.h>

using namespace huizong;

namespace {

std::string decoded(unsigned page, std::string_view bytes) {
  std::string text = "<";
  return CodePage(page).append(bytes, text) ? text : "(unknown)";
}

}  // namespace

TEST_CASE("code pages of Windows and the Macintosh") {
  // Oracle: Python's codecs.
  struct Row {
    unsigned page;
    std::string_view bytes;
    const char* text;
  };
  const Row rows[] = {
      {936, "\xD6\xD0\xB9\xFA\x80", "<中国€"}, {936, "\x81\x40\xFE\x4F", "<丂﨩"},  {54936, "\x95\x32\x82\x36", "<𠀀"},
      {950, "\xA4\xA4\xB0\xEA", "<中國"},      {932, "\x93\xFA\x96\x7B", "<日本"},  {949, "\xC7\xD1\xB1\xB9", "<한국"},
      {1252, "\x80\x9F\xE9\x81", "<€Ÿé\u0081"}, {1251, "\xCF\xF0", "<Пр"},           {874, "\xA1", "<ก"},
      {10000, "\x8E\xA5", "<é•"},              {437, "\x82", "<é"},                 {65001, "中", "<中"},
      {1200, "\x2D\x4E", "<中"},         {936, "plain", "<plain"},            {4711, "plain", "<plain"},
      {4711, "\xD6\xD0", "(unknown)"},         {0, "\xD6\xD0", "(unknown)"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.page);
    CHECK(decoded(row.page, row.bytes) == row.text);
  }
}

TEST_CASE("what a page does not define is visible, and the rest goes on") {
  CHECK(decoded(936, "a\xFF" "b") == "<a\uFFFD" "b");
  CHECK(decoded(936, "\xD6") == "<\uFFFD");
  CHECK(decoded(936, std::string(2000, '\xFF')).size() == 1 + 2000 * 3);
  std::string many, text = "<";
  for (int i = 0; i < 1000; ++i) many += "\xD6\xD0", text += "中";
  CHECK(decoded(936, many) == text);  // longer than one turn of the converter
  CHECK(CodePage(936).can_decode("\xD6\xD0"));
  CHECK_FALSE(CodePage(936).can_decode("\xD6"));
  CHECK_FALSE(CodePage(4711).can_decode("\xD6"));
}
