// What may be a record and may be none, and figures that may be one record's or another's: told, and never taken in silence.

#include <doctest/doctest.h>

#include "rent_card.hpp"
#include "sheet_maker.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

const Look qinghai{.file = "2024/西宁市/青海信达服务中心/x.xlsx", .pack = "qinghai"};
const Look heilongjiang{.file = "2020/牡丹江市/x.xlsx", .pack = "heilongjiang"};

SheetMaker tidy_sheet() { return SheetMaker().lines({title, units}).lines(header).lines({first, second}); }

SheetMaker equipment() {
  SheetMaker maker;
  maker.line("申报单位（盖章）：青海信达服务中心       单位：万元").line("序号|设备设施|功能|数量|设备原值|备注");
  maker.line("1|服务器|信息平台|2|24").line("2|扫描仪|档案|3|1.5").line("3|投影机|培训|1|4.5");
  return maker;
}

SheetMaker platforms(const std::string& last) {
  SheetMaker maker;
  maker.line("中小企业公共服务示范平台情况统计表").line("市级中小企业主管部门（盖章）：牡丹江市工业和信息化局");
  maker.line("所属市（地）|培育和支持平台数量|省级认定示范平台数量（有效期内）|省级示范平台服务人员总数（人）|2019年||2020年|");
  maker.line("||||省级示范平台开展服务活动数（次）|省级示范平台服务中小企业数（家）|省级示范平台开展服务活动数（次）|省级示范平台服务中小企业数（家）");
  maker.line("牡丹江市|18|6|142|96|1530|118|1874").line(last);
  return maker;
}

SheetMaker staff(const std::string& sheet, const std::vector<std::string>& rows) {
  return SheetMaker(sheet).line("管理和服务人员名单及职称情况一览表").line("序号|姓名|性别|年龄|学历|职务|职称|主要工作内容").lines(rows);
}

}  // namespace

TEST_CASE("a name alone in its row: the rest of the one above, a group, a remark") {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"|第二批", "V cell.required B7"}, {"企业数|21", "V cell.required B7"},
      {"3|太原市小店区蓝海双创基地", ""}};
  for (const auto& [row, findings] : rows) {
    CAPTURE(row);
    CHECK(say_all(bind_sheet(tidy_sheet().line(row))) == findings);
  }
}

TEST_CASE("the rest of a name in the row below") {
  const Bound bound = bind_sheet(SheetMaker().lines({title, units}).lines(header).lines({first, replace_all(second, "双创基地", ""), "|双创基地"}));
  CHECK(say_all(bound) == "V cell.required B6; V cell.required B7");
}

TEST_CASE("a name and figures alone, where the others have more to tell") {
  const std::vector<std::pair<std::string, std::string>> rows{{"|审核数|||28", "V cell.required B6"}, {"|和计||6|30", "V cell.required B6"},
                                                               {"|备用电源||1|2|旧", ""},              {"4|备用电源||1|2", ""}};
  for (const auto& [row, findings] : rows) {
    CAPTURE(row);
    CHECK(say_all(bind_sheet(equipment().line(row), qinghai)) == findings);
  }
}

TEST_CASE("a name and figures alone beside a text that is merged down to them") {
  SheetMaker maker = equipment();
  maker.line("4|路由器|联网|1|2.5").line("|审核数|||28");
  CHECK(say_all(bind_sheet(SheetMaker(maker).merge("C6", "C7"), qinghai)) == "V cell.required B7");
  CHECK(say_all(bind_sheet(equipment().line("4|路由器|联网|1|2.5").line("5|交换机||1|2.5").merge("C6", "C7"), qinghai)).empty());
}

TEST_CASE("another table below, whose rows look like records") {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"1月|30", "V cell.required B6"}, {"4|30", "V cell.required B6"}, {"|120.5|||28", "V cell.required B6"}, {"2024年|云服务|线上|1|2", "V cell.required B6"},
      {"4号|云服务|线上|1|2", ""},      {"4|3D打印机|打样|1|2", ""},    {"4|360安全软件|线上|1|2", ""}};
  for (const auto& [row, findings] : rows) {
    CAPTURE(row);
    CHECK(say_all(bind_sheet(equipment().line(row), qinghai)) == findings);
  }
}

