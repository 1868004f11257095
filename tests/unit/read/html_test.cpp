#include "read/xlsx_builder.hpp"

using namespace huizong;
using namespace huizong::test;
using namespace std::string_literals;

namespace {

std::string table(const std::string& rows) { return "<html><body><table>" + rows + "</table></body></html>"; }

std::string cells_in_table(const std::string& rows) { return cells_of(table(rows), "a.xls"); }

struct Row {
  const char* what;
  std::string html;
  const char* cells;
};

}  // namespace

TEST_CASE("html: cells as tolerant as a browser takes them") {
  const Row rows[] = {
      {"a table", "<tr><th>名称</th><th>数</th></tr><tr><td>甲</td><td>1</td></tr>", R"(A1 s "名称"; B1 s "数"; A2 s "甲"; B2 s "1")"},
      {"nothing closed", "<tr><td>a<td>b<tr><td>c", R"(A1 s "a"; B1 s "b"; A2 s "c")"},
      {"upper case, no quotes", "<TR Align=center><TD ColSpan=2 class=x>a</TD><TD>b</TR>", R"(A1 s "a"; C1 s "b")"},
      {"single quotes and spaces", "<tr ><td title = '>' colspan = '2' >a</td ><td>b", R"(A1 s "a"; C1 s "b")"},
      {"sections and columns", "<colgroup><col width=1><col></colgroup><thead><tr><td>a</thead><tbody><tr><td>b</tbody>", R"(A1 s "a"; A2 s "b")"},
      {"empty rows count", "<tr></tr><tr><td></td><td>a</td></tr>", R"(B2 s "a")"},
      {"cells without a row", "<td>a<td>b<tr><td>c", R"(A1 s "a"; B1 s "b"; A2 s "c")"},
      {"self-closed cells", "<tr><td/><td>b</td></tr>", R"(B1 s "b")"},
      {"comments", "<tr><!-- <td>x</td> --><td>a<!---->b<!--[if gte mso 9]>c<![endif]--><![if !x]>d<![endif]></td>", R"(A1 s "abd")"},
      {"processing instructions", "<?xml:namespace prefix = o ns = \"x\" /><tr><td>a", R"(A1 s "a")"},
      {"scripts and styles", "<tr><td>a<script>if (1<2) document.write('</td><td>x')</script>b<style>td {}</style><td>c", R"(A1 s "ab"; B1 s "c")"},
      {"stray signs", "<tr><td>1 < 2 & 3 > 2</td><td><5万</td><td>R&D</td>", R"(A1 s "1 < 2 & 3 > 2"; B1 s "<5万"; C1 s "R&D")"},
      {"character data of XML", "<tr><td><![CDATA[a<b]]></td>", R"(A1 s "a<b")"},
      {"a number is text", "<tr><td>007</td><td>1,234.5</td><td>85%</td><td style='mso-number-format:0'>5</td>",
       R"(A1 s "007"; B1 s "1,234.5"; C1 s "85%"; D1 s "5")"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.what));
    CHECK(cells_in_table(row.html) == row.cells);
  }
}

