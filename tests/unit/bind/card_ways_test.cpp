// Cards as clerks change them: labels over two rows, numbers in front, remarks beside, values that slid into the next row.

#include <doctest/doctest.h>

#include "rent_card.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

std::vector<std::string> with_row(std::size_t row, const std::vector<std::string>& instead) {
  std::vector<std::string> lines = rent_lines;
  const auto at = lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(row) - 1);
  lines.insert(at, instead.begin(), instead.end());
  return lines;
}

const Look qinghai{.file = "2024/西宁市/x.xlsx", .pack = "qinghai"};

/// 申请单位 and 网址 as told; the rest of the card is filled in.
std::vector<std::string> platform_lines(const std::string& applicant, const std::string& website) {
  return {"青海省中小企业公共服务示范平台申请推荐表",
          "申请单位（盖章）：" + applicant,
          "一、平台（申请单位）基本情况",
          "注册日期：2016年3月18日||单位性质：民营企业|||法人代表：马海军",
          "注册地址：西宁市五四西路8号|||||邮政编码：810008",
          "联系人：韩雪||联系电话：0971-6123456||手机：13997000001||传真：0971-6123457",
          "电子邮件：fuwu@xn.example|||网址（已建网站的填写）：" + website,
          "注册资本 500 万元|其中：主要投资方名称|||性质||投资比例％",
          "|西宁国投公司|||国有企业||60%",
          "|马海军|||自然人||40%",
          "总资产 862.5 万元|其中：服务设施、软件占总资产的 18 ％",
          "|仪器设备： 42 台（套），占总资产的 21 ％",
          "|场地面积：1260 平米，性质： 租用☑ 自有□，自有场地占总资产的 0 ％",
          "从业人数：22 人|其中：大专及以上学历和中级及以上技术职称的专业人员：17 人",
          "二、近三年平台运营管理（单位：万元）",
          "年度|营业收入|其中：服务收入|利润总额|服务成本支出|服务中小企业户（次）数|其中：签订服务协议户数",
          "'2022|412.8|268|25.6|171.3|298|85",
          "'2023|455.1|301.7|-3.2|204|341|96",
          "三、服务能力及业绩",
          "获得专业服务资质情况||人力资源服务许可证",
          "得到政府扶持的情况||2022年获市级服务补助30万元"};
}

}  // namespace

TEST_CASE("card: a label over two rows, and where its value stands beside it") {
  struct Row {
    std::vector<std::string> instead;  // of the row of the rent
    const char* rent;
    const char* said;
  };
  for (const Row& row : std::vector<Row>{
           {{"小微企业双创基地|260", "租金价格(元/每年每平方米)"}, "260", ""},
           {{"小微企业双创基地", "租金价格(元/每年每平方米)|260"}, "260", ""},
           {{"小微企业双创基地租金价格|260", "(元/每年每平方米)"}, "260", ""},
           // A formula that nobody calculated, where a merge before it was undone.
           {{"小微企业双创基地租金价格(元/每年每平方米)||="}, "missing", "V cell.no-result C4"},
           {{"小微企业双创基地租金价格(元/每年每平方米)|="}, "missing", "V cell.no-result B4"},
           // Which of two it is cannot be told.
           {{"小微企业双创基地|260", "租金价格(元/每年每平方米)|270"}, "absent", "M header.ambiguous A4; V cell.unclaimed B4; V cell.unclaimed B5"},
           // No label goes on so.
           {{"小微企业双创基地|260", "面积"}, "absent", "M header.missing-column; V cell.unclaimed B4"},
       }) {
    const Bound bound = bind_sheet(SheetMaker().lines(with_row(4, row.instead)), base);
    CHECK(say_all(bound) == std::string(row.said));
    CHECK(figure(bound, 0, "rent", "shanxi") == std::string(row.rent));
  }
}

