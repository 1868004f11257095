#include "read/iso_date.hpp"

#include <doctest/doctest.h>

using namespace huizong;

TEST_CASE("ISO dates as serials") {
  struct Row {
    const char* text;
    double serial;  ///< as Excel shows it; -99: none
    bool date1904 = false;
  };
  constexpr double none = -99;
  const Row rows[] = {
      {"2024-08-26", 45530},
      {"2024-08-26T12:00:00", 45530.5},
      {"2024-08-26 18:00", 45530.75},
      {"2024-08-26T06:00:00.000Z", 45530.25},
      {"2024-08-26T06:00:00+08:00", 45530.25},
      {"2024-08-26T00:00:00.500000000", 45530 + 0.5 / 86400},
      {"1900-01-01", 1},
      {"1900-02-28", 59},
      {"1900-03-01", 61},
      {"1899-12-31T06:00:00", 0.25},
      {"1899-12-30T06:00:00", 0.25},
      {"12:30:00", 12.5 / 24},
      {"1904-01-01", 0, true},
      {"2024-08-26", 44068, true},
      {"2023-02-29", none},
      {"2024-02-31", none},
      {"2024-08-26x", none},
      {"2024-08-26Tnoon", none},
      {"2024-08-26T12:00:0", none},
      {"2024-08-26T12:00:00.", none},
      {"2024-08-26T12:00 PM", none},
      {"24-08-26", none},
      {"", none},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(parse_iso_serial(row.text, row.date1904).value_or(none) == doctest::Approx(row.serial).epsilon(1e-14));
  }
}

TEST_CASE("ISO durations as days") {
  struct Row {
    const char* text;
    double days;  ///< -99: none
  };
  constexpr double none = -99;
  const Row rows[] = {
      {"PT12H30M15.5S", (12 * 3600 + 30 * 60 + 15.5) / 86400},
      {"PT26H00M00S", 26.0 / 24},
      {"P1DT2H", 26.0 / 24},
      {"P2D", 2},
      {"-PT06H00M00S", -0.25},
      {"PT0S", 0},
      {"PT00H00M00.000000001S", 0.000000001 / 86400},
      {"P1Y", none},
      {"P1M", none},
      {"PT1M2H", none},
      {"P1H", none},
      {"PT", none},
      {"PT5", none},
      {"PT-5S", none},
      {"PTinfS", none},
      {"12:00", none},
      {"", none},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(parse_iso_duration(row.text).value_or(none) == doctest::Approx(row.days).epsilon(1e-14));
  }
}