TEST_CASE("a record of a form whose records are regions is called after one") {
  CHECK(say_all(bind_sheet(platforms("审核数|17|6|140|96|1530|118|1874"), heilongjiang)) == "M cell.not-in-list A6");
  CHECK(say_all(bind_sheet(platforms("注：含在建"), heilongjiang)).empty());
}

TEST_CASE("a figure that slid into the column of texts beside its own") {
  const std::vector<std::string> others{"1|张磊|男|45|本科|主任|工程师|管理", "2|王芳|女|38|大专|专员|助理|服务"};
  const std::vector<std::pair<std::string, std::string>> rows{
      {"3|李宁|女||41|主管|助理|服务", "V cell.unclaimed E5"}, {"3|李宁|女|41|本科|主管|助理|服务", ""}, {"3|李宁|女||本科|主管|助理|服务", ""}};
  for (const auto& [row, findings] : rows) {
    CAPTURE(row);
    const std::string said = say_all(bind_sheet(staff("Sheet1", {others[0], others[1], row})));
    CHECK((said.find("cell.unclaimed") == std::string::npos ? "" : said.substr(said.find("V cell.unclaimed"), 19)) == findings);
  }
}

TEST_CASE("a region that stands twice in a form whose records are regions, or beside one that holds it") {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"牡丹江|1|1|10|5|50|6|60", "M row.duplicate-key A5; M row.duplicate-key A6"}, {"东宁市|1|1|10|5|50|6|60", "V row.duplicate-key A5"},
      {"牡丹江市本级|1|1|10|5|50|6|60", ""},                                         {"鸡西市|1|1|10|5|50|6|60", "M reporter.conflict A6"}};
  for (const auto& [row, findings] : rows) {
    CAPTURE(row);
    CHECK(say_all(bind_sheet(platforms(row), heilongjiang)) == findings);
  }
}

TEST_CASE("a year left from an older table is not the year before") {
  // Only the later year was brought up to date.
  const Bound bound = bind_sheet(SheetMaker().lines({"中小企业公共服务示范平台情况统计表", "市级中小企业主管部门（盖章）：牡丹江市工业和信息化局",
      "所属市（地）|培育和支持平台数量|省级认定示范平台数量（有效期内）|省级示范平台服务人员总数（人）|2018年||2020年|",
      "||||省级示范平台开展服务活动数（次）|省级示范平台服务中小企业数（家）|省级示范平台开展服务活动数（次）|省级示范平台服务中小企业数（家）",
      "牡丹江市|18|6|142|96|1530|118|1874"}), heilongjiang);
  CHECK(say_all(bound) == "M header.missing-column; M header.missing-column; I header.unknown-column E4; M header.ambiguous F4; M header.ambiguous H4");
}

TEST_CASE("a note in the midst of a table does not end it") {
  for (const char* note : {"注：以上为省级", "制表：张三", "联系电话：0351-5550100"}) {
    CAPTURE(note);
    const Bound bound = bind_sheet(SheetMaker().lines({title, units}).lines(header).lines({first, note, second}));
    CHECK(say_all(bound).empty());
    CHECK(figure(bound, 1, "revenue") == "2500.25");
  }
}

TEST_CASE("a figure merged over columns is nobody's") {
  CHECK(say_all(bind_sheet(tidy_sheet().merge("J5", "K5"))) == "M cell.not-a-number J5");
  CHECK(say_all(bind_sheet(tidy_sheet().merge("B5", "C5"))).empty());  // texts
}

