// The ways in which real returns differ from the blank form (FORMS.md, last section).

#include <doctest/doctest.h>

#include "sheet_maker.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

void check_both(const Bound& bound) {
  REQUIRE(bound.returns.size() == 1);
  CHECK(bound.returns[0].data.form == "base-situation");
  CHECK(bound.returns[0].data.records.size() == 2);
  CHECK(figure(bound, 0, "base_name") == "太原市小店区云谷双创基地");
  CHECK(figure(bound, 0, "registered") == "2019-07");
  CHECK(figure(bound, 1, "registered") == "2020-03-01");
  CHECK(figure(bound, 0, "legal_person") == "yes");
  CHECK(figure(bound, 1, "legal_person") == "no");
  CHECK(figure(bound, 0, "revenue") == "1500.5");
  CHECK(figure(bound, 1, "revenue") == "2500.25");
  CHECK(figure(bound, 1, "partners") == "7");
  CHECK(figure(bound, 1, "service_events") == "13");
  CHECK(figure(bound, 1, "firms_served") == "90");
  CHECK(figure(bound, 0, "support") == "25.5");
}

SheetMaker tidy_sheet() {
  SheetMaker maker;
  return maker.lines({title, units}).lines(header).lines({first, second});
}

}  // namespace

TEST_CASE("the tidy list, header left unmerged") {
  const Bound bound = bind_sheet(tidy_sheet());
  check_both(bound);
  CHECK(say_all(bound) == "");
  CHECK(bound.returns[0].data.records[0].key == "太原市小店区云谷双创基地");
  CHECK(bound.returns[0].data.records[0].region == "140105");
  CHECK(to_text(bound.returns[0].data.period) == "2024");
}

TEST_CASE("the header merged as printed") {
  SheetMaker maker = tidy_sheet();
  for (const auto& [a, b] : {std::pair{"A3", "A4"}, {"B3", "I3"}, {"J3", "L3"}, {"N3", "N4"}, {"P3", "T3"}, {"U3", "U4"}}) maker.merge(a, b);
  const Bound bound = bind_sheet(std::move(maker));
  check_both(bound);
  CHECK(say_all(bound) == "");
}

TEST_CASE("a numbering row, a blank row, a total at the bottom and notes") {
  SheetMaker maker;
  maker.lines({"附件10", title, "填报单位（盖章）：小店区工业和信息化局      " + units, ""}).lines(header);
  maker.lines({"甲|1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17|18|19|20", first, "", second,
               "合  计|||||22|50|500|7000|4000.75|100.5|400|13|170|25|7|5|3|3|3|55.5", "注：表内数字为截至2023年底数",
               "填表人：李强    联系电话：0351-5550100", "填报日期：|2025年1月3日"});
  const Bound bound = bind_sheet(std::move(maker), {.file = "a.xlsx"});
  check_both(bound);
  CHECK(say_all(bound) == "");
  REQUIRE(bound.returns[0].data.totals.size() == 1);
  CHECK(bound.returns[0].data.totals[0].grand);
  CHECK(bound.returns[0].data.totals[0].last_record == 2);
  CHECK(bound.returns[0].data.reporter == "小店区");
  CHECK(to_text(bound.returns[0].data.period) == "2024");
}

TEST_CASE("a total at the top, the table from B3, labels broken") {
  SheetMaker maker;
  maker.lines({"", "", "|" + title, "|" + units});
  maker.line("|" + replace_all(header[0], "组织开展的服务活动", "组织开展的\n服务活动"));
  maker.line("|" + replace_all(replace_all(header[1], "已入驻企业数", "已入驻\n企业数"), "建筑面积", "建 筑 面 积"));
  maker.lines({"|总计|||||22|50|500|7000|4000.75|100.5|400|13|170|25|7|5|3|3|3|55.5", "|" + first, "|" + second});
  const Bound bound = bind_sheet(std::move(maker));
  check_both(bound);
  CHECK(say_all(bound) == "");
  CHECK(bound.returns[0].data.records[0].values[1].cell == CellRef{7, 2});
}

