#include "base/csv.hpp"

#include <doctest/doctest.h>

using namespace huizong;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(std::string_view text, char delimiter = ',') {
  Rows rows;
  split_csv(text, delimiter, [&](const std::vector<std::string>& row) { rows.push_back(row); });
  return rows;
}

}  // namespace

TEST_CASE("csv: records") {
  CHECK(rows_of("") == Rows{});
  CHECK(rows_of("a,b\n1,2\n") == Rows{{"a", "b"}, {"1", "2"}});
  CHECK(rows_of("a,b\r\n1,2") == Rows{{"a", "b"}, {"1", "2"}});
  CHECK(rows_of("a,b\r1,2\r") == Rows{{"a", "b"}, {"1", "2"}});
  CHECK(rows_of("a\n\nb") == Rows{{"a"}, {""}, {"b"}});
  CHECK(rows_of(",\n") == Rows{{"", ""}});
  CHECK(rows_of("a,") == Rows{{"a", ""}});
  CHECK(rows_of("名称;数量", ';') == Rows{{"名称", "数量"}});
}

TEST_CASE("csv: quotes") {
  CHECK(rows_of("\"a,b\",c") == Rows{{"a,b", "c"}});
  CHECK(rows_of("\"a\r\nb\",c\nd") == Rows{{"a\r\nb", "c"}, {"d"}});
  CHECK(rows_of("\"say \"\"yes\"\"\"") == Rows{{"say \"yes\""}});
  CHECK(rows_of("\"\",x") == Rows{{"", "x"}});
  CHECK(rows_of("5\" pipe,x") == Rows{{"5\" pipe", "x"}});
  CHECK(rows_of("\"a\"b,c") == Rows{{"ab", "c"}});
  CHECK(rows_of("\"open,\nto the end") == Rows{{"open,\nto the end"}});
}

TEST_CASE("csv: the delimiter that cuts most evenly") {
  CHECK(guess_delimiter("a,b,c\n1,2,3\n") == ',');
  CHECK(guess_delimiter("a;b;c\n1,5;2,5;3,5\n") == ';');
  CHECK(guess_delimiter("a\tb\tc\n1,000\t2\t3\n7\t8\t9\n") == '\t');
  CHECK(guess_delimiter("汇总表\n单位,数量,备注\n甲,1,\"a;b;c;d\"\n乙,2,x\n") == ',');
  CHECK(guess_delimiter("a|b\n1,5|2\n") == '|');
  CHECK(guess_delimiter("a;\"x\ny,z\"\n1;\"x\ny,z\"\n") == ';');
  // The width of a row counts whole, however long the row is.
  std::string wide_header, wide;
  for (int i = 0; i < 9000; ++i) wide_header += "a;", wide += "1234,5;";
  CHECK(guess_delimiter(wide_header + "\n" + wide) == ';');
  CHECK(guess_delimiter("name,format\n|1|e|,a\n|2|e|,b\n|3|e|\n|4|f|,c,d\n") == ',');
  // An open quote does not make another delimiter likelier: it is to be seen.
  CHECK(guess_delimiter("a,b\n1,\"2;x\n3,4;y\n5,6;z\n") == ',');
  CHECK(guess_delimiter("one column\nonly\n") == ',');
  CHECK(guess_delimiter("") == ',');
}

TEST_CASE("csv: quotes that leave the cells open") {
  const auto is_doubtful = [](std::string_view text) {
    bool doubtful = false;
    for (CsvScanner csv(text, ','); csv.next();) doubtful = doubtful || csv.is_doubtful();
    return doubtful;
  };
  CHECK(is_doubtful("a,\"b\n1,2\n"));
  CHECK(is_doubtful("\"a,1\nb,2\n\"c,3\n"));
  CHECK(is_doubtful("\""));
  CHECK_FALSE(is_doubtful("\"a\nb\",2\n"));
  CHECK_FALSE(is_doubtful("\"a\"b,2\n"));
  CHECK_FALSE(is_doubtful("5\" pipe,6\" pipe\n"));
  CHECK_FALSE(is_doubtful("\"\"\"\",\"\"\n"));
}

TEST_CASE("csv: fields are views of the text where they can be") {
  const std::string_view text = "a,\"b c\",\"d\"\"e\"";
  CsvScanner csv(text, ',');
  REQUIRE(csv.next());
  REQUIRE(csv.fields().size() == 3);
  CHECK(csv.fields()[0].data() == text.data());
  CHECK(csv.fields()[1].data() == text.data() + 3);
  CHECK(csv.fields()[2] == "d\"e");
  CHECK_FALSE(csv.next());
}
