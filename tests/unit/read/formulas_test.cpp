// The text of formulas, as each format stores it.

#include "read/formulas.hpp"

#include <doctest/doctest.h>

#include "base/text.hpp"
#include "read/ods_builder.hpp"
#include "read/xls_builder.hpp"
#include "read/xlsx_builder.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

/// `C1 SUM(A1:B1); C2 (C1) SUM(A1:B1)`: a shared formula with the cell that it was written for.
std::string formulas_of(const std::string& bytes, std::string_view name, const std::string& sheet = "表&1") {
  const SheetFormulas found = read_formulas(bytes, name, {}, sheet);
  std::vector<std::string> all;
  for (const SheetFormula& f : found.cells) {
    all.push_back(to_a1(f.at) + (f.at == f.origin ? "" : " (" + to_a1(f.origin) + ")") + " " + found.texts[f.text]);
  }
  return join(all, "; ");
}

std::string in_xlsx(const std::string& rows) { return formulas_of(build_xlsx({.rows = rows}), "a.xlsx"); }

std::string in_xml(const std::string& rows, const std::string& before = "") {
  return formulas_of("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
                     "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"表&amp;1\">" + before + "<Table>" + rows +
                         "</Table></Worksheet></Workbook>",
                     "a.xml");
}

/// A FORMULA record of Excel 97 with a number as its result.
std::string formula(unsigned row, unsigned column, const std::string& tokens) {
  return record(0x0006, at(row, column) + le_double(1) + le(0, 2) + le(0, 4) + le(tokens.size(), 2) + tokens);
}
std::string ref(unsigned row, unsigned column) { return "\x44" + le(row, 2) + le(column | 0xC000, 2); }
std::string area(unsigned first_row, unsigned last_row, unsigned first_column, unsigned last_column) {
  return "\x25" + le(first_row, 2) + le(last_row, 2) + le(first_column | 0xC000, 2) + le(last_column | 0xC000, 2);
}
std::string in_xls(const std::string& records, const std::string& globals = "") { return formulas_of(build_xls({globals, {{records}}}), "a.xls", "表1"); }

}  // namespace

TEST_CASE("formulas of xlsx") {
  CHECK(in_xlsx("<row r=\"1\"><c r=\"C1\"><f>SUM(A1:B1)</f><v>3</v></c><c r=\"D1\"><v>3</v></c></row>") == "C1 SUM(A1:B1)");
  CHECK(in_xlsx("<row r=\"1\"><c r=\"C1\"><f>A1&lt;B1</f><v>1</v></c></row>") == "C1 A1<B1");
  CHECK(in_xlsx("<row r=\"1\"><c r=\"C1\"><f t=\"shared\" ref=\"C1:C3\" si=\"0\">A1+B1</f><v>3</v></c></row>"
                "<row r=\"2\"><c r=\"C2\"><f t=\"shared\" si=\"0\"/><v>3</v></c></row>"
                "<row r=\"3\"><c r=\"C3\"><f t=\"shared\" si=\"0\"></f><v>3</v></c></row>") == "C1 A1+B1; C2 (C1) A1+B1; C3 (C1) A1+B1");
  CHECK(in_xlsx("<row r=\"1\"><c r=\"C1\"><f t=\"array\" ref=\"C1\">SUM(A1:A2*B1:B2)</f><v>3</v></c></row>") == "");
  CHECK(in_xlsx("<row r=\"1\"><c><f>1+1</f><v>3</v></c></row>") == "");
  CHECK(formulas_of(build_xlsx({.rows = "<row r=\"1\"><c r=\"C1\"><f>A1+B1</f><v>3</v></c></row>"}), "a.xlsx", "另一张") == "");
  CHECK(formulas_of(build_xlsx({.rows = "<row r=\"1\"><c r=\"C1\"><f>A1+B1</f><v>3</v></c></row>", .workbook_properties = "<calcPr fullPrecision=\"0\"/>"}),
                    "a.xlsx") == "");
  CHECK(formulas_of("no file", "a.xlsx") == "");
}

