// Which period a return is for: how a text names it, and title, period line, sheet, folders and file name together.

#include <doctest/doctest.h>

#include "base/text.hpp"
#include "bind/period.hpp"
#include "sheet_maker.hpp"

using namespace huizong;
using namespace huizong::test;

TEST_CASE("spans in many ways of writing") {
  const std::pair<const char*, const char*> rows[] = {
      {"2024年1—6月", "2024H1"},
      {"2024年1－6月", "2024H1"},
      {"2024年1~6月", "2024H1"},
      {"2024年1至6月份", "2024H1"},
      {"2024年1月—6月", "2024H1"},
      {"2024年1月—2024年6月", "2024H1"},
      {"2024年1月至2024年6月", "2024H1"},
      {"2024年01月-06月", "2024H1"},
      {"2024年一至六月", "2024H1"},
      {"2024年一月至六月", "2024H1"},
      {"二〇二四年一至六月", "2024H1"},
      {"二○二四年上半年", "2024H1"},
      {"二零二四年度", "2024"},
      {"2024 年 上 半 年", "2024H1"},
      {"２０２４年上半年", "2024H1"},
      {"2024年度上半年", "2024H1"},
      {"（2024上半年）", "2024H1"},
      {"2024年半年度", "2024H1"},
      {"2024年半年报", "2024H1"},
      {"2024 H1", "2024H1"},
      {"2024年H1", "2024H1"},
      {"海西州2024H1运营情况", "2024H1"},
      {"24年6月", "2024-06"},
      {"24年上半年", "2024H1"},
      {"西宁市24年1-6月", "2024H1"},
      {"工作24年", ""},
      {"满24年6个月", ""},
      {"2024年六月", "2024-06"},
      {"2024年06月份", "2024-06"},
      {"2024年十二月", "2024-12"},
      {"2024年7—12月", "2024H2"},
      {"2024年下半年", "2024H2"},
      {"2024年1—9月", "2024-01_09"},
      {"2024年前三季度", "2024-01_09"},
      {"2024年前6个月", "2024H1"},
      {"2024年前两季度", "2024H1"},
      {"2024年第二季度", "2024Q2"},
      {"2024年第3季度", "2024Q3"},
      {"2024年1—3季度", "2024-01_09"},
      {"2024年一至三季度", "2024-01_09"},
      {"2024年第一、二季度", "2024H1"},
      {"2024年三、四季度", "2024H2"},
      {"2024年三季报", ""},  // the quarter, or the year up to its end
      {"2024年第Ⅲ季度", ""},
      {"2024年1-6", "2024H1"},
      {"2024年1-6批", "2024"},
      {"2024年1-2-3", "2024"},
      {"2024年（初稿）", "2024"},
      {"2024年8月报送2023年基地情况", "2023"},
      {"2024年报送2023年基地情况", "2023"},
      {"2024年上报", "2024"},
      {"2024年双创基地基本情况表（上半年）", "2024H1"},
      {"（第三季度）2024年双创基地基本情况表", "2024Q3"},
      {"2024年广灵县1—9月报表", "2024-01_09"},
      {"2024年双创基地基本情况表（含上半年新增）", "2024"},
      {"2024年附件1-2月报", "2024"},
      {"2024年双创基地7月12日报", "2024"},
      {"2024年上半年与下半年对比", "2024H1"},
      {"2024年双创基地上半年、下半年对比", "2024"},
      {"2024年8月填报", ""},
      {"2024年全年", "2024"},
      {"2024年1—12月", "2024"},
      {"2024年1月1日至6月30日", "2024H1"},
      {"2024年1月1日—2024年6月30日", "2024H1"},
      {"2023年7月1日至2024年6月30日", ""},  // no period of ours: it spans two years
      {"2023年7月—2024年6月", ""},
      {"2024年6月30日", ""},
      {"截至2024年6月底", ""},
      {"截止到2024年6月30日", ""},
      {"请于2024年8月底前报送", ""},
      {"2024年8月25日前报送", ""},
      {"晋工信发〔2024〕15号 2023年基地情况", "2023"},
      {"2023—2024年", ""},
      {"2023至2024年度", ""},
      {"2023-2024学年", ""},
      {"20240630", ""},
      {"5000", ""},
      {"1600H1", ""},
      {"电话：2024123", ""},
  };
  for (const auto& [text, expected] : rows) {
    CAPTURE(text);
    std::vector<std::string> found;
    for (const NamedPeriod& named : find_periods(text)) found.push_back(to_text(named.period));
    CHECK(join(found, " ") == expected);
  }
}