TEST_CASE("card: numbers that count its rows are none of its figures") {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < rent_lines.size(); ++i) lines.push_back((i == 0 || i > 3 ? "" : std::to_string(i)) + "|" + rent_lines[i]);
  CHECK(say_all(bind_sheet(SheetMaker().lines(lines), base)).empty());
  // They go on in front of the lines below it; a number that stands there alone counts nothing.
  std::vector<std::string> signed_below = lines;
  signed_below.push_back("8|调查人：王红");
  CHECK(say_all(bind_sheet(SheetMaker().lines(signed_below), base)).empty());
  signed_below.back() = "86|调查人：王红";
  CHECK(say_all(bind_sheet(SheetMaker().lines(signed_below), base)) == "V cell.unclaimed A9");
  lines[3].replace(0, 1, "12");
  CHECK(say_all(bind_sheet(SheetMaker().lines(lines), base)) == "V cell.unclaimed A4");
}

TEST_CASE("card: who signed it below has a telephone of his own") {
  const std::vector<std::string> lines{"青海省中小企业公共服务示范平台申请推荐表",
                                       "申请单位（盖章）：西宁信达公司",
                                       "注册日期：2016年3月18日|单位性质：民营企业|法人代表：马海军",
                                       "注册地址：西宁市五四西路8号|邮政编码：810008",
                                       "联系人：韩雪|联系电话：0971-6123456|手机：'13997000001|传真：0971-6123457",
                                       "注册资本 500 万元",
                                       "总资产 862.5 万元|其中：服务设施、软件占总资产的 18 ％",
                                       "|仪器设备： 42 台（套），占总资产的 21 ％",
                                       "|场地面积：1260 平米，性质： 租用☑ 自有□，自有场地占总资产的 0 ％",
                                       "从业人数：22 人|其中：大专及以上学历和中级及以上技术职称的专业人员：17 人",
                                       "获得专业服务资质情况|人力资源服务许可证",
                                       "得到政府扶持的情况|2022年获市级服务补助30万元"};
  const std::vector<std::vector<std::string>> feet{{"填表人：李四", "联系电话：0352-8822110"}, {"单位负责人（签字）：赵六", "联系电话：0352-8822110", "填报日期：2024年7月31日"}};
  for (const std::vector<std::string>& foot : feet) {
    const Bound bound = bind_sheet(SheetMaker().lines(lines).lines(foot), qinghai);
    CHECK(figure(bound, 0, "phone", "qinghai") == "0971-6123456");
    CHECK(!contains(say_all(bound), "header.ambiguous"));
  }
  // In a row that is not below a signature it may be the card's.
  CHECK(contains(say_all(bind_sheet(SheetMaker().lines(lines).line("联系电话：0352-8822110"), qinghai)), "M header.ambiguous"));
}

TEST_CASE("card: remarks on the right of all that is its own") {
  CHECK(say_all(bind_sheet(SheetMaker().lines(with_row(3, {rent_lines[2] + "||||与证照一致"})), base)).empty());
}

TEST_CASE("card: a blank that is merged is a value that is missing, and what stands behind it is none") {
  SheetMaker maker = SheetMaker().lines(with_row(3, {"小微企业双创基地地址|||||与证照一致"}));
  maker.merge("A1", "E1").merge("B3", "E3");
  const Bound bound = bind_sheet(maker, base);
  CHECK(figure(bound, 0, "address", "shanxi") == "missing");
}

TEST_CASE("card: a value that slid into the next row") {
  CHECK(say_all(bind_sheet(SheetMaker().lines(with_row(8, {"县(市、区)中小企业管理部门意见", "|属实"})), base)) == "V cell.unclaimed B9");
  CHECK(say_all(bind_sheet(SheetMaker().lines(with_row(8, {"县(市、区)中小企业管理部门意见", "|2024年8月12日"})), base)).empty());
}

