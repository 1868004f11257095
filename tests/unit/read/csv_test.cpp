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

TEST_CASE("bytes that are no text in any encoding") {
  CHECK(refused("a,\xFF\xFF\xFF\n", "a.csv") == "file.unreadable why.text-encoding");
}
