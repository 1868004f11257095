// Reporter, period and unit decisions.

#include <doctest/doctest.h>

#include "sheet_maker.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

const std::string summary_title = "2024年省级小微企业双创基地基本情况汇总表";

std::string record(const std::string& name, const std::string& operating = "云谷公司") {
  return "1|" + name + "|" + operating + "|2019.7|是|10|20|200|3000|1500.5|45.2|300|6|80|12|3|2|1|1|1|25.5";
}

Bound bind_list(const std::vector<std::string>& head, const std::vector<std::string>& rows, const std::string& file) {
  return bind_sheet(SheetMaker().lines(head).lines(header).lines(rows), {.file = file});
}

std::string who(const Bound& bound) {
  const Return& data = bound.returns.at(0).data;
  return data.region + " " + data.reporter + (data.by_entity ? " entity" : "");
}

/// A platform return with one platform.
Bound bind_platform(const std::vector<std::string>& head, const std::string& file, Date arrived = {}) {
  SheetMaker maker;
  maker.lines(head);
  maker.line("序号|平台名称|联系人|联系电话|服务场地面积|员工数|||服务企业数||||营业收入||其中：服务收入||利润||上缴税金||举办服务活动场次||其中：以政府名义举办场次|");
  maker.line("|||||总人数|其中：大专（含）以上学历|中级（含）以上技术职称|累计数|新增数|同比增长（%）|签订服务协议户数|新增金额|同比增长（%）|新增金额|同比增长（%）|"
             "新增金额|同比增长（%）|新增金额|同比增长（%）|累计数|新增数|累计数|新增数");
  maker.line("1|惠企通平台|马建国|0971-6100000|500|20|15|6|400|60|—|100|120.5|12.5%|80|0|-3.5||6|3.25|60|10|20|3");
  return bind_sheet(std::move(maker), {.file = file, .pack = "qinghai", .arrived = arrived});
}

std::string when(const Bound& bound) { return to_text(bound.returns.at(0).data.period); }

}  // namespace