TEST_CASE("half-width brackets, units in labels, aliases, a moved and an extra column") {
  SheetMaker maker;
  maker.lines({title});
  maker.line("备注|" + replace_all(header[0], "获得政府支持资金金额", "获得政府资金支持金额(万元)"));
  maker.line("|" + replace_all(replace_all(replace_all(header[1], "营业收入", "营业收入（万元）"), "吸纳就业人员数", "吸纳就业人数/人"), "建筑面积",
                               "建筑面积(平方米)"));
  maker.lines({"迁入|" + first, "|" + second});
  const Bound bound = bind_sheet(std::move(maker));
  check_both(bound);
  CHECK(say_all(bound) == "I header.unknown-column A2; I header.alias-suggested V2; I header.alias-suggested I3");
}

TEST_CASE("a second page repeats title and header") {
  SheetMaker maker = SheetMaker().lines({title, units}).lines(header).lines({first, "填表人：李强", title, units}).lines(header);
  maker.line(second);
  const Bound bound = bind_sheet(std::move(maker));
  check_both(bound);
  CHECK(say_all(bound) == "I row.ignored A7; I row.ignored A8; I row.ignored A9; I row.ignored B10");
}

TEST_CASE("hidden rows are read and said, filtered ones as a hint") {
  SheetMaker maker = SheetMaker().lines({title, units}).lines(header);
  maker.line(first, RowHiding::hidden).line(second, RowHiding::filtered);
  const Bound bound = bind_sheet(std::move(maker));
  check_both(bound);
  CHECK(say_all(bound) == "V row.hidden A5; I row.hidden A6");
}

TEST_CASE("a hidden sheet is read and said, whether its records go with others' or not") {
  SheetMaker alone = SheetMaker("旧表").lines({title, units}).lines(header).lines({first, second});
  alone.sheet->head.hidden = true;
  CHECK(say_all(bind_sheet(alone)) == "V row.hidden");
  SheetMaker old = SheetMaker("旧表").lines({title, units}).lines(header).line(second);
  old.sheet->head.hidden = true;
  const Bound both = bind_sheets({SheetMaker("附件10").lines({title, units}).lines(header).line(first), old});
  CHECK(both.returns.at(0).data.records.size() == 2);
  CHECK(say_all(both) == "V row.hidden");
}

TEST_CASE("cells that are not understood") {
  SheetMaker maker = SheetMaker().lines({title, units}).lines(header);
  maker.line("1|太原市小店区云谷双创基地|云谷公司|去年|或许|约10|20 家|/|—|3.5万|1.2亿元|暂无|无|#DIV/0!|=|１２|'1,200|2万|85%||#REF!");
  const Bound bound = bind_sheet(std::move(maker));
  CHECK(say_all(bound) ==
        "M cell.not-a-date D5; M cell.not-in-list E5; M cell.not-a-number F5; I cell.normalised G5; M cell.not-a-number J5; "
        "V unit.converted K5; I cell.normalised M5; M cell.error-value N5; V cell.no-result O5; I cell.normalised P5; "
        "I cell.normalised Q5; I cell.normalised R5; M cell.not-a-number S5; M cell.error-value U5");
  CHECK(figure(bound, 0, "jobs") == "missing");
  CHECK(figure(bound, 0, "area") == "missing");
  CHECK(figure(bound, 0, "revenue") == "bad");
  CHECK(figure(bound, 0, "tax") == "12000");
  CHECK(figure(bound, 0, "partners") == "nil");
  CHECK(figure(bound, 0, "firms_served") == "error");
  CHECK(figure(bound, 0, "scaled_up") == "20000");
  const Finding& f = bound.returns[0].findings[2];
  CHECK(f.column == "基本情况/基地服务人员数");
  CHECK(f.key == "太原市小店区云谷双创基地");
  CHECK(f.region == "140105");
  CHECK(f.period == "2024");
}

TEST_CASE("a column that is missing, one that stands twice, one under another name") {
  SheetMaker missing = SheetMaker().lines({title, units, header[0], replace_all(header[1], "上缴税金", "实缴税金额")}).lines({first});
  CHECK(say_all(bind_sheet(std::move(missing))) == "M header.missing-column; I header.unknown-column K4");
  SheetMaker twice = SheetMaker().lines({title, units, header[0], replace_all(header[1], "上缴税金", "营业收入")}).lines({first});
  CHECK(say_all(bind_sheet(std::move(twice))) == "M header.missing-column; M header.ambiguous K4");
}

