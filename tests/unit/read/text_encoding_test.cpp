#include "read/text_encoding.hpp"

#include <doctest/doctest.h>

using namespace huizong;
using namespace std::string_view_literals;

TEST_CASE("text by the name of its encoding") {
  struct Row {
    std::string_view name;
    std::string_view bytes;
    std::string_view text;  ///< "-": refused
  };
  const Row rows[] = {
      {"UTF-8", "\xE8\xA1\xA8", "表"},
      {"utf-8", "\xB1\xED", "-"},
      {"GB2312", "\xB1\xED 1", "表 1"},
      {"gb2312", "\xE9\x46", "镕"},  // outside GB2312, but called so by all that write GBK
      {"GBK", "\x81\x30\x84\x36", "¥"},  // four bytes: GB18030
      {"gbk", "\xB1", "-"},
      {"Big5", "\xAA\xED", "表"},
      {"windows-1252", "\xE9\x80", "é€"},
      {"ISO-8859-1", "\x93x\x94", "“x”"},
      {"windows-1251", "\xCF", "П"},
      {"Shift_JIS", "\x95\x5C", "表"},
      {"euc-kr", "\xC7\xA5", "표"},
      {" utf-16 ", "abc", "abc"},  // it is not: the name could be read
      {"utf-16", "\xFF\xFE\x68\x88"sv, "表"},
      {"gb2312", "\xEF\xBB\xBF\xE8\xA1\xA8", "表"},
      {"utf-7", "+AGE-", "-"},
      {"iso-2022-cn-ext", "a", "-"},
      {"", "a", "-"},
      {"gbk//translit", "a", "-"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(from_named_encoding(row.bytes, row.name).value_or("-") == row.text);
  }
}

TEST_CASE("the encoding that XML declares") {
  CHECK(declared_xml_encoding("<?xml version=\"1.0\" encoding=\"GBK\"?><a/>") == "GBK");
  CHECK(declared_xml_encoding("\xEF\xBB\xBF<?xml version='1.0' encoding = 'x'?>") == "x");
  CHECK(declared_xml_encoding("<?xml version=\"1.0\"?><a encoding=\"x\"/>") == "");
  CHECK(declared_xml_encoding("<a encoding=\"x\"/>") == "");
  CHECK(declared_xml_encoding("<?xml encoding=\"x") == "");
}
