// Who filed: short names, names that cities share, renamed and merged regions, zones, and places that contradict each other.

#include <doctest/doctest.h>

#include "sheet_maker.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

struct Row {
  const char *year, *line, *file, *name, *expected, *findings;
};

const std::string list_title = "年省级小微企业双创基地基本情况表";
const std::string summary_title = "年省级小微企业双创基地基本情况汇总表";

std::string said(const Bound& bound) {
  const Return& data = bound.returns.at(0).data;
  std::string out = data.region + " " + data.reporter + " |";
  for (const Finding& f : bound.returns[0].findings) {
    if (f.rule.starts_with("reporter.")) out += " " + f.rule + (f.cell ? " " + to_a1(*f.cell) : "");
  }
  return out;
}

void check_rows(std::span<const Row> rows, Bound (*bind)(const Row&)) {
  for (const Row& row : rows) {
    CAPTURE(row.year);
    CAPTURE(row.line);
    CAPTURE(row.file);
    CAPTURE(row.name);
    CHECK(said(bind(row)) == std::string(row.expected) + " |" + (*row.findings == '\0' ? "" : std::string(" ") + row.findings));
  }
}

SheetMaker situation(const Row& row, const std::string& title_words) {
  SheetMaker maker;
  maker.lines({row.year + title_words, units});
  if (*row.line != '\0') maker.line(row.line);
  maker.lines(header);
  return maker.line("1|" + std::string(row.name) + "|星火公司|2010.7|是|10|20|200|3000|1500.5|45.2|300|6|80|12|3|2|1|1|1|25.5");
}

Bound bind_county(const Row& row) { return bind_sheet(situation(row, list_title), {.file = row.file}); }
Bound bind_city(const Row& row) { return bind_sheet(situation(row, summary_title), {.file = row.file}); }

/// A city's platforms (qinghai): by prefecture, or by a park that the pack names.
Bound bind_prefecture(const Row& row) {
  SheetMaker maker;
  maker.line("青海省中小企业公共服务示范平台运营情况汇总表").line(std::string("（") + row.year + "年上半年）");
  if (*row.line != '\0') maker.line(row.line);
  maker.line("序号|平台名称|联系人|联系电话|服务场地面积|员工数|||服务企业数||||营业收入||其中：服务收入||利润||上缴税金||举办服务活动场次||其中：以政府名义举办场次|");
  maker.line("|||||总人数|其中：大专（含）以上学历|中级（含）以上技术职称|累计数|新增数|同比增长（%）|签订服务协议户数|新增金额|同比增长（%）|新增金额|同比增长（%）|"
             "新增金额|同比增长（%）|新增金额|同比增长（%）|累计数|新增数|累计数|新增数");
  maker.line("1|" + std::string(row.name) + "|马建国|0971-6100000|500|20|15|6|400|60|—|100|120.5|12.5|80|0|3.5||6|3.25|60|10|20|3");
  return bind_sheet(std::move(maker), {.file = row.file, .pack = "qinghai"});
}

/// A city's platforms, two years side by side (heilongjiang).
Bound bind_two_years(const Row& row) {
  const int year = std::stoi(row.year);
  SheetMaker maker;
  maker.line("中小企业公共服务示范平台情况统计表");
  if (*row.line != '\0') maker.line(row.line);
  maker.line("所属市（地）|培育和支持平台数量（个）|省级认定示范平台数量（有效期内）（个）|省级示范平台服务人员总数（人）|" + std::to_string(year - 1) + "年||" + row.year + "年|");
  maker.line("||||省级示范平台开展服务活动数（次）|省级示范平台服务中小企业数（家）|省级示范平台开展服务活动数（次）|省级示范平台服务中小企业数（家）");
  maker.line(std::string(row.name) + "|5|3|60|20|300|25|350");
  return bind_sheet(std::move(maker), {.file = row.file, .pack = "heilongjiang"});
}

/// Staff of a base (beijing), which is named by its folder.
Bound bind_staff(const Row& row) {
  SheetMaker maker;
  maker.line(std::string(row.year) + "年从事为中小企业服务人员情况表");
  if (*row.line != '\0') maker.line(row.line);
  maker.line("序号|姓名|职务|教育情况||专业资格/资质情况||联系电话").line("|||学历|毕业院校及专业|资格/资质名称|发证机关|");
  maker.line("1|周海涛|副总经理|硕士|北京科技大学|高级经济师|人社局|010-55550101");
  return bind_sheet(std::move(maker), {.file = row.file, .pack = "beijing"});
}

