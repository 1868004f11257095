// Headers as clerks leave them: merges taken apart, rows between, marks behind labels (FORMS.md, last section).

#include <doctest/doctest.h>

#include "sheet_maker.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

const std::vector<std::string> platform_head{"青海省中小企业公共服务示范平台运营情况汇总表（2024年上半年）", "填报单位：西宁市工信局", "单位：万元、人、家、平方米"};
// 24 columns: A 序号 … F–H 员工数, I–L 服务企业数, M–T four groups of 新增金额 and 同比增长, U–X two of 累计数 and 新增数.
const std::string platform_leaves =
    "|||||总人数|其中：大专（含）以上学历|中级（含）以上技术职称|累计数|新增数|同比增长（%）|签订服务协议户数|新增金额|同比增长（%）|新增金额|"
    "同比增长（%）|新增金额|同比增长（%）|新增金额|同比增长（%）|累计数|新增数|累计数|新增数";
const std::string platform = "1|惠企通平台|马建国|0971-6100000|500|20|15|6|400|60|5|100|120.5|12.5|80|10|-3.5|1|6|3.25|60|10|20|3";

Bound bind_platform(const std::vector<std::string>& rows) {
  return bind_sheet(SheetMaker().lines(platform_head).lines(rows), {.file = "x.xlsx", .pack = "qinghai"});
}

std::string figures(const Bound& bound, const std::vector<const char*>& names, const char* pack) {
  std::vector<std::string> out;
  for (const char* name : names) out.push_back(figure(bound, 0, name, pack));
  return join(out, " ");
}

const std::vector<const char*> platform_figures{"staff", "firms_all", "firms_new", "revenue", "service_revenue", "profit", "tax", "events_all", "events_new", "gov_events_all", "gov_events_new"};

}  // namespace

TEST_CASE("group and label in one cell") {
  const std::vector<std::string> groups = split(header[0], '|'), leaves = split(header[1] + "|", '|');
  for (const char* between : {"", "-", "—", "/", "：", "·"}) {
    CAPTURE(between);
    std::vector<std::string> labels;
    std::string group;
    for (std::size_t i = 0; i < groups.size(); ++i) {
      if (!groups[i].empty()) group = groups[i];
      labels.push_back(i < leaves.size() && !leaves[i].empty() ? group + between + leaves[i] : group);
    }
    const Bound bound = bind_sheet(SheetMaker().lines({title, units, join(labels, "|"), first, second}));
    REQUIRE(bound.returns.size() == 1);
    CHECK(bound.returns[0].data.records.size() == 2);
    CHECK(figures(bound, {"staff", "revenue", "support"}, "shanxi") == "10 1500.5 25.5");
    CHECK(say_all(bound) == "");
  }
}

TEST_CASE("a group's label over its first, its last or any of its columns, or over each") {
  const std::string front = "序号|平台名称|联系人|联系电话|服务场地面积|";
  const char* groups[] = {
      // over the first, as a merge leaves it
      "员工数|||服务企业数||||营业收入||其中：服务收入||利润||上缴税金||举办服务活动场次||其中：以政府名义举办场次|",
      // over the last
      "||员工数||||服务企业数||营业收入||其中：服务收入||利润||上缴税金||举办服务活动场次||其中：以政府名义举办场次",
      // over the middle one, where there is one
      "|员工数|||服务企业数|||营业收入||其中：服务收入||利润||上缴税金||举办服务活动场次||其中：以政府名义举办场次|",
      // over each
      "员工数|员工数|员工数|服务企业数|服务企业数|服务企业数|服务企业数|营业收入|营业收入|其中：服务收入|其中：服务收入|利润|利润|上缴税金|上缴税金|"
      "举办服务活动场次|举办服务活动场次|其中：以政府名义举办场次|其中：以政府名义举办场次"};
  for (const char* group : groups) {
    CAPTURE(group);
    const Bound bound = bind_platform({front + group, platform_leaves, platform});
    CHECK(figures(bound, platform_figures, "qinghai") == "20 400 60 120.5 80 -3.5 6 60 10 20 3");
    CHECK(say_all(bound) == "");
  }
}

TEST_CASE("a column that may be of either group is of none") {
  // 新增金额 between 利润 and 上缴税金 stands once where two are printed: whose it is, nobody can tell.
  const std::string groups = "序号|平台名称|联系人|联系电话|服务场地面积|员工数|||服务企业数||||营业收入||其中：服务收入|||利润||上缴税金|举办服务活动场次||其中：以政府名义举办场次|";
  const std::string leaves =
      "|||||总人数|其中：大专（含）以上学历|中级（含）以上技术职称|累计数|新增数|同比增长（%）|签订服务协议户数|新增金额|同比增长（%）|新增金额|"
      "同比增长（%）||同比增长（%）|新增金额|同比增长（%）|累计数|新增数|累计数|新增数";
  const Bound bound = bind_platform({groups, leaves, platform});
  bool told = false;
  for (const std::string& one : say(bound.returns.at(0).findings)) told = told || one == "M header.ambiguous S5";
  CHECK(told);
  CHECK(figures(bound, {"revenue", "service_revenue", "events_new"}, "qinghai") == "120.5 80 10");
  CHECK(figure(bound, 0, "profit", "qinghai") == "absent");
  CHECK(figure(bound, 0, "tax", "qinghai") == "absent");
}