TEST_CASE("ditto marks") {
  for (const char* mark : {"\"", "〃", "″", "”", "同上", "同左", "々"}) {
    CAPTURE(mark);
    const Bound bound = bind_sheet(SheetMaker().lines({title, units}).lines(header).lines({first, replace_all(second, "2500.25", mark)}));
    CHECK(figure(bound, 1, "revenue") == "bad");
    CHECK(say_all(bound) == "M cell.not-a-number J6");
  }
}

TEST_CASE("a column's label once more, without its group") {
  std::vector<std::string> labels = header;
  labels[1] += "||培育小升规企业数";
  const Bound bound = bind_sheet(SheetMaker().lines({title, units}).lines(labels).lines({first + "|7", second + "|8"}));
  CHECK(say_all(bound) == "M header.ambiguous V4");
}

TEST_CASE("people on two sheets: an old copy, or further ones") {
  const std::vector<std::string> people{"1|李建国|男|45|本科|经理|高工|管理", "2|王雪梅|女|38|硕士|主管|经济师|辅导"};
  const Look look{.file = "2024/太原市/小店区/太原云谷双创基地/x.xlsx"};
  std::deque<SheetMaker> old;
  old.push_back(staff("Sheet1", people));
  old.push_back(staff("备份", {replace_all(people[0], "45", "44"), people[1]}));
  CHECK(say_all(bind_sheets(std::move(old), look)) == "V row.duplicate-key B3; V row.duplicate-key B4");
  std::deque<SheetMaker> more;
  more.push_back(staff("Sheet1", people));
  more.push_back(staff("Sheet2", {"3|赵强|男|33|本科|主管|工程师|对接", "4|孙丽|女|29|大专|专员|会计|财税", "5|王雪梅|女|50|大专|专员|会计|财税"}));
  CHECK(say_all(bind_sheets(std::move(more), look)).empty());
}

TEST_CASE("a line above a title that names another year makes the table below another period's") {
  const std::vector<std::string> people{"1|李建国|男|45|本科|经理|高工|管理", "2|王雪梅|女|38|硕士|主管|经济师|辅导"};
  SheetMaker maker = staff("Sheet1", people).line("").line("附：2023年数据");
  maker.line("管理和服务人员名单及职称情况一览表").line("序号|姓名|性别|年龄|学历|职务|职称|主要工作内容").line(people[0]);
  const Bound bound = bind_sheet(std::move(maker), {.file = "2024/太原市/小店区/太原云谷双创基地/x.xlsx"});
  REQUIRE(bound.returns.size() == 2);
  CHECK(to_text(bound.returns[0].data.period) == "2024");
  CHECK(bound.returns[0].data.records.size() == 2);
  CHECK(to_text(bound.returns[1].data.period) == "2023");
  CHECK(bound.returns[1].data.records.size() == 1);
}

TEST_CASE("a table below the list that nobody asked for is no record of it") {
  const std::vector<std::string> other{"行业|户数|占比", "制造业|3|60%"};
  CHECK(say_all(bind_sheet(tidy_sheet().line("").line("分行业情况").lines(other))) == "V cell.required B9; V cell.required B10");
  const Bound bound = bind_sheet(tidy_sheet().line("").line("附：分行业情况").lines(other));
  CHECK(bound.returns.at(0).data.records.size() == 2);
  CHECK(say_all(bound) == "V cell.unclaimed B10");
}

TEST_CASE("备注 in front of a remark ends a list as 备注： does") {
  const Bound bound = bind_sheet(tidy_sheet().line("备注|其中一家为新增"));
  CHECK(bound.returns.at(0).data.records.size() == 2);
  CHECK(say_all(bound).empty());
}

