// Several tables on a sheet, several sheets of one form, and what is no form.

#include <doctest/doctest.h>

#include "sheet_maker.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

/// form period region reporter: keys of the records; one return a line.
std::string say_returns(const Bound& bound) {
  std::vector<std::string> out;
  for (const BoundReturn& one : bound.returns) {
    std::vector<std::string> names;
    for (const Record& record : one.data.records) names.push_back(record.name + (record.sheet.empty() ? "" : "@" + record.sheet));
    out.push_back(one.data.form + " " + (one.data.period.year == 0 ? "?" : to_text(one.data.period)) + " " + one.data.reporter + ": " + join(names, "、"));
  }
  return join(out, "\n");
}

std::string base(const std::string& name, const std::string& revenue = "1500.5") {
  return "1|" + name + "|云谷公司|2019.7|是|10|20|200|3000|" + revenue + "|45.2|300|6|80|12|3|2|1|1|1|25.5";
}

const std::string staff_title = "管理和服务人员名单及职称情况一览表";
const std::string staff_header = "序号|姓名|性别|年龄|学历|职务|职称|主要工作内容";
const std::string tenants_title = "小微企业创业创新基地入驻企业基本情况表";
const std::vector<std::string> tenants_header{"序号|企业名称|营业执照注册号|入驻时间|厂房（场地）面积|职工人数|上年综合经济指标（万元）||", "||||||营业收入|利润总额|上缴税金"};

const Look of_base{.file = "2024/太原市/小店区/云谷双创基地/附件.xlsx"};

}  // namespace

TEST_CASE("two forms, one below the other") {
  SheetMaker maker;
  maker.lines({"附件7 表2", staff_title, "申请单位：云谷双创基地", staff_header, "1|张三|男|35|本科|主任|工程师|招商", "2|李四|女|28|大专|干事|无|财务",
               "填表人：王五", "", "附件3", tenants_title, "填报单位：云谷双创基地"});
  maker.lines(tenants_header).lines({"1|甲公司||2020.5|120|8|300|20|5", "2|乙公司||2021.6|80|4|150|-3|2"});
  const Bound bound = bind_sheet(std::move(maker), of_base);
  CHECK(say_returns(bound) == "staff-list 2024 云谷双创基地: 张三、李四\ntenant-list 2024 云谷双创基地: 甲公司、乙公司");
  CHECK(bound.returns.at(1).data.records.at(1).values[6].number == 150);
  CHECK(bound.returns.at(1).data.records.at(1).values[6].cell == CellRef{14, 6});
}

TEST_CASE("two forms side by side, with an empty column between and a title over each") {
  SheetMaker maker;
  maker.lines({staff_title + "||||||||" + "|" + tenants_title, "申请单位：云谷双创基地", staff_header + "||" + tenants_header[0], "||||||||" + tenants_header[1].substr(0),
               "1|张三|男|35|本科|主任|工程师|招商||1|甲公司||2020.5|120|8|300|20|5", "2|李四|女|28|大专|干事|无|财务||2|乙公司||2021.6|80|4|150|-3|2"});
  const Bound bound = bind_sheet(std::move(maker), of_base);
  CHECK(say_returns(bound) == "staff-list 2024 云谷双创基地: 张三、李四\ntenant-list 2024 云谷双创基地: 甲公司、乙公司");
}

TEST_CASE("two forms side by side, of which one has a lower header") {
  SheetMaker maker;
  maker.lines({staff_title, "申请单位：云谷双创基地", "||||||||" + std::string("|") + tenants_title, staff_header + "||" + tenants_header[0],
               "1|张三|男|35|本科|主任|工程师|招商||" + tenants_header[1].substr(1), "2|李四|女|28|大专|干事|无|财务||1|甲公司||2020.5|120|8|300|20|5"});
  const Bound bound = bind_sheet(std::move(maker), of_base);
  CHECK(say_returns(bound) == "staff-list 2024 云谷双创基地: 张三、李四\ntenant-list 2024 云谷双创基地: 甲公司");
}

