#include "read/number_look.hpp"

#include "read/xlsx_builder.hpp"

using namespace huizong;
using namespace huizong::test;

TEST_CASE("format codes") {
  struct Row {
    const char* code;
    NumberLook look;
  };
  const Row rows[] = {
      {"General", NumberLook::plain},
      {"@", NumberLook::plain},
      {"G/通用格式", NumberLook::plain},
      {"0.00", NumberLook::plain},
      {"#,##0.00_);[Red]\\(#,##0.00\\)", NumberLook::plain},
      {"0.00E+00", NumberLook::plain},
      {"0\"days\"", NumberLook::plain},
      {"0\"年\"", NumberLook::plain},
      {"0_d", NumberLook::plain},
      {"0\\m", NumberLook::plain},
      {"[$-804]0.0", NumberLook::plain},
      {"[DBNum1][$-804]General", NumberLook::plain},
      {"[>=100]0;0", NumberLook::plain},
      {"0.0%", NumberLook::percent},
      {"yyyy-mm-dd", NumberLook::date},
      {"yyyy\"年\"m\"月\"d\"日\";@", NumberLook::date},
      {"YYYY/M/D", NumberLook::date},
      {"[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", NumberLook::date},
      {"m月d日", NumberLook::date},
      {"[h]:mm:ss", NumberLook::date},
      {"[hh]", NumberLook::date},
      {"[mm]", NumberLook::date},
      {"[ss].00", NumberLook::date},
      {"上午/下午h", NumberLook::date},
      {"0.00\"万元\"", NumberLook::plain},
      {"0\"千米\"", NumberLook::plain},
      {"0\"%\"", NumberLook::signed_percent},
      {"0.0\\%", NumberLook::signed_percent},
      {"0\"％\"", NumberLook::signed_percent},
      {"0;-0;;@", NumberLook::plain},
      {"#,##0.00_ ;[Red]\\-#,##0.00\\ ", NumberLook::plain},
      {"_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", NumberLook::plain},
      {"¥#,##0.00", NumberLook::plain},
      {"[<100]0;0\"以上\"", NumberLook::otherwise},
      {"#,##0,", NumberLook::otherwise},
      {"0.00,", NumberLook::otherwise},
      {"#,##0,.0", NumberLook::otherwise},
      {"0!.0,\"万\"", NumberLook::otherwise},
      {"0!.0000", NumberLook::otherwise},
      {"0\\!.0000", NumberLook::otherwise},  // what LibreOffice makes of it: 279!.0000
      {"0\"(\"0\")\"", NumberLook::otherwise},
      {"#\\ ##0", NumberLook::plain},
      {"0000\\-0000000", NumberLook::plain},
      {"0\\.0,", NumberLook::otherwise},
      {"\"约\"0", NumberLook::otherwise},
      {"约0", NumberLook::otherwise},
      {"0\"余\"", NumberLook::otherwise},
      {"0.0\"亿\"", NumberLook::otherwise},
      {"0\"万\"", NumberLook::otherwise},
      {"0\"元\"", NumberLook::otherwise},
      {"\"1\"0", NumberLook::otherwise},
      {";;;", NumberLook::otherwise},
      {";;;@", NumberLook::otherwise},
      {"\"待定\"", NumberLook::otherwise},
      {"\"约\"General", NumberLook::otherwise},
      {"General\"家\"", NumberLook::plain},
      {"G/通用格式\"家\"", NumberLook::plain},
      {"\"unclosed", NumberLook::otherwise},
      {"[unclosed", NumberLook::plain},
      {"\\", NumberLook::plain},
      {"", NumberLook::plain},
  };
  for (const Row& row : rows) {
    CAPTURE(row.code);
    CHECK(look_of_code(row.code) == row.look);
  }
}

TEST_CASE("built-in formats") {
  for (const unsigned id : {14u, 22u, 27u, 31u, 36u, 45u, 47u, 50u, 57u, 58u}) CHECK(look_of_builtin(id) == NumberLook::date);
  for (const unsigned id : {0u, 1u, 4u, 11u, 13u, 23u, 26u, 37u, 44u, 48u, 49u, 59u, 164u}) CHECK(look_of_builtin(id) == NumberLook::plain);
  for (const unsigned id : {9u, 10u}) CHECK(look_of_builtin(id) == NumberLook::percent);
}

TEST_CASE("only the formats of cells count, and a style that is not there is plain") {
  const char* styles =
      R"(<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;"/><numFmt numFmtId="165" formatCode="0.0"/></numFmts>)"
      R"(<cellStyleXfs><xf numFmtId="14"/><xf numFmtId="14"/></cellStyleXfs>)"
      R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="164"><alignment/></xf><xf numFmtId="165"/><xf numFmtId="22"/></cellXfs>)"
      R"(<dxfs><dxf><numFmt numFmtId="165" formatCode="yyyy"/></dxf></dxfs>)";
  const char* rows =
      R"(<row r="1"><c r="A1" s="0"><v>1</v></c><c r="B1" s="1"><v>2</v></c><c r="C1" s="2"><v>3</v></c><c r="D1" s="3"><v>4.5</v></c>)"
      R"(<c r="E1" s="99"><v>5</v></c><c r="F1" s="1" t="str"><v>x</v></c><c r="G1" s="4000000000"><v>7</v></c></row>)";
  CHECK(cells_in({.rows = rows, .styles = styles}) == R"(A1 n 1; B1 d 2; C1 n 3; D1 d 4.5; E1 n 5; F1 s "x"; G1 n 7)");
}