TEST_CASE("服务次数 under the partners alone is read as 服务场次, to be verified") {
  SheetMaker maker;
  maker.lines({title, units});
  maker.line(replace_all(replace_all(header[0], "组织开展的服务活动|", "|"), "合作服务机构情况|年服务中小企业户数|", "年服务中小企业户数|合作服务机构情况|"));
  maker.line(replace_all(header[1], "合作机构数量||服务场次", "|合作机构数量|服务次数"));
  maker.line("1|太原市小店区云谷双创基地|云谷公司|2019.7|是|10|20|200|3000|1500.5|45.2|300|80|6|12|3|2|1|1|1|25.5");
  const Bound bound = bind_sheet(std::move(maker));
  CHECK(say_all(bound) == "V header.alias-suggested O4");
  CHECK(figure(bound, 0, "service_events") == "12");
  CHECK(figure(bound, 0, "partners") == "6");
  CHECK(figure(bound, 0, "firms_served") == "80");
}

TEST_CASE("subtotals by county and the grand total, by one word or two") {
  for (const std::string word : {"小计", "合计"}) {
    CAPTURE(word);
    SheetMaker maker = SheetMaker().lines({title, units}).lines(header);
    maker.lines({first, word + "|||||10", second, word + "|||||12", "合计|||||22"});
    const Bound bound = bind_sheet(std::move(maker));
    const auto& totals = bound.returns[0].data.totals;
    REQUIRE(totals.size() == 3);
    CHECK(bound.returns[0].data.records.size() == 2);
    CHECK((!totals[0].grand && totals[0].first_record == 0 && totals[0].last_record == 1));
    CHECK((!totals[1].grand && totals[1].first_record == 1 && totals[1].last_record == 2));
    CHECK((totals[2].grand && totals[2].first_record == 0 && totals[2].last_record == 2));
  }
}

TEST_CASE("其中 is a part of the row above it, never a record") {
  SheetMaker below = SheetMaker().lines({title, units}).lines(header);
  below.lines({first, "其中：科技型|||||4", second, "汇总|||||22", "其中：小微企业|||||11"});
  const Bound bound = bind_sheet(std::move(below));
  CHECK(bound.returns[0].data.records.size() == 2);
  CHECK(bound.returns[0].data.totals.size() == 1);
  CHECK(say_all(bound) == "I row.ignored A6; I row.ignored A9");
  SheetMaker above = SheetMaker().lines({title, units}).lines(header);
  above.lines({"汇总|||||22", "|其中：省级|||||22", first, second});
  CHECK(say_all(bind_sheet(std::move(above))) == "I row.ignored B6; V cell.unclaimed G6");
}

TEST_CASE("rows about the rows above, and the marks of a page, are no records") {
  SheetMaker maker = SheetMaker().lines({title, units}).lines(header);
  maker.lines({"|一、小店区（1户）", first, "（续表）", "第 1 页，共 2 页", second, "汇总|||||22", "平均|||||11", "|上年同期||||20"});
  const Bound bound = bind_sheet(std::move(maker));
  CHECK(bound.returns[0].data.records.size() == 2);
  CHECK(say_all(bound) == "I row.ignored B5; I row.ignored A8; I row.ignored A11; I row.ignored B12");
}

TEST_CASE("serial numbers without a label") {
  SheetMaker unlabelled = SheetMaker().lines({title, units, replace_all(header[0], "序号", ""), header[1]});
  unlabelled.lines({first, second, "3", "4"});
  CHECK(say_all(bind_sheet(std::move(unlabelled))) == "");
}

TEST_CASE("a cell merged over rows holds for each of them, and a figure for none") {
  SheetMaker maker = SheetMaker().lines({title, units}).lines(header);
  maker.lines({first, replace_all(second, "否", "")}).merge("E5", "E6").merge("J5", "J6");
  const Bound bound = bind_sheet(std::move(maker));
  CHECK(figure(bound, 1, "legal_person") == "yes");
  CHECK(say_all(bound) == "M cell.not-a-number J5");
}

TEST_CASE("numbers that nobody claims") {
  SheetMaker below = tidy_sheet();
  below.lines({"填表人：李强", "||||||50|500", "联系电话|13800000000"});
  CHECK(say_all(bind_sheet(std::move(below))) == "V cell.unclaimed G8");
  SheetMaker beside = SheetMaker().lines({title, units}).lines(header).lines({first + "||999", second});
  CHECK(say_all(bind_sheet(std::move(beside))) == "V cell.unclaimed W5");
}

