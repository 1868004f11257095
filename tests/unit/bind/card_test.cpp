// Cards: values beside, below and behind their labels, and small tables between.

#include <doctest/doctest.h>

#include "rent_card.hpp"
#include "sheet_maker.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

const Look carrier{.file = "2020/哈尔滨市/哈经开区.xlsx", .pack = "heilongjiang"};

/// 附件1 of Heilongjiang, unmerged, as a csv has it.
const std::vector<std::string> carrier_lines{
    "创新创业特色载体情况统计表",
    "市级中小企业主管部门（盖章）：哈尔滨市工业和信息化局",
    "资金使用情况",
    "开发区名称||中央财政资金已拨付至特色载体金额（万元）",
    "哈经开区||5000",
    "是否出台资金管理办法及相关制定||☑是  □否（如出台请随文附送）",
    "特色载体支持平台、基地情况",
    "||支持数量（家）|支持金额（万元）",
    "国家小型微型企业创业创新示范基地||2|600",
    "省级小型微型企业创业创新基地||5|450.5",
    "国家中小企业公共服务示范平台||3|720",
    "省级中小企业公共服务示范平台||8|640.8",
    "支持赛事活动情况",
    "支持赛事活动（场次）|12|支持金额（万元）|260",
    "支持“创客中国”中小企业创新创业大赛（场次）|3|支持金额（万元）|90",
};

SheetMaker with_rows(std::vector<std::string> lines, const std::vector<std::pair<std::size_t, std::string>>& changes) {
  for (const auto& [row, line] : changes) lines[row - 1] = line;
  return SheetMaker().lines(lines);
}

std::string of(const Bound& bound, std::string_view name, std::string_view pack = "heilongjiang") {
  return figure(bound, 0, name, pack);
}

void check_carrier(const Bound& bound) {
  const std::vector<std::pair<const char*, const char*>> expected{
      {"zone_name", "哈经开区"},       {"allocated", "5000"},
      {"fund_rules", "yes"},           {"national_bases", "2"},
      {"national_bases_money", "600"}, {"provincial_bases", "5"},
      {"provincial_bases_money", "450.5"}, {"national_platforms", "3"},
      {"national_platforms_money", "720"}, {"provincial_platforms", "8"},
      {"provincial_platforms_money", "640.8"}, {"contests", "12"},
      {"contests_money", "260"},       {"creators", "3"},
      {"creators_money", "90"}};
  for (const auto& [name, value] : expected) CHECK_MESSAGE(of(bound, name) == std::string(value), std::string(name));
}

/// A field of a block's row.
std::string in_row(const Bound& bound, std::size_t row, std::string_view name, std::string_view pack) {
  Bound copy;
  copy.returns.push_back(bound.returns.at(0));
  if (copy.returns[0].data.block_records.size() <= row) return "no row";
  copy.returns[0].data.records = {copy.returns[0].data.block_records[row]};
  return figure(copy, 0, name, pack);
}

}  // namespace

namespace {

}  // namespace

TEST_CASE("a card without merges: each value in its place, with its cell") {
  const Bound bound = bind_sheet(SheetMaker().lines(carrier_lines), carrier);
  CHECK(say_all(bound).empty());
  check_carrier(bound);
  const Return& data = bound.returns[0].data;
  CHECK(data.form == "carrier-fund");
  CHECK(data.region == "230100-hajk");
  const FormSpec& form = *catalogue().pack("heilongjiang")->form("carrier-fund");
  const auto cell = [&](const char* name) { return to_a1(data.records[0].values[static_cast<std::size_t>(form.field(name))].cell); };
  CHECK(cell("allocated") == "C5");
  CHECK(cell("national_bases_money") == "D9");
  CHECK(cell("contests_money") == "D14");
}

TEST_CASE("a card with merges reads the same") {
  SheetMaker maker = SheetMaker().lines(carrier_lines);
  maker.merge("A1", "D1").merge("A2", "D2").merge("A3", "D3").merge("A4", "B4").merge("C4", "D4").merge("A5", "B5").merge("C5", "D5");
  maker.merge("A6", "B6").merge("C6", "D6").merge("A9", "B9").merge("A10", "B10").merge("A11", "B11").merge("A12", "B12");
  const Bound bound = bind_sheet(maker, carrier);
  CHECK(say_all(bound).empty());
  check_carrier(bound);
}

