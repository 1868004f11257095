// The bands form: label rows over value rows.

#include <doctest/doctest.h>

#include "sheet_maker.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {


const Look look{.file = "2020/鸡西市/x.xlsx", .pack = "heilongjiang"};

/// The whole form with every figure its ordinal; task and band in the first two columns as written.
SheetMaker whole_form(bool blank_rows, const std::string& money = "（万元）") {
  const FormSpec& form = *catalogue().pack("heilongjiang")->form("key-services");
  SheetMaker maker;
  maker.lines({"2020年重点服务活动实施情况统计表", "市级中小企业主管部门（盖章）：鸡西市工业和信息化局", "主要任务|具体内容||服务成果"});
  int number = 0;
  std::string task;
  for (const Band& band : form.bands) {
    std::string labels = band.task == task ? "|" : band.task + "|";
    task = band.task;
    labels += band.total ? band.name + "|" : "其中|" + band.name;
    std::string values = "||";
    for (const int field : band.fields) {
      const Field& f = form.fields[static_cast<std::size_t>(field)];
      labels += "|" + f.path.back() + (f.is_money() ? money : "");
      values += "|" + std::to_string(++number);
    }
    maker.line(labels);
    if (blank_rows) maker.line("");
    maker.line(values);
    if (blank_rows) maker.line("");
  }
  return maker.line("填表人：王丽    联系电话：0451-5550123");
}

void check_figures(const Bound& bound) {
  REQUIRE(bound.returns.size() == 1);
  const Return& data = bound.returns[0].data;
  CHECK(data.region == "230300");
  CHECK(to_text(data.period) == "2020");
  REQUIRE(data.records.size() == 1);
  CHECK(data.records[0].key == "");
  for (std::size_t i = 0; i < data.records[0].values.size(); ++i) {
    CAPTURE(i);
    CHECK(data.records[0].values[i].kind == ValueKind::figure);
    CHECK(to_text(data.records[0].values[i].number) == std::to_string(i + 1));  // printed order is field order
  }
}

}  // namespace

TEST_CASE("the bands as printed, unmerged") {
  const Bound bound = bind_sheet(whole_form(false), look);
  check_figures(bound);
  CHECK(say_all(bound) == "");
  CHECK(figure(bound, 0, "policy_online_firms", "heilongjiang") == "7");
}

TEST_CASE("blank rows between and behind") {
  const Bound bound = bind_sheet(whole_form(true), look);
  check_figures(bound);
  CHECK(say_all(bound) == "");
}

TEST_CASE("交易额 without a unit is to be verified, in 元 it is converted") {
  const Bound bound = bind_sheet(whole_form(false, ""), look);
  check_figures(bound);
  CHECK(say_all(bound).find("V unit.missing") == 0);
  const Bound yuan = bind_sheet(whole_form(false, "（元）"), look);
  CHECK(say_all(yuan).find("V unit.converted") == 0);
}

TEST_CASE("a band that is missing, a figure beside the bands") {
  SheetMaker maker;
  maker.lines({"重点服务活动实施情况统计表", "政策宣贯服务|各类政策宣贯服务合计||服务次数|服务企业数||||5", "|||12|约40||77"});
  const Bound bound = bind_sheet(std::move(maker), look);
  // Two labels of forty-odd are not enough to call it the form, title or not.
  CHECK(say_all(bound) == "M file.unrecognised");
}