TEST_CASE("card: bullets and (必填) are no part of a label") {
  CHECK(say_all(bind_sheet(SheetMaker().lines(with_row(2, {"·小微企业双创基地名称（必填）|太原市小店区云谷双创基地"})), base)).empty());
}

TEST_CASE("card: neither a heading nor a label is the value of the label above it") {
  const Bound blank = bind_sheet(SheetMaker().lines(platform_lines("", "")).merge("A3", "G3").merge("D7", "G7"), qinghai);
  CHECK(figure(blank, 0, "applicant", "qinghai") == "missing");
  CHECK(figure(blank, 0, "website", "qinghai") == "missing");
  const Bound filled = bind_sheet(SheetMaker().lines(platform_lines("西宁信达公司", "www.xn.example")).merge("A3", "G3").merge("D7", "G7"), qinghai);
  CHECK(figure(filled, 0, "applicant", "qinghai") == "西宁信达公司");
  CHECK(figure(filled, 0, "website", "qinghai") == "www.xn.example");
}

TEST_CASE("card: the unit in a value's own cell is not overruled by a unit line") {
  std::vector<std::string> lines = platform_lines("西宁信达公司", "");
  lines[14] = "二、近三年平台运营管理（单位：元）";
  const Bound bound = bind_sheet(SheetMaker().lines(lines), qinghai);
  CHECK(figure(bound, 0, "capital", "qinghai") == "500");
  CHECK(contains(say_all(bound), "M unit.conflict A8"));
  CHECK(!contains(say_all(bind_sheet(SheetMaker().lines(platform_lines("西宁信达公司", "")), qinghai)), "unit."));
}

TEST_CASE("card: numbers in front of its rows make no record of a heading below a table") {
  std::vector<std::string> lines;
  for (const std::string& line : platform_lines("西宁信达公司", "")) lines.push_back((lines.empty() ? "" : std::to_string(lines.size())) + "|" + line);
  const Bound bound = bind_sheet(SheetMaker().lines(lines), qinghai);
  REQUIRE(bound.returns.size() == 1);
  CHECK(bound.returns[0].data.block_records.size() == 4);
}

TEST_CASE("card: a percentage of a table that is merged over two rows is nobody's for certain") {
  std::vector<std::string> lines = platform_lines("西宁信达公司", "");
  lines[9] = "|马海军|||自然人||";
  CHECK(contains(say_all(bind_sheet(SheetMaker().lines(lines).merge("G9", "G10"), qinghai)), "M cell.not-a-number G9"));
}

TEST_CASE("card: a text or a day below the label or the place that it is missing from") {
  const auto said = [](const std::vector<std::string>& lines) { return say_all(bind_sheet(SheetMaker().lines(lines), base)); };
  CHECK(said(with_row(3, {"小微企业双创基地地址", "龙城大街66号"})) == "V cell.unclaimed A4");
  std::vector<std::string> numbered = with_row(3, {"小微企业双创基地地址", "龙城大街66号"});
  for (std::size_t i = 1; i < numbered.size(); ++i) numbered[i] = std::to_string(i) + "|" + numbered[i];
  CHECK(said(numbered) == "V cell.unclaimed B4");
  CHECK(said(with_row(3, {"小微企业双创基地地址", "（二）周边情况"})).empty());  // a heading
  CHECK(contains(said(with_row(4, {"小微企业双创基地租金价格(元/每年每平方米)", "260.5元或310元"})), "V cell.unclaimed A5"));
  CHECK(contains(said(with_row(4, {"小微企业双创基地租金价格(元/每年每平方米)", "(260)"})), "V cell.unclaimed A5"));
  std::vector<std::string> visit{"山西省小微企业创业创新（示范）基地现场考察表", "小微企业双创基地名称|太原市小店区云谷双创基地", "申报主体名称|云谷公司",
                                 "小微企业双创基地厂房（场地）建设、改造完成情况|已全部完成", "入驻企业数量|46户", "财务账簿、财务制度是否建立|已建立",
                                 "场地相关手续情况（场地产权和租赁协议原件）|齐全", "服务场所标识、档案、制度、优惠政策（见《关于推进全省省级小微企业双创基地高质量发展的通知》）|齐全",
                                 "服务台账记录；财务报表；审计报告原件与复印件是否一致|一致", "服务人员情况|18人", "创业服务机构和场地情况|一处",
                                 "县级考察人员|王强", "考察时间|2024年8月9日", "市级考察人员|杜鹏", "考察时间", "|2024年8月14日"};
  CHECK(said(visit) == "V cell.unclaimed B16");
  visit[14] = "考察时间|2024年8月14日";
  CHECK(said(visit).empty());  // the day of filing
}

