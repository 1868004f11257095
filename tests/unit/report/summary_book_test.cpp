// The book of a summary: formulas that add up what stands above them, and plain figures where a formula would say otherwise.

#include <doctest/doctest.h>

#include <algorithm>

#include "report/reports.hpp"

using namespace huizong;

namespace {

Decimal figure(std::string_view text) { return parse_decimal(text).value(); }

FormSpec list_form() {
  FormSpec form;
  form.id = "base-situation";
  form.title = "{year}年汇总表";
  form.summary_sheet = "汇总表";
  form.growth_columns = true;
  Field ordinal;
  ordinal.name = "ordinal";
  ordinal.path = {"序号"};
  ordinal.type = FieldType::ordinal;
  Field name;
  name.name = "name";
  name.path = {"基本情况", "基地名称"};
  name.type = FieldType::text;
  Field tenants;
  tenants.name = "tenants";
  tenants.path = {"基本情况", "已入驻企业数"};
  tenants.additivity = Additivity::stock;
  tenants.unit = "户";
  form.fields = {ordinal, name, tenants};
  form.key = {1};
  return form;
}

SummaryRow make_row(RowLevel level, std::string region, std::string name, std::string_view value, std::string_view base,
                    std::string_view growth) {
  SummaryRow row;
  row.level = level;
  row.region = std::move(region);
  row.name = std::move(name);
  row.cells.resize(2);
  row.cells[0].text = row.name;
  if (!value.empty()) row.cells[1].value = figure(value);
  if (!base.empty()) row.cells[1].base = figure(base);
  if (!growth.empty()) row.cells[1].growth = figure(growth);
  return row;
}

// 12 + 30 = 42 in 太原市; the base of the city holds a base that is gone, so it is more than its rows.
Summary small_summary() {
  Summary summary;
  summary.form = "base-summary";
  summary.return_form = "base-situation";
  summary.period = {2024, 1, 12};
  summary.base_period = {2023, 1, 12};
  summary.columns = {{"基本情况/基地名称", "", ""}, {"基本情况/已入驻企业数", "户", "%"}};
  summary.rows = {make_row(RowLevel::province, "140000", "山西省", "42", "40", "5"),
                  make_row(RowLevel::city, "140100", "太原市", "42", "40", "5"),
                  make_row(RowLevel::record, "140105", "甲基地", "12", "10", "20"),
                  make_row(RowLevel::record, "140106", "乙基地", "30", "", "")};
  return summary;
}

RegionTree small_tree() {
  RegionTree tree;
  tree.add({"140000", "山西省", "", Level::province, 1980, 0, {}, false, {}});
  tree.add({"140100", "太原市", "140000", Level::city, 1980, 0, {}, false, {}});
  tree.add({"140105", "小店区", "140100", Level::county, 1980, 0, {}, false, {}});
  tree.add({"140106", "迎泽区", "140100", Level::county, 1980, 0, {}, false, {}});
  tree.index();
  return tree;
}

const SheetCell* find(const Sheet& sheet, std::string_view a1) {
  const auto at = std::ranges::find(sheet.cells, parse_a1(a1).value(), &SheetCell::at);
  return at == sheet.cells.end() ? nullptr : &*at;
}

std::string formula_at(const Sheet& sheet, std::string_view a1) {
  const SheetCell* cell = find(sheet, a1);
  REQUIRE(cell != nullptr);
  const auto* formula = std::get_if<Formula>(&cell->content);
  return formula == nullptr ? "no formula" : formula->text;
}

}  // namespace

