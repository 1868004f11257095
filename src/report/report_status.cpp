// Completeness as a workbook and as a table for the terminal.

#include "base/text.hpp"
#include "report/canvas.hpp"
#include "report/messages.hpp"
#include "report/reports.hpp"
#include "report/status_words.hpp"
#include "report/summary_plan.hpp"
#include "report/text_table.hpp"

namespace huizong {
namespace {

std::string count_line(const Status& status, const Catalogue& catalogue, Lang lang) {
  std::vector<std::string> parts;
  for (const auto& [word, count] : count_states(status.units, catalogue, lang)) {
    parts.push_back(say("report.status-count", {{"value", word}, {"total", std::to_string(count)}}, lang));
  }
  return join(parts, lang == Lang::zh ? "，" : ", ");
}

std::string findings_text(const FindingCounts& counts) {
  return std::to_string(counts.mandatory) + "/" + std::to_string(counts.verify) + "/" + std::to_string(counts.info);
}

std::string version_text(const Unit& unit) { return unit.version == 0 ? "" : std::to_string(unit.version); }

void put_unit(Sheet& sheet, std::uint32_t row, const Unit& unit, const Status& status, const Catalogue& catalogue, Lang lang) {
  std::uint32_t column = 0;
  for (const std::string& text : {form_in_words(catalogue, unit.form, status.period), unit.region, unit.name, unit.reporter}) {
    put(sheet, CellRef{row, column++}, text, text_style());
  }
  Style state = center_style();
  state.bold = true;
  state.ink = ink_of(unit.state);
  put(sheet, CellRef{row, column++}, state_in_words(unit, catalogue, lang), state);
  Style late = center_style();
  if (unit.late == true) late.ink = Ink::bad;
  put(sheet, CellRef{row, column++}, late_in_words(unit, lang), late);
  put(sheet, CellRef{row, column++}, unit.version == 0 ? Content() : Content(Decimal(unit.version)), center_style());
  put(sheet, CellRef{row, column++}, unit.received, center_style());
  put(sheet, CellRef{row, column++}, unit.file, text_style());
  for (const int number : {unit.records, unit.findings.mandatory, unit.findings.verify, unit.findings.info}) {
    put(sheet, CellRef{row, column++}, Decimal(number), number_style(0));
  }
}

}  // namespace

Book to_status_book(const Status& status, const Catalogue& catalogue, Lang lang) {
  Sheet sheet;
  sheet.name = say("report.status-sheet", {}, lang);
  std::vector<std::string> head;
  for (std::string_view id : {"form", "region", "name", "reporter", "state", "timely", "version", "received", "file", "records",
                              "severity.M", "severity.V", "severity.I"}) {
    head.push_back(say("word." + std::string(id), {}, lang));
  }
  const auto last = static_cast<std::uint32_t>(head.size() - 1);
  Style left = title_style();
  left.align = Align::left;
  const std::string title = say("report.status-title", {{"value", to_text(status.period)}}, lang);
  put(sheet, CellRange{{0, 0}, {0, last}}, title, left);
  put(sheet, CellRange{{1, 0}, {1, last}}, count_line(status, catalogue, lang), line_style(Align::left));
  const std::vector<double> widths{36, 14, 20, 28, 10, 10, 7, 27, 48, 8, 8, 8, 8};
  put_head_row(sheet, 2, head, widths);
  std::uint32_t row = 2;
  for (const Unit& unit : status.units) {
    put_unit(sheet, ++row, unit, status, catalogue, lang);
    sheet.row_heights.emplace_back(row, height_for({form_in_words(catalogue, unit.form, status.period), "", unit.name, unit.reporter,
                                                    "", "", "", "", unit.file}, widths));
  }
  sheet.row_heights.emplace_back(0, 30);
  sheet.filter = CellRange{{2, 0}, {row, last}};
  sheet.print = wide_print(2, 2, lang);
  Book book;
  book.title = title;
  book.sheets.push_back(std::move(sheet));
  return book;
}

std::string to_status_text(const Status& status, const Catalogue& catalogue, Lang lang, bool color) {
  TextTable table;
  for (std::string_view id : {"form", "region", "reporter", "state", "timely", "version", "records"}) {
    table.columns.push_back({say("word." + std::string(id), {}, lang), id == "version" || id == "records"});
  }
  table.columns.push_back({"M/V/I", true});
  table.columns.push_back({say("word.file", {}, lang), false});
  for (const Unit& unit : status.units) {
    table.rows.push_back({unit.form, unit.region, cut_to_width(unit.reporter.empty() ? unit.name : unit.reporter, 36),
                          state_in_words(unit, catalogue, lang), late_in_words(unit, lang), version_text(unit),
                          std::to_string(unit.records), findings_text(unit.findings), unit.file});
    const Ink ink = ink_of(unit.state);
    table.colors.push_back(ink == Ink::good ? "32" : ink == Ink::warning ? "33" : ink == Ink::bad ? "31" : "");
  }
  const std::string title = say("report.status-title", {{"value", to_text(status.period)}}, lang);
  const std::string counts = count_line(status, catalogue, lang);
  return title + (counts.empty() ? "" : (lang == Lang::zh ? "：" : ": ") + counts) + "\n\n" + to_text(table, color);
}

}  // namespace huizong