TEST_CASE("what is struck through may be void, whatever it is") {
  const auto strike = [](const char* text) {
    std::string out;
    for (std::string_view rest = text; !rest.empty(); rest.remove_prefix(3)) out += std::string(rest.substr(0, 3)) + "\u0336";
    return out;
  };
  const std::pair<const char*, const char*> rows[] = {{"云谷公司", "V cell.required C5"}, {"是", "M cell.not-in-list E5"},
                                                      {"太原市小店区云谷双创基地", "V cell.required B5"}};
  for (const auto& [text, findings] : rows) {
    CAPTURE(text);
    REQUIRE(contains(first, text));
    std::string row = first;
    row.replace(row.find(text), std::string_view(text).size(), strike(text));
    const Bound bound = bind_sheet(SheetMaker().lines({title, units}).lines(header).line(row).line(second));
    CHECK(say_all(bound) == findings);
    CHECK(figure(bound, 0, "base_name") == "太原市小店区云谷双创基地");
  }
}

TEST_CASE("a seal, a sentence and words beside the table make no record") {
  for (const char* row : {"单位公章", "|本表一式三份。", "（一）第一批||||||||||||||||||||||变动|项"}) {
    CAPTURE(row);
    const Bound bound = bind_sheet(tidy_sheet().line(row));
    CHECK(bound.returns.at(0).data.records.size() == 2);
    CHECK(say_all(bound).find("required") == std::string::npos);
  }
  const std::string unit_row = "单位|||||人|户|人|平方米|万元|万元|万元|个|户|场|户|户|户|户|户|万元||变动|项";
  const Bound bound = bind_sheet(SheetMaker().lines({title, units}).lines(header).lines({unit_row, first, second + "||新增|3"}));
  CHECK(bound.returns.at(0).data.records.size() == 2);
  CHECK(say_all(bound) == "V cell.unclaimed X7");
}

TEST_CASE("a text file that breaks off within a record") {
  SheetMaker torn = equipment();
  torn.sheet->tail.torn_row = 4;
  CHECK(say_all(bind_sheet(torn, qinghai)) == "V cell.required B5");
  SheetMaker card = SheetMaker().lines(rent_lines);
  card.sheet->tail.torn_row = 7;
  CHECK(say_all(bind_sheet(card, base)) == "V cell.required B8");
  torn = equipment();
  torn.line("填表人：王红");
  torn.sheet->tail.torn_row = 5;  // no record
  CHECK(say_all(bind_sheet(torn, qinghai)).empty());
}

TEST_CASE("a unit in a column of its own, a row") {
  for (const auto& [unit, said] : {std::pair<std::string, std::string>{"元", "I header.unknown-column E2; M unit.conflict E3; M unit.conflict E4"}, {"万元", "I header.unknown-column E2"}, {"台", "I header.unknown-column E2"}}) {
    SheetMaker maker;
    maker.line("申报单位（盖章）：青海信达服务中心       单位：万元").line("序号|设备设施|功能|数量|金额单位|设备原值|备注");
    maker.line("1|服务器|信息平台|2|" + unit + "|24").line("2|扫描仪|档案|3|" + unit + "|1.5");
    CHECK(say_all(bind_sheet(maker, qinghai)) == said);
  }
}

TEST_CASE("a row without a serial number among rows that have theirs") {
  const std::string labels = "序号|姓名|职务|工作站岗位|联系电话";
  const Look beijing{.file = "2023/昌平区/北京首冶新元科技发展有限公司/x.xlsx", .pack = "beijing"};
  const auto bind_rows = [&](const std::vector<std::string>& rows) {
    return say_all(bind_sheet(SheetMaker("表").line("企业服务工作站服务人员情况表").line(labels).lines(rows), beijing));
  };
  const std::string a = "1|张三|经理|站长|'010-1", b = "2|李四|主管|专员|'010-2", c = "3|王五|主管|专员|'010-3";
  CHECK(bind_rows({a, b, c}).empty());
  CHECK(bind_rows({"|按身份证填写|按聘书填写|按聘书填写|手机或座机", a, b}) == "V cell.required B3");
  CHECK(bind_rows({"No.|Name|Title|Post|Phone", a, b}) == "V cell.required B3");
  CHECK(bind_rows({"例|赵六|主管|专员|'010-4", a, b}) == "V cell.required B3");
  CHECK(bind_rows({"甲|乙|丙|丁|戊", a, b}).empty());                                        // numbers of columns
  CHECK(bind_rows({a, b, c, "|省级|||60"}) == "V cell.required B6");                         // of another table
  CHECK(bind_rows({a, "|计划", b, "|计划", c, "|计划"}).find("V cell.required B4") != std::string::npos);  // however many
  CHECK(bind_rows({a, "|李四|主管|专员|'010-2", c}).empty());                                 // a number forgotten
  CHECK(bind_rows({a, "百川星河有限公司|李四|'13812345678", c}) == "V cell.required B4");
}

