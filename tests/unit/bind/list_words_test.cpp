// The words of the schema language that rosters and ledgers need: ticks, computed columns, labelled totals, titles below.

#include <doctest/doctest.h>

#include "sheet_maker.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

const Look qinghai{.file = "2024/西宁市/青海信达服务中心/x.xlsx", .pack = "qinghai"};
const Look beijing{.file = "2023/昌平区/北京景大空间科技有限公司/x.xlsx", .pack = "beijing"};

SheetMaker served() {
  SheetMaker maker;
  maker.line("平台服务中小企业名单及满意度评价表").line("申报单位（盖章）：青海信达服务中心");
  maker.line("序号|服务企业名称|联系人|联系电话|服务内容简述|企业满意度|").line("|||||满意|不满意");
  return maker;
}

std::string key(const Bound& bound, std::size_t record) { return bound.returns.at(0).data.records.at(record).key; }

/// The figure that a total row gives for a column; — where it gives none.
std::string total(const Bound& bound, std::size_t row, const char* name, const char* pack = "qinghai") {
  const Return& data = bound.returns.at(0).data;
  if (data.totals.size() <= row) return "no total";
  const FormSpec& form = *catalogue().pack(pack)->form(data.form);
  const Value& value = data.totals[row].values[static_cast<std::size_t>(form.field(name))];
  return value.has_number() ? to_text(value.number) + " " + to_a1(value.cell) : "—";
}

}  // namespace

TEST_CASE("a tick merged over rows or columns is nobody's for certain") {
  const std::string first = "1|西宁青藏食品有限公司|韩梅|'0971|融资|√", second = "2|西宁晨光印务有限公司|李宁|'0972|培训|";
  CHECK(say_all(bind_sheet(served().line(first).line(second).merge("F5", "F6"), qinghai)) == "M cell.not-in-list F5");
  CHECK(say_all(bind_sheet(served().line(first).line(second).merge("F5", "G5"), qinghai)) == "M cell.not-in-list F5");
  // The group's label above both, on the next page.
  const SheetMaker pages = served().line(first).line("序号|服务企业名称|联系人|联系电话|服务内容简述|企业满意度|").line("|||||满意|不满意").line(second + "√");
  CHECK(bind_sheet(SheetMaker(pages).merge("F6", "G6"), qinghai).returns.at(0).data.records.size() == 2);
}

TEST_CASE("ticks, and what is computed from them") {
  struct Row {
    const char *tick, *satisfied, *rated, *findings;
  };
  const Row rows[] = {{"√", "1", "1", ""},  {"✓", "1", "1", ""},       {"■", "1", "1", ""},
                      {"", "0", "0", ""},   {"□", "0", "0", ""},       {"—", "0", "0", ""},
                      {"1", "1", "1", ""},  {"v", "1", "1", "I cell.normalised F5"},
                      {"是", "1", "1", ""}, {"一般", "bad", "missing", "M cell.not-in-list F5"},
                      {"×", "bad", "missing", "M cell.not-in-list F5"}};
  for (const Row& row : rows) {
    CAPTURE(row.tick);
    const Bound bound = bind_sheet(served().line(std::string("1|西宁青藏食品有限公司|韩梅|'0971|融资|") + row.tick), qinghai);
    CHECK(figure(bound, 0, "satisfied", "qinghai") == row.satisfied);
    CHECK(figure(bound, 0, "unsatisfied", "qinghai") == "0");
    CHECK(figure(bound, 0, "rated", "qinghai") == row.rated);
    CHECK(figure(bound, 0, "firms", "qinghai") == "1");
    CHECK(say_all(bound) == row.findings);
  }
}

TEST_CASE("a total row gives no sum of ticks where it gives none") {
  const std::string row = "1|西宁青藏食品有限公司|韩梅|'0971|融资|√";
  for (const auto& [last, sum] : {std::pair<std::string, std::string>{"合计|1家", "—"}, {"合计|1家||||—", "—"}, {"合计|1家||||1", "1 F6"}}) {
    CAPTURE(last);
    CHECK(total(bind_sheet(served().line(row).line(last), qinghai), 0, "satisfied") == sum);
  }
}