TEST_CASE("a nil report, a blank form, a blank form beside a return") {
  const Bound nil = bind_sheet(SheetMaker().lines({title, units}).lines(header).lines({"无"}));
  REQUIRE(nil.returns.size() == 1);
  CHECK(nil.returns[0].data.nil_report);
  CHECK(say_all(nil) == "");
  const Bound blank = bind_sheet(SheetMaker().lines({title, units}).lines(header).lines({"1", "2", "合计"}));
  CHECK(say_all(blank) == "M cell.required B4");
  std::deque<SheetMaker> sheets;
  sheets.push_back(tidy_sheet());
  sheets.push_back(SheetMaker("空表"));
  sheets.push_back(SheetMaker("填表说明").lines({"填表说明", "一、金额保留两位小数"}));
  sheets.push_back(SheetMaker("空白").lines({title, units}).lines(header));
  const Bound both = bind_sheets(std::move(sheets));
  CHECK(both.returns.size() == 1);
  CHECK(say_all(both) == "I sheet.ignored; I sheet.ignored");
}

TEST_CASE("which form") {
  const std::string summary = "2024年省级小微企业双创基地基本情况汇总表";
  const auto form = [](SheetMaker maker, const Look& look = {}) {
    const Bound bound = bind_sheet(std::move(maker), look);
    return bound.returns.empty() ? say_all(bound) : bound.returns[0].data.form;
  };
  CHECK(form(SheetMaker().lines({summary, units}).lines(header).lines({first})) == "base-summary");
  CHECK(form(SheetMaker().lines({"2024年省级小微企业创新创业基地", "基本情况表", units}).lines(header).lines({first})) == "base-situation");
  CHECK(form(SheetMaker().lines({"附件 11", units}).lines(header).lines({first})) == "base-summary");
  CHECK(form(SheetMaker("附件10").lines({units}).lines(header).lines({first})) == "base-situation");
  CHECK(form(SheetMaker().lines({units}).lines(header).lines({first}), {.file = "2024/太原市/小店区双创基地基本情况汇总表.xlsx"}) == "base-summary");
  CHECK(form(SheetMaker().lines({units}).lines(header).lines({first})) == "M file.ambiguous-form");
  CHECK(form(SheetMaker().lines({units}).lines(header).lines({first}), {.only_form = "base-situation"}) == "base-situation");
  CHECK(form(SheetMaker().lines({"会议签到表", "姓名|单位|职务|签名", "张伟|市工信局|科长"})) == "M file.unrecognised");
  CHECK(form(SheetMaker()) == "M file.unrecognised");
}

TEST_CASE("a sheet of more than 4,096 rows flows, and its late merges are held against the header") {
  SheetMaker maker = SheetMaker().lines({title, units}).lines(header);
  for (int i = 1; i <= 5000; ++i) maker.line(std::to_string(i) + "|太原市小店区第" + std::to_string(i) + "双创基地|公司|2019|是|1");
  SheetMaker contradicting = SheetMaker().lines({title, units}).lines(header);
  for (int i = 1; i <= 5000; ++i) contradicting.line("|太原市小店区第" + std::to_string(i) + "双创基地");
  const Bound bound = bind_sheet(std::move(maker));
  CHECK(bound.returns[0].data.records.size() == 5000);
  CHECK(figure(bound, 4999, "base_name") == "太原市小店区第5000双创基地");
  CHECK(say_all(bound) == "");
  contradicting.merge("J4", "K4");
  CHECK(say_all(bind_sheet(std::move(contradicting))) == "M header.ambiguous");
}