TEST_CASE("html: text as it is shown") {
  const Row rows[] = {
      {"white space collapses", "<tr><td>\r\n  a \t b\r\n</td><td>a<b> b</b> c</td>", R"(A1 s "a b"; B1 s "a b c")"},
      {"lines", "<tr><td>a<br>b<BR/>c<br></td><td>a<br><br>b</td>", R"(A1 s "a\nb\nc"; B1 s "a\n\nb")"},
      {"blocks", "<tr><td><p>a</p><p>b</p></td><td><div>a</div>b<ul><li>c<li>d</ul></td>", R"(A1 s "a\nb"; B1 s "a\nb\nc\nd")"},
      {"preformatted", "<tr><td><pre>a  b\nc</pre></td>", R"(A1 s "a  b\nc")"},
      {"inline elements", "<tr><td>12<font color=red>3</font><a href=x>4</a></td>", R"(A1 s "1234")"},
      {"raised and struck through", "<tr><td>12<sup>2</sup>, H<sub>2</sub>O</td><td><s>12</s>13</td><td><del>1 2</del> <b>3</b></td>",
       "A1 s \"12², H₂O\"; B1 s \"1\u0336" "2\u0336" "13\"; C1 s \"1\u0336 2\u0336 3\""},
      {"struck through by style", "<tr><td style='text-decoration:line-through'>12</td><td><span style='text-decoration:line-through red'>1<span>2</span></span>3</td>"
                                  "<td style='text-decoration:line-through'><s>1</s></td><td style='text-decoration:underline'>12</td>",
       "A1 s \"1\u0336" "2\u0336\"; B1 s \"1\u0336" "2\u0336" "3\"; C1 s \"1\u0336\"; D1 s \"12\""},
      {"spaces that do not break", "<tr><td>&nbsp;</td><td>a&nbsp;b</td><td>&nbsp; &nbsp;</td>", "B1 s \"a\xC2\xA0" "b\""},
      {"named references", "<tr><td>&lt;&amp;&gt;&quot;&apos;</td><td>&copy;&times;&sup2;&euro;&hellip;&ge;&alpha;&Alpha;&permil;</td>",
       R"(A1 s "<&>\"'"; B1 s "©×²€…≥αΑ‰")"},
      {"numbers", "<tr><td>&#20013;&#x6587;&#X41;</td><td>&#150;&#128;</td><td>&#0;&#xD800;</td>", R"(A1 s "中文A"; B1 s "–€"; C1 s "��")"},
      {"references without an end", "<tr><td>a&nbspb&ltc&#65 d&alphae</td>", "A1 s \"a\xC2\xA0" "b<cA d&alphae\""},
      {"unknown references", "<tr><td>&foo;&;&#;&#x;& </td>", R"(A1 s "&foo;&;&#;&#x;&")"},
      {"what is not shown", "<tr><td><span style='display:none'>00</span>12</td><td><b hidden>0<b>1</b></b>3</td>", R"(A1 s "12"; B1 s "3")"},
      {"a hidden part that is never closed", "<tr><td>1<span style=display:none>2</td><td>3</td>", R"(A1 s "1"; B1 s "3")"},
      {"Excel's notes", "<tr><td>12<![if !supportAnnotations]><a class=msocomanchor href=#x>[1]</a><![endif]></td>", R"(A1 s "12")"},
      {"LibreOffice's notes", "<tr><td><a class=\"comment-indicator\"></a><comment>note</comment>12</td>", R"(A1 s "12")"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.what));
    CHECK(cells_in_table(row.html) == row.cells);
  }
}

