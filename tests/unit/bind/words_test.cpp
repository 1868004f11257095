#include <doctest/doctest.h>

#include "base/text.hpp"
#include "bind/labels.hpp"
#include "bind/lines.hpp"
#include "bind/period.hpp"
#include "bind/row_kind.hpp"

using namespace huizong;

TEST_CASE("periods that a text names") {
  const std::pair<const char*, const char*> rows[] = {
      {"2024年省级小微企业双创基地基本情况表", "2024"},
      {"（　2024　年度）", "2024"},
      {"（ 2024年上半年 ）", "2024H1"},
      {"2024上半年", "2024H1"},
      {"2024年1—6月", "2024H1"},
      {"2024年1-6月份", "2024H1"},
      {"2024年1月至9月", "2024-01_09"},
      {"2024年（1—6月）", "2024H1"},
      {"2024年第三季度", "2024Q3"},
      {"2024年一季度", "2024Q1"},
      {"2024年前三季度", "2024-01_09"},
      {"2024年6月", "2024-06"},
      {"２０２４年", "2024"},
      {"二〇二四年度", "2024"},
      {"2024H1", "2024H1"},
      {"2024-06", "2024-06"},
      {"2024", "2024"},
      {"小店区2024", "2024"},
      {"附件10 阳高县（2024）", "2024"},
      {"2024年7月31日", ""},
      {"2024-07-31", ""},
      {"2024.7.31", ""},
      {"20240731", ""},
      {"截至2024年6月", ""},
      {"2023年底", ""},
      {"2024年6月末", ""},
      {"晋工信企业字〔2024〕163号", ""},
      {"晋工信企业字（2024）163号", ""},
      {"2022年—2024年", ""},
      {"电话0351-2024123", ""},
      {"2023年和2024年", "2023 2024"},
  };
  for (const auto& [text, expected] : rows) {
    CAPTURE(text);
    std::vector<std::string> found;
    for (const NamedPeriod& named : find_periods(text)) found.push_back(to_text(named.period));
    CHECK(join(found, " ") == expected);
  }
}

TEST_CASE("labels that mean the same") {
  const std::array<const char*, 3> rows[] = {
      {"营业收入（万元）", "营业收入", "万元"}, {"营业收入(万元)", "营业收入", "万元"},
      {"营业收入/万元", "营业收入", "万元"},     {"营业收入，元", "营业收入", "元"},
      {"建 筑\n面 积（㎡）", "建筑面积", "㎡"},   {"同比增长（％）", "同比增长", "%"},
      {"职工人数(5)", "职工人数", ""},           {"营业收入（万元）\n（09）", "营业收入", "万元"},
      {"营业收入\n单位：万元", "营业收入", "万元"}, {"5 职工人数", "职工人数", ""}, {"18岁以下", "18岁以下", ""},
      {"60.x", "x", ""},                         {"12、3", "12、3", ""},
      {"服务功能（2024）", "服务功能(2024)", ""}, {"2019年(1)", "2019年", ""},
      {"同比增长%", "同比增长", "%"},             {"其中：大专（含）以上学历", "大专(含)以上学历", ""},
      {"成功“上云”企业数", "成功上云企业数", ""}, {"成功\"上云\"企业数（家）", "成功上云企业数", "家"},
      {"创新创业服务", "创业创新服务", ""},       {"创新创业基地名称", "双创基地名称", ""},
      {"一、基本情况", "基本情况", ""},           {"3.营业收入", "营业收入", ""},
      {"基地名称*", "基地名称", ""},              {"省级认定示范平台数量（有效期内）", "省级认定示范平台数量(有效期内)", ""},
      {"营业收入（金额单位：万元）", "营业收入", "万元"},
      // A unit in the label's next line; names that end as one.
      {"营业收入\n万元", "营业收入", "万元"}, {"营业收入 元", "营业收入", "元"}, {"职工人数\n人", "职工人数", "人"}, {"建筑面积\n平方米", "建筑面积", "平方米"},
      {"参与企业数量 家", "参与企业数量", "家"}, {"联系人", "联系人", ""}, {"企业家", "企业家", ""}, {"服务单元", "服务单元", ""},
      {"金额万美元", "金额万美元", ""}, {"租金每平方米", "租金每平方米", ""}, {"500万元", "500万元", ""},
  };
  for (const auto& [printed, text, unit] : rows) {
    CAPTURE(printed);
    CHECK(to_label(printed).text == text);
    CHECK(to_label(printed).unit == unit);
  }
}

TEST_CASE("what a row is") {
  CHECK(to_total_kind("合  计") == TotalKind::grand);
  CHECK(to_total_kind("总计：") == TotalKind::grand);
  CHECK(to_total_kind("汇总") == TotalKind::grand);
  CHECK(to_total_kind("太原市小计") == TotalKind::part);
  CHECK(to_total_kind("太原市合计") == TotalKind::named);
  CHECK(to_total_kind("会计服务平台") == TotalKind::none);
  CHECK(is_note("注：本表由各示范平台填报"));
  CHECK(is_note("填表人：李强"));
  CHECK(is_note("联 系 电 话：0351"));
  CHECK_FALSE(is_note("太原市小店区云谷双创基地"));
  CHECK(is_nil_word("零报告"));
  CHECK_FALSE(is_nil_word("无线通信平台"));
  CHECK(is_filler("……"));
  for (const char* text : {"平均", "平均值：", "上年同期", "同比增长（%）", "占比（%）"}) CHECK(is_comparison(text));
  for (const char* text : {"平均律文化公司", "同期声传媒", "合计"}) CHECK_FALSE(is_comparison(text));
  for (const char* text : {"一、重点企业", "（二）第二批", "昌平区（12家）", "十一、其他"}) CHECK(is_group_title(text));
  for (const char* text : {"一", "（一）", "北京一二三科技有限公司", "三、", "太原市（小店区）双创基地", "云谷（3）基地"}) CHECK_FALSE(is_group_title(text));
  for (const char* text : {"（续表）", "第 1 页，共 2 页", "第1/2页", "— 2 —", "-3-", "（转下页）", "以下为续表"}) CHECK(is_page_line(text));
  for (const char* text : {"—", "12", "-", "第一页文化公司", "续表（二）组"}) CHECK_FALSE(is_page_line(text));
  CHECK(is_of_which("其中：小微企业"));
  CHECK(is_of_which("其 中"));
  CHECK_FALSE(is_of_which("其中国际贸易公司"));
}

TEST_CASE("lines of labels and values") {
  const auto cut = [](const char* text) {
    Lines lines;
    lines.add(std::vector{TextCell{{{0, 0}, {0, 0}}, text, CellKind::text}}, {"市(州)/园区工信局"});
    std::string out;
    for (const Pair& pair : lines.pairs) out += pair.label + "=" + pair.value + ";";
    return out;
  };
  CHECK(cut("填报单位（盖章）：小店区工业和信息化局 单位：万元、人") == "填报单位(盖章)=小店区工业和信息化局;单位=万元、人;");
  CHECK(cut("填报人：李 强 联系电话：0351-5550100 填报时间：2024年7月5日") == "填报人=李 强;联系电话=0351-5550100;填报时间=2024年7月5日;");
  CHECK(cut("市（州）/园区工信局（盖章）：西宁市工信局") == "市(州)/园区工信局(盖章)=西宁市工信局;");
  CHECK(cut("小店区工业和信息化局（盖章）") == "盖章=小店区工业和信息化局;");
  CHECK(cut("2024年基本情况表") == "");
}
