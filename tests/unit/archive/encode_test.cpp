#include "archive/encode.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"

using namespace huizong;

TEST_CASE("values come back from their text as they were") {
  Values values(4);
  values[0].kind = ValueKind::text;
  values[0].text = "一\t二\n三\\n";
  values[0].cell = {4, 2};
  values[1].kind = ValueKind::figure;
  values[1].number = *parse_decimal("-12.50");
  values[1].text = "-12.50";
  values[1].unit_step = *parse_decimal("0.0001");
  values[3].kind = ValueKind::date;
  values[3].date = {2024, 7, 1, DatePrecision::month};
  values[3].text = "2024.7";
  const std::string text = encode_values(values);
  CHECK(text == "0\tt\tC5\t\t\t一\\t二\\n三\\\\n\n1\tf\tA1\t-12.5\t0.0001\t-12.50\n3\td\tA1\t2024-07\t\t2024.7\n");
  const auto back = decode_values(text, 4);
  CHECK(back[0].text == values[0].text);
  CHECK(back[0].cell == CellRef{4, 2});
  CHECK(back[1].number == values[1].number);
  CHECK(back[1].unit_step == values[1].unit_step);
  CHECK(back[2].kind == ValueKind::missing);
  CHECK(back[3].date == values[3].date);
}

TEST_CASE("a row that nobody here has written is refused, not guessed") {
  for (const char* text : {"9\tf\tA1\t1\t\t\n", "0\tq\tA1\t1\t\t\n", "0\tf\t??\t1\t\t\n", "0\tf\tA1\tx\t\t\n"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(decode_values(text, 2), Error);
  }
}

TEST_CASE("a finding about a file comes back whole") {
  Finding f = make_finding("file.unreadable", {{"why", "why.zip-cut-off"}, {"note", "a\tb"}});
  f.file = "2024/表.xlsx";
  f.cell = CellRef{0, 3};
  const Finding back = decode_finding(encode_finding(f));
  CHECK(back.rule == f.rule);
  CHECK(back.severity == Severity::mandatory);
  CHECK(back.file == f.file);
  CHECK(back.cell == f.cell);
  CHECK(back.args == f.args);
}
