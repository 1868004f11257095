#include "base/date.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace huizong;

TEST_CASE("date: how offices write dates") {
  struct Row { const char *text, *expected; };
  const Row rows[] = {
      {"2024", "2024"},
      {"2024年", "2024"},
      {"２０２４年", "2024"},
      {"2024.7", "2024-07"},
      {"2024-07", "2024-07"},
      {"2024/12", "2024-12"},
      {"2024年7月", "2024-07"},
      {"2024年07月", "2024-07"},
      {"2024/7/31", "2024-07-31"},
      {"2024.7.31", "2024-07-31"},
      {"2024.07.31", "2024-07-31"},
      {"2024-7-1", "2024-07-01"},
      {"20240731", "2024-07-31"},
      {"2024年7月31日", "2024-07-31"},
      {"2024 年 7 月 31 日", "2024-07-31"},
      {"２０２４．７．３１", "2024-07-31"},
      {"　2024-02-29 ", "2024-02-29"},
      {"9999-12-31", "9999-12-31"},
      {"2024年度", "2024"},
      {"202407", "2024-07"},
      {"199912", "1999-12"},
      {"2024. 7. 31", "2024-07-31"},
      {"2024 / 7", "2024-07"},
      {"2024.7月", "2024-07"},
      {"2024-7-31日", "2024-07-31"},
      {"2024年7月31号", "2024-07-31"},
      {"二〇二四年", "2024"},
      {"二○二四年七月", "2024-07"},
      {"二零二四年十二月", "2024-12"},
      {"二〇二四年七月三十一日", "2024-07-31"},
      {"二〇二四年十月二十日", "2024-10-20"},
      {"二〇二四年十一月九日", "2024-11-09"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const auto date = parse_date(row.text);
    REQUIRE(date.has_value());
    CHECK(to_text(*date) == row.expected);
  }
}

TEST_CASE("date: what is no date") {
  for (const char* bad :
       {"", "24.7.31", "24年7月", "2024.13", "2024-0", "2023-02-29", "2024-04-31", "2024.7/31", "2024-7-", "2024--7",
        "2024年7", "2024年7月31", "7月31日", "201207", "202413", "2024073", "202407311", "20241301", "1899-12-31", "0000", "2024年度末",
        "2024 7 31", "2024-7-31 08:00", "2024-007-1", "二千零二十四年", "二〇二四年七", "二〇二四年十十月", "二〇二四年三一二月", "-2024", "2024.7.310", "31/7/2024", "abcd"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_date(bad));
  }
}

TEST_CASE("date: serial days") {
  const auto text = [](double serial, bool date1904) {
    const auto date = to_date(serial, date1904);
    return date ? to_text(*date) : std::string("none");
  };
  CHECK(text(1, false) == "1900-01-01");
  CHECK(text(59, false) == "1900-02-28");
  CHECK(text(60, false) == "none");
  CHECK(text(61, false) == "1900-03-01");
  CHECK(text(45504, false) == "2024-07-31");
  CHECK(text(45504.999, false) == "2024-07-31");
  CHECK(text(2958465, false) == "9999-12-31");
  CHECK(text(2958466, false) == "none");
  CHECK(text(0, false) == "none");
  CHECK(text(-1, false) == "none");
  CHECK(text(1e300, false) == "none");
  CHECK(text(std::numeric_limits<double>::quiet_NaN(), false) == "none");
  CHECK(text(0, true) == "1904-01-01");
  CHECK(text(44042, true) == "2024-07-31");
}

TEST_CASE("date: days since 1970") {
  CHECK(to_days(Date{1970, 1, 1, DatePrecision::day}) == 0);
  CHECK(to_days(Date{2024, 7, 31, DatePrecision::day}) == 19935);
  CHECK(to_days(Date{1900, 1, 1, DatePrecision::day}) == -25567);
  CHECK(to_text(from_days(19782)) == "2024-02-29");
  CHECK(to_text(from_days(-1)) == "1969-12-31");
}

TEST_CASE("moment: RFC 3339") {
  const auto moment = parse_moment("2024-08-26T02:00:00+08:00");
  REQUIRE(moment.has_value());
  CHECK(moment->seconds == 1724608800);
  CHECK(moment->zone_minutes == 480);
  CHECK(to_text(*moment) == "2024-08-26T02:00:00+08:00");
  CHECK(to_text(to_date(*moment)) == "2024-08-26");
  CHECK(*moment == *parse_moment("2024-08-25T18:00:00Z"));
  CHECK(to_text(*parse_moment("2024-08-25T18:00:00Z")) == "2024-08-25T18:00:00+00:00");
  CHECK(to_text(*parse_moment("1969-12-31T20:29:59-03:30")) == "1969-12-31T20:29:59-03:30");
  CHECK(*parse_moment("2024-08-26T02:00:00+08:00") < *parse_moment("2024-08-26T02:00:01+08:00"));
  for (const char* bad : {"", "2024-08-26", "2024-08-26T02:00:00", "2024-08-26T02:00+08:00", "2024-08-26 02:00:00+08:00",
                          "2024-8-26T02:00:00+08:00", "2024-02-30T02:00:00+08:00", "2024-08-26T24:00:00+08:00",
                          "2024-08-26T02:60:00+08:00", "2024-08-26T02:00:00+0800", "2024-08-26T02:00:00+08:00x",
                          "2024-08-26T02:00:00+25:00"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_moment(bad));
  }
}