TEST_CASE("records, a subtotal a city, the whole: sums and growth are formulas with their results") {
  const FormSpec form = list_form();
  const Book book = to_summary_book(small_summary(), form, {}, small_tree(), Lang::zh);
  REQUIRE(book.sheets.size() == 4);
  const Sheet& sheet = book.sheets[0];
  const Sheet& growth = book.sheets[2];
  CHECK(sheet.name == "汇总表");
  CHECK(book.sheets[1].name == "依据");
  CHECK(growth.name == "同比");
  CHECK(book.sheets[3].name == "上年同期");
  CHECK(std::get<std::string>(find(sheet, "A1")->content) == "2024年汇总表");
  CHECK(std::get<std::string>(find(sheet, "A2")->content) == "填报单位：山西省");
  CHECK(std::get<std::string>(find(sheet, "B7")->content) == "太原市小计");
  CHECK(formula_at(sheet, "C7") == "IF(COUNT(C5:C6)=0,\"—\",SUM(C5:C6))");
  CHECK(formula_at(sheet, "C8") == "IF(COUNT(C7)=0,\"—\",SUM(C7))");
  CHECK(std::get<Decimal>(std::get<Formula>(find(sheet, "C8")->content).result) == figure("42"));
  // Growth: leaves at the same rows as on the first sheet; each sum in two lines, nominal and on the same basis.
  CHECK(formula_at(growth, "C5") ==
        "IF(AND(ISNUMBER('汇总表'!C5),ISNUMBER('上年同期'!C5)),IF('上年同期'!C5>0,ROUND(('汇总表'!C5-'上年同期'!C5)/'上年同期'!C5*100,2),\"—\"),\"—\")");
  CHECK(std::get<std::string>(std::get<Formula>(find(growth, "C6")->content).result) == "—");
  CHECK(std::get<std::string>(find(growth, "B7")->content) == "太原市小计");
  CHECK(std::get<Decimal>(std::get<Formula>(find(growth, "C7")->content).result) == figure("5"));
  CHECK(std::get<std::string>(find(growth, "B8")->content) == "太原市小计（同口径）");
  CHECK(std::get<Decimal>(find(book.sheets[3], "C7")->content) == figure("40"));
}

TEST_CASE("where the rows do not come to the sum, the figure stands plain: a recalculation would change it") {
  Summary summary = small_summary();
  summary.rows[1].cells[1].value = figure("41");
  const FormSpec form = list_form();
  const Book book = to_summary_book(summary, form, {}, small_tree(), Lang::zh);
  CHECK(std::get<Decimal>(find(book.sheets[0], "C7")->content) == figure("41"));
  CHECK(std::get<Decimal>(find(book.sheets[0], "C8")->content) == figure("42"));
}

TEST_CASE("a form in bands: the printed sheet points to the sheet of cities, whose last row adds up") {
  FormSpec form;
  form.id = "key-services";
  form.title = "重点服务活动实施情况统计表";
  form.layout = Layout::bands;
  const auto field = [](std::vector<std::string> path) {
    Field made;
    made.path = std::move(path);
    made.additivity = Additivity::flow;
    made.unit = "次";
    return made;
  };
  form.fields = {field({"创业创新服务", "合计", "服务次数"}), field({"创业创新服务", "技改服务", "服务次数"})};
  form.bands = {{"创业创新服务", "合计", true, {0}}, {"创业创新服务", "技改服务", false, {1}}};
  Summary summary;
  summary.period = {2020, 1, 12};
  summary.base_period = {2019, 1, 12};
  summary.columns = {{"创业创新服务/合计/服务次数", "次", "%"}, {"创业创新服务/技改服务/服务次数", "次", "%"}};
  const auto row = [](RowLevel level, std::string name, std::string_view first) {
    SummaryRow made = make_row(level, "230000", std::move(name), "", "", "");
    made.cells[0].text.clear();
    if (!first.empty()) made.cells[0].value = figure(first);
    return made;
  };
  summary.rows = {row(RowLevel::province, "黑龙江省", "7"), row(RowLevel::city, "哈尔滨市", "7"), row(RowLevel::city, "伊春市", "")};
  const Book book = to_summary_book(summary, form, {}, {}, Lang::zh);
  REQUIRE(book.sheets.size() == 4);
  CHECK(formula_at(book.sheets[0], "D5") == "'分市'!B8");
  CHECK(formula_at(book.sheets[2], "B8") == "IF(COUNT(B6:B7)=0,\"—\",SUM(B6:B7))");
  CHECK(std::get<std::string>(std::get<Formula>(find(book.sheets[0], "D7")->content).result) == "—");
  CHECK(std::get<std::string>(find(book.sheets[2], "B7")->content) == "—");
  const auto& spans = book.sheets[0].spans;
  CHECK(std::ranges::any_of(spans, [](const Sheet::Span& span) { return span.range == CellRange{{3, 0}, {6, 0}}; }));
  CHECK(std::ranges::any_of(spans, [](const Sheet::Span& span) { return span.range == CellRange{{5, 1}, {6, 1}}; }));
}

TEST_CASE("a column is wide enough for its largest figure with its separators") {
  Summary summary = small_summary();
  summary.rows[2].cells[1].value = figure("1234567890.25");  // 1,234,567,890.25 takes 16 characters
  const FormSpec form = list_form();
  const Book book = to_summary_book(summary, form, {}, small_tree(), Lang::zh);
  CHECK(book.sheets[0].column_widths[2] > 16);
}