/// Activities of a platform (jiangsu).
Bound bind_activities(const Row& row) {
  SheetMaker maker;
  maker.line(std::string(row.year) + "年服务活动汇总表");
  if (*row.line != '\0') maker.line(row.line);
  maker.line("序号|时间|地点|活动名称|主办单位|承办单位|主要内容|参加企业数|人数|活动类别|是否工信部门委托的活动");
  maker.line("1|" + std::string(row.year) + "-05-01|报告厅|政策宣讲|市工信局|本平台|政策|20|35|信息服务|是");
  return bind_sheet(std::move(maker), {.file = row.file, .pack = "jiangsu"});
}

constexpr const char* base = "云谷双创基地";

}  // namespace

TEST_CASE("short names of counties, alone or with their city's") {
  const Row rows[] = {
      {"2024", "填报单位：忻府区工信局", "2024/忻州市/x.xlsx", base, "140902 忻府区", ""},
      {"2024", "填报单位：忻府工信局", "2024/忻州市/x.xlsx", base, "140902 忻府区", ""},
      {"2024", "填报单位：山西省忻州市忻府区工业和信息化局", "x.xlsx", base, "140902 忻府区", ""},
      {"2024", "填报单位：山西省忻府区工业和信息化局", "x.xlsx", base, "140902 忻府区", ""},
      {"2024", "", "山西省/2024/忻州市/忻府区.xlsx", base, "140902 忻府区", ""},
      {"2024", "", "2024/忻州/忻府.xlsx", base, "140902 忻府区", ""},
      {"2024", "", "2024/忻州/忻府区.xlsx", base, "140902 忻府区", ""},
      {"2024", "", "忻府区（最终版2）.xlsx", base, "140902 忻府区", ""},
      {"2024", "", "附件10 忻府区.xlsx", base, "140902 忻府区", ""},
      {"2024", "", "2024/忻州市/2024年忻府区双创基地情况.xlsx", base, "140902 忻府区", ""},
      {"2024", "", "2024/太原市/小店.xlsx", base, "140105 小店区", ""},
      {"2024", "", "2024/太原/小店.xlsx", base, "140105 小店区", ""},
      {"2024", "", "2024/太原市/小店区/x.xlsx", base, "140105 小店区", ""},
      {"2024", "忻府区工业和信息化局（公章）", "x.xlsx", base, "140902 忻府区", ""},
      {"2024", "填报单位（盖章）：忻 府 区 工 信 局", "x.xlsx", base, "140902 忻府区", ""},
      {"2024", "", "2024/x.xlsx", "忻州市忻府区云谷双创基地", "140902 忻府区", ""},
      {"2024", "填报单位：忻州市工信局", "2024/x.xlsx", "忻州市忻府区云谷双创基地", "140902 忻府区", ""},
  };
  check_rows(rows, bind_county);
}

TEST_CASE("a county's name that several cities share needs its city") {
  const Row rows[] = {
      {"2024", "填报单位：城区工信局", "2024/阳泉市/x.xlsx", base, "140302 城区", ""},
      {"2024", "填报单位：城区工信局", "2024/晋城市/x.xlsx", base, "140502 城区", ""},
      {"2024", "填报单位：阳泉市城区工信局", "x.xlsx", base, "140302 城区", ""},
      {"2024", "填报单位：阳泉城区工信局", "x.xlsx", base, "140302 城区", ""},
      {"2024", "", "2024/晋城/城区.xlsx", base, "140502 城区", ""},
      {"2024", "填报单位：城区工信局", "x.xlsx", "晋城市城区云谷双创基地", "140502 城区", ""},
      {"2024", "填报单位：城区工信局", "x.xlsx", base, " 城区工信局", "reporter.unknown"},
      {"2024", "填报单位：城区工信局", "2024/大同市/x.xlsx", base, " 城区工信局", "reporter.unknown"},
      {"2024", "", "2024/城区.xlsx", base, " ", "reporter.unknown"},
      {"2024", "填报单位：郊区工信局", "x.xlsx", base, "140311 郊区", ""},  // since 2018 there is one
      {"2024", "填报单位：矿区工信局", "x.xlsx", base, "140303 矿区", ""},
      {"2017", "填报单位：郊区工信局", "x.xlsx", base, " 郊区工信局", "reporter.unknown"},
      {"2017", "填报单位：郊区工信局", "2017/长治市/x.xlsx", base, "140411 郊区", ""},
      {"2017", "填报单位：城区工信局", "2017/大同市/x.xlsx", base, "140202 城区", ""},
      {"2017", "填报单位：大同市矿区工信局", "x.xlsx", base, "140203 矿区", ""},
      {"2024", "填报单位：城区工信局", "2024/阳泉市/晋城市/x.xlsx", base, " 城区工信局", "reporter.unknown"},
  };
  check_rows(rows, bind_county);
}

