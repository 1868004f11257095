// Writes a workbook with one of everything, for check_xlsx.py to read back with another program's eyes.

#include <cstdio>
#include <string>

#include "write/write.hpp"

using namespace huizong;

namespace {

constexpr CellRange range(std::uint32_t r1, std::uint32_t c1, std::uint32_t r2, std::uint32_t c2) {
  return {{r1, c1}, {r2, c2}};
}
Decimal number(const char* text) { return *parse_decimal(text); }

Sheet make_main() {
  Sheet sheet;
  sheet.name = "汇总表";
  Style title;
  title.bold = true, title.size_points = 16, title.align = Align::center;
  Style body;
  body.border = true, body.wrap = true, body.number_format = "#,##0.00", body.ink = Ink::bad, body.fill = 0xFFF2CC;
  body.locked = false;
  sheet.styles = {Style{}, title, body};
  sheet.spans = {{range(0, 0, 0, 4), 1}, {range(5, 0, 6, 1), 2}, {range(8, 0, 8, 0), 1}};
  sheet.cells = {
      {{0, 0}, std::string("农业产业化 <汇总> & \"表\""), 1, "", ""},
      {{0, 1}, std::string("hidden under a merge"), 1, "", ""},
      {{1, 0}, number("1234.5"), 2, "见说明\n第二行", ""},
      {{1, 1}, number("-0.1"), 2, "", ""},
      {{1, 2}, true, 0, "", ""},
      {{1, 3}, Date{2024, 7, 31, DatePrecision::day}, 0, "", ""},
      {{1, 4}, Date{2024, 7, 1, DatePrecision::month}, 0, "", ""},
      {{2, 0}, Formula{"SUM(A2:B2)", number("1234.4")}, 2, "", ""},
      {{2, 1}, Formula{"IF(A2>0,\"是\",\"否\")", std::string("是")}, 0, "", ""},
      {{2, 2}, Formula{"A100&\"\"", std::monostate{}}, 0, "", ""},
      {{3, 0}, number("1234567890123456.78"), 2, "", ""},
      {{3, 1}, number("123456789012345"), 0, "", ""},
      {{3, 2}, number("12000000000000000000"), 0, "", ""},
      {{3, 3}, std::string("_x0041_ 与 _x00g1_"), 0, "", ""},
      {{3, 4}, std::string("  两边有空格 "), 0, "", ""},
      {{4, 0}, number("7"), 0, "", "internal:'依据'!A5"},
      {{4, 1}, std::string("网站"), 0, "", "https://example.org/?a=1&b=2"},
      {{4, 2}, std::monostate{}, 2, "", ""},
      {{4, 3}, number("9.95"), 0, "", ""},
      {{5, 0}, Formula{"A2*2", number("2469")}, 0, "", ""},
      {{8, 0}, std::string("一格"), 1, "", ""},
  };
  sheet.column_widths = {18, 0, 12.5};
  sheet.row_heights = {{0, 30}, {2, 22.5}};
  sheet.frozen_rows = 2, sheet.frozen_columns = 1;
  sheet.filter = range(1, 0, 4, 4);
  sheet.print.paper = Paper::a3, sheet.print.landscape = true;
  sheet.print.repeat_first_row = 0, sheet.print.repeat_last_row = 1;
  sheet.print.header = "&C汇总", sheet.print.footer = "第 &P 页 共 &N 页";
  sheet.is_protected = true;
  return sheet;
}

void add_rules(Sheet& sheet) {
  using Kind = Validation::Kind;
  sheet.validations = {
      {Kind::list, range(10, 0, 19, 0), {"国家级", "省\"级\"", "市级"}, "", "", "", "选择", "请选级别", "不对", "只能选", false},
      {Kind::list, range(10, 1, 19, 1), {"=县名"}, "", "", "", "", "", "", "", true},
      {Kind::whole, range(10, 2, 19, 2), {}, "0", "", "", "", "", "", "", false},
      {Kind::decimal, range(10, 3, 19, 3), {}, "-0.05", "100", "", "", std::string(400, 'p'), "", "", false},
      {Kind::custom, range(10, 4, 19, 4), {}, "", "", "E11=ROUND(E11,2)", "", "", "", "", false},
      {Kind::decimal, range(10, 5, 19, 5), {}, "", "", "", "", "", "", "", false},
  };
  Style red;
  red.fill = 0xFFC7CE, red.bold = true;
  sheet.conditional_formats = {{range(10, 2, 19, 2), "$C11<0", red}};
  sheet.charts = {{Chart::Kind::bar, {21, 0}, "各市", range(1, 0, 4, 0), {{"产值", range(1, 1, 4, 1)}}}};
}

Sheet make_other() {
  Sheet sheet;
  sheet.name = "依据";
  for (std::uint32_t row = 0; row < 5; ++row) {
    sheet.cells.push_back({{row, 0}, std::string("县") + std::to_string(row + 1), 0, "", ""});
  }
  return sheet;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return std::fputs("sample_book FILE\n", stderr), 2;
  Book book;
  book.title = "样本";
  Sheet hidden;
  hidden.name = "隐藏";
  hidden.hidden = true;
  book.sheets = {hidden, make_main(), make_other()};
  add_rules(book.sheets[1]);
  book.names = {{"县名", "依据!$A$1:$A$5"}};
  write_xlsx(book, arguments[1]);
}
