// What became of every cell, and which figures around a table are told.

#include <doctest/doctest.h>

#include "bind/ledger.hpp"
#include "sheet_maker.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

/// `figure 云谷公司`, `ignored note`, …: use with value or reason; a figure that is missing: `figure - missing`.
std::string say_entry(const LedgerEntry& entry) {
  std::string out(to_word(entry.use));
  if (const std::string* text = std::get_if<std::string>(&entry.figure.value)) out += " " + *text;
  if (const bool* yes = std::get_if<bool>(&entry.figure.value)) out += *yes ? " true" : " false";
  if (!entry.reason.empty()) out += " - " + entry.reason;
  return out;
}

void feed(const SheetMaker& maker, CellSink& sink) {
  if (!sink.begin_sheet(maker.sheet->head)) return;
  for (const Grid::Row& row : maker.sheet->grid.rows()) sink.row(row.row, row.hiding, maker.sheet->grid.cells(row));
  sink.end_sheet(maker.sheet->tail);
}

/// The ledger of a sheet's one return, by cell.
std::map<std::string, std::string> ledger_of(const SheetMaker& maker) {
  const Pack& pack = *catalogue().pack("shanxi");
  BindContext context{catalogue(), pack, pack.province, "2024/太原市/小店区.xlsx", std::nullopt, "", {}};
  context.ledger = true;
  Binder binder(context);
  feed(maker, binder);
  const Bound bound = binder.take();
  REQUIRE(bound.returns.size() == 1);
  const BoundReturn& one = bound.returns[0];
  const LedgerSource source{one.data, one.marks, ""};
  const std::vector<LedgerReturn> returns{{*pack.form(one.data.form), source, one.findings}};
  LedgerSink sink(returns);
  feed(maker, sink);
  std::map<std::string, std::string> out;
  const auto ledgers = sink.take();
  REQUIRE(ledgers.size() == 1);
  for (const LedgerEntry& entry : ledgers[0]) CHECK(out.emplace(to_a1(entry.cell), say_entry(entry)).second);
  return out;
}

SheetMaker whole(const std::vector<std::string>& head, const std::vector<std::string>& foot) {
  SheetMaker maker;
  maker.lines({title}).lines(head).lines({units}).lines(header).lines({first, second}).lines(foot);
  return maker;
}

std::string told_of(const std::vector<std::string>& head, const std::vector<std::string>& foot) {
  const Bound bound = bind_sheet(whole(head, foot));
  REQUIRE(bound.returns.size() == 1);
  CHECK(bound.returns[0].data.records.size() == 2);
  std::vector<std::string> out;
  for (const Finding& f : bound.returns[0].findings) {
    if (f.rule == "cell.unclaimed") out.push_back(to_a1(*f.cell));
  }
  return join(out, " ");
}

}  // namespace

TEST_CASE("figures above the table") {
  struct Row {
    std::string line, told;
  };
  const std::vector<Row> rows{
      {"|||88", "D2"},
      {"附件2|'88家", "B2"},
      {"填报时间：|45000", ""},              // a day's serial
      {"填报单位（盖章）：小店区工信局|||88", "D2"},
      {"填报单位（盖章）：|88", "B2"},       // no reporter is a number
      {"联系电话：|3515550100", ""},
      {"文号：|12", ""},
      {"|2024|年|8|月|10|日", ""},
      {"第1期|2024年8月10日", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    CHECK(told_of({row.line}, {}) == row.told);
  }
}

TEST_CASE("figures below the table") {
  struct Row {
    std::string line, told;
  };
  const std::vector<Row> rows{
      {"注：共2家，含2023年新增1家", ""},
      {"注：共2家|||300", "D7"},
      {"填表人：李强|13903510001|||审核人：|王芳", ""},
      {"填表人：李强|777", "B7"},
      {"填表人：李强||联系电话：|5550100", ""},
      {"填报日期：|2024|年|8|月|10|日", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    CHECK(told_of({}, {row.line}) == row.told);
  }
}

TEST_CASE("each cell of a sheet once, with what it was read as") {
  const SheetMaker maker = whole({"填报单位（盖章）：小店区工信局||填报时间：|2024年8月2日"},
                                 {"合计|||||22|50|500|7000|4000.75|100.5|—", "……|……", "注：略", "||||||||||||||||||||||已核"});
  const auto ledger = ledger_of(maker);
  std::size_t cells = 0;
  for (const Grid::Row& row : maker.sheet->grid.rows()) cells += maker.sheet->grid.cells(row).size();
  CHECK(ledger.size() == cells);
  const std::map<std::string, std::string> wanted{
      {"A1", "label - title"},        {"A2", "label - reporter-line"},   {"C2", "label - filing-line"}, {"D2", "label - filing-line"},
      {"A3", "label - unit-line"},    {"A4", "label - header"},          {"T5", "label - header"},      {"B6", "figure 太原市小店区云谷双创基地"},
      {"D6", "figure 2019-07"},       {"E6", "figure true"},             {"J6", "figure 1500.5"},       {"E7", "figure false"},
      {"U7", "figure 30"},            {"A8", "label - total-label"},     {"J8", "total 4000.75"},       {"L8", "total - missing"},
      {"A9", "ignored - filler"},     {"A10", "ignored - note"},         {"W11", "ignored - remark"}};
  for (const auto& [cell, use] : wanted) {
    CAPTURE(cell);
    const auto found = ledger.find(cell);
    CHECK((found == ledger.end() ? "none" : found->second) == use);
  }
}

TEST_CASE("a value that was not understood names its finding") {
  SheetMaker maker;
  maker.lines({title, units}).lines(header).lines({first, "2|太原市小店区星火双创基地|星火公司|不详|否|约12|/|300|4000|#DIV/0!|55.3|100|7|90|13|4|3|2|2|2|30|5"});
  const auto ledger = ledger_of(maker);
  CHECK(ledger.at("D6") == "figure - cell.not-a-date");
  CHECK(ledger.at("F6") == "figure - cell.not-a-number");
  CHECK(ledger.at("G6") == "figure - missing");
  CHECK(ledger.at("J6") == "figure - cell.error-value");
  CHECK(ledger.at("V6") == "ignored - unclaimed");
}