TEST_CASE("a figure above the labels that are known is no year") {
  // 开发区名称 is misspelt, and 中央财政… stands twice: the figures of that row stand above the first label that is certain.
  const std::vector<std::string> lines{"创新创业特色载体情况统计表", "市级中小企业主管部门（盖章）：哈尔滨市工业和信息化局",
                                       "开发区单位名称||中央财政资金已拨付至特色载体金额（万元）", "哈经开区||2000", "是否出台资金管理办法及相关制定||☑是  □否",
                                       "||支持数量（家）|支持金额（万元）", "国家小型微型企业创业创新示范基地||2|600", "省级小型微型企业创业创新基地||5|450.5",
                                       "国家中小企业公共服务示范平台||3|720", "省级中小企业公共服务示范平台||8|640.8", "支持赛事活动（场次）|12|支持金额（万元）|260",
                                       "支持“创客中国”中小企业创新创业大赛（场次）|3|支持金额（万元）|90", "中央财政资金已拨付至特色载体金额（万元）|2007"};
  const Bound bound = bind_sheet(SheetMaker().lines(lines), {.file = "2020/哈尔滨市/x.xlsx", .pack = "heilongjiang"});
  CHECK(to_text(bound.returns.at(0).data.period) == "2020");
  const Bound alone = bind_sheet(SheetMaker().lines({"2024|年省级小微企业双创基地基本情况表", units, header[0], header[1], first}), {.file = "大同市/广灵县/x.xlsx"});
  CHECK(to_text(alone.returns.at(0).data.period) == "2024");
}