TEST_CASE("a card that starts elsewhere, with blank rows and labels broken by line breaks") {
  std::vector<std::string> lines{"", ""};
  for (std::string line : carrier_lines) {
    lines.push_back("||" + replace_all(line, "支持数量（家）", "支持 数量(家)"));
    if (line.starts_with("是否")) lines.push_back("");
  }
  const Bound bound = bind_sheet(SheetMaker().lines(lines), carrier);
  CHECK(say_all(bound).empty());
  check_carrier(bound);
}

TEST_CASE("what a card does not tell for certain is said, and no figure is lost") {
  struct Row {
    std::vector<std::pair<std::size_t, std::string>> changes;
    const char* said;
    const char* field;
    const char* value;
  };
  for (const Row& row : std::vector<Row>{
           // A figure that stands beside the table.
           {{{9, "国家小型微型企业创业创新示范基地||2|600||17"}}, "V cell.unclaimed F9", "national_bases", "2"},
           {{{13, "支持赛事活动情况|||3.5万元"}}, "V cell.unclaimed D13", "contests", "12"},
           // A label that nobody knows: its column is missing, and its figure is told.
           {{{14, "支持赛事活动（场次）|12|支持经费（万元）|260"}},
            "M header.missing-column; V cell.unclaimed D14", "contests_money", "absent"},
           // The whole heading of two columns is gone.
           {{{8, "||数量|金额"}},
            "M header.missing-column; M header.missing-column; M header.missing-column; M header.missing-column; "
            "M header.missing-column; M header.missing-column; M header.missing-column; M header.missing-column; "
            "V cell.unclaimed D8; V cell.unclaimed C9; V cell.unclaimed D9; V cell.unclaimed C10; V cell.unclaimed D10; V cell.unclaimed C11; "
            "V cell.unclaimed D11; V cell.unclaimed C12; V cell.unclaimed D12",
            "national_bases", "absent"},
           // The label stands twice.
           {{{13, "开发区名称||支持赛事活动情况"}}, "M header.ambiguous A4; M header.ambiguous A13; V cell.unclaimed C13", "zone_name", "absent"},
           // A value whose label is gone, or stands further left.
           {{{5, "哈经开区||5000|云谷"}}, "V cell.unclaimed D5", "allocated", "5000"},
           // Two ticks; none; an estimate; a unit that is converted.
           {{{6, "是否出台资金管理办法及相关制定||☑是  ☑否"}}, "M cell.not-in-list C6", "fund_rules", "bad"},
           {{{6, "是否出台资金管理办法及相关制度||□是  □否"}}, "I header.alias-suggested A6", "fund_rules", "missing"},
           {{{5, "哈经开区||约5000"}}, "M cell.not-a-number C5", "allocated", "bad"},
           {{{4, "开发区名称||中央财政资金已拨付至特色载体金额（元）"}, {5, "哈经开区||50000000"}}, "V unit.converted C4", "allocated", "5000"},
           // A blank is missing, and does not take the next label for a value.
           {{{14, "支持赛事活动（场次）||支持金额（万元）|260"}}, "", "contests", "missing"},
       }) {
    std::string said;
    const Bound bound = bind_sheet(with_rows(carrier_lines, row.changes), carrier);
    for (const BoundReturn& one : bound.returns) {
      std::vector<std::string> words = say(one.findings);
      std::stable_sort(words.begin(), words.end(), [](const std::string& a, const std::string& b) {
        return a.find("missing-column") != std::string::npos && b.find("missing-column") == std::string::npos;
      });
      said = join(words, "; ");
    }
    CHECK(said == std::string(row.said));
    CHECK_MESSAGE(of(bound, row.field) == std::string(row.value), std::string(row.field));
  }
}

TEST_CASE("a value that two labels share is neither's") {
  SheetMaker maker = with_rows(carrier_lines, {{5, "哈经开区"}});
  maker.merge("A5", "D5");  // over both
  const Bound bound = bind_sheet(maker, carrier);
  CHECK(of(bound, "allocated") == "absent");
  CHECK(say_all(bound).find("M header.ambiguous") != std::string::npos);
}