TEST_CASE("who filed") {
  struct Row {
    const char *line, *file, *name, *expected, *findings;
  };
  const Row rows[] = {
      {"填报单位：小店区工业和信息化局", "a.xlsx", "云谷双创基地", "140105 小店区", ""},
      {"填报单位：太原市小店区工信局", "a.xlsx", "云谷双创基地", "140105 小店区", ""},
      {"", "2024/太原市/小店区.xlsx", "云谷双创基地", "140105 小店区", ""},
      {"", "2024/太原市/x.xlsx", "太原市小店区云谷双创基地", "140105 小店区", ""},
      {"", "x.xlsx", "太原市小店区云谷双创基地", "140105 小店区", ""},
      {"填报单位：太原市工信局", "2024/小店区.xlsx", "云谷双创基地", "140105 小店区", ""},
      {"填报单位：城区工信局", "2024/晋城市/x.xlsx", "城区云谷双创基地", "140502 城区", ""},
      {"填报单位：晋城市城区工信局", "x.xlsx", "云谷双创基地", "140502 城区", ""},
      {"", "2024/阳泉市/城区.xlsx", "云谷双创基地", "140302 城区", ""},
      {"填报单位：城区工信局", "x.xlsx", "云谷双创基地", " 城区工信局", "M reporter.unknown"},
      {"", "2024/x.xlsx", "云谷双创基地", " ", "M reporter.unknown"},
      {"填报单位：太原市工信局", "2024/x.xlsx", "云谷双创基地", " 太原市工信局", "M reporter.unknown"},
      {"", "2024/太原市/小店双创基地.xlsx", "云谷双创基地", "140105 小店区", ""},
      {"填报单位：小店区工信局", "2024/大同市/x.xlsx", "云谷双创基地", "140105 小店区", "M reporter.conflict"},
      {"填报单位：小店区工信局", "2024/迎泽区.xlsx", "云谷双创基地", "140105 小店区", "M reporter.conflict"},
      {"填报单位：小店区工信局", "x.xlsx", "大同市云州区云谷双创基地", "140105 小店区", "M reporter.conflict B6"},
      {"填报单位：忻州经济开发区管委会", "2024/忻州市/x.xlsx", "云谷双创基地", "140900-jkq 忻州经济开发区", ""},
      {"填报单位：忻州经济开发区管委会", "2024/忻州市/x.xlsx", "忻州市忻府区云谷双创基地", "140900-jkq 忻州经济开发区", ""},
      {"填报单位：云谷公司", "2024/太原市/x.xlsx", "太原市小店区云谷双创基地", "140105 太原市小店区云谷双创基地 entity", ""},
      {"填报单位：太原市小店区云谷双创基地", "2024/x.xlsx", "太原市小店区云谷双创基地", "140105 太原市小店区云谷双创基地 entity", ""},
      {"", "2024/太原市/太原市小店区云谷双创基地2024年.xlsx", "太原市小店区云谷双创基地", "140105 太原市小店区云谷双创基地 entity", ""},
      {"小店区工业和信息化局（盖章）", "x.xlsx", "云谷双创基地", "140105 小店区", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    CAPTURE(row.file);
    CAPTURE(row.name);
    const std::string line = *row.line == '\0' ? units : row.line;
    const std::string operating = std::string(row.line).find("云谷公司") != std::string::npos ? "云谷公司" : "星火公司";
    const Bound bound = bind_list({title, units, line}, {record(row.name, operating)}, row.file);
    CHECK(who(bound) == row.expected);
    CHECK(say_all(bound) == row.findings);
  }
}

TEST_CASE("a city's table holds its counties' records") {
  const Bound bound = bind_list({summary_title, units, "填报单位：晋城市工业和信息化局"},
                                {record("晋城市阳城县云谷双创基地"), record("城区星火双创基地"), record("蓝海双创基地")},
                                "2024/晋城市/晋城市汇总表.xlsx");
  CHECK(who(bound) == "140500 晋城市");
  CHECK(say_all(bound) == "");
  CHECK(bound.returns[0].data.records[0].region == "140522");
  CHECK(bound.returns[0].data.records[1].region == "140502");
  CHECK(bound.returns[0].data.records[2].region == "140500");
  const Bound county = bind_list({summary_title, units, "填报单位：阳城县工业和信息化局"}, {record("晋城市阳城县云谷双创基地")}, "2024/x.xlsx");
  CHECK(who(county) == "140522 阳城县");
}

TEST_CASE("which period of a yearly form") {
  struct Row {
    const char *title, *file;
    const char* assumed;
    const char *expected, *findings;
  };
  const std::string bare = "省级小微企业双创基地基本情况表";
  const Row rows[] = {
      {"2024年", "小店区.xlsx", "", "2024", ""},
      {"2024年", "2024/小店区.xlsx", "", "2024", ""},
      {"2024年", "2023/小店区.xlsx", "", "2024", "I period.assumed"},
      {"2024年", "小店区2023年.xlsx", "", "2024", "I period.assumed"},
      {"", "2023/小店区.xlsx", "", "2023", ""},
      {"", "小店区2023年.xlsx", "", "2023", ""},
      {"", "小店区20230820.xlsx", "2024", "2024", "I period.assumed"},
      {"", "小店区.xlsx", "2024", "2024", "I period.assumed"},
      {"", "小店区.xlsx", "", "", "M period.unknown"},
      {"2024年", "小店区.xlsx", "2023", "2024", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.title);
    CAPTURE(row.file);
    const std::optional<Period> assumed = *row.assumed == '\0' ? std::nullopt : parse_period(row.assumed);
    const Bound bound = bind_sheet(SheetMaker().lines({row.title + bare, units}).lines(header).lines({first}), {.file = row.file, .assumed = assumed});
    const Period& period = bound.returns.at(0).data.period;
    CHECK((period.year == 0 ? "" : to_text(period)) == row.expected);
    CHECK(say_all(bound) == row.findings);
  }
  const Bound two = bind_list({title, "报告期：2023年", units}, {first}, "小店区.xlsx");
  CHECK(say_all(two) == "M period.conflict A2");
  const Bound told = bind_list({title, "（本表如实填写，涉及2022年、2023年数据的以年报为准）", units}, {first}, "小店区.xlsx");
  CHECK(say_all(told) == "");
  const Bound filed = bind_list({title, "填报时间：2025年1月", units}, {first}, "小店区.xlsx");
  CHECK(say_all(filed) == "");
  CHECK(when(filed) == "2024");
}

TEST_CASE("the half-year of the platform form comes from the filing date") {
  const std::string name = "青海省中小企业公共服务示范平台运营情况汇总表";
  const std::string office = "市（州）/园区工信局（盖章）：西宁市工业和信息化局          单位：万元、人、家、平方米";
  const auto head = [&](const std::string& span, const std::string& filed) {
    return std::vector<std::string>{name, span, office, "填报人：李强    联系电话：0971-1    填报时间：" + filed};
  };
  const Date none{};
  CHECK(when(bind_platform(head("（2024年上半年）", "2024年7月5日"), "x.xlsx")) == "2024H1");
  CHECK(when(bind_platform(head("（ 2024 年度）", "2024年7月5日"), "x.xlsx")) == "2024H1");
  CHECK(when(bind_platform(head("（ 2024 年度）", "2024年7月5日"), "2024H1/西宁市/x.xlsx")) == "2024H1");
  CHECK(when(bind_platform(head("（ 2024 年度）", "2025年1月15日"), "x.xlsx")) == "2024");
  CHECK(when(bind_platform(head("（ 2024 年度）", ""), "x.xlsx", *parse_date("2024-07-12"))) == "2024H1");
  CHECK(when(bind_platform(head("（ 2024 年度）", ""), "x.xlsx", *parse_date("2025-01-12"))) == "2024");
  CHECK(say_all(bind_platform(head("（ 2024 年度）", "2024年7月5日"), "2024H1/西宁市/x.xlsx")) == "I cell.normalised N7");
  const Bound unclear = bind_platform(head("（ 2024 年度）", "2024年3月5日"), "x.xlsx", none);
  CHECK(say_all(unclear) == "V period.conflict; I cell.normalised N7");
}

TEST_CASE("filed growth: a dash, a zero and a blank are no fault, a percentage is read") {
  const Bound bound = bind_platform({"青海省中小企业公共服务示范平台运营情况汇总表（2024年上半年）", "填报单位：西宁市工信局", "单位：万元、人、家、平方米"}, "x.xlsx");
  CHECK(who(bound) == "630100 西宁市");
  CHECK(figure(bound, 0, "firms_growth", "qinghai") == "missing");
  CHECK(figure(bound, 0, "revenue_growth", "qinghai") == "12.5");
  CHECK(figure(bound, 0, "service_revenue_growth", "qinghai") == "0");
  CHECK(figure(bound, 0, "profit", "qinghai") == "-3.5");
  CHECK(figure(bound, 0, "profit_growth", "qinghai") == "missing");
  CHECK(figure(bound, 0, "gov_events_new", "qinghai") == "3");
}

TEST_CASE("units of the sheet") {
  struct Row {
    const char *line, *revenue_label, *area_label, *revenue, *area, *findings;
  };
  const Row rows[] = {
      {"单位：万元、平方米", "营业收入", "建筑面积", "1500.5", "3000", ""},
      {"单位：元、平方米、人", "营业收入", "建筑面积", "0.15005", "3000", "V unit.converted A2"},
      {"（单位：亿元）", "营业收入", "建筑面积", "15005000", "3000", "V unit.converted A2"},
      {"单位：千元", "营业收入", "建筑面积", "150.05", "3000", "V unit.converted A2"},
      {"", "营业收入（元）", "建筑面积", "0.15005", "3000", "V unit.converted J4"},
      {"单位：万元、亩", "营业收入", "建筑面积", "1500.5", "2000000", "I unit.converted A2"},
      {"单位：万元", "营业收入", "建筑面积（亩）", "1500.5", "2000000", "I unit.converted I4"},
      {"单位：万元、平方米", "营业收入（元）", "建筑面积", "1500.5", "3000", "M unit.conflict J4"},
      {"单位：万元、平方米", "营业收入（万元）", "建筑面积（㎡）", "1500.5", "3000", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    CAPTURE(row.revenue_label);
    CAPTURE(row.area_label);
    const std::string labels = replace_all(replace_all(header[1], "营业收入", row.revenue_label), "建筑面积", row.area_label);
    const Bound bound = bind_sheet(SheetMaker().lines({title, row.line, header[0], labels, first}));
    CHECK(figure(bound, 0, "revenue") == row.revenue);
    CHECK(figure(bound, 0, "area") == row.area);
    CHECK(say_all(bound) == row.findings);
  }
}