TEST_CASE("html: stored values") {
  const Row rows[] = {
      {"Excel: the shown text is the number", "<tr><td x:num>1234.5</td><td x:num align=right>-3</td>", "A1 n 1234.5; B1 n -3"},
      {"Excel: another number than is shown", "<tr><td x:num=\"1234.5678\">1,234.57</td><td x:num='1E-3'>0</td>", "A1 n 1234.5678; B1 n 0.001"},
      {"Excel: a shown text that is no number", "<tr><td x:num>1,234</td><td x:num=x>y</td>", R"(A1 s "1,234"; B1 s "y")"},
      {"Excel: text", "<tr><td x:str>007</td><td x:str=\"  a&amp;b \">a</td>", R"(A1 s "007"; B1 s "  a&b ")"},
      {"a truth in no word that is known", "<tr><td x:bool=\"是\">是</td><td x:bool>WAHR</td><td data-t=\"b\" data-v=\"yes\">yes</td>",
       R"(A1 s "是"; B1 s "WAHR"; C1 s "yes")"},
      {"Excel: truth and errors", "<tr><td x:bool=\"TRUE\">TRUE</td><td x:bool>FALSE</td><td x:err=\"#DIV/0!\">#DIV/0!</td><td x:err>#N/A</td>",
       R"(A1 b true; B1 b false; C1 e "#DIV/0!"; D1 e "#N/A")"},
      {"Excel: a date by its style", "<tr><td style='mso-number-format:\"yyyy\\/mm\\/dd\"' x:num=\"45530\">2024/08/26</td>"
                                     "<td style=\"color:red;mso-number-format:'Short Date'\" x:num=\"45530\">x</td>"
                                     "<td style='mso-number-format:Fixed' x:num=\"1.5\">1.50</td>"
                                     "<td style='mso-number-format:\"yyyy\\0022年\\0022m\\0022月\\0022d\\0022日\\0022\"' x:num=45530>x</td>",
       "A1 d 45530; B1 d 45530; C1 n 1.5; D1 d 45530"},
      {"text that looks like a number", "<tr><td style='mso-number-format:\"\\@\"'>00123</td>", R"(A1 s "00123")"},
      {"LibreOffice: numbers and dates", "<tr><td sdval=\"1234.5\" sdnum=\"1033;0;#,##0.00\">1,234.50</td>"
                                         "<td sdval=\"45530\" sdnum=\"1033;0;YYYY&quot;年&quot;M&quot;月&quot;\">2024年8月</td>"
                                         "<td sdval=\"7\" sdnum=\"1033;\">7</td><td sdval=\"1\" sdnum=\"1033;0;BOOLEAN\">TRUE</td>",
       "A1 n 1234.5; B1 d 45530; C1 n 7; D1 b true"},
      {"LibreOffice: an error is no zero", "<tr><td sdval=\"0\" sdnum=\"1033;\">#DIV/0!</td><td sdval=\"0\" sdnum=\"1033;\">Err:508</td>",
       R"(A1 e "#DIV/0!"; B1 e "Err:508")"},
      {"SheetJS", "<tr><td data-t=\"n\" data-v=\"1234.5\" data-z=\"0.00\" id=\"sjs-A1\">1234.50</td><td data-t=\"s\" data-v=\"7\">7</td>"
                  "<td data-t=\"b\" data-v=\"false\">FALSE</td><td data-t=\"e\" data-v=\"42\">#N/A</td><td data-v=\"9\">8</td>",
       R"(A1 n 1234.5; B1 s "7"; C1 b false; D1 e "#N/A"; E1 s "8")"},
      {"SheetJS: a format with quotes in it", "<tr><td data-t=\"n\" data-v=\"45530\" data-z=\"\"公元\"yyyy\"年\"\" id=\"sjs-A1\">公元2024年</td>", "A1 d 45530"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.what));
    CHECK(cells_in_table(row.html) == row.cells);
  }
}

TEST_CASE("html: number formats of classes, percentages and formulas") {
  const Workbook workbook = read_all(
      "<html><head><style><!--table {x:y}\n.xl24\n\t{mso-number-format:Percent;\n\tcolor:red;}\n.xl25, td.xl26 "
      "{mso-number-format:\"m\\0022月\\0022\";}\n.xl27 {text-decoration:line-through;}\n--></style></head><body><table><tr><td class=xl24 x:num=\"0.85\">85%</td>"
      "<td class='b xl26' x:num=\"45530\" x:fmla=\"=A1\">8月</td><td class='xl27' x:num>12</td></tr></table></body></html>", "a.xls");
  const Grid& grid = workbook.sheets.at(0).grid;
  REQUIRE(grid.at({0, 0}));
  CHECK(grid.at({0, 0})->look == NumberLook::percent);
  CHECK(grid.at({0, 0})->kind == CellKind::number);
  CHECK(grid.at({0, 0})->text == "0.85");
  CHECK(grid.at({0, 1})->kind == CellKind::date);
  CHECK(grid.at({0, 1})->formula);
  CHECK(grid.at({0, 2})->look == NumberLook::otherwise);
}

TEST_CASE("html: cells that span") {
  const Workbook workbook = read_all(table(
      "<tr><td rowspan=2>a</td><td colspan=2>b</td></tr><tr><td>c</td><td>d</td></tr>"
      "<tr><td colspan=2 style='mso-ignore:colspan'>long text</td><td>e</td></tr><tr><td rowspan=9>f</td></tr><tr><td>g</td></tr>"), "a.xls");
  const SourceSheet& sheet = workbook.sheets.at(0);
  CHECK(sheet.grid.at({0, 1})->text == "b");
  CHECK(sheet.grid.at({1, 1})->text == "c");
  CHECK(sheet.grid.at({1, 2})->text == "d");
  CHECK(sheet.grid.at({2, 2})->text == "e");
  CHECK(sheet.grid.at({4, 1})->text == "g");
  CHECK(sheet.tail.merges == std::vector<CellRange>{{{0, 0}, {1, 0}}, {{0, 1}, {0, 2}}, {{3, 0}, {4, 0}}});
}

TEST_CASE("html: what is hidden") {
  const Workbook workbook = read_all(table(
      "<col><col style='display:none' span=2><tr><td>a</td></tr><tr style='height:0; display: none'><td>b</td></tr>"
      "<tr hidden><td>c</td></tr><tr style='visibility:collapse'><td>d</td></tr><tr><td style='display:none'>e</td><td>f</td></tr>"), "a.xls");
  const SourceSheet& sheet = workbook.sheets.at(0);
  std::vector<RowHiding> hiding;
  for (const Grid::Row& row : sheet.grid.rows()) hiding.push_back(row.hiding);
  using enum RowHiding;
  CHECK(hiding == std::vector{shown, hidden, hidden, hidden, shown});
  CHECK(sheet.tail.hidden_columns == std::vector<std::uint32_t>{1, 2});
  CHECK(sheet.grid.at({4, 0})->text == "e");
  CHECK(sheet.grid.at({4, 1})->text == "f");
  const Workbook inside = read_all("<div style=display:none><table><tr><td>a</table></div><table><tr><td>b</table>", "a.xls");
  CHECK(inside.sheets.at(0).grid.rows().at(0).hiding == hidden);
  CHECK(inside.sheets.at(0).grid.rows().at(1).hiding == shown);
}

TEST_CASE("html: several tables and what stands between them, as Excel lays them out") {
  const Row rows[] = {
      {"tables one below the other", "<table><tr><td>a</table><table><tr><td>b</table>", R"(A1 s "a"; A2 s "b")"},
      {"titles and notes", "<title>x</title><h2>表1</h2><p>单位：户<br>2024年</p>text<table><tr><td>a</table>注 <b>1</b><hr>",
       R"(A1 s "表1"; A2 s "单位：户"; A3 s "2024年"; A4 s "text"; A5 s "a"; A6 s "注 1")"},
      {"a caption", "<table><caption>表2</caption><tr><td>a</table>", R"(A1 s "表2"; A2 s "a")"},
      {"a table that lays out others", "<table><tr><td>题<table><tr><td>a<td>b<tr><td>c</table></td></tr><tr><td><table><tr><td>d</table>注</table>",
       R"(A1 s "题"; A2 s "a"; B2 s "b"; A3 s "c"; A4 s "d"; A5 s "注")"},
      {"rows without a table", "<tr><td>a</td></tr><tr><td>b</td></tr>", R"(A1 s "a"; A2 s "b")"},
      {"a table directly in a table", "<table><table><tr><td>a</table></table>", R"(A1 s "a")"},
      {"Excel's notes below", "<table><tr><td>a</table><div style='mso-element:comment-list'><div>x</div>y</div>", R"(A1 s "a")"},
      {"a warning before", "Warning: x in y.php\n<br/><table><tr><td>a</table>", R"(A1 s "Warning: x in y.php"; A2 s "a")"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.what));
    CHECK(cells_of(row.html, "a.xls") == row.cells);
  }
}

TEST_CASE("html: sheets and their names") {
  const auto names = [](const std::string& html) {
    std::string all;
    for (const SourceSheet& sheet : read_all(html, "in/表.一.xls").sheets) all += sheet.head.name + (sheet.head.hidden ? "(hidden) " : " ");
    return all;
  };
  CHECK(names("<table><tr><td>a</table>") == "表.一 ");
  CHECK(names("<html><head><!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>企业&amp;名录</x:Name>"
              "</x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]--></head><table><tr><td>a</table></html>") == "企业&名录 ");
  CHECK(names("<html><meta name=\"generator\" content=\"LibreOffice 7.4\"/><p><center><h1>Overview</h1><A HREF=\"#table0\">一</A><br></center></p>"
              "<A NAME=\"table0\"><h1>Sheet 1: <em>一</em></h1></A><table><tr><td>a</table>"
              "<A NAME=\"table1\"><h1>Sheet 2: <em>二&amp;三</em></h1></A><table><tr><td>b</table></html>") == "一 二&三 ");
  CHECK(read_all("<xml><x:ExcelWorkbook><x:Date1904/></x:ExcelWorkbook></xml><table><tr><td>a</table>", "a.xls").sheets.at(0).head.date1904);
}

TEST_CASE("html: encodings") {
  const std::string cell = "<table><tr><td>\xC3\xFB\xB3\xC6</table>";  // 名称 in GB18030
  const Row rows[] = {
      {"by default", cell, R"(A1 s "名称")"},
      {"as told", "<meta charset=gbk>" + cell, R"(A1 s "名称")"},
      {"as told at length", "<meta http-equiv=Content-Type content='text/html; charset=gb2312'>" + cell, R"(A1 s "名称")"},
      {"told wrong", "<meta charset=utf-8>" + cell, R"(A1 s "名称")"},
      {"another country", "<meta charset=windows-1252><table><tr><td>caf\xE9</table>", R"(A1 s "café")"},
      {"UTF-8", "<table><tr><td>名称</table>", R"(A1 s "名称")"},
      {"UTF-8 that says gb2312", "<meta charset=gb2312><table><tr><td>名称名称名称名称</table>", R"(A1 s "名称名称名称名称")"},
      {"a mark", "\xEF\xBB\xBF<meta charset=gbk><table><tr><td>名</table>", R"(A1 s "名")"},
      {"UTF-16", "\xFF\xFE<\0t\0a\0b\0l\0e\0>\0<\0t\0d\0>\0\x0D\x54<\0/\0t\0a\0b\0l\0e\0>\0"s, R"(A1 s "名")"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.what));
    CHECK(cells_of(row.html, "a.xls") == row.cells);
  }
}