TEST_CASE("a blank value of a merged card takes nothing from further right, and a foot line is none of the card") {
  std::vector<std::string> lines = carrier_lines;
  lines[5] = "是否出台资金管理办法及相关制定|||☑是  □否";
  lines.push_back("填表人：王丽|开发区名称：哈高新区");
  SheetMaker maker = SheetMaker().lines(lines);
  maker.merge("A6", "B6");
  const Bound bound = bind_sheet(maker, carrier);
  CHECK(of(bound, "fund_rules") == "missing");
  CHECK(of(bound, "zone_name") == "哈经开区");
}

TEST_CASE("a word of a block's row that reads like a label ends nothing") {
  std::vector<std::string> lines = rent_lines;
  lines[5] = "龙城大厦|0.8|310|小微企业双创基地地址|'13903510001";
  const Bound bound = bind_sheet(SheetMaker().lines(lines), base);
  CHECK(say_all(bound).empty());
  CHECK(bound.returns.at(0).data.block_records.size() == 2);
  CHECK(of(bound, "address", "shanxi") == "龙城大街66号");
}

TEST_CASE("a hidden row of a card is read and told") {
  SheetMaker maker;
  for (std::size_t i = 0; i < carrier_lines.size(); ++i) maker.line(carrier_lines[i], i == 9 ? RowHiding::hidden : RowHiding::shown);
  const Bound bound = bind_sheet(maker, carrier);
  CHECK(say_all(bound) == "V row.hidden A10");
  check_carrier(bound);
}


TEST_CASE("the rows of a block end where the next label stands, and are records of their own") {
  const Bound bound = bind_sheet(SheetMaker().lines(rent_lines), base);
  CHECK(say_all(bound).empty());
  const Return& data = bound.returns[0].data;
  CHECK(data.form == "rent-survey");
  CHECK(data.by_entity);
  CHECK(data.reporter == "太原市小店区云谷双创基地");
  CHECK(data.region == "140105");
  REQUIRE(data.records.size() == 1);
  REQUIRE(data.block_records.size() == 2);
  CHECK(data.block_records[1].block == "places");
  CHECK(data.block_records[1].name == "学府大厦");
  CHECK(in_row(bound, 0, "place_distance", "shanxi") == "0.8");
  CHECK(in_row(bound, 1, "place_rent", "shanxi") == "295.5");
  CHECK(in_row(bound, 1, "rent", "shanxi") == "absent");
  CHECK(of(bound, "rent", "shanxi") == "260");
  CHECK(of(bound, "place_rent", "shanxi") == "absent");
  CHECK(of(bound, "county_opinion", "shanxi") == "属实");
}

TEST_CASE("a unit line over a card's labels that print none") {
  for (const char* line : {"单位 元", "单位：元", "（金额：元）", "金额（元）"}) {
    CAPTURE(line);
    std::vector<std::string> lines = carrier_lines;
    for (std::string& one : lines) one = replace_all(one, "（万元）", "");
    lines.insert(lines.begin() + 1, line);
    const Bound bound = bind_sheet(SheetMaker().lines(lines), carrier);
    CHECK(of(bound, "allocated") == "0.5");
    CHECK(contains(say_all(bound), "V unit.converted A2"));
  }
}

TEST_CASE("a figure of a block that is merged over two rows is nobody's for certain, and a text is each row's") {
  std::vector<std::string> lines = rent_lines;
  lines[6] = "学府大厦|1.6||陈静|'13903510002";
  const Bound figure = bind_sheet(SheetMaker().lines(lines).merge("C6", "C7"), base);
  CHECK(say_all(figure) == "M cell.not-a-number C6");
  lines[6] = "学府大厦|1.6|295.5||'13903510002";
  const Bound text = bind_sheet(SheetMaker().lines(lines).merge("D6", "D7"), base);
  CHECK(say_all(text).empty());
  CHECK(in_row(text, 1, "place_contact", "shanxi") == "刘洋");
}

TEST_CASE("a row of a block that repeats a word from above is a row") {
  // 联系人 above and a firm of the block may have one name; three cells with a text from the head once read as a page's head.
  std::vector<std::string> lines = rent_lines;
  lines[5] = "龙城大街66号|0.8|310";
  const Bound bound = bind_sheet(SheetMaker().lines(lines), base);
  REQUIRE(bound.returns.size() == 1);
  CHECK(bound.returns[0].data.block_records.size() == 2);
  CHECK(in_row(bound, 0, "place_rent", "shanxi") == "310");
}

