// What a row of a list is: a record, a total of some kind, or none of both. Told by words, then held in whole sheets.

#include "bind/row_kind.hpp"

#include <doctest/doctest.h>

#include "sheet_maker.hpp"

using namespace huizong;
using namespace huizong::test;

TEST_CASE("words for totals, and words that only look like them") {
  using enum TotalKind;
  const std::pair<const char*, TotalKind> rows[] = {
      {"合计", grand},       {"合 计", grand},          {"合　计", grand},         {"总 计", grand},        {"合计：", grand},      {"合计:", grand},
      {"汇总", grand},       {"共计", grand},           {"计", grand},             {"全市合计", grand},     {"Total", grand},       {"TOTAL:", grand},
      {"Grand Total", grand}, {"Σ", grand}, {"∑：", grand}, {"Σ信息技术有限公司", none}, {"合计（万元）", grand},  {"合计3家", grand},        {"合计：共3家", grand},  {"总计 58 户", grand},  {"共3家", grand},
      {"合计(3家)", grand},  {"合计金额", grand},      {"小计", part},            {"小 计", part},           {"小计（3家）", part},   {"小计3家", part},      {"本页小计", part},
      {"太原市小计", part},  {"Subtotal", part},        {"太原市合计", named},     {"本页合计", named},     {"累计", running},      {"累 计：", running},
      {"合计科技有限公司", none}, {"小计量具厂", none}, {"汇总信息技术有限公司", none}, {"会计服务平台", none}, {"设计", none},     {"总计划", none},
      {"3家", none},         {"58", none},              {"", none},                {"云谷3号", none},       {"其中：小微", none},   {"计算中心", none},
  };
  for (const auto& [text, kind] : rows) {
    CAPTURE(text);
    CHECK(to_total_kind(text) == kind);
  }
}

TEST_CASE("group titles, parts, fillers and signatures") {
  const std::pair<const char*, GroupTitle> groups[] = {
      {"北京市（92所）", GroupTitle::counted}, {"太原市(共5家)：", GroupTitle::counted}, {"工业园区型（3个）", GroupTitle::counted},
      {"太原市", GroupTitle::alone},           {"一、工业园区型", GroupTitle::alone},    {"（二）楼宇型", GroupTitle::alone},
      {"小店区", GroupTitle::alone},           {"云谷双创基地（2个）", GroupTitle::alone}, {"云谷双创基地", GroupTitle::none},
      {"文创园区", GroupTitle::none},          {"大发超市", GroupTitle::none},           {"太原市小店区云谷双创基地", GroupTitle::none}};
  for (const auto& [text, kind] : groups) {
    CAPTURE(text);
    CHECK(to_group_title(text) == kind);
  }
  for (const char* text : {"其中：小微企业", "其中", "其 中:大专以上", "其中、女"}) CHECK(is_of_which(text));
  for (const char* text : {"其中心", "其他", "中其"}) CHECK_FALSE(is_of_which(text));
  for (const char* text : {"……", "…", "...", "（略）", "以下空白", "示例", "例：云谷公司"}) CHECK(is_filler(text));
  for (const char* text : {"略阳县", "例外公司", "."}) CHECK(is_filler(text) == (std::string(text) == "."));
  for (const char* text : {"填表人", "审 核 人", "太原市工信局（盖章）", "负责人（签字）", "负责人签字："}) CHECK(is_signature(text));
  for (const char* text : {"负责人", "审核科技公司", "王芳"}) CHECK_FALSE(is_signature(text));
}

