#include "model/period.hpp"

#include <doctest/doctest.h>

using namespace huizong;

TEST_CASE("period: names and spans") {
  struct Row { const char* text; int year, first, last; const char *shortest, *base, *last_day; };
  const Row rows[] = {
      {"2024", 2024, 1, 12, "2024", "2023", "2024-12-31"},
      {"2024H1", 2024, 1, 6, "2024H1", "2023H1", "2024-06-30"},
      {"2024H2", 2024, 7, 12, "2024H2", "2023H2", "2024-12-31"},
      {"2024Q1", 2024, 1, 3, "2024Q1", "2023Q1", "2024-03-31"},
      {"2024Q3", 2024, 7, 9, "2024Q3", "2023Q3", "2024-09-30"},
      {"2024Q4", 2024, 10, 12, "2024Q4", "2023Q4", "2024-12-31"},
      {"2024-02", 2024, 2, 2, "2024-02", "2023-02", "2024-02-29"},
      {"2023-02", 2023, 2, 2, "2023-02", "2022-02", "2023-02-28"},
      {"2024-12", 2024, 12, 12, "2024-12", "2023-12", "2024-12-31"},
      {"2024-01_09", 2024, 1, 9, "2024-01_09", "2023-01_09", "2024-09-30"},
      {"2024-01_06", 2024, 1, 6, "2024H1", "2023H1", "2024-06-30"},
      {"2024-04_06", 2024, 4, 6, "2024Q2", "2023Q2", "2024-06-30"},
      {"2024-01_12", 2024, 1, 12, "2024", "2023", "2024-12-31"},
      {"2024-05_05", 2024, 5, 5, "2024-05", "2023-05", "2024-05-31"},
      {"2024-02_04", 2024, 2, 4, "2024-02_04", "2023-02_04", "2024-04-30"},
      {"2024-03_08", 2024, 3, 8, "2024-03_08", "2023-03_08", "2024-08-31"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const auto period = parse_period(row.text);
    REQUIRE(period.has_value());
    CHECK(period->year == row.year);
    CHECK(period->first_month == row.first);
    CHECK(period->last_month == row.last);
    CHECK(to_text(*period) == row.shortest);
    CHECK(to_text(base_of(*period)) == row.base);
    CHECK(to_text(last_day(*period)) == row.last_day);
    CHECK(is_full_year(*period) == (row.first == 1 && row.last == 12));
  }
}

TEST_CASE("period: what is none") {
  for (const char* bad : {"", "24", "202", "20244", "2024-13", "2024-00", "2024-6", "2024-09_01", "2024H3", "2024H0", "2024H",
                          "2024h1", "2024Q5", "2024Q0", "2024Q12", "2024-01-09", "2024-01_13", "2024-1_9", "2024年", " 2024",
                          "2024 ", "2024-01_", "２０２４", "0000", "2024-x1", "2024-01_0x"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_period(bad));
  }
}
