#include "read/read_csv.hpp"

#include "read/xlsx_builder.hpp"

using namespace huizong;
using namespace huizong::test;

TEST_CASE("delimited text as cells") {
  using namespace std::string_literals;
  struct Row {
    const char* what;
    std::string bytes;
    const char* name;
    const char* cells;
  };
  const Row rows[] = {
      {"commas", "a,1\r\n,2\r\n", "a.csv", R"(A1 s "a"; B1 s "1"; B2 s "2")"},
      {"semicolons", "a;1,5\nb;2\n", "a.csv", R"(A1 s "a"; B1 s "1,5"; A2 s "b"; B2 s "2")"},
      {"tabs", "a\tb\nc\td", "a.tsv", R"(A1 s "a"; B1 s "b"; A2 s "c"; B2 s "d")"},
      {"quotes", "\"a,b\",\"c\"\"d\"\n", "a.csv", R"(A1 s "a,b"; B1 s "c\"d")"},
      {"a byte-order mark", "\xEF\xBB\xBF名称,数\n", "a.csv", R"(A1 s "名称"; B1 s "数")"},
      {"GB18030", "\xC3\xFB\xB3\xC6,1\n", "a.csv", R"(A1 s "名称"; B1 s "1")"},
      {"UTF-16", "\xFF\xFE\x0D\x54,\0""1\0\n\0"s, "a.csv", R"(A1 s "名"; B1 s "1")"},
      {"UTF-16, big-endian", "\xFE\xFF\x54\x0D\0,\0""1\0\n"s, "a.csv", R"(A1 s "名"; B1 s "1")"},
      {"UTF-16 without a mark", "\x0D\x54,\0""1\0\n\0\0\x4E,\0""2\0\n\0"s, "a.csv", R"(A1 s "名"; B1 s "1"; A2 s "一"; B2 s "2")"},
      {"UTF-16 without a mark, big-endian", "\x54\x0D\0,\0""1\0\n"s, "a.csv", R"(A1 s "名"; B1 s "1")"},
      {"bars", "a|b\n1|2\n", "a.txt", R"(A1 s "a"; B1 s "b"; A2 s "1"; B2 s "2")"},
      {"returns alone", "a,b\r1,2\r", "a.csv", R"(A1 s "a"; B1 s "b"; A2 s "1"; B2 s "2")"},
      {"a separator line", "sep=;\r\na,b;c\r\n", "a.csv", R"(A1 s "a,b"; B1 s "c")"},
      {"a separator line in quotes", "\"SEP=|\"\na,b|c\n", "a.csv", R"(A1 s "a,b"; B1 s "c")"},
      {"a separator line that is none", "sep=\na,b\n", "a.csv", R"(A1 s "sep="; A2 s "a"; B2 s "b")"},
      {"a line break in quotes", "\"a\r\nb\",1\nc,2", "a.csv", R"(A1 s "a\r\nb"; B1 s "1"; A2 s "c"; B2 s "2")"},
      {"quotes inside a field", "5\" 管,\"a\"b\n", "a.csv", R"(A1 s "5\" 管"; B1 s "ab")"},
      {"two fields with quotes", "\"a\"\"\",\"\"\"b\",c\n", "a.csv", R"(A1 s "a\""; B1 s "\"b"; C1 s "c")"},
      {"texts kept from Excel", "=\"007\",\"=\"\"0351\"\"\",=\"\",=1+2,=\"a\"&\"b\"\n", "a.csv", R"(A1 s "007"; B1 s "0351"; D1 s "=1+2"; E1 s "=\"a\"&\"b\"")"},
      {"numbers stay text", "007,1e3,1/2,-\n", "a.csv", R"(A1 s "007"; B1 s "1e3"; C1 s "1/2"; D1 s "-")"},
      {"empty lines count", "a,b\n\n,\n1,2\n", "a.csv", R"(A1 s "a"; B1 s "b"; A4 s "1"; B4 s "2")"},
      {"one column", "a\nb\n", "list.txt", R"(A1 s "a"; A2 s "b")"},
      {"the name of another format", "a,b\n", "a.xls", R"(A1 s "a"; B1 s "b")"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(cells_of(row.bytes, row.name) == row.cells);
  }
}

TEST_CASE("the sheet is called as the file, without folders and extension") {
  CHECK(file_stem("a/b/企业.名录.csv") == "企业.名录");
  CHECK(file_stem("a.b\\c") == "c");
  CHECK(file_stem(".csv") == ".csv");
  CHECK(file_extension("a/B.CSV") == "csv");
  CHECK(file_extension("a.b/c") == "");
  const Workbook workbook = read_all("a,b\n", "in/企业.csv");
  REQUIRE(workbook.sheets.size() == 1);
  CHECK(workbook.sheets[0].head.name == "企业");
}

TEST_CASE("delimited text that breaks off within a row") {
  struct Row {
    const char* bytes;
    std::optional<std::uint32_t> torn;
  };
  for (const Row& row : {Row{"a,b,c\n1,2,3\n4,5", 2}, Row{"a,b,c\n1,2,3\n4,", 2}, Row{"a,b,c\n1,2,3\n4,5\n", std::nullopt}, Row{"a,b,c\n1,2,3", std::nullopt},
                         Row{"a\n1", std::nullopt}, Row{"a,b,c\r1,2\r", std::nullopt}}) {
    CAPTURE(row.bytes);
    CHECK(read_all(row.bytes, "a.csv").sheets[0].tail.torn_row == row.torn);
  }
}

TEST_CASE("delimited text that no one may guess at") {
  using namespace std::string_literals;
  struct Row {
    const char* what;
    std::string bytes;
    const char* refused;
  };
  const std::string wide = std::string(16'383, ',');
  const std::string character = "字";
  std::string longest;
  for (int i = 0; i < 32'767; ++i) longest += character;
  const Row rows[] = {
      {"bytes of no encoding", "a,\xFF\xFF\xFF\n", "file.unreadable why.text-encoding"},
      {"half a character at the end", "\xC3\xFB\xB3\xC6,1\n\xC3\xFB,\xB3", "file.unreadable why.text-encoding"},
      {"a stray byte in UTF-8", "填报单位,数\n甲县,1\n\xE5\x90,2\n", "file.unreadable why.text-encoding"},
      {"half a unit of UTF-16", "\xFF\xFE" "a\0,\0b\0\n\0c"s, "file.unreadable why.text-encoding"},
      {"half a pair of UTF-16", "\xFF\xFE" "a\0,\0\x40\xD8\n\0"s, "file.unreadable why.text-encoding"},
      {"zeros", "a,b\n1,\0\n"s, "file.unreadable why.no-workbook"},
      {"a quote that is never closed", "a,b\n1,\"2\n3,4\n5,6\n", "file.unreadable why.csv-quotes"},
      {"two stray quotes that swallow a row", "a,b\n\"甲,1\n乙,2\n\"丙,3\n", "file.unreadable why.csv-quotes"},
      {"the last column", wide + "x\n", ""},
      {"a column too many", wide + ",x\n", "file.unreadable why.too-many-columns"},
      {"columns too many, but empty", wide + ",,,,\n", ""},
      {"the longest text", longest + ",1\n", ""},
      {"a longer one", longest + "x,1\n", "file.unreadable why.text-too-long"},
      {"the last row", std::string(1'048'575, '\n') + "x,1\n", ""},
      {"a row too many", std::string(1'048'576, '\n') + "x,1\n", "file.unreadable why.too-many-rows"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.what));
    CHECK(refused(row.bytes, "a.csv") == row.refused);
  }
}