TEST_CASE("a sheet that goes on with the list of the one before, without a header") {
  const std::vector<std::string> rows{"3|赵六|男|41|硕士|主管|高工|培训", "4|孙七|女|30|本科|干事|无|法务"};
  const auto bind_both = [&](const std::vector<std::string>& further) {
    std::deque<SheetMaker> sheets;
    sheets.push_back(SheetMaker("Sheet1").lines({staff_title, "申请单位：云谷双创基地", staff_header, "1|张三|男|35|本科|主任|工程师|招商"}));
    sheets.push_back(SheetMaker("Sheet2").lines(further));
    return say_all(bind_sheets(std::move(sheets), of_base));
  };
  CHECK(bind_both(rows) == "I sheet.ignored; V cell.unclaimed A1");
  CHECK(bind_both({"（续表）", rows[0], rows[1]}) == "I sheet.ignored; V cell.unclaimed A2");
  CHECK(bind_both({"", "|" + rows[0], "|" + rows[1]}) == "I sheet.ignored; V cell.unclaimed B2");  // one column further
  CHECK(bind_both({"选项|说明|代码", "1|是|1", "2|否|0"}) == "I sheet.ignored");                     // another table
  CHECK(bind_both({"编号|企业|类型|数量|备注|经办|电话", "1|甲公司|小型|3|无|王五|'0351-1"}) == "I sheet.ignored");
}

TEST_CASE("a list printed in two halves side by side is one return") {
  SheetMaker maker;
  maker.lines({staff_title, "申请单位：云谷双创基地", staff_header + "|" + staff_header, "1|张三|男|35|本科|主任|工程师|招商|3|赵六|男|41|硕士|主管|高工|培训",
               "2|李四|女|28|大专|干事|无|财务|4|孙七|女|30|本科|干事|无|法务"});
  const Bound bound = bind_sheet(std::move(maker), of_base);
  CHECK(say_returns(bound) == "staff-list 2024 云谷双创基地: 张三、李四、赵六、孙七");
  CHECK(say_all(bound) == "");
}

TEST_CASE("the same form of two reporters, one below the other, is two returns") {
  SheetMaker maker;
  maker.lines({title, "填报单位：小店区工信局", units}).lines(header).line(base("云谷双创基地"));
  maker.lines({title, "填报单位：迎泽区工信局", units}).lines(header).line(base("星火双创基地"));
  const Bound bound = bind_sheet(std::move(maker), {.file = "2024/太原市/x.xlsx"});
  CHECK(say_returns(bound) == "base-situation 2024 小店区: 云谷双创基地\nbase-situation 2024 迎泽区: 星火双创基地");
}

TEST_CASE("last year's table below this year's is its own return") {
  SheetMaker maker;
  maker.lines({title, units}).lines(header).line(base("云谷双创基地"));
  maker.lines({"", replace_all(title, "2024", "2023"), units}).lines(header).line(base("云谷双创基地", "1200"));
  const Bound bound = bind_sheet(std::move(maker), {.file = "太原市/小店区.xlsx"});
  CHECK(say_returns(bound) == "base-situation 2024 小店区: 云谷双创基地\nbase-situation 2023 小店区: 云谷双创基地");
}

TEST_CASE("a second page whose columns stand in another order is read by its own header") {
  const auto swapped = [](const std::string& line) {
    std::vector<std::string> cells = split(line, '|');
    cells.resize(21);
    std::swap(cells[9], cells[10]);  // 营业收入 and 上缴税金
    return join(cells, "|");
  };
  SheetMaker maker;
  maker.lines({title, units}).lines(header).line(base("云谷双创基地"));
  maker.lines({title, units, header[0], swapped(header[1]), swapped(base("星火双创基地", "2500"))});
  const Bound bound = bind_sheet(std::move(maker));
  CHECK(say_returns(bound) == "base-situation 2024 小店区: 云谷双创基地、星火双创基地");
  CHECK(figure(bound, 1, "revenue") == "2500");
  CHECK(figure(bound, 1, "tax") == "45.2");
}

TEST_CASE("a further table that is none of the forms is told with its cells") {
  SheetMaker maker;
  maker.lines({title, units}).lines(header).line(base("云谷双创基地"));
  maker.lines({"", "各镇情况", "基地名称|营业收入|备注", "云谷|900|甲镇", "星火|600|乙镇"});
  const Bound bound = bind_sheet(std::move(maker));
  CHECK(say_returns(bound) == "base-situation 2024 小店区: 云谷双创基地");
  CHECK(say_all(bound) == "V cell.unclaimed A8");
}

TEST_CASE("one form over several sheets is one return") {
  std::deque<SheetMaker> sheets;
  sheets.push_back(SheetMaker("一月").lines({title, units}).lines(header).lines({base("云谷双创基地", "100"), "合计||||||||| 100"}));
  sheets.push_back(SheetMaker("二月").lines({title, units}).lines(header).lines({base("星火双创基地", "250"), "合计|||||||||250"}));
  sheets.push_back(SheetMaker("三月").lines({title, units}).lines(header).lines({base("蓝海双创基地", "50"), "合计|||||||||400"}));
  const Bound bound = bind_sheets(std::move(sheets));
  CHECK(say_returns(bound) == "base-situation 2024 小店区: 云谷双创基地、星火双创基地@二月、蓝海双创基地@三月");
  const auto& totals = bound.returns.at(0).data.totals;
  REQUIRE(totals.size() == 3);
  CHECK((!totals[1].grand && totals[1].first_record == 1 && totals[1].last_record == 2 && totals[1].sheet == "二月"));
  CHECK((totals[2].grand && totals[2].first_record == 0 && totals[2].last_record == 3));
}