TEST_CASE("title, period line, sheet, folders and file name") {
  struct Row {
    const char *title, *line, *sheet, *file, *expected, *findings;
  };
  const std::string bare = "省级小微企业双创基地基本情况表";
  const Row rows[] = {
      {"2024年", "", "Sheet1", "2024/太原市/小店区.xlsx", "2024", ""},
      {"2024年上半年", "", "Sheet1", "小店区.xlsx", "2024H1", ""},
      {"2024年上半年", "", "Sheet1", "2024/小店区.xlsx", "2024H1", ""},
      {"2024年上半年", "", "Sheet1", "小店区2023年.xlsx", "2024H1", "I period.assumed"},
      {"2024年上半年", "", "Sheet1", "2024Q4/小店区.xlsx", "2024H1", "I period.assumed"},
      {"", "", "2024年上半年", "小店区.xlsx", "2024H1", ""},
      {"", "", "Sheet1", "2024/小店区2024年上半年.xlsx", "2024H1", ""},
      {"", "", "Sheet1", "2024H1/小店区.xlsx", "2024H1", ""},
      {"", "", "Sheet1", "小店区24年6月.xlsx", "2024-06", ""},
      {"", "", "Sheet1", "2023/小店区2024年.xlsx", "2023", "I period.assumed"},
      {"", "", "2023年", "2024/小店区.xlsx", "2023", "I period.assumed"},
      {"", "", "2024年", "2024H1/小店区.xlsx", "2024H1", ""},
      {"", "", "Sheet1", "2023年、2024年/小店区.xlsx", "", "M period.unknown"},
      {"", "", "Sheet1", "2024/小店区2023年、2024年.xlsx", "2024", ""},
      {"2023年", "", "2024年", "小店区.xlsx", "2023", "I period.assumed"},  // a copy with last year's title left
      {"2024年", "", "Sheet1", "2024H1/小店区.xlsx", "2024", "I period.assumed"},
      {"", "报告期：2024年1—6月", "Sheet1", "小店区.xlsx", "2024H1", ""},
      {"", "所属期：2024H1", "Sheet1", "小店区.xlsx", "2024H1", ""},
      {"", "统计时间：二〇二四年上半年", "Sheet1", "小店区.xlsx", "2024H1", ""},
      {"2024年", "报告期：2024年上半年", "Sheet1", "小店区.xlsx", "2024H1", ""},
      {"2024年", "（上半年）", "Sheet1", "小店区.xlsx", "2024H1", ""},
      {"（上半年）", "", "Sheet1", "2024/小店区.xlsx", "2024H1", "I period.assumed"},
      {"2024年（省）上半年", "", "Sheet1", "小店区.xlsx", "2024H1", "I period.assumed"},  // apart from its year
      {"", "", "Sheet1", "2024年/上半年/小店区.xlsx", "2024H1", ""},
      {"", "", "Sheet1", "上半年/2024/小店区.xlsx", "2024H1", ""},
      {"", "", "Sheet1", "2024/小店区（1—6月）.xlsx", "2024H1", ""},
      {"", "", "上半年", "2024/小店区.xlsx", "2024H1", ""},
      {"", "", "Sheet1", "上半年/小店区.xlsx", "", "M period.unknown"},
      {"2024年", "", "Sheet1", "2024年/上半年/小店区.xlsx", "2024", "I period.assumed"},
      {"2024年上半年", "", "Sheet1", "2024年/上半年/小店区.xlsx", "2024H1", ""},
      {"2024年", "（1—6月）", "Sheet1", "小店区.xlsx", "2024H1", ""},
      {"2024年", "1月—9月", "Sheet1", "小店区.xlsx", "2024-01_09", ""},
      {"2024年", "第三季度", "Sheet1", "小店区.xlsx", "2024Q3", ""},
      {"2024年", "（下半年）", "Sheet1", "2024H1/小店区.xlsx", "2024H2", "I period.assumed"},
      {"2024年", "报告期：1—6月", "Sheet1", "小店区.xlsx", "2024H1", ""},
      {"", "（1—6月）", "Sheet1", "2024/小店区.xlsx", "2024H1", ""},
      {"", "（1—6月）", "Sheet1", "小店区.xlsx", "", "M period.unknown"},
      {"2024年", "（第二批）", "Sheet1", "小店区.xlsx", "2024", ""},
      {"2024年", "7月|12日", "Sheet1", "小店区.xlsx", "2024", ""},
      {"2024年", "报告期：2023年", "Sheet1", "小店区.xlsx", "2024", "M period.conflict A2"},
      {"2024年上半年", "报告期：2024年7—12月", "Sheet1", "小店区.xlsx", "2024H1", "M period.conflict A2"},
      {"", "填报日期：2024年7月5日", "Sheet1", "小店区.xlsx", "", "M period.unknown"},
      {"", "填报时间：2024年7月", "Sheet1", "小店区.xlsx", "", "M period.unknown"},
      {"", "数据截至2024年6月30日", "Sheet1", "小店区.xlsx", "", "M period.unknown"},
      {"", "填报日期：2025年1月5日", "Sheet1", "2024/小店区.xlsx", "2024", ""},
      {"", "有效期至：2026年6月", "Sheet1", "2024/小店区.xlsx", "2024", ""},
      {"", "本表有效期2026年6月", "Sheet1", "2024/小店区.xlsx", "2024", ""},
      {"2024年", "2024年8月", "Sheet1", "小店区.xlsx", "2024", ""},  // a month alone is that of filing
      {"", "2024年8月", "Sheet1", "2023/小店区.xlsx", "2023", ""},
      {"", "2024年8月", "Sheet1", "2024-08/小店区.xlsx", "2024-08", ""},
      {"", "2024年8月", "Sheet1", "小店区.xlsx", "2024-08", ""},
      {"", "", "小店区2023年上报", "2024/小店区2023年上报.csv", "2024", "I period.assumed"},  // a text file's sheet is called as the file
      {"", "", "Sheet1", "小店区20240820.xlsx", "", "M period.unknown"},
      {"", "", "Sheet1", "2024/小店区20250120.xlsx", "2024", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.title);
    CAPTURE(row.line);
    CAPTURE(row.sheet);
    CAPTURE(row.file);
    SheetMaker maker(row.sheet);
    maker.line(row.title + bare);
    if (*row.line != '\0') maker.line(row.line);
    maker.line(units).lines(header).line(first);
    const Bound bound = bind_sheet(std::move(maker), {.file = row.file});
    const Period& period = bound.returns.at(0).data.period;
    CHECK((period.year == 0 ? "" : to_text(period)) == row.expected);
    CHECK(say_all(bound) == row.findings);
  }
}