TEST_CASE("renamed and merged regions are those of the period") {
  const Row rows[] = {
      {"2024", "填报单位：太谷县工信局", "2024/晋中市/x.xlsx", base, "140703 太谷区", ""},
      {"2018", "填报单位：太谷县工信局", "2018/晋中市/x.xlsx", base, "140726 太谷县", ""},
      {"2018", "填报单位：太谷区工信局", "2018/晋中市/x.xlsx", base, "140726 太谷县", ""},
      {"2024", "填报单位：长治县工信局", "x.xlsx", base, "140404 上党区", ""},
      {"2017", "填报单位：长治县工信局", "x.xlsx", base, "140421 长治县", ""},
      {"2024", "填报单位：潞城市工信局", "x.xlsx", base, "140406 潞城区", ""},
      {"2024", "填报单位：怀仁县工信局", "x.xlsx", base, "140681 怀仁市", ""},
      {"2024", "填报单位：大同县工信局", "2024/大同市/x.xlsx", base, "140215 云州区", ""},
      {"2024", "填报单位：南郊区工信局", "2024/大同市/x.xlsx", base, " 南郊区工信局", "reporter.unknown"},  // split
      {"2024", "填报单位：南郊区工信局", "x.xlsx", base, " 南郊区工信局", "reporter.unknown"},  // not 郊区 of 阳泉市
      {"2024", "填报单位：长治市郊区工信局", "x.xlsx", base, "140403 潞州区", ""},  // merged with 城区
      {"2024", "填报单位：长治市城区工信局", "x.xlsx", base, "140403 潞州区", ""},
      {"2017", "填报单位：潞州区工信局", "x.xlsx", base, " 潞州区工信局", "reporter.unknown"},  // two then
      {"2024", "填报单位：潞州区工信局", "2024/长治市/x.xlsx", base, "140403 潞州区", ""},
  };
  check_rows(rows, bind_county);
}