TEST_CASE("lists of people, firms and things that are none of the forms") {
  struct Row {
    const char *pack, *lines;
  };
  const Row rows[] = {
      {"beijing", "序号|姓名|职务|联系电话\n1|张三|科长|'13800000000"},
      {"beijing", "某局工作人员通讯录\n序号|姓名|职务|办公室|联系电话\n1|张三|科长|301|'13800000000"},
      {"beijing", "规模以上工业企业名单\n序号|企业名称|联系人|联系电话\n1|甲公司|张三|'13800000000"},
      {"beijing", "某县企业名录\n序号|企业名称|设立时间|所属行业|职工人数|联系人|联系电话\n1|甲公司|2019-01-02|制造业|20|张三|'13800000000"},
      {"beijing", "培训班统计\n序号|活动名称|活动时间|地点|参与人数\n1|讲座|2024-05-01|太原|30"},
      {"shanxi", "2024年教师名单\n序号|姓名|性别|年龄|学历|职务|职称\n1|张三|男|30|本科|教师|讲师"},
      {"shanxi", "某产业园企业情况表\n企业名称|职工人数|营业收入|利润总额|上缴税金\n甲公司|20|100|10|3"},
      {"jiangsu", "2024年活动安排表\n序号|时间|地点|活动名称|主办单位|承办单位|主要内容\n1|2024-05-01|南京|讲座|工信局|中心|政策"},
      {"qinghai", "学校设备清单\n序号|设备名称|功能|数量|单价|备注\n1|投影仪|投影|3|1000"},
      {"qinghai", "服务企业名单\n序号|服务企业名称|联系人|联系电话\n1|甲公司|张三|'13800000000"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.lines);
    CHECK(say_all(bind_sheet(SheetMaker().lines(split(row.lines, '\n')), {.file = "x.xlsx", .pack = row.pack})) == "M file.unrecognised");
  }
  // The same columns under the form's own title, in the sheet, as its name or as the file's, are the form's.
  const std::vector<std::string> staff{"序号|姓名|职务|联系电话", "1|张三|科长|'13800000000"};
  const Look look{.file = "2023/昌平区/北京无名科技有限公司/企业服务工作站服务人员情况表.xlsx", .pack = "beijing"};
  CHECK(bind_sheet(SheetMaker().lines(staff), look).returns.size() == 1);
}

TEST_CASE("slips of the hand in single cells and rows") {
  struct Row {
    const char *row, *said, *registered;
    std::size_t records;
  };
  const std::string rest = "|是|10|20|200|3000|1500.5|45.2|300|6|80|12|3|2|1|1|1|25.5";
  const Row rows[] = {
      {"3|太原市小店区青云双创基地|青云公司|45000", "", "2023-03-15", 3},
      {"3|太原市小店区青云双创基地|青云公司|11800", "M cell.not-a-date D7", "bad", 3},  // an area in the column of dates
      {"合计|太原市小店区青云双创基地|青云公司|2019.7", "V cell.unclaimed A7", "2019-07", 3},  // a total, or a name that slipped
      {"|（本页完）", "I row.ignored B7", "no record", 2},
  };
  for (const Row& row : rows) {
    CAPTURE(row.row);
    const std::string line = row.records == 3 ? row.row + rest : row.row;
    const Bound bound = bind_sheet(SheetMaker().lines({title, units}).lines(header).lines({first, second, line}));
    CHECK(bound.returns.at(0).data.records.size() == row.records);
    CHECK(figure(bound, 2, "registered") == row.registered);
    CHECK(say_all(bound) == row.said);
  }
}

TEST_CASE("labels typed over two rows, numbered, or numbered below as codes") {
  const Look jiangsu{.file = "2024/南京市/南京市信达平台/活动清单.xlsx", .pack = "jiangsu"};
  const std::string row = "1|2024年3月5日|南京|讲座|信达|信达|讲座|12|20|培训服务|否";
  const std::string labels = "序号|时间|地点|活动名称|主办单位|承办单位|主要内容|参加企业数|人数|活动类别|是否工信部门委托的活动";
  const std::vector<std::vector<std::string>> headers{
      {labels},
      {"序号|时间|地点|活动|主办单位|承办单位|主要|参加|人数|活动类别|是否工信部门", "|||名称|||内容|企业数|||委托的活动"},
      {"|||活动||||参加|||是否工信部门", "序号|时间|地点|名称|主办单位|承办单位|主要内容|企业数|人数|活动类别|委托的活动"},
      {"序号|时间|地点|活动|主办|承办|主要|参加|人数|活动|是否工信部门", "|||名称|单位|单位|内容|企业数||类别|委托的活动"},
      {"序号(1)|时间(2)|地点(3)|活动名称(4)|主办单位(5)|承办单位(6)|主要内容(7)|参加企业数(8)|人数(9)|活动类别(10)|是否工信部门委托的活动(11)"},
      {labels, "代码|'01|'02|'03|'04|'05|'06|'07|'08|'09|'10"},
  };
  for (const std::vector<std::string>& lines : headers) {
    CAPTURE(lines[0]);
    const Bound bound = bind_sheet(SheetMaker().line("2024年服务活动汇总表").lines(lines).line(row), jiangsu);
    CHECK(say_all(bound).empty());
    CHECK(figure(bound, 0, "firms", "jiangsu") == "12");
    CHECK(figure(bound, 0, "people", "jiangsu") == "20");
    CHECK(figure(bound, 0, "commissioned", "jiangsu") == "no");
  }
}
