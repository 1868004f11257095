// findings.xlsx: one row a finding, the gravest first.

#include <algorithm>
#include <tuple>

#include "base/text.hpp"
#include "report/canvas.hpp"
#include "report/messages.hpp"
#include "report/reports.hpp"
#include "report/summary_plan.hpp"

namespace huizong {
namespace {

const std::vector<double> widths{8, 22, 14, 18, 34, 16, 9, 24, 20, 48, 44, 10, 24, 15};
constexpr std::uint32_t head_row = 2;

std::string form_title(const Catalogue& catalogue, const std::string& id, const std::string& period) {
  for (const Pack& pack : catalogue.packs) {
    const FormSpec* form = pack.form(id);
    if (form == nullptr) continue;
    const auto parsed = parse_period(period);
    return parsed ? with_years(form->title, *parsed) : form->title;
  }
  return id;
}

std::string count_line(const std::vector<Finding>& findings, Lang lang) {
  int counts[3] = {0, 0, 0};
  for (const Finding& finding : findings) ++counts[static_cast<int>(finding.severity)];
  return say("report.findings-count",
             {{"m", std::to_string(counts[0])}, {"v", std::to_string(counts[1])}, {"i", std::to_string(counts[2])}}, lang);
}

Style severity_style(Severity severity) {
  Style style = center_style();
  style.bold = severity != Severity::info;
  style.ink = severity == Severity::mandatory ? Ink::bad : severity == Severity::verify ? Ink::warning : Ink::muted;
  return style;
}

void put_finding(Sheet& sheet, std::uint32_t row, const Finding& finding, const Catalogue& catalogue, Lang lang) {
  const std::vector<std::string> texts{say("word.severity." + std::string(to_letter(finding.severity)), {}, lang),
                                       form_title(catalogue, finding.form, finding.period),
                                       finding.region,
                                       finding.reporter,
                                       finding.file,
                                       finding.sheet,
                                       finding.cell ? to_a1(*finding.cell) : "",
                                       finding.column,
                                       finding.key,
                                       message_of(finding, catalogue, lang),
                                       mend_of(finding, catalogue, lang),
                                       say("word.finding." + std::string(to_word(finding.state)), {}, lang),
                                       finding.rule,
                                       finding.id};
  for (std::uint32_t column = 0; column < texts.size(); ++column) {
    SheetCell& cell = put(sheet, CellRef{row, column}, texts[column], column == 0 ? severity_style(finding.severity) : text_style());
    if (column == 11) cell.note = finding.accepted_note;
  }
  sheet.row_heights.emplace_back(row, height_for(texts, widths));
}

}  // namespace

Book to_findings_book(const Period& period, const std::vector<Finding>& findings, const Catalogue& catalogue, Lang lang) {
  std::vector<const Finding*> order;
  for (const Finding& finding : findings) order.push_back(&finding);
  std::ranges::stable_sort(order, [](const Finding* a, const Finding* b) { return a->severity < b->severity; });
  Sheet sheet;
  sheet.name = say("report.findings-sheet", {}, lang);
  std::vector<std::string> head;
  for (std::string_view id : {"severity", "form", "region", "reporter", "file", "sheet", "cell", "column", "key", "message",
                              "how-to-mend", "state", "rule", "id"}) {
    head.push_back(say("word." + std::string(id), {}, lang));
  }
  const auto last = static_cast<std::uint32_t>(head.size() - 1);
  const std::string title = say("report.findings-title", {{"value", to_text(period)}}, lang);
  Style left = title_style();
  left.align = Align::left;
  put(sheet, CellRange{{0, 0}, {0, last}}, title, left);
  put(sheet, CellRange{{1, 0}, {1, last}}, findings.empty() ? say("report.no-findings", {}, lang) : count_line(findings, lang), line_style(Align::left));
  put_head_row(sheet, head_row, head, widths);
  sheet.row_heights.emplace_back(0, 30);
  std::uint32_t row = head_row;
  for (const Finding* finding : order) put_finding(sheet, ++row, *finding, catalogue, lang);
  sheet.filter = CellRange{{head_row, 0}, {row, last}};
  sheet.frozen_columns = 1;
  sheet.print = wide_print(head_row, head_row, lang);
  Book book;
  book.title = title;
  book.sheets.push_back(std::move(sheet));
  return book;
}

}  // namespace huizong