TEST_CASE("figures beside a block, faults in it, and its columns") {
  struct Row {
    std::size_t row;
    const char* line;
    const char* said;
  };
  for (const Row& row : std::vector<Row>{
           {6, "龙城大厦|0.8|310|刘洋|'13903510001|88", "V cell.unclaimed F6"},
           {7, "学府大厦|约1.6|295.5", "M cell.not-a-number B7"},
           {5, "周边类似场地名称|与小微企业双创基地的距离(千米)|租金|联系人|联系电话",
            "M header.missing-column; I header.unknown-column C5; V cell.unclaimed C6; V cell.unclaimed C7"},
           {8, "县(市、区)中小企业管理部门意见|属实|12.5", "V cell.unclaimed C8"},
       }) {
    std::vector<std::string> lines = rent_lines;
    lines[row.row - 1] = row.line;
    const std::string said = say_all(bind_sheet(SheetMaker().lines(lines), base));
    CHECK(said == std::string(row.said));
  }
}

TEST_CASE("values behind their labels in one cell") {
  const auto bind_cover = [](const std::vector<std::string>& lines) {
    std::vector<std::string> all{"山西省小微企业创业创新基地申请报告"};
    all.insert(all.end(), lines.begin(), lines.end());
    return bind_sheet(SheetMaker().lines(all), base);
  };
  const Bound cover = bind_cover({"申请单位名称：太原云谷公司（盖章）", "运营主体：__云谷运营公司__   基地类型：楼宇型", "主管部门：", "填报日期：2024年 8月 6日"});
  CHECK(say_all(cover).empty());
  CHECK(of(cover, "applicant", "shanxi") == "太原云谷公司");
  CHECK(of(cover, "operator", "shanxi") == "云谷运营公司");
  CHECK(of(cover, "base_type", "shanxi") == "楼宇型");
  CHECK(of(cover, "department", "shanxi") == "missing");
  CHECK(of(cover, "filed", "shanxi") == "2024-08-06");
  // The blanks of the printed form are none.
  const Bound blank = bind_cover({"申请单位名称：云谷公司", "填报日期：_____年_____月_____日"});
  CHECK(of(blank, "filed", "shanxi") == "missing");
  // The value may have gone into the next cell.
  const Bound beside = bind_cover({"申请单位名称：|云谷公司", "填报日期：|2024-8-6"});
  CHECK(of(beside, "applicant", "shanxi") == "云谷公司");
  CHECK(of(beside, "filed", "shanxi") == "2024-08-06");
}

TEST_CASE("card: a text that slid away below its label is told where it stands") {
  const std::vector<std::string> lines{"附件1", "创新创业特色载体情况统计表", "市级中小企业主管部门（盖章）：哈尔滨市工业和信息化局", "资金使用情况", "财政资金拨付管理情况",
                                       "开发区名称||中央财政资金已拨付至特色载体金额（万元）", "", "哈经开区||5000", "是否出台资金管理办法及相关制定||☑是  □否（如出台请随文附送）",
                                       "特色载体支持平台、基地情况", "||支持数量（家）|支持金额（万元）", "国家小型微型企业创业创新示范基地||2|600",
                                       "省级小型微型企业创业创新基地||5|450.5", "国家中小企业公共服务示范平台||3|720", "省级中小企业公共服务示范平台||8|640.8",
                                       "支持赛事活动情况", "支持赛事活动（场次）|12|支持金额（万元）|260"};
  const Bound bound = bind_sheet(SheetMaker().lines(lines), {.file = "2020/哈尔滨市/x.xlsx", .pack = "heilongjiang"});
  const std::string said = say_all(bound);
  CHECK(contains(said, "V cell.unclaimed A8"));
  CHECK(contains(said, "V cell.unclaimed C8"));
}

