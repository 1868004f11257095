#include "bind/number.hpp"

#include <doctest/doctest.h>

#include <string>

#include "base/decimal.hpp"

using namespace huizong;

namespace {

std::string say(const NumberText& read) {
  switch (read.kind) {
    case NumberKind::missing: return "missing";
    case NumberKind::nil: return "nil";
    case NumberKind::error: return "error";
    case NumberKind::unreadable: return "?";
    case NumberKind::figure: break;
  }
  std::string out = to_text(read.number);
  if (read.normalised) out += " n";
  if (!read.converted_from.empty()) out += " from " + read.converted_from;
  if (read.digits_lost) out += " lost";
  return out;
}

struct Row {
  const char* text;
  const char* unit;
  const char* expected;  ///< n: cell.normalised
};

}  // namespace

TEST_CASE("numbers as offices type them") {
  const Row rows[] = {
      {"12", "家", "12"},
      {"  12 ", "家", "12"},
      {"-3.5", "万元", "-3.5"},
      {"+7", "家", "7"},
      {"0.30000000000000004", "万元", "0.3"},
      {"1,234.50", "万元", "1234.5 n"},
      {"1,234,567", "家", "1234567 n"},
      {"1，234.5", "万元", "1234.5 n"},
      {"1 234 567", "元", "1234567 n"},
      {"12 345", "元", "12345 n"},
      {"155 155", "家", "?"},
      {"310 295", "家", "?"},
      {"668，675", "家", "?"},
      {"668，675家", "家", "?"},
      {"668,675", "家", "668675 n"},
      {"1，668，675", "家", "1668675 n"},
      {"１２３", "家", "123 n"},
      {"１，２３４．５０", "万元", "1234.5 n"},
      {"−5", "万元", "-5 n"},
      {"1.2E+3", "万元", "1200 n lost"},
      {"1.234E+3", "万元", "1234 n"},
      {"12 家", "家", "12 n"},
      {"12家", "户", "12 n"},
      {"12家次", "家", "12 n"},
      {"12个", "人", "12 n"},
      {"30人次", "次", "30 n"},
      {"1.6 千米", "千米", "1.6 n"},
      {"1.6 公里", "千米", "?"},
      {"12人", "家", "?"},
      {"12家", "人", "?"},
      {"12 家", "", "12 n"},
      {"85%", "%", "85 n"},
      {"８５％", "%", "85 n"},
      {"85", "%", "85"},
      {"85%", "家", "?"},
      {"3.5万", "家", "35000 n"},
      {"3.5万 家", "家", "35000 n"},
      {"1.2亿", "次", "120000000 n"},
      {"3.5万", "元", "35000 n"},
      {"3.5万元", "元", "35000 n"},
      {"3.5万元", "万元", "3.5 n"},
      {"3.5 万 元", "万元", "3.5 n"},
      {"¥3.5", "万元", "3.5 n"},
      {"1.2亿", "万元", "12000 from 亿元"},
      {"1.2亿元", "万元", "12000 from 亿元"},
      {"35000元", "万元", "3.5 from 元"},
      {"3.5千元", "万元", "0.35 from 千元"},
      {"3.5万", "万元", "?"},
      {"3.5万", "亿元", "?"},
      {"3亩", "平方米", "2000 from 亩"},
      {"1亩", "平方米", "666.67 from 亩"},
      {"2000㎡", "平方米", "2000 n"},
      {"2公顷", "平方米", "20000 from 公顷"},
      {"约100", "家", "?"},
      {"100多", "家", "?"},
      {"100余家", "家", "?"},
      {"近百", "家", "?"},
      {"若干", "家", "?"},
      {"100左右", "家", "?"},
      {"100-200", "家", "?"},
      {">100", "家", "?"},
      {"1,23", "家", "?"},
      {"1,2345", "家", "?"},
      {"12,34,567", "家", "?"},
      {"1.2.3", "家", "?"},
      {"12家（含2家）", "家", "?"},
      {"12元", "家", "?"},
      {"\"", "家", "?"},
      {"〃", "家", "?"},
      {" ″ ", "家", "?"},
      {"同上", "家", "?"},
      {"1\u0336" "2\u0336" "13", "家", "?"},
      {"120¹", "家", "?"},
      {"120㎡", "㎡", "120 n"},
      {"120m²", "㎡", "120 n"},
      {"", "家", "missing"},
      {" 　", "家", "missing"},
      {"/", "家", "missing"},
      {"／", "家", "missing"},
      {"—", "家", "missing"},
      {"——", "家", "missing"},
      {"-", "家", "missing"},
      {"暂无", "家", "missing"},
      {"暂 无", "家", "missing"},
      {"无", "家", "nil"},
      {"#DIV/0!", "万元", "error"},
      {"#N/A", "家", "error"},
      {"12345678901234567890", "元", "12345678901234600000 lost"},
      {"123456789012345", "元", "123456789012345"},
      {"1100000000000000000000", "元", "1100000000000000000000"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CAPTURE(row.unit);
    CHECK(say(read_number_text(row.text, row.unit)) == row.expected);
  }
}

TEST_CASE("what a unit was multiplied with") {
  CHECK(to_text(read_number_text("3.5万", "家").step) == "10000");
  CHECK(to_text(read_number_text("35000元", "万元").step) == "0.0001");
  CHECK(to_text(read_number_text("12 家", "家").step) == "1");
  CHECK(to_text(read_number_text("1亩", "平方米").step) == "666.666666666667");
}
