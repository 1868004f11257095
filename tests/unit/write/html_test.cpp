#include <doctest/doctest.h>

#include "write/html.hpp"
#include "write/write.hpp"

using namespace huizong;

TEST_CASE("text is escaped for elements and attributes") {
  const struct { const char* text; const char* escaped; } rows[] = {
      {"a<b>c", "a&lt;b&gt;c"},
      {"\"x\" & 'y'", "&quot;x&quot; &amp; &#39;y&#39;"},
      {"农业\t1\n2", "农业\t1\n2"},
      {"\x01\x0b" "a\x1f", "a"},
      {"&amp;", "&amp;amp;"},
  };
  for (const auto& row : rows) {
    std::string out = "|";
    append_escaped(out, row.text);
    CHECK(out == std::string("|") + row.escaped);
  }
}

TEST_CASE("a page of one section has no navigation, and the same page gives the same bytes") {
  Page page{"en", "T", "", {{"only", "Only", {PageText{"x"}}}}};
  const std::string html = to_html(page);
  CHECK(html == to_html(page));
  CHECK(html.find("<nav>") == std::string::npos);
  page.sections.push_back({"more", "More", {}});
  CHECK(to_html(page).find("<nav><a href=\"#only\">Only</a>") != std::string::npos);
}

TEST_CASE("links run nothing") {
  const struct { const char* link; bool kept; } rows[] = {
      {"#s", true},         {"a/b.xlsx", true},    {"https://example.org", true}, {"javascript:x", false},
      {"data:text/html,x", false}, {"JAVASCRIPT:x", false}, {"//example.org", false}, {"a?x=1:2", true},
  };
  for (const auto& row : rows) {
    CAPTURE(row.link);
    PageTable table;
    table.rows = {{{"t", Ink::normal, false, row.link}}};
    const Page page{"en", "T", "", {{"s", "S", {table}}}};
    CHECK((to_html(page).find("<td><a href=") != std::string::npos) == row.kept);
  }
}