TEST_CASE("html: web archives") {
  const std::string head = "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"--=_x\"\r\n\r\nThis is a web archive.\r\n\r\n";
  const auto part = [](const std::string& header, const std::string& body) { return "----=_x\r\n" + header + "\r\n\r\n" + body + "\r\n"; };
  const std::string end = "----=_x--\r\n";
  CHECK(cells_of(head + part("Content-Location: file:///C:/a.htm\r\nContent-Transfer-Encoding: quoted-printable\r\n"
                             "Content-Type: text/html; charset=\"gb2312\"",
                             "<table><tr><td c=3Dx>=C3=FB=\r\n=B3=C6</td><td x:num=3D\"1.5\">2</td></table>") +
                     part("Content-Type: image/png\r\nContent-Transfer-Encoding: base64", "AAAA") + end, "a.mht") ==
        R"(A1 s "名称"; B1 n 1.5)");
  // A workbook of Excel: its frame lists the sheets, their formats stand in a style sheet beside them.
  const std::string workbook =
      head + part("Content-Location: file:///C:/a.htm\r\nContent-Type: text/html",
                  "<html><xml><x:ExcelWorkbook><x:ExcelWorksheets>"
                  "<x:ExcelWorksheet><x:Name>一</x:Name><x:WorksheetSource HRef=\"a_files/sheet001.htm\"/></x:ExcelWorksheet>"
                  "<x:ExcelWorksheet><x:Name>二</x:Name><x:WorksheetSource HRef=\"a_files/sheet002.htm\"/></x:ExcelWorksheet>"
                  "</x:ExcelWorksheets></x:ExcelWorkbook></xml><frameset><frame src=x></frameset></html>") +
      part("Content-Location: file:///C:/a_files/stylesheet.css\r\nContent-Type: text/css", ".xl65 {mso-number-format:Percent;}") +
      part("Content-Location: file:///C:/a_files/tabstrip.htm\r\nContent-Type: text/html", "<table><tr><td>一</table>") +
      part("Content-Location: file:///C:/a_files/sheet001.htm\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64",
           "PHRhYmxlPjx0cj48dGQgY2xhc3M9eGw2\r\nNSB4Om51bT0wLjU+NTAlPC90YWJsZT4=") +  // <table><tr><td class=xl65 x:num=0.5>50%</table>
      part("Content-Location: file:///C:/a_files/sheet002.htm\r\nContent-Type: text/html",
           "<xml><x:Visible>SheetHidden</x:Visible></xml><table><tr><td>b</table>") + end;
  const Workbook read = read_all(workbook, "a.mht");
  REQUIRE(read.sheets.size() == 2);
  CHECK(read.sheets[0].head.name == "一");
  CHECK(read.sheets[0].grid.at({0, 0})->look == NumberLook::percent);
  CHECK(read.sheets[1].head.name == "二");
  CHECK(read.sheets[1].head.hidden);
  CHECK(read.sheets[1].grid.at({0, 0})->text == "b");
}