TEST_CASE("figures behind labels below the rows") {
  struct Row {
    const char *line, *firms, *rate;
  };
  const Row rows[] = {{"上一年度共服务企业   58   家||||||总体满意率 95.5 %", "58 A6", "95.5 G6"},
                      {"上一年度共服务企业（家）|58||||总体满意率（%）|95.5", "58 B6", "95.5 G6"},
                      {"上一年度共服务企业        家||||||总体满意率     %", "—", "—"},
                      {"上一年度共服务企业：58家", "58 A6", "—"}};
  for (const Row& row : rows) {
    CAPTURE(row.line);
    const Bound bound = bind_sheet(served().line("1|西宁青藏食品有限公司|韩梅|'0971|融资|√").line(row.line), qinghai);
    CHECK(bound.returns.at(0).data.records.size() == 1);
    CHECK(total(bound, 0, "firms") == row.firms);
    CHECK(total(bound, 0, "rate") == row.rate);
    CHECK(say_all(bound).find("M ") == std::string::npos);
  }
}

TEST_CASE("合计 with the number of rows in the column of names") {
  SheetMaker maker;
  maker.line("入驻企业名单");
  maker.line("序号|企业名称|设立时间|所属行业|职工人数|企业划型|入驻时间|租用面积（㎡）|是否属于基地主导产业|是否在基地内注册|是否在基地内办公|上年营业收入（万元）|联系人|联系电话");
  maker.line("1|北京星河芯片有限公司|2018-06-20|集成电路|86|小型|2019-04-01|1200|是|是|是|4380.5|于洋|'010");
  maker.line("合计|1家|—|—|86|小型1家|—|—||||4380.5|—|—");
  const Bound bound = bind_sheet(std::move(maker), beijing);
  CHECK(bound.returns.at(0).data.records.size() == 1);
  CHECK(total(bound, 0, "firms", "beijing") == "1 B4");
  CHECK(total(bound, 0, "staff", "beijing") == "86 E4");
  CHECK(total(bound, 0, "area", "beijing") == "—");
  CHECK(say_all(bound).empty());
}

TEST_CASE("a title below the table names the form and the year") {
  SheetMaker maker;
  maker.line("申报单位（盖章）：青海信达服务中心       单位：万元").line("序号|设备设施|功能|数量|设备原值|备注");
  maker.line("1|服务器|信息平台|2|24").line("合计||||24").line("填表人：赵玲       联系电话：0971-5550100");
  maker.line("2023年服务平台服务设施、软件、仪器设备清单");
  const Bound bound = bind_sheet(std::move(maker), {.file = "西宁市/x.xlsx", .pack = "qinghai"});
  CHECK(bound.returns.at(0).data.form == "equipment-list");
  CHECK(to_text(bound.returns.at(0).data.period) == "2023");
  CHECK(bound.returns.at(0).data.records.size() == 1);
  CHECK(say_all(bound).empty());
}

TEST_CASE("without a key two may be called alike; with one that is blank the name stands in") {
  SheetMaker staff;
  staff.line("企业服务工作站服务人员情况表").line("序号|姓名|职务|工作站岗位|联系电话");
  staff.line("1|王芳|专员|专员|'010").line("2|王芳|经理|站长|'010").line("3||专员|专员|'010");
  const Bound people = bind_sheet(std::move(staff), beijing);
  CHECK(key(people, 0) == "王芳");
  CHECK(key(people, 1) == "王芳#2");
  CHECK(key(people, 2) == "#1");

  SheetMaker tenants;
  tenants.line("小微企业创新创业基地入驻企业基本情况表").line("企业名称|营业执照注册号|入驻时间|厂房（场地）面积|职工人数|上年综合经济指标（万元）||").line("|||||营业收入|利润总额|上缴税金");
  tenants.line("晋创软件|91140105MA0K1A2B3C|2021-05-10|320|26|860.5|74.2|31.6").line("德胜加工部||2020-09-15|450|9|236.8|18.3|6.4");
  const Bound bound = bind_sheet(std::move(tenants), {.file = "2024/太原市/小店区/云谷双创基地/x.xlsx"});
  CHECK(key(bound, 0) == "91140105ma0k1a2b3c");
  CHECK(bound.returns.at(0).data.records.at(0).name == "晋创软件");
  CHECK(key(bound, 1) == "德胜加工部");
}

TEST_CASE("a table without records, where that says that there is none") {
  const std::string head = "序号|入驻企业名称|上市时间|上市挂牌板块";
  const Bound none = bind_sheet(SheetMaker().line("入驻企业上市挂牌名单").line(head).line("1").line("2"), beijing);
  CHECK(none.returns.at(0).data.nil_report);
  CHECK(say_all(none).empty());
  const Bound people = bind_sheet(SheetMaker().line("企业服务工作站服务人员情况表").line("序号|姓名|职务|工作站岗位|联系电话").line("1"), beijing);
  CHECK(say_all(people) == "M cell.required B2");
}