TEST_CASE("a unit line on one page alone") {
  const auto bind_pages = [](const std::string& here) {
    std::deque<SheetMaker> sheets;
    sheets.push_back(SheetMaker("1").lines({title, "单位：元、平方米、人、户、个、场"}).lines(header).lines({base("云谷双创基地", "15005000")}));
    sheets.push_back(SheetMaker("2").lines({title, here}).lines(header).lines({base("星火双创基地", "25000000")}));
    return say_all(bind_sheets(std::move(sheets)));
  };
  CHECK(bind_pages("单位：元").find("unit.conflict") == std::string::npos);
  CHECK(bind_pages("（续表）").find("M unit.conflict J5") != std::string::npos);
}

TEST_CASE("a copy of a sheet counts once; a name on two sheets stands twice") {
  std::deque<SheetMaker> copy;
  copy.push_back(SheetMaker("Sheet1").lines({title, units}).lines(header).lines({base("云谷双创基地")}));
  copy.push_back(SheetMaker("Sheet1 (2)").lines({title, units}).lines(header).lines({base("云谷双创基地")}));
  const Bound same = bind_sheets(std::move(copy));
  CHECK(say_returns(same) == "base-situation 2024 小店区: 云谷双创基地");
  CHECK(say_all(same) == "I sheet.ignored");
  std::deque<SheetMaker> other;
  other.push_back(SheetMaker("初稿").lines({title, units}).lines(header).lines({base("云谷双创基地")}));
  other.push_back(SheetMaker("定稿").lines({title, units}).lines(header).lines({base("云谷双创基地", "1600")}));
  CHECK(say_returns(bind_sheets(std::move(other))) == "base-situation 2024 小店区: 云谷双创基地、云谷双创基地@定稿");
}

TEST_CASE("last year's sheet left in the workbook is its own return") {
  std::deque<SheetMaker> sheets;
  sheets.push_back(SheetMaker("2024年").lines({title, units}).lines(header).lines({base("云谷双创基地")}));
  sheets.push_back(SheetMaker("2023年").lines({replace_all(title, "2024", "2023"), units}).lines(header).lines({base("云谷双创基地", "1200")}));
  const Bound bound = bind_sheets(std::move(sheets), {.file = "太原市/小店区.xlsx"});
  CHECK(say_returns(bound) == "base-situation 2024 小店区: 云谷双创基地\nbase-situation 2023 小店区: 云谷双创基地");
}

TEST_CASE("rows and columns exchanged") {
  SheetMaker maker;
  maker.line(title);
  const auto leaves = split(header[1], '|');
  const auto groups = split(header[0], '|');
  const auto one = split(first, '|');
  const auto two = split(second, '|');
  for (std::size_t i = 0; i < one.size(); ++i) {
    const std::string leaf = i < leaves.size() && !leaves[i].empty() ? leaves[i] : groups[i];
    maker.line(leaf + "|" + one[i] + "|" + two[i]);
  }
  const Bound bound = bind_sheet(std::move(maker));
  CHECK(bound.returns.empty());
  REQUIRE(say_all(bound) == "M file.unrecognised");
  CHECK(bound.findings[0].args == Args{{"candidates", "省级小微企业双创基地基本情况表（附件10）"}, {"why", "why.transposed"}});
}

TEST_CASE("a refusal says what the sheet comes near to, and what it lacks") {
  const Bound near = bind_sheet(SheetMaker().lines({title, "基地名称|地址|电话", "云谷|路1号|0351", "营业收入"}));
  CHECK(near.returns.empty());
  REQUIRE(say_all(near) == "M file.unrecognised");
  CHECK(near.findings[0].args.at(0) == std::pair<std::string, std::string>{"candidates", "省级小微企业双创基地基本情况表（附件10）"});
  CHECK(contains(near.findings[0].args.at(1).second, "项目运营单位名称、注册时间、是否独立法人"));
  const Bound tie = bind_sheet(SheetMaker().lines({units}).lines(header).lines({first}), {.file = "2024/太原市/小店区.xlsx"});
  REQUIRE(say_all(tie) == "M file.ambiguous-form");
  CHECK(tie.findings[0].args == Args{{"candidates", "省级小微企业双创基地基本情况表（附件10）、省级小微企业双创基地基本情况汇总表（附件11）"}});
}