TEST_CASE("sources that name disjoint regions") {
  const Row rows[] = {
      {"2024", "填报单位：小店区、迎泽区工信局", "x.xlsx", base, "140105 小店区", "reporter.conflict A3"},
      {"2024", "填报单位：小店区工信局 迎泽区工信局", "2024/太原市/x.xlsx", base, "140105 小店区", "reporter.conflict A3"},
      {"2024", "填报单位：小店区工信局", "2024/大同市/x.xlsx", base, "140105 小店区", "reporter.conflict"},
      {"2024", "填报单位：小店区工信局", "2024/大同/x.xlsx", base, "140105 小店区", "reporter.conflict"},
      {"2024", "填报单位：小店区工信局", "2024/太原市/迎泽区.xlsx", base, "140105 小店区", "reporter.conflict"},
      {"2024", "填报单位：小店区工信局", "2024/太原市/迎泽.xlsx", base, "140105 小店区", "reporter.conflict"},
      {"2024", "填报单位：小店区工信局", "2024/太原市/迎泽双创基地情况.xlsx", base, "140105 小店区", "reporter.conflict"},
      {"2024", "填报单位：小店区工信局", "迎泽-2024.xlsx", base, "140105 小店区", "reporter.conflict"},
      {"2024", "填报单位：小店区工信局", "2024/迎泽（修改后）.xlsx", base, "140105 小店区", "reporter.conflict"},
      {"2024", "填报单位：小店区工信局", "2024/迎泽双创基地名单.xlsx", base, "140105 小店区", ""},  // a base may be called so
      {"2024", "填报单位：小店工信局", "2024/太原市/迎泽区.xlsx", base, "140105 小店区", "reporter.conflict"},
      {"2024", "填报单位：小店经济和信息化局", "2024/大同市/x.xlsx", base, "140105 小店区", "reporter.conflict"},
      {"2024", "填报单位：小店工信局", "2024/太原市/小店区/x.xlsx", "太原市迎泽区云谷双创基地", "140105 小店区", "reporter.conflict B6"},
      {"2024", "", "2024/大同市/小店区.xlsx", base, "140105 小店区", "reporter.conflict"},
      {"2024", "", "2024/太原市/小店区/迎泽区.xlsx", base, "140106 迎泽区", "reporter.conflict"},
      {"2024", "填报单位：太原市工信局", "2024/大同市/平城区.xlsx", base, " 太原市工信局", "reporter.unknown"},
      {"2024", "填报单位：小店区工信局", "2024/太原市/x.xlsx", "大同市云州区云谷双创基地", "140105 小店区", "reporter.conflict B6"},
      {"2024", "填报单位：小店区工信局", "2024/太原市/x.xlsx", "大同云谷双创基地", "140105 小店区", ""},  // a base's name, no place
      {"2024", "填报单位：忻州经济开发区", "2024/忻州市/忻府区/x.xlsx", base, "140900-jkq 忻州经济开发区", "reporter.conflict"},
      {"2024", "填报单位：忻州经开区管委会", "x.xlsx", base, "140900-jkq 忻州经济开发区", ""},
      {"2024", "填报单位：忻州经济开发区", "2024/太原市/x.xlsx", base, "140900-jkq 忻州经济开发区", "reporter.conflict"},
      {"2024", "填报单位：忻府区、忻州经济开发区", "2024/忻州市/x.xlsx", base, "140902 忻府区", "reporter.conflict A3"},
  };
  check_rows(rows, bind_county);
}

TEST_CASE("a city's table of its counties' bases") {
  const Row rows[] = {
      {"2024", "填报单位：忻州市工信局", "2024/忻州市/x.xlsx", base, "140900 忻州市", ""},
      {"2024", "", "2024/忻州市/x.xlsx", base, "140900 忻州市", ""},
      {"2024", "填报单位：忻州市工信局", "2024/忻州市/x.xlsx", "忻州市忻府区云谷双创基地", "140900 忻州市", ""},
      {"2024", "填报单位：忻州市工信局", "2024/忻州市/x.xlsx", "大同市平城区云谷双创基地", "140900 忻州市", "reporter.conflict B6"},
      {"2024", "填报单位：长治市工信局", "2024/x.xlsx", base, "140400 长治市", ""},
      {"2024", "填报单位：小店区工信局", "2024/太原市/x.xlsx", base, "140105 小店区", ""},
      {"2024", "填报单位：南郊区工信局", "2024/大同市/x.xlsx", base, "140200 大同市", "reporter.conflict A3"},  // not the city's
      {"2024", "填报单位：城区工信局", "2024/大同市/x.xlsx", base, "140200 大同市", "reporter.conflict A3"},
      {"2024", "填报单位：大同市工信局", "2024/大同市/x.xlsx", "大同市南郊区云谷双创基地", "140200 大同市", ""},  // a base's old name
  };
  check_rows(rows, bind_city);
}

TEST_CASE("prefectures and their short names") {
  constexpr const char* platform = "惠企通平台";
  const Row rows[] = {
      {"2024", "市（州）/园区工信局（盖章）：海西州工业和信息化局", "x.xlsx", platform, "632800 海西蒙古族藏族自治州", ""},
      {"2024", "填报单位：海西蒙古族藏族自治州工业和信息化局", "2024H1/海西州/x.xlsx", platform, "632800 海西蒙古族藏族自治州", ""},
      {"2024", "填报单位：海西工信局", "x.xlsx", platform, "632800 海西蒙古族藏族自治州", ""},
      {"2024", "", "2024H1/海西/x.xlsx", platform, "632800 海西蒙古族藏族自治州", ""},
      {"2024", "填报单位：玉树州工信局", "x.xlsx", platform, "632700 玉树藏族自治州", ""},
      {"2024", "填报单位：玉树工信局", "x.xlsx", platform, "632700 玉树藏族自治州", ""},  // 玉树市 files with its prefecture
      {"2024", "填报单位：玉树市工信局", "x.xlsx", platform, " 玉树市工信局", "reporter.unknown"},
      {"2024", "填报单位：海东市工信局", "x.xlsx", platform, "630200 海东市", ""},
      {"2012", "填报单位：海东地区工信局", "x.xlsx", platform, "632100 海东地区", ""},
      {"2024", "填报单位：海东地区工信局", "x.xlsx", platform, "630200 海东市", ""},
      {"2024", "填报单位：西宁市工信局", "2024H1/海东市/x.xlsx", platform, "630100 西宁市", "reporter.conflict"},
      {"2024", "填报单位：格尔木市工信局", "2024H1/海西州/x.xlsx", platform, " 格尔木市工信局", "reporter.unknown"},
      {"2024", "填报单位：西宁市、海东市工信局", "x.xlsx", platform, "630100 西宁市", "reporter.conflict A3"},
  };
  check_rows(rows, bind_prefecture);
}