TEST_CASE("a name alone in a list whose records go by a code, else by their name") {
  const Look base{.file = "2024/太原市/小店区/云谷双创基地/x.xlsx"};
  const std::vector<std::pair<std::string, std::string>> rows{{"本表一式两份", "V cell.required A6"}, {"其中（省级）|||200|12|450|17|7", "V cell.required A6"},
                                                               {"丙公司|'140105600123457||60|3|90|1|1", ""}};
  for (const auto& [row, said] : rows) {
    CAPTURE(row);
    SheetMaker maker;
    maker.line("小微企业创业创新基地入驻企业基本情况表").line("企业名称|营业执照注册号|入驻时间|厂房（场地）面积|职工人数|上年综合经济指标（万元）");
    maker.line("|||||营业收入|利润总额|上缴税金").line("甲公司|'140105600123456|2020.5|120|8|300|20|5").line("乙公司||2021.6|80|4|150|-3|2").line(row);
    CHECK(say_all(bind_sheet(maker, base)) == said);
  }
}

TEST_CASE("ditto marks for yes and no, and among texts") {
  for (const char* mark : {"\"", "〃", "同上", "↑", "——〃——"}) {
    CAPTURE(mark);
    CHECK(say_all(bind_sheet(SheetMaker().lines({title, units}).lines(header).lines({first, replace_all(second, "否", mark)}))) == "M cell.not-in-list E6");
    CHECK(figure(bind_sheet(SheetMaker().lines({title, units}).lines(header).lines({first, replace_all(second, "星火公司", mark)})), 1, "operating_unit") == mark);
  }
}

TEST_CASE("a telephone number that a narrow column showed in powers of ten") {
  SheetMaker maker("表");
  maker.line("企业服务工作站服务人员情况表").line("序号|姓名|职务|工作站岗位|联系电话").line("1|张三|经理|站长|'1.39001E+10").line("2|李四|主管|专员|13900100000");
  CHECK(say_all(bind_sheet(maker, {.file = "2023/昌平区/北京首冶新元科技发展有限公司/x.xlsx", .pack = "beijing"})) == "V cell.digits-lost E3");
}

TEST_CASE("a unit in a remark or behind a name is that of the row") {
  for (const std::string row : {"3|投影机|培训|1|45000|金额单位：元", "3|投影机（单位：元）|培训|1|45000", "3|投影机|以元计|1|45000"}) {
    CAPTURE(row);
    SheetMaker maker;
    maker.line("申报单位（盖章）：青海信达服务中心       单位：万元").line("序号|设备设施|功能|数量|设备原值|备注");
    maker.line("1|服务器|信息平台|2|24|台式").line("2|扫描仪|档案|3|1.5|单位：万元").line(row);
    CHECK(say_all(bind_sheet(maker, qinghai)).find("M unit.conflict ") == 0);
  }
}

TEST_CASE("a row whose figures slid to the right, the last one among the texts") {
  CHECK(say_all(bind_sheet(equipment().line("4|路由器|联网||1|2.5"), qinghai)) == "V cell.unclaimed F6");
}