TEST_CASE("card: a row of a table that is called 同上") {
  CHECK(say_all(bind_sheet(SheetMaker().lines(with_row(7, {"同上|1.6|295.5|同上"})), base)) == "V cell.required A7");
}

TEST_CASE("card: a remark among the rows of a table, and what stands below it") {
  std::vector<std::string> lines = rent_lines;
  lines.insert(lines.begin() + 6, "注：以上按合同价");
  const Bound noted = bind_sheet(SheetMaker().lines(lines), base);
  CHECK(say_all(noted).empty());
  REQUIRE(noted.returns.size() == 1);
  CHECK(noted.returns[0].data.block_records.size() == 2);
  lines[6] = "以上按合同价";  // nothing says that it is no place
  CHECK(contains(say_all(bind_sheet(SheetMaker().lines(lines), base)), "V cell.required A7"));
  // Where a row below a note holds a name alone, it may be one more note: it is told.
  std::vector<std::string> platform = platform_lines("西宁信达公司", "");
  platform.insert(platform.end() - 1, {"合作资源|签订合作协议的单位|||其他合作单位", "|青海大学财经学院|||青海省中小企业协会", "|注：按签约先后", "|西宁市生产力促进中心"});
  CHECK(contains(say_all(bind_sheet(SheetMaker().lines(platform), qinghai)), "V cell.unclaimed B24"));
}

TEST_CASE("card: a mean over the years of a table is no year") {
  for (const char* mean : {"三年平均", "近三年平均", "年均", "平均"}) {
    std::vector<std::string> lines = platform_lines("西宁信达公司", "");
    lines.insert(lines.begin() + 18, std::string(mean) + "|433.95|284.85|11.2|187.65|319.5|90.5");
    const Bound bound = bind_sheet(SheetMaker().lines(lines), qinghai);
    REQUIRE(bound.returns.size() == 1);
    CHECK(bound.returns[0].data.block_records.size() == 4);
  }
}

TEST_CASE("card: a text that slid out on the right of a value below its label, or in a sheet without merges under a blank") {
  const Look look{.file = "2020/哈尔滨市/x.xlsx", .pack = "heilongjiang"};
  const std::vector<std::string> lines{"创新创业特色载体情况统计表", "市级中小企业主管部门（盖章）：哈尔滨市工业和信息化局", "开发区名称||中央财政资金已拨付至特色载体金额（万元）", "哈经开区|||约5000",
                                       "是否出台资金管理办法及相关制定||☑是  □否", "||支持数量（家）|支持金额（万元）", "国家小型微型企业创业创新示范基地||2|600",
                                       "省级小型微型企业创业创新基地||5|450.5", "国家中小企业公共服务示范平台||3||720改为727", "省级中小企业公共服务示范平台||8|640.8",
                                       "支持赛事活动（场次）|12|支持金额（万元）|260", "支持“创客中国”中小企业创新创业大赛（场次）|3|支持金额（万元）|90"};
  const std::string said = say_all(bind_sheet(SheetMaker().lines(lines).merge("A2", "D2"), look));
  CHECK(contains(said, "V cell.unclaimed E9"));
  CHECK(say_all(bind_sheet(SheetMaker().lines(with_row(3, {"小微企业双创基地地址", "||龙城大街66号"})), base)) == "V cell.unclaimed C4");
}

