// verdicts/<form>.xlsx: the tables of all subjects, one below the other, and before them a line a subject.

#include <algorithm>

#include "base/text.hpp"
#include "report/canvas.hpp"
#include "report/messages.hpp"
#include "report/reports.hpp"
#include "report/summary_plan.hpp"
#include "report/verdict_words.hpp"

namespace huizong {
namespace {

constexpr std::size_t most_cell_bytes = 900;  // of the cells that a verdict rests on; the JSON names them all

const std::vector<double> widths{6, 14, 46, 14, 20, 12, 52, 36};

std::string title_of(const VerdictForm& form, const Period& period) { return with_years(form.form.title, period); }

/// Places one a line: file [sheet!cells] column
std::string rests_in_words(const VerdictRow& row) {
  std::vector<std::string> lines;
  std::size_t bytes = 0;
  for (const Resting& resting : row.rests_on) {
    std::string line = resting.file + " [" + resting.sheet + "!" + cells_in_words(resting) + "] " + resting.column.substr(resting.column.rfind('/') + 1);
    bytes += line.size();
    if (bytes > most_cell_bytes && !lines.empty()) {
      lines.push_back("……");
      break;
    }
    lines.push_back(std::move(line));
  }
  return join(lines, "\n");
}

void put_row(Sheet& sheet, std::uint32_t at, std::size_t number, const VerdictRow& row, const Condition& condition, Lang lang) {
  const std::vector<std::string> texts{std::to_string(number), condition.clause, condition.title,
                                       threshold_in_words(row, condition, lang), figures_in_words(row, condition),
                                       judgement_in_words(row.judgement, lang), rests_in_words(row),
                                       reason_in_words(row, condition, lang)};
  for (std::uint32_t column = 0; column < texts.size(); ++column) {
    const bool is_verdict = column == 5;
    Style style = column == 0 || column == 3 || column == 4 || is_verdict ? center_style() : text_style();
    if (is_verdict) {
      style.bold = row.judgement != Judgement::not_applicable && row.judgement != Judgement::value;
      style.ink = ink_of(row.judgement);
    }
    put(sheet, CellRef{at, column}, column == 0 ? Content(Decimal(static_cast<std::int64_t>(number))) : Content(texts[column]), style);
  }
  sheet.row_heights.emplace_back(at, height_for(texts, widths));
}

void put_table_head(Sheet& sheet, std::uint32_t at, Lang lang) {
  std::uint32_t column = 0;
  for (std::string_view id : {"word.number", "verdict.clause", "verdict.condition", "verdict.threshold", "verdict.figure", "verdict.verdict",
                              "verdict.rests-on", "verdict.reason"}) {
    put(sheet, CellRef{at, column++}, say(id, {}, lang), head_style());
  }
}

std::string place_of(const VerdictTable& table, const RegionTree& regions) {
  const Region* region = regions.find(table.region);
  return region == nullptr ? table.region : region->name;
}

Sheet to_tables(const VerdictForm& form, const Period& period, const std::vector<VerdictTable>& tables, const RegionTree& regions, Lang lang) {
  Sheet sheet;
  sheet.name = say("verdict.sheet", {}, lang);
  sheet.column_widths = widths;
  const auto last = static_cast<std::uint32_t>(widths.size() - 1);
  put(sheet, CellRange{{0, 0}, {0, last}}, title_of(form, period), title_style());
  sheet.row_heights.emplace_back(0, 30);
  std::uint32_t at = 1;
  for (const VerdictTable& table : tables) {
    Style name = line_style(Align::left);
    name.bold = true;
    put(sheet, CellRange{{at, 0}, {at, last}}, place_of(table, regions) + "  " + table.subject + "  " + to_text(period), name);
    put_table_head(sheet, ++at, lang);
    for (std::size_t i = 0; i < table.rows.size(); ++i) put_row(sheet, ++at, i + 1, table.rows[i], form.conditions[i], lang);
    at += 2;
  }
  sheet.print = wide_print(0, 0, lang);
  sheet.print.paper = Paper::a4;
  return sheet;
}

Sheet to_overview(const VerdictForm& form, const Period& period, const std::vector<VerdictTable>& tables, const RegionTree& regions, Lang lang) {
  Sheet sheet;
  sheet.name = say("verdict.overview", {}, lang);
  std::vector<std::string> head{say("word.region", {}, lang), say("word.place", {}, lang), say("verdict.subject", {}, lang)};
  for (const Judgement judgement : counted_judgements) head.push_back(judgement_in_words(judgement, lang));
  const auto last = static_cast<std::uint32_t>(head.size() - 1);
  Style left = title_style();
  left.align = Align::left;
  put(sheet, CellRange{{0, 0}, {0, last}}, title_of(form, period), left);
  put_head_row(sheet, 1, head, {14, 16, 40, 10, 10, 12, 12, 10});
  sheet.row_heights.emplace_back(0, 30);
  std::uint32_t at = 1;
  for (const VerdictTable& table : tables) {
    std::uint32_t column = 0;
    ++at;
    for (const std::string& text : {table.region, place_of(table, regions), table.subject}) put(sheet, CellRef{at, column++}, text, text_style());
    for (const Judgement judgement : counted_judgements) {
      const auto count = std::ranges::count(table.rows, judgement, &VerdictRow::judgement);
      put(sheet, CellRef{at, column++}, Decimal(static_cast<std::int64_t>(count)), number_style(0));
    }
  }
  sheet.filter = CellRange{{1, 0}, {at, last}};
  sheet.print = wide_print(1, 1, lang);
  sheet.print.paper = Paper::a4;
  return sheet;
}

}  // namespace

Book to_verdicts_book(const VerdictForm& form, const Period& period, const std::vector<VerdictTable>& tables, const RegionTree& regions, Lang lang) {
  Book book;
  book.title = title_of(form, period);
  book.sheets.push_back(to_tables(form, period, tables, regions, lang));
  book.sheets.push_back(to_overview(form, period, tables, regions, lang));
  return book;
}

}  // namespace huizong
