// Word documents: paragraphs and tables as rows, tracked changes as accepted.

#include "read/xlsx_builder.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

std::string document(const std::string& body) {
  return R"(<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" )"
         R"(xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>)" +
         body + "</w:body></w:document>";
}

std::string said(const std::string& body, std::vector<ZipFile> parts = {}) {
  parts.push_back({"word/document.xml", document(body)});
  return cells_of(build_zip(parts), "a.docx");
}
std::string refusal_of(const std::string& xml) { return refused(build_zip({{"word/document.xml", xml}}), "a.docx"); }

std::string p(const std::string& runs) { return "<w:p>" + runs + "</w:p>"; }
std::string t(const std::string& text) { return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>"; }

}  // namespace

TEST_CASE("paragraphs are rows, empty ones too") {
  CHECK(said(p(t("一、")) + "<w:p/>" + p(t("甲&amp;") + t("乙"))) == "A1 s \"一、\"; A3 s \"甲&乙\"");
  CHECK(said(p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>")) == "A1 s \"a b c\"");
  CHECK(said("<w:p><w:pPr><w:tabs><w:tab w:pos=\"9\"/></w:tabs></w:pPr>" + t("甲") + "</w:p>") == "A1 s \"甲\"");
  CHECK(said(p("<w:hyperlink>" + t("网") + "</w:hyperlink><w:smartTag>" + t("址") + "</w:smartTag>")) == "A1 s \"网址\"");
}

TEST_CASE("tracked changes count as accepted") {
  const std::string deleted = "<w:del w:id=\"1\"><w:r><w:delText>120</w:delText></w:r></w:del>";
  CHECK(said(p(t("安排") + deleted + "<w:ins w:id=\"2\">" + t("150") + "</w:ins>" + t("万元"))) == "A1 s \"安排150万元\"");
  CHECK(said(p("<w:moveFrom w:id=\"1\">" + t("旧") + "</w:moveFrom><w:moveTo w:id=\"2\">" + t("新") + "</w:moveTo>")) == "A1 s \"新\"");
  // The end of a paragraph was deleted: two are one. A deleted row is none.
  CHECK(said("<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>" + t("前") + "</w:p>" + p(t("后"))) == "A1 s \"前后\"");
  CHECK(said("<w:tbl><w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr><w:tc>" + p(t("旧")) + "</w:tc></w:tr><w:tr><w:tc>" + p(t("新")) +
                 "</w:tc></w:tr></w:tbl>") == "A1 s \"新\"");
  CHECK(said("<w:p><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val=\"x\"/></w:pPr></w:pPrChange></w:pPr>" + t("甲") + "</w:p>") ==
        "A1 s \"甲\"");
}

TEST_CASE("what is struck through or hidden is not read, and a raised digit is no digit of the figure before it") {
  const auto run = [](const std::string& look, const std::string& text) { return "<w:r><w:rPr>" + look + "</w:rPr><w:t>" + text + "</w:t></w:r>"; };
  CHECK(said(p(run("<w:strike/>", "46") + t("48"))) == "A1 s \"48\"");
  CHECK(said(p(run("<w:dstrike w:val=\"1\"/>", "46") + t("48"))) == "A1 s \"48\"");
  CHECK(said(p(run("<w:strike w:val=\"0\"/>", "46") + t("家"))) == "A1 s \"46家\"");
  CHECK(said(p(run("<w:vanish/>", "9") + t("46"))) == "A1 s \"46\"");
  CHECK(said(p(t("46") + run("<w:vertAlign w:val=\"superscript\"/>", "1") + t("户"))) == "A1 s \"46¹户\"");
  CHECK(said(p(t("500m") + run("<w:vertAlign w:val=\"superscript\"/>", "2"))) == "A1 s \"500m²\"");
  CHECK(said(p(t("46") + run("<w:vertAlign w:val=\"subscript\"/>", "2"))) == "A1 s \"46₂\"");
}

TEST_CASE("tables are rows with columns") {
  const auto cell = [](const std::string& text, const std::string& properties = "") {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + p(t(text)) + "</w:tc>";
  };
  CHECK(said(p(t("前")) + "<w:tbl><w:tr>" + cell("甲", "<w:gridSpan w:val=\"2\"/>") + cell("乙") + "</w:tr><w:tr>" + cell("1") +
                 cell("2") + cell("3") + "</w:tr></w:tbl>" + p(t("后"))) ==
        "A1 s \"前\"; A2 s \"甲\"; C2 s \"乙\"; A3 s \"1\"; B3 s \"2\"; C3 s \"3\"; A4 s \"后\"");
  CHECK(said("<w:tbl><w:tr>" + cell("组", "<w:vMerge w:val=\"restart\"/>") + cell("1") + "</w:tr><w:tr>" + cell("", "<w:vMerge/>") +
                 cell("2") + "</w:tr></w:tbl>") == "A1 s \"组\"; B1 s \"1\"; B2 s \"2\"");
  // A table within a cell is text of the cell.
  CHECK(said("<w:tbl><w:tr><w:tc>" + p(t("外")) + "<w:tbl><w:tr>" + cell("内") + "</w:tr></w:tbl></w:tc></w:tr></w:tbl>") ==
        "A1 s \"外\\n内\"");
}

TEST_CASE("what is no text of the document") {
  CHECK(said(p("<w:r><w:instrText>PAGE</w:instrText></w:r>" + t("甲"))) == "A1 s \"甲\"");
  CHECK(said(p("<mc:AlternateContent><mc:Choice>" + t("一") + "</mc:Choice><mc:Fallback>" + t("一") + "</mc:Fallback></mc:AlternateContent>")) ==
        "A1 s \"一\"");
  const std::string styles = R"(<w:styles xmlns:w="x"><w:style w:styleId="11"><w:name w:val="toc 1"/></w:style></w:styles>)";
  const std::string relations =
      R"(<Relationships><Relationship Id="r" Type="http://x/styles" Target="styles.xml"/></Relationships>)";
  CHECK(said("<w:p><w:pPr><w:pStyle w:val=\"11\"/></w:pPr>" + t("一、概况 3") + "</w:p>" + p(t("一、概况")),
                 {{"word/styles.xml", styles}, {"word/_rels/document.xml.rels", relations}}) == "A1 s \"一、概况\"");
  CHECK(said("<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent>" +
                 p(t("目录")) + "</w:sdtContent></w:sdt>" + p(t("正文"))) == "A1 s \"正文\"");
  // A box of a symbol font.
  CHECK(said(p("<w:r><w:sym w:font=\"Wingdings 2\" w:char=\"F052\"/></w:r>" + t("是"))) == "A1 s \"\xEF\x81\x92是\"");
}

TEST_CASE("documents that are broken or hostile") {
  CHECK(refusal_of("<w:document xmlns:w=\"x\"><w:body><w:p>") == "file.unreadable why.xml-cut-off");
  CHECK(refusal_of("<a/>") == "file.unreadable why.xml-cut-off");
  const std::string wide = "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"99999\"/></w:tcPr></w:tc></w:tr></w:tbl>";
  CHECK(refusal_of(document(wide)) == "file.hostile why.out-of-sheet");
  std::string deep;
  for (int i = 0; i < 400; ++i) deep += "<w:x>";
  CHECK(refusal_of(document(deep)) == "file.hostile why.xml-too-deep");
}
