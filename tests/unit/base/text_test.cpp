#include "base/text.hpp"

#include <algorithm>

#include <doctest/doctest.h>

using namespace huizong;

TEST_CASE("text: what reads the same is the same") {
  struct Row { const char *text, *expected; };
  const Row rows[] = {
      {"", ""},
      {"plain text", "plain text"},
      {"  a  b ", "a b"},
      {"a\r\n\tb", "a b"},
      {"\xEF\xBB\xBF名称", "名称"},
      {"营业收入（万元）", "营业收入(万元)"},
      {"ＡＢＣ　１２３％", "ABC 123%"},
      {"【甲】〔乙〕［丙］", "[甲][乙][丙]"},
      {"“专精特新”", "\"专精特新\""},
      {"„a‟ ″b″ 〝c〞 ＂d＂", "\"a\" \"b\" \"c\" \"d\""},
      {"‘a’", "'a'"},
      {"1—6月", "1—6月"},
      {"1－6月", "1-6月"},
      {"单位：家，元；／", "单位:家,元;/"},
      {"甲、乙。", "甲、乙。"},
      {"a\xC2\xA0\xE2\x80\x83" "b\xE2\x80\x8A", "a b"},
      {"忻\xE2\x80\x8B府\xE2\x80\x8D区\xC2\xAD", "忻府区"},
      {"\xE3\x80\x80\xE3\x80\x80", ""},
      {"e\xCC\x81", "\xC3\xA9"},
      {"\xE2\x84\xA6", "\xCE\xA9"},
      {"a\x01" "b", "ab"},
      {"a\xFF" "b", "a\xEF\xBF\xBD" "b"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(normalise(row.text) == row.expected);
    CHECK(normalise(row.expected) == row.expected);
  }
}

TEST_CASE("text: labels are compared without spaces, quotes and case") {
  CHECK(fold_label("单 位 名 称") == "单位名称");
  CHECK(fold_label("“专精特新”企业（家）") == "专精特新企业(家)");
  CHECK(fold_label("「专精特新」 'R&D' 经费") == "专精特新r&d经费");
  CHECK(fold_label("ＩＳＯ 9001") == "iso9001");
  CHECK(fold_label("其中:\n国家级") == "其中:国家级");
  CHECK(fold_label("É") == "É");
  CHECK(fold_label("") == "");
}

TEST_CASE("text: trimming") {
  CHECK(trim("　 a　b\t\n") == "a　b");
  CHECK(trim("a") == "a");
  CHECK(trim("  ") == "");
  CHECK(trim("\xEF\xBB\xBF甲\xE2\x80\x8B") == "甲");
  CHECK(is_blank("　\xC2\xA0\r\n\xE2\x80\x8B"));
  CHECK(is_blank(""));
  CHECK_FALSE(is_blank("　0"));
}

TEST_CASE("text: every sequence of two bytes, and the edges of the longer ones, is UTF-8 or not") {
  // By table 3-7 of the Unicode Standard, written out: first byte, range of the second, further bytes.
  struct Row {
    int first, last, second_from, second_to, size;
  };
  constexpr Row rows[] = {{0xC2, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3}, {0xE1, 0xEC, 0x80, 0xBF, 3},
                          {0xED, 0xED, 0x80, 0x9F, 3}, {0xEE, 0xEF, 0x80, 0xBF, 3}, {0xF0, 0xF0, 0x90, 0xBF, 4},
                          {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4}};
  for (int first = 0x80; first < 0x100; ++first) {
    for (int second = 0; second < 0x100; ++second) {
      const Row* row = std::find_if(std::begin(rows), std::end(rows), [&](const Row& r) { return first >= r.first && first <= r.last; });
      const bool is_good = row != std::end(rows) && second >= row->second_from && second <= row->second_to;
      const std::string head{static_cast<char>(first), static_cast<char>(second)};
      const std::string whole = head + std::string(is_good ? static_cast<std::size_t>(row->size - 2) : 1, '\xBF');
      CHECK(is_valid_utf8("abc" + whole + "12345678") == is_good);
      CHECK_FALSE(is_valid_utf8(head + "\xBF\xBF\xBF"));
      if (is_good && row->size > 2) CHECK_FALSE(is_valid_utf8(whole.substr(0, whole.size() - 1)));
    }
  }
  CHECK_FALSE(is_valid_utf8("\xE4"));
  CHECK_FALSE(is_valid_utf8("12345678\x80"));
}

TEST_CASE("text: encodings") {
  CHECK(is_valid_utf8("中文 a"));
  CHECK_FALSE(is_valid_utf8("\xD6\xD0"));
  CHECK_FALSE(is_valid_utf8("\xC0\x80"));
  CHECK_FALSE(is_valid_utf8("\xED\xA0\x80"));
  CHECK_FALSE(is_valid_utf8("\xE4\xB8"));
  CHECK(from_gb18030("\xD6\xD0\xCE\xC4,1") == "中文,1");
  CHECK(from_gb18030("\x82\x32\x97\x31") == "\xE3\xBD\xA4");  // U+3F64, four bytes; worked with Python's codec
  CHECK(from_gb18030("") == "");
  CHECK_FALSE(from_gb18030("\xD6"));
  CHECK_FALSE(from_gb18030("\xFF\xFF"));
  CHECK(from_utf16(std::string_view("\x2D\x4E\x41\x00", 4), false) == "中A");
  CHECK(from_utf16(std::string_view("\xFE\xFF\x4E\x2D\x00\x41", 6), true) == "中A");
  CHECK(from_utf16("\xD8\x40\xDC\x0B", true) == "\xF0\xA0\x80\x8B");
  CHECK(from_utf16("\xD8\x40", true) == "\xEF\xBF\xBD");
  CHECK(from_utf16("\x4E\x2D\x4E", true) == "中\xEF\xBF\xBD");
}

TEST_CASE("text: columns on a terminal") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("中文") == 4);
  CHECK(display_width("（a）") == 5);
  CHECK(display_width("e\xCC\x81") == 1);
  CHECK(display_width("a\nb") == 2);
  CHECK(display_width("") == 0);
  CHECK(pad_right("中", 4) == "中  ");
  CHECK(pad_left("12", 4) == "  12");
  CHECK(pad_left("中文字", 4) == "中文字");
}

