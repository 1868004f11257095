// Prints a page with one of every block and with text that wants to be markup, for check_html.py.

#include <cstdio>
#include <string>

#include "write/write.hpp"

using namespace huizong;

int main() {
  Page page;
  page.lang = "zh-CN";
  page.title = "汇总 <b>&\"标题\"";
  page.subtitle = "2024年上半年";
  PageTable table;
  table.caption = "各市 </table>";
  table.head = {"地区", "产值(万元)", "说明"};
  table.rows = {
      {{"甲市", Ink::normal, false, "#bars"},
       {"1,234.50", Ink::normal, true, ""},
       {"<script>alert(1)</script>", Ink::bad, false, ""}},
      {{"乙市", Ink::muted, false, "javascript:alert(1)"},
       {"-5", Ink::bad, true, ""},
       {"a & b\x01\x02 \"c\" 'd'", Ink::good, false, "returned/乙市/a&b.xlsx"}},
  };
  PageBars bars;
  bars.caption = "增幅 <%>";
  bars.bars = {{"甲市", *parse_decimal("30"), "30.00%"}, {"乙市", *parse_decimal("-10"), "-10.00%"}, {"丙市", 0, "0 & 无"}};
  page.sections = {
      {"figures", "关键数", {PageFigures{{{"产值", "12.3亿元", "同比 +5.00%", Ink::good}, {"户数", "45", "", Ink::normal}}}}},
      {"", "表", {PageText{"一段话 1 < 2"}, table}},
      {"bars", "图", {bars, PageBars{"空", {}}, PageBars{"全零", {{"甲", 0, "0"}}}}},
  };
  std::fputs(to_html(page).c_str(), stdout);
}