TEST_CASE("card: a text whose label is blank or misspelt is told where it stands") {
  struct Row {
    std::size_t row;
    const char* line;
    const char* said;
  };
  for (const Row& row : std::vector<Row>{
           // The last label of the card: nothing that is known follows it.
           {8, "|属实", "I row.ignored B8; V cell.unclaimed B8"},
           {8, "县(市、区)企业管理局意见|属实", "V cell.required A8; M cell.not-a-number B8"},  // it reads like a row of the table
           // In a row of the table: it slid away from its record, or into a column that only the header's merge covers.
           {7, "|||陈静", "I row.ignored D7; V cell.unclaimed D7"},
           // What the form prints below a card, and what a clerk writes there, is none of it.
           {8, "县(市、区)中小企业管理部门意见|属实", ""},
       }) {
    std::vector<std::string> lines = rent_lines;
    lines[row.row - 1] = row.line;
    lines.push_back("填表人：王芳||已核对");
    const std::string said = say_all(bind_sheet(SheetMaker().lines(lines), base));
    CHECK(said == std::string(row.said));
  }
}

TEST_CASE("card: the last label of a card is blank or misspelt, and nothing that is known follows it") {
  std::vector<std::string> lines = rent_lines;
  lines.erase(lines.begin() + 4, lines.begin() + 7);  // the table
  for (const char* label : {"", "县(市、区)企业管理局意见"}) {
    lines.back() = std::string(label) + "|属实";
    CHECK(contains(say_all(bind_sheet(SheetMaker().lines(lines), base)), "V cell.unclaimed B5"));
  }
}

TEST_CASE("card: a text that changed places with its label is told") {
  std::vector<std::string> lines = rent_lines;
  lines[2] = "龙城大街66号|小微企业双创基地地址";
  const Bound bound = bind_sheet(SheetMaker().lines(lines), base);
  CHECK(say_all(bound) == "V cell.unclaimed A3");
  CHECK(of(bound, "address", "shanxi") == "missing");
}

TEST_CASE("card: a value below its label is sought in no other group's row") {
  // 名称 of the service body is misspelt: its row and the column of the operator's 名称 meet in that very label.
  const std::vector<std::string> lines{
      "山西省小微企业创业创新基地认定申请表", "小微企业双创基地名称|太原市小店区云谷双创基地|所在市县|太原市小店区",
      "小微企业双创基地运营主体|名称|注册时间|法人代表", "|云谷公司|2019年4月|郭建平",
      "小微企业双创基地创业服务机构|称名额|成立时间|从业人员数量", "|云谷中心|2019.6|18",
      "小微企业双创基地主导产业|软件|管理部门|小店区工信局", "小微企业双创基地地址|龙城大街66号",
      "建设项目主要内容|厂房改造|项目负责人|赵敏|联系电话|0351-7012346",
      "建设项目总投资（万元）|2000|其中：固定资产投资（万元）|1500|已完成固定资产投资（万元）|1480",
      "资金来源|其中：自筹 1200 万元； 贷款 600 万元； 地方政府投资 150 万元； 其他 50 万元。"};
  SheetMaker maker = SheetMaker().lines(lines);
  maker.merge("A3", "A4").merge("A5", "A6");
  const Bound bound = bind_sheet(maker, base);
  CHECK(of(bound, "operator", "shanxi") == "云谷公司");
  CHECK(of(bound, "service_body", "shanxi") == "absent");
  CHECK(contains(say_all(bound), "V cell.unclaimed B6"));
}

TEST_CASE("card: a label typed over a value") {
  std::vector<std::string> lines{
      "山西省小微企业创业创新基地认定申请表", "小微企业双创基地名称|太原市小店区云谷双创基地|所在市县|太原市小店区",
      "小微企业双创基地运营主体|名称|注册时间|法人代表", "|云谷公司|2019年4月|郭建平",
      "小微企业双创基地创业服务机构|名称|成立时间|从业人员数量", "|云谷中心|2019.6|18",
      "小微企业双创基地主导产业|软件|管理部门|小店区工信局", "小微企业双创基地地址|龙城大街66号",
      "建设项目总投资（万元）|2000|其中：固定资产投资（万元）|1500|已完成固定资产投资（万元）|1480"};
  const auto doubts = [&] {
    const std::string said = say_all(bind_sheet(SheetMaker().lines(lines).merge("A3", "A4").merge("A5", "A6"), base));
    return said.find("header.ambiguous") == std::string::npos ? "" : said.substr(said.find("M header.ambiguous"), 21);
  };
  CHECK(doubts().empty());
  lines[5] = "|云谷中心|2019.6|注册时间";
  CHECK(doubts() == "M header.ambiguous D6");
}

