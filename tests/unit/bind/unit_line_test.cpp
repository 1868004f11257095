// Which unit a column is in: unit lines, labels and cells as offices write them; figures worked out by hand.

#include <doctest/doctest.h>

#include "bind/column_units.hpp"
#include "sheet_maker.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

/// Revenue, area and staff of the first record, then the findings.
std::string read(const std::vector<std::string>& head, const std::vector<std::string>& labels, const std::vector<std::string>& foot = {},
                 const std::string& row = first) {
  const Bound bound = bind_sheet(SheetMaker().lines(head).lines(labels).line(row).lines(foot));
  std::string out = figure(bound, 0, "revenue") + " " + figure(bound, 0, "area") + " " + figure(bound, 0, "staff");
  const std::string findings = say_all(bound);
  return findings.empty() ? out : out + "; " + findings;
}

std::vector<std::string> relabel(const std::string& from, const std::string& to) {
  return {replace_all(header[0], from, to), replace_all(header[1], from, to)};
}

}  // namespace

TEST_CASE("unit lines above a table") {
  struct Row {
    std::vector<std::string> head;
    const char* expected;
  };
  const Row rows[] = {
      {{title}, "1500.5 3000 10"},
      {{title, "单位：万元、平方米、人、户、个、场"}, "1500.5 3000 10"},
      {{title, "单位：元"}, "0.15005 3000 10; V unit.converted A2"},
      {{title, "单位：元、平方米、人"}, "0.15005 3000 10; V unit.converted A2"},
      {{title, "单位:元 平方米 人 户"}, "0.15005 3000 10; V unit.converted A2"},
      {{title, "单位：人/元/㎡"}, "0.15005 3000 10; V unit.converted A2"},
      {{title, "单位：万 元"}, "1500.5 3000 10"},
      {{title, "单位：千元"}, "150.05 3000 10; V unit.converted A2"},
      {{title, "单位：仟元"}, "150.05 3000 10; V unit.converted A2"},
      {{title, "单位：百元"}, "15.005 3000 10; V unit.converted A2"},
      {{title, "单位：十万元"}, "15005 3000 10; V unit.converted A2"},
      {{title, "单位:RMB元"}, "0.15005 3000 10; V unit.converted A2"},
      {{title, "单位;元"}, "0.15005 3000 10; V unit.converted A2"},
      {{title, "单位 元"}, "0.15005 3000 10; V unit.converted A2"},
      {{title, "金额（元）"}, "0.15005 3000 10; V unit.converted A2"},
      {{title, "（金额：元）"}, "0.15005 3000 10; V unit.converted A2"},
      {{title, "单位：亿"}, "1500.5 3000 10; V unit.missing U3; V unit.missing J4; V unit.missing K4; V unit.missing L4"},
      {{title, "单位：W"}, "1500.5 3000 10; V unit.missing U3; V unit.missing J4; V unit.missing K4; V unit.missing L4"},
      {{title, "单位：亿、平方米、人、户、个"}, "1500.5 3000 10; V unit.missing U3; V unit.missing J4; V unit.missing K4; V unit.missing L4"},
      {{title, "（单位：W、平方米）"}, "1500.5 3000 10; V unit.missing U3; V unit.missing J4; V unit.missing K4; V unit.missing L4"},
      {{title, "单位：太原市工信局"}, "1500.5 3000 10"},
      {{title, "单位：百万元"}, "150050 3000 10; V unit.converted A2"},
      {{title, "单位：亿元"}, "15005000 3000 10; V unit.converted A2"},
      {{title, "单位：人民币元"}, "0.15005 3000 10; V unit.converted A2"},
      {{title, "单位：元（人民币）"}, "0.15005 3000 10; V unit.converted A2"},
      {{title, "金额单位：元"}, "0.15005 3000 10; V unit.converted A2"},
      {{title, "货币单位：元　币种：人民币"}, "0.15005 3000 10; V unit.converted A2"},
      {{title, "计量单位：元、亩"}, "0.15005 2000000 10; I unit.converted A2; V unit.converted A2"},
      {{title, "单位：万元、公顷"}, "1500.5 30000000 10; I unit.converted A2"},
      {{title, "单位：万元、万平方米"}, "1500.5 30000000 10; I unit.converted A2"},
      {{title, "单位：万元、㎡"}, "1500.5 3000 10"},
      {{title, "单位：万元、m2"}, "1500.5 3000 10"},
      {{title, "单位：万元、平米"}, "1500.5 3000 10"},
      {{title, "单位：万元、人次"}, "1500.5 3000 10"},
      {{title, "单位：万元、万人"}, "1500.5 3000 100000; I unit.converted A2"},
      {{title, "单位：元、栋、平方米"}, "0.15005 3000 10; V unit.converted A2"},
      {{title, "单位：万元", "单位：平方米、人"}, "1500.5 3000 10"},
      {{title, "金额单位：元　面积单位：亩"}, "0.15005 2000000 10; I unit.converted A2; V unit.converted A2"},
      {{title, "单位：元", "单位：亩、人"}, "0.15005 2000000 10; V unit.converted A2; I unit.converted A3"},
      {{title, "单位|元"}, "0.15005 3000 10; V unit.converted A2"},
      {{title, "单位（元）"}, "0.15005 3000 10; V unit.converted A2"},
      {{title, "|||||||||||||||||||（元）"}, "0.15005 3000 10; V unit.converted T2"},
      {{title, "|||||||||||||||||||元"}, "0.15005 3000 10; V unit.converted T2"},
      {{title + "　　　　　　单位：元"}, "0.15005 3000 10; V unit.converted A1"},
      {{title + "（单位：元）"}, "0.15005 3000 10; V unit.converted A1"},
      {{title + "（元）"}, "0.15005 3000 10; V unit.converted A1"},
      {{title + "(元、平方米)"}, "0.15005 3000 10; V unit.converted A1"},
      {{title + "（万元）"}, "1500.5 3000 10"},
      {{title + "（公章）"}, "1500.5 3000 10"},
      {{title + "||||||||||||||||||单位：元"}, "0.15005 3000 10; V unit.converted S1"},
      {{title, "填报单位：小店区工业和信息化局||||||||||单位：元"}, "0.15005 3000 10; V unit.converted K2"},
      {{title, "本表以元为单位"}, "0.15005 3000 10; V unit.converted A2"},
      {{title, "金额单位均为元"}, "0.15005 3000 10; V unit.converted A2"},
  };
  for (const Row& row : rows) {
    CAPTURE(join(row.head, " ⏎ "));
    CHECK(read(row.head, header) == row.expected);
  }
}