namespace {

/// A short list: 序号, 活动名称 by number and people. Its records are named by 活动名称 and may be alike.
const Look jiangsu{.file = "2024/南京市/南京市信达平台/活动清单.xlsx", .pack = "jiangsu"};
const std::string events_head = "序号|时间|地点|活动名称|主办单位|承办单位|主要内容|参加企业数|人数|活动类别|是否工信部门委托的活动";

SheetMaker events(const std::vector<std::string>& rows) {
  SheetMaker maker;
  maker.line("2024年服务活动汇总表").line("").line(events_head);
  return maker.lines(rows);
}

std::string event(const std::string& ordinal, const std::string& name, int firms) {
  return ordinal + "|2024年3月5日|南京|" + name + "|信达|信达|讲座|" + std::to_string(firms) + "|20|培训服务|否";
}

/// Records by their number of firms, totals by the records that they claim, then the findings.
std::string read(SheetMaker maker) {
  const Bound bound = bind_sheet(std::move(maker), jiangsu);
  if (bound.returns.empty()) return say_all(bound);
  const Return& data = bound.returns[0].data;
  const FormSpec& form = *catalogue().pack("jiangsu")->form(data.form);
  const auto firms = static_cast<std::size_t>(form.field("firms"));
  std::string all;
  for (const Record& record : data.records) {
    all += (record.values[firms].has_number() ? to_text(record.values[firms].number) : std::string("?")) + " ";
  }
  for (const FiledTotal& total : data.totals) {
    const std::string figure = total.values[firms].has_number() ? to_text(total.values[firms].number) : "?";
    all += "[" + std::to_string(total.first_record) + "," + std::to_string(total.last_record) + ")" + (total.grand ? "=" : "~") + figure + " ";
  }
  return all + (say_all(bound).empty() ? "" : "| " + say_all(bound));
}

}  // namespace

TEST_CASE("records and totals of whole sheets: nothing twice, nothing dropped in silence") {
  struct Row {
    std::string what;
    std::vector<std::string> rows;
    std::string read;
  };
  const std::string a = event("1", "政策宣讲", 10), b = event("2", "融资对接", 20), c = event("3", "法律讲座", 30);
  const Row rows[] = {
      {"a total below", {a, b, "合 计|||||||30|40"}, "10 20 [0,2)=30 "},
      {"a total above", {"总 计|||||||30|40", a, b}, "10 20 [0,2)=30 "},
      {"a total with its count of rows", {a, b, "合计：2场|||||||30|40"}, "10 20 [0,2)=30 "},
      {"in the column of names", {a, b, "|||合计（2场）||||30|40"}, "10 20 [0,2)=30 "},
      {"in English", {a, b, "Total|||||||30|40"}, "10 20 [0,2)=30 "},
      {"a subtotal a group, and all", {a, "小计（1场）|||||||10|20", b, c, "小计（2场）|||||||50|40", "共计|||||||60|60"},
       "10 20 30 [0,1)~10 [1,3)~50 [0,3)=60 "},
      {"subtotals above their rows", {"小计|||||||10|20", a, "小计|||||||50|40", b, c}, "10 20 30 [0,1)~10 [1,3)~50 "},
      {"a page's subtotal, and so far", {a, b, "本页小计|||||||30|40", "累计|||||||30|40", c, "本页小计|||||||30|20", "累计|||||||60|60"},
       "10 20 30 [0,2)~30 [0,2)~30 [2,3)~30 [0,3)=60 "},
      {"part of a record", {a, "|||其中：线上||||4|8", b}, "10 20 | I row.ignored D5"},
      {"part of the total", {a, b, "合计|||||||30|40", "其中：线上|||||||4|8"}, "10 20 [0,2)=30 | I row.ignored A7"},
      {"a name with 合计 in it", {event("1", "合计科技有限公司", 10), event("2", "小计办法讲解", 20)}, "10 20 "},
      {"titles of groups", {"一、线下的服务活动", a, "二、线上的服务活动", b}, "10 20 | I row.ignored A4; I row.ignored A6"},
      {"a title of a group in the column of names", {"|||南京市（1场）", a}, "10 | I row.ignored D4"},
      {"a title of a group that carries its sum", {"|||南京市（2场）||||30|40", a, b}, "10 20 [0,2)~30 "},
      {"blank lines, serial numbers alone", {a, "2", "", "3", b}, "10 20 "},
      {"fillers", {a, "……", "|||……", b, "2|—|—|—|—|—|—|—|—|—|—"}, "10 20 | I row.ignored D6; I row.ignored A8"},
      {"以下空白", {a, b, "|||以下空白"}, "10 20 | I row.ignored D6"},
      {"a header that is repeated", {a, events_head, b}, "10 20 | I row.ignored A5"},
      {"notes and signatures", {a, b, "注：人数含线上", "填表人：李强", "南京市信达平台（盖章）", "2025年1月5日"}, "10 20 "},
      {"a signature without a colon", {a, b, "填表人|李强|联系电话|025-5550100"}, "10 20 "},
      {"nothing to report", {"1|||无"}, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(read(events(row.rows)) == row.read);
  }
}