TEST_CASE("a leaf without its group decides nothing where two fields have it") {
  const std::string groups = "序号|平台名称|联系人|联系电话|服务场地面积|员工数|||服务企业数||||营业收入||其中：服务收入||利润|||举办服务活动场次||其中：以政府名义举办场次|";
  std::string leaves = platform_leaves;
  const Bound bound = bind_platform({groups, leaves, platform});  // the label of 上缴税金 is lost: R and S might be 利润's
  CHECK(figure(bound, 0, "tax", "qinghai") == "absent");
  CHECK(contains(say_all(bound), "M header."));
}

TEST_CASE("a column put in between groups, and an empty one inside the table") {
  const auto with = [](const std::string& line, std::size_t at, const std::string& text) {
    std::vector<std::string> cells = split(line, '|');
    cells.resize(22);
    cells.insert(cells.begin() + static_cast<std::ptrdiff_t>(at), text);
    return join(cells, "|");
  };
  for (const char* label : {"", "所在园区"}) {
    CAPTURE(label);
    const Bound bound = bind_sheet(SheetMaker().lines({title, units, with(header[0], 9, ""), with(header[1], 9, label), with(first, 9, *label ? "高新区" : ""),
                                                       with(second, 9, "")}));
    CHECK(figures(bound, {"area", "revenue", "tax", "partners", "service_events", "support"}, "shanxi") == "3000 1500.5 45.2 6 12 25.5");
    CHECK(say_all(bound) == (*label ? "I header.unknown-column J4" : ""));
  }
}

TEST_CASE("rows that number the columns, below, between and above the labels") {
  const auto numbers = [](const char* open, const char* close) {
    std::vector<std::string> out;
    for (int i = 1; i <= 21; ++i) out.push_back(open + std::to_string(i) + close);
    return join(out, "|");
  };
  const std::string letters = "A|B|C|D|E|F|G|H|I|J|K|L|M|N|O|P|Q|R|S|T|U";
  const std::string ringed = "①|②|③|④|⑤|⑥|⑦|⑧|⑨|⑩|⑪|⑫|⑬|⑭|⑮|⑯|⑰|⑱|⑲|⑳|(21)";
  for (const std::string& row : {numbers("", ""), numbers("(", ")"), numbers("（", "）"), letters, ringed, "甲|乙|丙|丁|戊|" + numbers("", "").substr(0, 39),
                                 "甲|乙|丙|丁|戊|己|庚|辛|" + numbers("", "").substr(0, 29), numbers("栏", ""), numbers("第", "栏"),
                                 std::string("栏次|1|2|3|4|5|6|7|8|9=10+11|10|11|12|13|14|15|16|17|18|19|20")}) {
    CAPTURE(row);
    for (int place = 0; place < 3; ++place) {
      CAPTURE(place);
      SheetMaker maker = SheetMaker().lines({title, units});
      if (place == 0) maker.line(row);
      maker.line(header[0]);
      if (place == 1) maker.line(row);
      maker.line(header[1]);
      if (place == 2) maker.line(row);
      const Bound bound = bind_sheet(maker.lines({first, second}));
      CHECK(bound.returns.at(0).data.records.size() == 2);
      CHECK(figures(bound, {"staff", "revenue", "support"}, "shanxi") == "10 1500.5 25.5");
      CHECK(say_all(bound) == "");
    }
  }
}

TEST_CASE("marks that point to a note, full-width letters, breaks inside labels") {
  std::string leaves = header[1];
  for (const auto& [from, to] : {std::pair{"营业收入", "营业收入①"}, {"上缴税金", "上缴税金*"}, {"建筑面积", "建筑面积（平方米）②"}, {"合作机构数量", "合作机构数量[1]"},
                                 {"培育小升规企业数", "培育小升规\n企业数（注1）"}, {"已入驻企业数", "已入驻企业数注2"}, {"基地服务人员数", "＊基地 服务人员数"}}) {
    leaves = replace_all(leaves, from, to);
  }
  const Bound bound = bind_sheet(SheetMaker().lines({title, units, header[0], leaves, first, second}));
  CHECK(figures(bound, {"staff", "tenants", "area", "revenue", "tax", "partners", "scaled_up"}, "shanxi") == "10 20 3000 1500.5 45.2 6 1");
  CHECK(say_all(bound) == "");
}

TEST_CASE("last year's column is not this year's, though its leaf is the only one of that name") {
  const std::string groups = replace_all(header[0], "运营情况|", "上年运营情况|");
  const Bound bound = bind_sheet(SheetMaker().lines({title, units, groups, header[1], first}));
  CHECK(figure(bound, 0, "revenue") == "absent");
  CHECK(contains(say_all(bound), "M header.missing-column"));
}

TEST_CASE("a table that begins far right and two rows below its title") {
  const std::string far(12, '|');
  const Bound bound = bind_sheet(SheetMaker().lines({far + title, "", "", far + units, far + header[0], far + header[1], far + first, far + second}));
  CHECK(figures(bound, {"staff", "revenue", "support"}, "shanxi") == "10 1500.5 25.5");
  CHECK(say_all(bound) == "");
}

TEST_CASE("a column that may be absent and stands under a label that is like its own is told: it is not read") {
  const std::string groups = "序号|平台名称|联系|联系电话|服务场地面积|员工数|||服务企业数||||营业收入||其中：服务收入||利润||上缴税金||举办服务活动场次||其中：以政府名义举办场次|";
  const std::string said = say_all(bind_platform({groups, platform_leaves, platform}));
  CHECK(contains(said, "I header.unknown-column C"));
  CHECK(contains(said, "V cell.unclaimed C"));
  // Another word altogether, but where the form prints it; one that stands elsewhere is a column of the clerk's own.
  CHECK(contains(say_all(bind_platform({replace_all(groups, "|联系|", "|负责同志|"), platform_leaves, platform})), "V cell.unclaimed C"));
}