TEST_CASE("cities, and a district that files what its city should") {
  const Row rows[] = {
      {"2020", "市级中小企业主管部门（盖章）：哈尔滨市工信局", "x.xlsx", "哈尔滨市", "230100 哈尔滨市", ""},
      {"2020", "市级中小企业主管部门（盖章）：哈市工信局", "x.xlsx", "哈尔滨市", "230100 哈尔滨市", ""},
      {"2020", "", "2020/哈市/x.xlsx", "哈尔滨市", "230100 哈尔滨市", ""},
      {"2020", "市级中小企业主管部门：大兴安岭地区行署工信局", "x.xlsx", "大兴安岭地区", "232700 大兴安岭地区", ""},
      {"2020", "市级中小企业主管部门：大兴安岭工信局", "2020/x.xlsx", "大兴安岭地区", "232700 大兴安岭地区", ""},
      {"2020", "市级中小企业主管部门：齐齐哈尔市工信局", "2020/哈尔滨市/x.xlsx", "齐齐哈尔市", "230200 齐齐哈尔市", "reporter.conflict"},
      {"2020", "市级中小企业主管部门：呼兰区工信局", "x.xlsx", "呼兰区", " 呼兰区工信局", "reporter.unknown"},
      {"2020", "市级中小企业主管部门：牡丹江市工信局", "x.xlsx", "佳木斯市", "231000 牡丹江市", "reporter.conflict A5"},
  };
  check_rows(rows, bind_two_years);
}

TEST_CASE("where a base or platform lies") {
  const Row bases[] = {
      {"2023", "", "2023/经开区/北京无名科技有限公司/x.xlsx", "", "110000-jkq 北京无名科技有限公司", ""},
      {"2023", "", "2023/密云县/北京无名科技有限公司/x.xlsx", "", "110118 北京无名科技有限公司", ""},
      {"2023", "", "2023/崇文区/北京无名科技有限公司/x.xlsx", "", "110101 北京无名科技有限公司", ""},
      {"2023", "", "2023/昌平/北京无名科技有限公司/x.xlsx", "", "110114 北京无名科技有限公司", ""},
      {"2023", "", "2023/昌平区/海淀区/北京无名科技有限公司/x.xlsx", "", "110114 北京无名科技有限公司", "reporter.conflict"},
  };
  check_rows(bases, bind_staff);
  const Row platforms[] = {
      {"2024", "", "2024/徐州市/鼓楼区/云龙山公共服务平台/x.xlsx", "", "320302 云龙山公共服务平台", ""},
      {"2024", "", "2024/南京市鼓楼区/金陵公共服务平台/x.xlsx", "", "320106 金陵公共服务平台", ""},
      {"2024", "", "2024/鼓楼区/金陵公共服务平台/x.xlsx", "", " 金陵公共服务平台", "reporter.unknown"},
      {"2024", "填报单位：金陵公共服务平台", "2024/南通市/港闸区/x.xlsx", "", "320613 金陵公共服务平台", ""},
      {"2019", "填报单位：金陵公共服务平台", "2019/南通市/港闸区/x.xlsx", "", "320611 金陵公共服务平台", ""},
      {"2024", "填报单位：金陵公共服务平台", "2024/南通市/海门市/x.xlsx", "", "320614 金陵公共服务平台", ""},
      {"2018", "填报单位：金陵公共服务平台", "2018/南通市/海门区/x.xlsx", "", "320684 金陵公共服务平台", ""},
  };
  check_rows(platforms, bind_activities);
}
