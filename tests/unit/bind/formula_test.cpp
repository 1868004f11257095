// Formulas over stored values: results worked out by hand, and with LibreOffice where doubles matter.

#include "bind/formula.hpp"

#include <doctest/doctest.h>

#include "bind/stale.hpp"
#include "sheet_maker.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

/// A1 10, B1 20, C1 0.1; A2 text, B2 empty, C2 0.2; A3 -5, B3 7.25, C3 #DIV/0!; A4 a formula without a result; D1 1.005.
const SheetMaker& sheet() {
  static const SheetMaker made = SheetMaker().lines({"10|20|0.1|1.005", "文字||0.2", "-5|7.25|#DIV/0!", "="});
  return made;
}

std::string evaluate(const char* text, FormulaDialect dialect = FormulaDialect::excel, CellRef at = {9, 4}, CellRef origin = {9, 4}) {
  std::size_t work = 1000;
  const auto found = evaluate_formula(text, dialect, {at, origin, 0}, sheet().sheet->grid, work);
  return found ? to_text(round_to_15_digits(found->value)) : "-";
}

}  // namespace

TEST_CASE("formulas that clerks use") {
  const std::pair<const char*, const char*> rows[] = {
      {"SUM(A1:C1)", "30.1"},
      {"sum(a1:c1)", "30.1"},
      {"SUM(A1:C2)", "30.3"},
      {"SUM(A1,B1,C1)", "30.1"},
      {"SUM(A1:B1,5)", "35"},
      {"SUM(A1:A3)", "5"},
      {"SUM($A$1:B$1)", "30"},
      {"SUM(B1:A1)", "30"},
      {"SUM(A2)", "0"},
      {"SUM(F1:G9)", "0"},
      {"SUM(A1+B1,1)", "31"},
      {"A1+B1", "30"},
      {"A1-B1-C1", "-10.1"},
      {"A1 + B1 * 2", "50"},
      {"(A1+B1)*2", "60"},
      {"-A3", "5"},
      {"--A1", "10"},
      {"A1/B1", "0.5"},
      {"A1/B1*100", "50"},
      {"A1/3", "3.33333333333333"},
      {"A1*10%", "1"},
      {"B2+A1", "10"},
      {"ROUND(A1/3,2)", "3.33"},
      {"ROUND(B1/A1*100,2)", "200"},
      {"ROUND(-A1/3,1)", "-3.3"},
      {"SUM(A1:B1)-SUM(C1:C2)", "29.7"},
      {"C1+C2", "0.3"},
      {"1.5*A1", "15"},
      {"ROUND(SUM(A1:B1)/7,2)", "4.29"},
  };
  for (const auto& [text, expected] : rows) {
    CAPTURE(text);
    CHECK(evaluate(text) == expected);
  }
}

TEST_CASE("formulas that are not judged") {
  for (const char* text : {"AVERAGE(A1:B1)", "IF(A1>1,2,3)", "SUMIF(A1:A3,\">0\")", "SUM(A1:B1)&\"元\"", "A1^2", "A1>B1", "Sheet2!A1", "SUM(Sheet2!A1:A3)",
                           "SUM(A:A)", "SUM(1:1)", "A1:B1", "A1:A3*2", "A2+1", "C3+1", "SUM(C1:C3)", "A4+1", "SUM(A1:A4)", "SUM(A1:E10)", "E10+1", "A1/B2",
                           "A1/(B1-A1-A1)", "ROUND(D1,2)", "ROUND(A1,-1)", "SUM(A1", "A1+", "", "1E5", "合计", "SUM(合计)", "{1,2}", "SUMPRODUCT(A1:B1)",
                           "((((((((((((((((((((((((((((((((((((((((1))))))))))))))))))))))))))))))))))))))))", "[1]Sheet1!A1", "A1048577", "XFE1"}) {
    CAPTURE(text);
    CHECK(evaluate(text) == "-");
  }
}

TEST_CASE("references of other formats, and of shared formulas") {
  CHECK(evaluate("SUM([.A1:.C1])", FormulaDialect::opendocument) == "30.1");
  CHECK(evaluate("[.A1]+[.$B$1]", FormulaDialect::opendocument) == "30");
  CHECK(evaluate("SUM([.A1];[.B1])", FormulaDialect::opendocument) == "30");
  CHECK(evaluate("ROUND([.A1]/3;2)", FormulaDialect::opendocument) == "3.33");
  CHECK(evaluate("[$Sheet2.A1]+1", FormulaDialect::opendocument) == "-");
  CHECK(evaluate("SUM(R1C1:R1C3)", FormulaDialect::r1c1) == "30.1");
  CHECK(evaluate("SUM(R[-9]C[-4]:R[-9]C[-2])", FormulaDialect::r1c1) == "30.1");
  CHECK(evaluate("RC[-1]+1", FormulaDialect::r1c1, {0, 1}) == "11");
  CHECK(evaluate("R[-1]C+R1C2", FormulaDialect::r1c1, {1, 0}) == "30");
  CHECK(evaluate("R[-10]C", FormulaDialect::r1c1, {1, 0}) == "-");
  // Written for E1, used in E3: A1 means A3, A$1 stays.
  CHECK(evaluate("A1+B1", FormulaDialect::excel, {2, 4}, {0, 4}) == "2.25");
  CHECK(evaluate("A$1+B1", FormulaDialect::excel, {2, 4}, {0, 4}) == "17.25");
  CHECK(evaluate("SUM(A1:B1)", FormulaDialect::excel, {2, 4}, {0, 4}) == "2.25");
  CHECK(evaluate("A1", FormulaDialect::excel, {0, 4}, {5, 4}) == "-");
}

TEST_CASE("a stored result is out of date where doubles cannot explain the difference") {
  const auto judge = [](const char* stored, const char* text) {
    SheetMaker maker;
    maker.line(std::string("0.1|0.2|") + stored);
    Grid grid;
    std::vector<Cell> cells(maker.sheet->grid.cells(maker.sheet->grid.rows()[0]).begin(), maker.sheet->grid.cells(maker.sheet->grid.rows()[0]).end());
    cells[2].formula = true;
    grid.add_row(0, RowHiding::shown, cells);
    Draft draft;
    draft.form = catalogue().pack("shanxi")->form("base-situation");
    Record record;
    record.values = Values(3);
    record.values[2].kind = ValueKind::figure;
    record.values[2].cell = {0, 2};
    draft.data.records.push_back(record);
    check_formulas(grid, {FormulaDialect::excel, {text}, {{{0, 2}, {0, 2}, 0}}}, draft);
    return draft.pending.empty() ? std::string() : draft.pending[0].finding.args[0].second + " -> " + draft.pending[0].finding.args[1].second;
  };
  CHECK(judge("0.3", "A1+B1") == "");
  CHECK(judge("0.30000000000000004", "A1+B1") == "");
  CHECK(judge("0.299999999999999", "A1+B1") == "");
  CHECK(judge("0.31", "A1+B1") == "0.31 -> 0.3");
  CHECK(judge("0.3000001", "A1+B1") == "0.3000001 -> 0.3");
  CHECK(judge("3", "(A1+B1)*10") == "");
  CHECK(judge("2", "(A1+B1)*10") == "2 -> 3");
  CHECK(judge("0", "A1+A1-B1") == "");
  CHECK(judge("2.7755575615628914E-17", "A1+A1-B1") == "");
  CHECK(judge("33.33", "ROUND(A1/(A1+B1)*100,2)") == "");
  CHECK(judge("33.3", "ROUND(A1/(A1+B1)*100,2)") == "33.3 -> 33.33");
}