TEST_CASE("unit lines that contradict each other, or name money that is no 元") {
  struct Row {
    std::vector<std::string> head;
    const char* expected;
  };
  const Row rows[] = {
      {{title, "单位：万元", "单位：元"}, "M unit.conflict A3"},
      {{title, "单位：元、千元"}, "M unit.conflict A2"},
      {{title, "单位：元、万元"}, "M unit.conflict A2"},
      {{title, "单位：万元、元、人"}, "M unit.conflict A2"},
      {{title, "单位：万美元"}, "M unit.conflict A2"},
  };
  for (const Row& row : rows) {
    CAPTURE(join(row.head, " ⏎ "));
    CHECK(read(row.head, header) == std::string("1500.5 3000 10; ") + row.expected);
  }
  // Where all labels name a unit, two lines contradict each other all the same; of one line's units each column takes its own.
  const std::vector<std::string> labels = relabel("营业收入", "营业收入（万元）");
  CHECK(read({title, "单位：万元", "单位：元"}, labels) == "1500.5 3000 10; M unit.conflict A3");
  CHECK(read({title, "单位：万元、平方米、亩"}, relabel("建筑面积", "建筑面积（平方米）")) == "1500.5 3000 10");
}

TEST_CASE("units in labels") {
  struct Row {
    const char *line, *from, *to, *expected;
  };
  const Row rows[] = {
      {"单位：人", "营业收入", "营业收入（万元）", "1500.5 3000 10"},
      {"单位：人", "营业收入", "营业收入（元）", "0.15005 3000 10; V unit.converted J4"},
      {"单位：人", "营业收入", "营业收入\n（元）", "0.15005 3000 10; V unit.converted J4"},
      {"单位：人", "营业收入", "营业收入[元]", "0.15005 3000 10; V unit.converted J4"},
      {"单位：人", "营业收入", "营业收入(单位：元)", "0.15005 3000 10; V unit.converted J4"},
      {"单位：人", "营业收入", "营业收入\n元", "0.15005 3000 10; V unit.converted J4"},
      {"单位：人", "营业收入", "营业收入 元", "0.15005 3000 10; V unit.converted J4"},
      {"单位：人", "营业收入", "营业收入\n万元", "1500.5 3000 10"},
      {"单位：元", "营业收入", "营业收入\n万元", "1500.5 3000 10; V unit.converted A2; M unit.conflict J4"},
      {"单位：人", "建筑面积", "建筑面积\n平方米", "1500.5 3000 10"},
      {"单位：人", "基地服务人员数", "基地服务人员数 人", "1500.5 3000 10"},
      {"单位：人", "营业收入", "营业收入/元", "0.15005 3000 10; V unit.converted J4"},
      {"单位：人", "营业收入", "营业收入（元、人）", "0.15005 3000 10; V unit.converted J4"},
      {"单位：人", "运营情况", "运营情况（元）", "0.15005 3000 10; V unit.converted J4; V unit.converted K4; V unit.converted L4"},
      {"单位：人", "建筑面积", "建筑面积（亩）", "1500.5 2000000 10; I unit.converted I4"},
      {"单位：人", "建筑面积", "建筑面积（万㎡）", "1500.5 30000000 10; I unit.converted I4"},
      {"单位：人", "基地服务人员数", "基地服务人员数（人次）", "1500.5 3000 10"},
      {"单位：人", "基地服务人员数", "基地服务人员数（万人）", "1500.5 3000 100000; I unit.converted F4"},
      {"单位：元", "营业收入", "营业收入（元）", "0.15005 3000 10; V unit.converted A2; V unit.converted J4"},
      {"单位：元", "营业收入", "营业收入（万元）", "1500.5 3000 10; V unit.converted A2; M unit.conflict J4"},
      {"单位：万元", "营业收入", "营业收入（元）", "1500.5 3000 10; M unit.conflict J4"},
      {"单位：万元", "营业收入", "营业收入（家）", "1500.5 3000 10; M unit.conflict J4"},
      {"单位：人", "营业收入", "营业收入（万元、元）", "1500.5 3000 10; M unit.conflict J4"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    CAPTURE(row.to);
    CHECK(read({title, row.line}, relabel(row.from, row.to)) == row.expected);
  }
  // A group in 万元 over a column in 元.
  std::vector<std::string> both = relabel("运营情况", "运营情况（万元）");
  both[1] = replace_all(both[1], "营业收入", "营业收入（元）");
  CHECK(read({title, "单位：人"}, both) == "1500.5 3000 10; M unit.conflict J4");
}

TEST_CASE("a row of units below the header") {
  std::vector<std::string> labels = header;
  labels.push_back("||||||||平方米|元|元|元|||||||||元");
  CHECK(read({title}, labels) == "0.15005 3000 10; V unit.converted J4; V unit.converted K4; V unit.converted L4; V unit.converted U4");
  for (const char* yuan : {"（元）", "(元)", "单位：元", "单位:（元）", "计量单位：元"}) {
    CAPTURE(yuan);
    labels.back() = replace_all("|||||||||@|@|@|||||||||@", "@", yuan);
    CHECK(read({title}, labels) == "0.15005 3000 10; V unit.converted J4; V unit.converted K4; V unit.converted L4; V unit.converted U4");
  }
  labels.back() = "|单位||||人|户|人|亩|万元|万元|万元|个|户|场|户|户|户|户|户|万元";
  CHECK(read({title}, labels) == "1500.5 2000000 10; I unit.converted I4");
  CHECK(read({title, "单位：元"}, labels) ==
        "0.15005 2000000 10; V unit.converted A2; I unit.converted I5; M unit.conflict J5; M unit.conflict K5; M unit.conflict L5; M unit.conflict U5");
  for (const char* alone : {"|||||||||元", "|—|||||||—|（元）|—", "|||||||||元||||||||||||备注|3"}) {  // under one column
    CAPTURE(alone);
    labels.back() = alone;
    const std::string told = read({title}, labels);
    CHECK(told.substr(0, told.find("; V cell")) == "0.15005 3000 10; V unit.converted J4");
  }
}

TEST_CASE("a unit named only below the table contradicts what was read") {
  CHECK(read({title}, header, {"注：本表金额单位：元"}) == "1500.5 3000 10; M unit.conflict A5");
  CHECK(read({title, "单位：万元"}, header, {"", "说明：金额以元为单位"}) == "1500.5 3000 10; M unit.conflict A7");
  CHECK(read({title, "单位：元"}, header, {"注：单位：元"}) == "0.15005 3000 10; V unit.converted A2");
  CHECK(read({title}, header, {"注：金额单位：万元"}) == "1500.5 3000 10");
}

TEST_CASE("units behind figures, under a unit line") {
  const std::string row = replace_all(first, "1500.5", "15005000元");
  CHECK(read({title, "单位：万元"}, header, {}, row) == "1500.5 3000 10; V unit.converted J5");
  CHECK(read({title, "单位：元"}, header, {}, row) == "1500.5 3000 10; V unit.converted A2; I cell.normalised J5");
  CHECK(read({title, "单位：元"}, header, {}, replace_all(first, "1500.5", "1500.5万元")) ==
        "1500.5 3000 10; V unit.converted A2; I cell.normalised J5");
}