TEST_CASE("card: a label whose merge was taken apart among others that are still merged") {
  SheetMaker maker = SheetMaker().lines(carrier_lines);
  maker.merge("A4", "B4").merge("A5", "B5").merge("C4", "D4").merge("A9", "B9").merge("A10", "B10");  // A6 is not
  const Bound bound = bind_sheet(maker, carrier);
  CHECK(say_all(bound).empty());
  check_carrier(bound);
}

TEST_CASE("card: titles, headings and notes alone are merged") {
  std::vector<std::string> lines = carrier_lines;
  lines.push_back("注：哈经开区、哈高新区、黑河合作区等三个国家级特色载体分别填报。");
  SheetMaker maker = SheetMaker().lines(lines);
  maker.merge("A1", "D1").merge("A3", "D3").merge("A16", "D16");
  const Bound bound = bind_sheet(maker, carrier);
  CHECK(say_all(bound).empty());
  check_carrier(bound);
  // Where the other labels show their values beside them, a blank is a value that is missing.
  const std::vector<std::string> beside{"江苏省中小企业公共服务示范平台基本信息表", "平台名称|金陵中小企业公共服务平台", "单位名称|南京金陵检测技术服务有限公司",
                                        "服务功能分类1|技术支持|服务功能分类2|信息咨询", "上年度资产（万元）|3260.5|上年度利润（万元）|180.6",
                                        "仪器和设备原值（万元）|1420|所属产业集群|装备", "带动服务机构数量||16", "典型案例|检测"};
  const Bound profile = bind_sheet(SheetMaker().lines(beside).merge("A1", "D1"), {.file = "2024/南京市/x.xlsx", .pack = "jiangsu"});
  CHECK(of(profile, "partners", "jiangsu") == "missing");
  CHECK(contains(say_all(profile), "V cell.unclaimed C7"));
}

TEST_CASE("card: a figure alone in its row is no heading between a label and the rows that it heads") {
  std::vector<std::string> lines = carrier_lines;
  lines[9] = "省级小型微型企业创业创新基地|||450.5";
  lines.insert(lines.begin() + 10, "||5");
  const Bound bound = bind_sheet(SheetMaker().lines(lines), carrier);
  CHECK(contains(say_all(bound), "V cell.unclaimed C11"));
  CHECK(of(bound, "provincial_bases", "heilongjiang") == "missing");
  CHECK(of(bound, "national_platforms", "heilongjiang") == "3");
  CHECK(of(bound, "provincial_platforms_money", "heilongjiang") == "640.8");
}

TEST_CASE("card: words behind a ticked 是 leave it 是") {
  for (const char* shown : {"☑是（如出台请随文附送）", "□否  ☑是（如出台请随文附送）", "（√）是（如出台请随文附送）", "□否 √是：已出台"}) {
    std::vector<std::string> lines = carrier_lines;
    lines[5] = "是否出台资金管理办法及相关制定||" + std::string(shown);
    CHECK_MESSAGE(of(bind_sheet(SheetMaker().lines(lines), carrier), "fund_rules") == std::string("yes"), shown);
  }
}

TEST_CASE("card: a label with its value in one cell that is misspelt, has no colon, or lost its section") {
  const auto bind_cover = [](const std::string& changed) {
    std::vector<std::string> lines{"山西省小微企业创业创新基地申请报告", "申请单位名称：太原云谷公司（盖章）", changed, "主管部门：小店区工信局", "填报日期：2024年 8月 6日"};
    return bind_sheet(SheetMaker().lines(lines), base);
  };
  for (const char* changed : {"营运主体：云谷运营公司", "运营主体 云谷运营公司", "运营主本：云谷运营公司"}) {
    CHECK_MESSAGE(say_all(bind_cover(changed)) == std::string("V cell.unclaimed A3"), changed);
  }
  // Behind the value of one label another that is misspelt: it must not go into that value unsaid.
  const Bound behind = bind_cover("运营主体：云谷运营公司   基地类形：楼宇型");
  CHECK(say_all(behind) == "V cell.unclaimed A3");
  // Colons as other input methods write them.
  for (const char* changed : {"运营主体∶云谷运营公司", "运营主体﹕云谷运营公司", "运营主体︰云谷运营公司"}) {
    const Bound bound = bind_cover(changed);
    CHECK(say_all(bound).empty());
    CHECK(of(bound, "operator", "shanxi") == "云谷运营公司");
  }
}