TEST_CASE("card: a row of a table that has less than half of the others to tell") {
  std::vector<std::string> lines = rent_lines;
  lines.insert(lines.begin() + 6, "注册会员数||651");
  CHECK(contains(say_all(bind_sheet(SheetMaker().lines(lines), base)), "V cell.required A7"));
  lines[6] = "1|2|3|4|5";  // the numbers of the columns once more
  CHECK(contains(say_all(bind_sheet(SheetMaker().lines(lines), base)), "V cell.required A7"));
  lines[6] = "星河大厦|2.1|300";
  CHECK(say_all(bind_sheet(SheetMaker().lines(lines), base)).empty());
}

TEST_CASE("card: a text on the right of a table, whose own column is blank where most rows fill it in") {
  std::vector<std::string> lines = rent_lines;
  lines[6] = "学府大厦|1.6|295.5|陈静||李娜";
  lines.insert(lines.begin() + 7, "长风中心|2.4|340|张磊|'13903510003");
  CHECK(contains(say_all(bind_sheet(SheetMaker().lines(lines), base)), "V cell.unclaimed F7"));
  lines[6] = "学府大厦|1.6|295.5|陈静|'13903510002|已核对";
  CHECK(!contains(say_all(bind_sheet(SheetMaker().lines(lines), base)), "F7"));
}

TEST_CASE("card: its rest on a further sheet, and figures beside the labels of one that reads as blank") {
  const std::vector<std::string> head(rent_lines.begin(), rent_lines.begin() + 6);
  const std::vector<std::string> rest(rent_lines.begin() + 6, rent_lines.end());
  CHECK(contains(say_all(bind_sheets({SheetMaker("1").lines(head), SheetMaker("2").lines(rest)}, base)), "V cell.unclaimed A2"));
  CHECK(!contains(say_all(bind_sheets({SheetMaker("1").lines(rent_lines), SheetMaker("2").lines({"填表说明", rest[1]})}, base)), "cell.unclaimed"));
  // Values below their labels, where the form prints them beside.
  const std::vector<std::string> blank{rent_lines[0], "小微企业双创基地名称", "小微企业双创基地地址", "小微企业双创基地租金价格(元/每年每平方米)", "270", rent_lines[4]};
  CHECK(contains(say_all(bind_sheets({SheetMaker("1").lines(rent_lines), SheetMaker("2").lines(blank)}, base)), "V cell.unclaimed A5"));
}

TEST_CASE("card: a second one below keeps its title, its reporter and its unit") {
  const std::vector<std::string> card{"山西省小微企业创业创新基地认定申请表", "填报单位（盖章）：太原云谷创业服务有限公司", "单位：万元、平方米、人、户",
                                      "小微企业双创基地名称||||所在市县|", "小微企业双创基地主导产业||||管理部门|",
                                      "小微企业双创基地运营主体|名称|注册时间|营业执照注册号|法人代表|联系电话", "",
                                      "小微企业双创基地建设|占地面积|投入资金|建设时间|已建成厂房（场地）面积|已入驻企业数", ""};
  std::vector<std::string> filled = card;
  filled[2] = "单位：元、平方米、人、户";
  filled[3] = "小微企业双创基地名称|太原市小店区云谷双创基地|||所在市县|太原市小店区";
  filled[6] = "|云谷公司|2019.4|911401|郭建平|'0351-7012345";
  filled[8] = "|12000|26000000|2018.5|18500|46";
  const Bound bound = bind_sheet(SheetMaker().lines(card).line("").lines(filled), base);
  REQUIRE(bound.returns.size() == 1);
  CHECK(figure(bound, 0, "base_name") == "太原市小店区云谷双创基地");
  CHECK(figure(bound, 0, "funds") == "2600");
}
