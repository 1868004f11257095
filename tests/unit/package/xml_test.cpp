#include "package/xml.hpp"

#include "package/zip_builder.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

/// The tokens of a text in short: <a> </a> 'text', and | where it ends.
std::string tokens_of(std::string_view text) {
  XmlScanner xml(text);
  std::string out;
  while (true) {
    switch (xml.next()) {
      case XmlToken::start:
        out += "<" + std::string(xml.name()) + (xml.self_closed() ? "/>" : ">");
        break;
      case XmlToken::finish:
        out += "</" + std::string(xml.name()) + ">";
        break;
      case XmlToken::text:
        out += "'" + (xml.is_cdata() ? std::string(xml.text()) : decode_xml(xml.text())) + "'";
        break;
      case XmlToken::end:
        return out + "|" + std::to_string(xml.depth());
    }
  }
}

}  // namespace

TEST_CASE("tokens") {
  struct Row {
    const char* text;
    const char* tokens;
  };
  const Row rows[] = {
      {"", "|0"},
      {"<a/>", "<a/>|0"},
      {"<?xml version='1.0'?><a><b>x</b></a>", "<a><b>'x'</b></a>|0"},
      {"<x:a><x:b /></x:a >", "<a><b/></a>|0"},
      {"<a><!-- <b> --><![CDATA[<b>&amp;]]]></a>", "<a>'<b>&amp;]'</a>|0"},
      {"<a>&lt;&#65;&#x4e2d;&quot;&apos;&amp;&gt;</a>", "<a>'<A中\"'&>'</a>|0"},
      {"<a>1 & 2 &unknown; &#xD800;</a>", "<a>'1 & 2 &unknown; \xEF\xBF\xBD'</a>|0"},
      {"<a>x\r\ny\rz&#13;</a>", "<a>'x\ny\nz\r'</a>|0"},
      {"<a b='>' c=\"/>\"><d/></a>", "<a><d/></a>|0"},
      {"<a><b", "<a>|1"},
      {"<a>tail", "<a>|1"},
      {"<a><!-- open", "<a>|1"},
      {"<a><!", "<a>|1"},
      {"<a><![CD", "<a>|1"},
      {"<a><?pi", "<a>|1"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(tokens_of(row.text) == row.tokens);
  }
}

TEST_CASE("what is refused") {
  CHECK(refusal([] { tokens_of("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"); }) == "file.hostile why.xml-doctype");
  CHECK(refusal([] { tokens_of("<a><!ENTITY b 'c'></a>"); }) == "file.hostile why.xml-doctype");
  CHECK(refusal([] { tokens_of("<!D"); }) == "file.hostile why.xml-doctype");
  CHECK(refusal([] { tokens_of("</a>"); }) == "file.unreadable why.xml-malformed");
  CHECK(refusal([] { tokens_of("<a <b>"); }) == "file.unreadable why.xml-malformed");
  CHECK(refusal([] { tokens_of("<>"); }) == "file.unreadable why.xml-malformed");
}

TEST_CASE("attributes by whole name or by what follows the prefix") {
  XmlScanner xml("<s xmlns:id='urn' name = 'a>b' r:id=\"rId1\" id='7' bare/>");
  REQUIRE(xml.next() == XmlToken::start);
  CHECK(xml.attribute("name") == "a>b");
  CHECK(xml.attribute("id") == "7");
  CHECK(xml.prefixed_attribute("id") == "rId1");
  CHECK_FALSE(xml.attribute("bare"));
  CHECK_FALSE(xml.attribute("nam"));
  CHECK(xml.self_closed());
}

TEST_CASE("a token cut off by its window is read in the next one, wherever the cut lies") {
  const std::string text = "<a b='1'>x<!-- c --><d><![CDATA[e]]></d><f/></a>";
  const std::string expected = tokens_of(text);
  for (std::size_t cut = 0; cut <= text.size(); ++cut) {
    CAPTURE(cut);
    XmlScanner xml(std::string_view(text).substr(0, cut));
    int tokens = 0;
    while (xml.next() != XmlToken::end) ++tokens;
    xml.reset(text, xml.position());
    while (xml.next() != XmlToken::end) ++tokens;
    CHECK(tokens == 7);  // <a> x <d> e </d> <f/> </a>
    CHECK(xml.depth() == 0);
  }
}

TEST_CASE("an element is passed over with all that is in it") {
  XmlScanner xml("<a><b><b>1</b><c/></b><d/></a>");
  xml.next();
  xml.next();
  CHECK(xml.skip_element());
  REQUIRE(xml.next() == XmlToken::start);
  CHECK(xml.name() == "d");
}

TEST_CASE("UTF-16 and byte-order marks") {
  using namespace std::string_view_literals;
  std::string own;
  CHECK(to_utf8_part("\xFF\xFE<\0a\0/\0>\0"sv, own) == "<a/>");
  CHECK(to_utf8_part("\xFE\xFF\0<\0a\0/\0>"sv, own) == "<a/>");
  CHECK(to_utf8_part("<\0\x2D\x4E/\0>\0"sv, own) == "<中/>");
  CHECK(to_utf8_part("\xEF\xBB\xBF<a/>"sv, own) == "<a/>");
  CHECK(refusal([&] { to_utf8_part("<a>\xD6\xD0</a>", own); }) == "file.unreadable why.xml-encoding");
}
