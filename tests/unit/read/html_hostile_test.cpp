#include "read/html_grid.hpp"
#include "read/xlsx_builder.hpp"

using namespace huizong;
using namespace huizong::test;
using namespace std::string_literals;

TEST_CASE("html: pages that are refused") {
  struct Row {
    const char* what;
    std::string html;
    const char* refused;
  };
  const std::string mime = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n";
  const Row rows[] = {
      {"an error page", "<!DOCTYPE html><html><body><h1>500</h1></body></html>", "file.unreadable why.html-no-table"},
      {"a cover", "<html><frameset rows=*><frame src=a_files/sheet001.htm></frameset></html>", "file.unreadable why.html-frameset"},
      {"a table that does not end", "<html><table><tr><td>1</td></tr>", "file.unreadable why.html-cut-off"},
      {"cut off in a tag", "<table><tr><td>1</td></tr></table><table bor", "file.unreadable why.html-cut-off"},
      {"cut off in an attribute", "<table><tr><td class=\"a>1</td></tr></table>", "file.unreadable why.html-cut-off"},
      {"cut off in a comment", "<table><tr><td>1</td></tr></table><!-- <table>", "file.unreadable why.html-cut-off"},
      {"cut off in a script", "<table><tr><td>1</td></tr></table><script>x", "file.unreadable why.html-cut-off"},
      {"not closed, but whole", "<html><table><tr><td>1</td></tr></html>", ""},
      {"a quote that swallows a cell", "<table><tr><td title=\"a>1</td><td title=\"b\">2</td></tr></table>", "file.unreadable why.html-malformed"},
      {"tables side by side", "<table><tr><td>a<td><table><tr><td>1</table></table>", "file.unreadable why.html-nested"},
      {"a cell behind a table", "<table><tr><td><table><tr><td>1</table><td>a</table>", "file.unreadable why.html-nested"},
      {"a table beside a cell from above", "<table><tr><td rowspan=2>a<td>b<tr><td><table><tr><td>1</table></table>", "file.unreadable why.html-nested"},
      {"an input field", "<table><tr><td>a<td><input name=x value=1></table>", "file.unreadable why.html-form"},
      {"a choice", "<table><tr><td><select><option>1<option selected>2</select></table>", "file.unreadable why.html-form"},
      {"a box to tick", "<table><tr><td><input type=checkbox><input type=hidden value=5>a</table>", ""},
      {"bytes of no encoding", "<table><tr><td>\xFF\xFF</table>", "file.unreadable why.text-encoding"},
      {"an archive that is cut off", mime + "--b\r\nContent-Type: text/html\r\n\r\n<table><tr><td>1</table>", "file.unreadable why.html-archive"},
      {"an archive without pages", mime + "--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n", "file.unreadable why.html-no-table"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.what));
    CHECK(refused(row.html, "a.xls") == row.refused);
  }
}

TEST_CASE("html: spans that claim more than a sheet holds") {
  const std::string huge = "1000000000000";
  const Workbook workbook = read_all("<table><tr><td colspan=" + huge + " rowspan=" + huge + ">a</td></tr><tr><td></td></tr></table>", "a.xls");
  CHECK(workbook.sheets.at(0).tail.merges == std::vector<CellRange>{{{0, 0}, {1, 16'383}}});
  CHECK(refused("<table><tr><td colspan=" + huge + ">a<td>b</table>", "a.xls") == "file.unreadable why.too-many-columns");
  CHECK(refused("<table><tr><td colspan=" + huge + ">a<td></table>", "a.xls") == "");
  CHECK(cells_of("<table><tr><td colspan=0>a<td colspan=-5>b<td colspan=x>c<td rowspan=0>d<tr><td>e</table>", "a.xls") ==
        R"(A1 s "a"; B1 s "b"; C1 s "c"; D1 s "d"; A2 s "e")");
}

TEST_CASE("html: much of everything is read in its own time") {
  std::string spans = "<table><tr>";
  for (int i = 0; i < 16'383; ++i) spans += "<td rowspan=" + std::to_string(200'000 + i) + ">";
  for (int i = 0; i < 200'000; ++i) spans += "<tr><td rowspan=2>x<tr>";
  CHECK(refused(spans + "</table>", "a.xls") == "file.hostile why.too-many-cells");
  std::string nested, many, columns;
  for (int i = 0; i < 100'000; ++i) nested += "<table><tr><td>", many += "<table><tr><td>1</table>", columns += "<table><col span=99999 hidden></table>";
  CHECK(refused(nested, "a.xls") == "file.unreadable why.html-nested");
  CHECK(refused(many, "a.xls") == "");
  CHECK(refused(columns, "a.xls") == "");
  CHECK(refused("<table><tr><td>" + std::string(1'000'000, '&') + std::string(1'000'000, '<') + "</table>", "a.xls") == "");
  std::string rows = "<table>";
  for (int i = 0; i < 1'048'576; ++i) rows += "<tr>";
  CHECK(refused(rows + "<td>1</table>", "a.xls") == "");
  CHECK(refused(rows + "<tr><td>1</table>", "a.xls") == "file.unreadable why.too-many-rows");
}

TEST_CASE("html: places of cells below spans") {
  HtmlGrid grid;
  CHECK(grid.place(1, 3) == 0u);
  CHECK(grid.place(2, 2) == 1u);
  CHECK(grid.place(1, 1) == 3u);
  grid.end_row();
  CHECK(grid.place(1, 1) == 3u);
  grid.end_row();
  CHECK(grid.place(3, 1) == 1u);
  CHECK(grid.place(20'000, 1) == 4u);
  CHECK_FALSE(grid.place(1, 1));
  grid.end_row();
  CHECK_FALSE(grid.has_open_spans());
  CHECK(grid.place(1, 1) == 0u);
}