TEST_CASE("rows without serial numbers behind a note") {
  SheetMaker maker("表");
  maker.line("企业服务工作站服务人员情况表").line("姓名|职务|工作站岗位|联系电话").line("张三|经理|站长|'010-1").line("备注：含兼职人员").line("李四|主管|专员|'010-2").line("王五|主管|专员|'010-3");
  maker.line("填表人：|赵六|审核人：|孙七");
  CHECK(say_all(bind_sheet(maker, {.file = "2023/昌平区/北京首冶新元科技发展有限公司/x.xlsx", .pack = "beijing"})) == "V cell.unclaimed A5");
}

TEST_CASE("无 for a name, beside what is known of him, is no nil report") {
  SheetMaker maker = staff("Sheet1", {"1|张三|男|35|本科|主任|工程师|招商", "2|无|女||大专|干事|无|财务"});
  const Bound bound = bind_sheet(maker, {.file = "2024/太原市/小店区/云谷双创基地/x.xlsx"});
  CHECK(bound.returns.at(0).data.records.size() == 2);
  CHECK(bind_sheet(staff("Sheet1", {"1|无|无|—|无|无|无|本期无"}), {.file = "2024/太原市/小店区/云谷双创基地/x.xlsx"}).returns.at(0).data.nil_report);
}

TEST_CASE("a doubt about a row whose column of names is missing stands in its row") {
  SheetMaker maker;
  maker.line("服务平台服务设施、软件、仪器设备清单").line("申报单位（盖章）：青海信达服务中心       单位：万元").line("序号|物品|功能|数量|设备原值|备注");
  maker.line("1|服务器|信息平台|2|24").line("2|扫描仪|档案|3|1.5").line("|核定数|||25.5");
  CHECK(say_all(bind_sheet(maker, qinghai)).find("V cell.required A6") != std::string::npos);
}

TEST_CASE("a year with words in brackets heads its columns") {
  SheetMaker maker;
  maker.line("中小企业公共服务示范平台情况统计表").line("市级中小企业主管部门（盖章）：牡丹江市工业和信息化局");
  maker.line("所属市（地）|培育和支持平台数量|省级认定示范平台数量（有效期内）|省级示范平台服务人员总数（人）|2019年（上年）||2020年（本年）|");
  maker.line("||||省级示范平台开展服务活动数（次）|省级示范平台服务中小企业数（家）|省级示范平台开展服务活动数（次）|省级示范平台服务中小企业数（家）");
  const Bound bound = bind_sheet(maker.line("牡丹江市|18|6|142|96|1530|118|1874"), heilongjiang);
  CHECK(figure(bound, 0, "events", "heilongjiang") == "118");
  CHECK(figure(bound, 0, "events_before", "heilongjiang") == "96");
}

TEST_CASE("a remark with a number of its own below numbered records") {
  const std::vector<std::string> rows{"1|张三|男|35|本科|主任|工程师|招商", "2|李四|女|28|大专|干事|无|财务"};
  const Look base{.file = "2024/太原市/小店区/云谷双创基地/x.xlsx"};
  const auto bind_with = [&](const std::string& last) { return say_all(bind_sheet(staff("Sheet1", {rows[0], rows[1], last}), base)); };
  CHECK(bind_with("1|数据来源于人事处") == "V cell.required B5");
  CHECK(bind_with("3|王五").empty());
  CHECK(bind_with("1|王五|男|40|本科|干事|无|财务").empty());  // numbered anew
}

TEST_CASE("计划 or 上年 in a row of its own below the label of a figure") {
  for (const auto& [word, said] : {std::pair<std::string, bool>{"本年计划", true}, {"上年", true}, {"本年实际", false}}) {
    CAPTURE(word);
    SheetMaker maker;
    maker.line("服务平台服务设施、软件、仪器设备清单").line("申报单位（盖章）：青海信达服务中心       单位：万元").line("序号|设备设施|功能|数量|设备原值||备注").line("||||" + word + "|其他");
    maker.line("1|服务器|信息平台|2|24|25").line("2|扫描仪|档案|3|1.5|2");
    CHECK((say_all(bind_sheet(maker, qinghai)).find("M header.ambiguous E4") != std::string::npos) == said);
  }
}
