#include "package/relations.hpp"

#include "package/zip_builder.hpp"

using namespace huizong;
using namespace huizong::test;

TEST_CASE("targets to part names") {
  struct Row {
    const char* source;
    const char* target;
    const char* part;
  };
  const Row rows[] = {
      {"", "xl/workbook.xml", "xl/workbook.xml"},
      {"", "/xl/workbook.xml", "xl/workbook.xml"},
      {"xl/workbook.xml", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"},
      {"xl/workbook.xml", "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"},
      {"xl/worksheets/sheet1.xml", "../tables/table1.xml", "xl/tables/table1.xml"},
      {"xl/workbook.xml", "./sheet%201.xml", "xl/sheet 1.xml"},
      {"xl/workbook.xml", "worksheets\\sheet1.xml", "xl/worksheets/sheet1.xml"},
      {"xl/workbook.xml", "100%.xml", "xl/100%.xml"},
      {"xl/workbook.xml", "worksheets//sheet1.xml", "xl/worksheets/sheet1.xml"},
      {"xl/workbook.xml", "worksheets/./sheet1.xml", "xl/worksheets/sheet1.xml"},
      {"xl/workbook.xml", "worksheets/.sheet1.xml", "xl/worksheets/.sheet1.xml"},
      {"xl/workbook.xml", "//sheet1.xml", "sheet1.xml"},
      {"xl/workbook.xml", "worksheets/", "xl/worksheets"},
      {"xl/workbook.xml", "", "xl"},
      {"xl/workbook.xml", "/", ""},
      {"./xl//workbook.xml", "sheet1.xml", "xl/sheet1.xml"},
      {"workbook.xml", "sheet1.xml", "sheet1.xml"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.target);
    CHECK(resolve_target(row.source, row.target) == row.part);
  }
  CHECK(refusal([] { resolve_target("xl/workbook.xml", "../../a"); }) == "file.hostile why.path-trick");
  CHECK(refusal([] { resolve_target("xl/workbook.xml", "%2E%2E/../a"); }) == "file.hostile why.path-trick");
}

TEST_CASE("relations of Transitional and Strict documents alike; external ones are none of ours") {
  const std::string bytes = build_zip({{"xl/_rels/workbook.xml.rels",
                                        "<p:Relationships xmlns:p='urn'><p:Relationship Id='a' Target='s.xml' "
                                        "Type='http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet'/>"
                                        "<p:Relationship Id='b' Target='../../../x' TargetMode='External' Type='t/worksheet'/>"
                                        "</p:Relationships>"}});
  const ZipDirectory zip(bytes, 10);
  InflateBudget budget(1000);
  const auto relations = read_relations(zip, "xl/workbook.xml", budget);
  REQUIRE(relations.size() == 1);
  CHECK(relations[0].kind == "worksheet");
  CHECK(relations[0].part == "xl/s.xml");
  CHECK(find_relation(relations, "a") == &relations[0]);
  CHECK(find_relation(relations, "b") == nullptr);
  CHECK(find_relation_of_kind(relations, "styles") == nullptr);
  CHECK(read_relations(zip, "xl/other.xml", budget).empty());
}