TEST_CASE("text: pieces") {
  CHECK(split("a/b//", '/') == std::vector<std::string>{"a", "b", "", ""});
  CHECK(split("", '/') == std::vector<std::string>{""});
  CHECK(join({"a", "", "b"}, ", ") == "a, , b");
  CHECK(join({}, ",") == "");
  CHECK(replace_all("aaa", "a", "aa") == "aaaaaa");
  CHECK(replace_all("abc", "", "x") == "abc");
  CHECK(contains("山西省", "西"));
  CHECK_FALSE(contains("山西省", "东"));
}

TEST_CASE("text: natural order") {
  const char* ascending[] = {"", "a", "a1", "a01b", "a2", "a10", "a10b", "a99999999999999999999", "a100000000000000000000",
                             "b", "表2", "表10", "附件1", "附件1 (2)", "附件1 (10)"};
  const auto count = static_cast<int>(std::size(ascending));
  for (int i = 0; i < count; ++i) {
    for (int j = 0; j < count; ++j) {
      CAPTURE(ascending[i]);
      CAPTURE(ascending[j]);
      CHECK(compare_natural(ascending[i], ascending[j]) == (i > j) - (i < j));
    }
  }
  CHECK(compare_natural("表02", "表2") == -compare_natural("表2", "表02"));
  CHECK(compare_natural("表02", "表2") != 0);
}

TEST_CASE("GB18030 in bulk is what it is in pieces") {
  // Every pair of bytes that is a character, some of four bytes, and plain text between them.
  std::string bytes;
  std::string expected;
  for (unsigned lead = 0x81; lead <= 0xFE; ++lead) {
    for (unsigned trail = 0x40; trail <= 0xFE; ++trail) {
      const char pair[] = {static_cast<char>(lead), static_cast<char>(trail)};
      const auto one = from_encoding({pair, 2}, "GB18030");
      if (!one) continue;
      bytes += std::string(pair, 2) + "a,";
      expected += *one + "a,";
    }
    bytes += "\x82\x32\x97\x31" "\x94\x39\xDA\x33";  // U+3F64 and U+1F4A9
    expected += "\xE3\xBD\xA4\xF0\x9F\x92\xA9";
  }
  REQUIRE(bytes.size() > 64 * 1024);
  CHECK(from_gb18030(bytes) == expected);
  for (const char* broken : {"\xD6", "\xFF", "\x80", "\xD6\x20", "\x82\x32\x97", "\x82\x32\x97\xD6", "\xFE\x39\xFE\x39"}) {
    CAPTURE(std::string(broken));
    CHECK_FALSE(from_gb18030(bytes + broken));
    CHECK_FALSE(from_gb18030(broken + ("," + bytes)));
  }
}

TEST_CASE("characters as a word processor counts them") {
  struct Row {
    const char* text;
    std::size_t count;
  };
  // By hand, after the count of words (字数) that Word and WPS show.
  for (const Row& row : {Row{"", 0}, Row{"  \n　", 0}, Row{"服务企业", 4}, Row{"服务，企业。", 6}, Row{"2023年", 2}, Row{"2023 年 8 月", 4},
                         Row{"A lot of words", 4}, Row{"共12.5万元、3家", 7}, Row{"“上云”企业", 6}, Row{"企业SME服务", 5}, Row{"50%以上", 3}}) {
    CHECK_MESSAGE(count_as_written(row.text) == row.count, row.text);
  }
}