TEST_CASE("formulas of OpenDocument") {
  const auto formula = [](const std::string& text) { return ods_cell("table:formula=\"" + text + "\" office:value-type=\"float\" office:value=\"3\""); };
  const std::string rows = ods_row(ods_cell("table:number-columns-repeated=\"2\"") + formula("of:=SUM([.A1:.B1])")) +
                           ods_row("", "table:number-rows-repeated=\"3\"") + ods_row(ods_number("1") + formula("of:=[.A5]&lt;3") + formula("msoxl:=A5"));
  for (const std::string& bytes : {build_ods({.rows = rows}), build_fods({.rows = rows})}) {
    CHECK(formulas_of(bytes, "a.ods") == "C1 SUM([.A1:.B1]); B5 [.A5]<3");
  }
  CHECK(formulas_of(build_ods({.rows = rows, .before = "<table:calculation-settings table:precision-as-shown=\"true\"/>"}), "a.ods") == "");
}

TEST_CASE("formulas of an XML spreadsheet") {
  CHECK(in_xml("<Row><Cell ss:Index=\"3\" ss:Formula=\"=SUM(RC[-2]:RC[-1])\"><Data ss:Type=\"Number\">3</Data></Cell><Cell ss:Formula=\"=1+1\"/></Row>"
               "<Row ss:Index=\"4\"><Cell ss:MergeAcross=\"1\"><Data ss:Type=\"Number\">3</Data></Cell><Cell ss:Formula=\"=R1C3\"/></Row>"
               "<Row><Cell ss:Formula=\"=A\" ss:ArrayRange=\"RC\"/></Row>") == "C1 SUM(RC[-2]:RC[-1]); D1 1+1; C4 R1C3");
}

TEST_CASE("formulas of Excel 97: tokens written out in R1C1") {
  CHECK(in_xls(formula(0, 2, ref(0, 0) + ref(0, 1) + "\x03")) == "C1 R1C1+R1C2");
  CHECK(in_xls(formula(0, 2, ref(0, 0) + ref(0, 1) + "\x04" + "\x1E" + le(2, 2) + "\x05")) == "C1 R1C1-R1C2*2");
  CHECK(in_xls(formula(0, 2, ref(0, 0) + ref(0, 1) + "\x04\x15" + "\x1F" + le_double(0.5) + "\x06")) == "C1 (R1C1-R1C2)/0.5");
  CHECK(in_xls(formula(3, 2, area(0, 2, 2, 2) + std::string("\x19\x10\0\0", 4))) == "C4 SUM(R1C3:R3C3)");
  CHECK(in_xls(formula(3, 2, area(0, 2, 2, 2) + ref(0, 0) + "\x22\x02" + le(4, 2))) == "C4 SUM(R1C3:R3C3,R1C1)");
  CHECK(in_xls(formula(3, 2, ref(0, 0) + "\x1E" + le(2, 2) + "\x41" + le(27, 2))) == "C4 ROUND(R1C1,2)");
  CHECK(in_xls(formula(3, 2, ref(0, 0) + "\x13\x14")) == "C4 -R1C1%");
  // AVERAGE, a name, a text, a comparison: not for us.
  CHECK(in_xls(formula(3, 2, area(0, 2, 2, 2) + "\x22\x01" + le(5, 2))) == "");
  CHECK(in_xls(formula(3, 2, "\x23" + le(1, 4))) == "");
  CHECK(in_xls(formula(3, 2, std::string("\x17\x01\0a", 4))) == "");
  CHECK(in_xls(formula(3, 2, ref(0, 0) + ref(0, 1) + "\x0B")) == "");
  CHECK(in_xls(formula(3, 2, ref(0, 0) + "\x03")) == "");
  CHECK(in_xls(formula(3, 2, std::string("\x44\0", 2))) == "");
  // Shared: the tokens stand once, with offsets; A and B to the left of C.
  const std::string link = "\x01" + le(0, 2) + le(2, 2);
  const std::string left = "\x4C" + le(0, 2) + le(0xC0FE, 2) + "\x4C" + le(0xFFFF, 2) + le(0xC0FF, 2) + "\x03";
  const std::string master = record(0x04BC, le(0, 2) + le(1, 2) + "\x02\x02" + le(0, 1) + le(2, 1) + le(left.size(), 2) + left);
  CHECK(in_xls(formula(0, 2, link) + master + formula(1, 2, link)) == "C1 RC[-2]+R[-1]C[-1]; C2 RC[-2]+R[-1]C[-1]");
  // The workbook reckons with what its cells show.
  CHECK(in_xls(formula(0, 2, ref(0, 0) + ref(0, 1) + "\x03"), record(0x000E, le(0, 2))) == "");
}
