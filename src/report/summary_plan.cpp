#include "report/summary_plan.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "report/canvas.hpp"
#include "report/figures.hpp"
#include "report/messages.hpp"

namespace huizong {
namespace {

RowLevel lowest_level(const Summary& summary) {
  RowLevel lowest = RowLevel::province;
  for (const SummaryRow& row : summary.rows) lowest = std::max(lowest, row.level);
  return lowest;
}

const SummaryRow* row_of_region(const Summary& summary, const std::string& region) {
  const auto at = std::ranges::find_if(summary.rows, [&](const SummaryRow& row) {
    return row.region == region && (row.level == RowLevel::city || row.level == RowLevel::county);
  });
  return at == summary.rows.end() ? nullptr : &*at;
}

bool is_exact_in_a_sheet(const Decimal& value) { return round_to_15_digits(value) == value; }

// Comments say what is out of the ordinary; what holds for whole columns stands under the table.
bool is_about_growth(const Message& note) {
  static constexpr std::array ids{"note.base-zero",   "note.base-negative", "note.turned-profit",
                                  "note.loss-narrowed", "note.loss-widened",  "note.turned-loss"};
  return std::ranges::find(ids, note.id) != ids.end();
}
bool is_about_figure(const Message& note) {
  return note.id == "note.missing-left-out" || note.id == "note.held-out" || note.id == "note.mixed-units";
}

template <class Wanted>
std::string to_comment(const SummaryCell& cell, Lang lang, Wanted wanted) {
  std::vector<std::string> lines;
  for (const Message& note : cell.notes) {
    if (wanted(note)) lines.push_back(say(note, lang));
  }
  return join(lines, "\n");
}

}  // namespace

SummaryPlan to_plan(const Summary& summary, const RegionTree& regions) {
  SummaryPlan plan;
  const RowLevel lowest = lowest_level(summary);
  plan.has_records = lowest == RowLevel::record;
  for (const SummaryRow& row : summary.rows) {
    if (row.level == RowLevel::province) plan.province = &row;
    if (row.level != lowest || lowest == RowLevel::province) continue;
    const std::string city = lowest == RowLevel::city ? "" : regions.city_of(row.region);
    const SummaryRow* sum = row_of_region(summary, city);
    if (plan.groups.empty() || plan.groups.back().sum != sum) plan.groups.push_back({sum == nullptr ? "" : sum->name, sum, {}});
    plan.groups.back().leaves.push_back(&row);
  }
  return plan;
}

std::vector<int> columns_by_field(const Summary& summary, const FormSpec& form) {
  std::vector<int> columns;
  for (const Field& field : form.fields) {
    const auto at = std::ranges::find(summary.columns, to_path(form, field, summary.period), &SummaryColumn::path);
    columns.push_back(at == summary.columns.end() ? -1 : static_cast<int>(at - summary.columns.begin()));
  }
  return columns;
}

int places_of(const Summary& summary, int column) {
  int places = 0;
  for (const SummaryRow& row : summary.rows) {
    const auto& value = row.cells[static_cast<std::size_t>(column)].value;
    if (value) places = std::max(places, value->scale());
  }
  return std::min(places, 6);
}

double figure_width(const Summary& summary, int column, bool growth) {
  const int places = growth ? 2 : places_of(summary, column);
  double widest = 0;
  const auto take = [&](const std::optional<Decimal>& value, int shown) {
    if (!value) return;
    const std::string text = to_fixed_text(*value, shown);
    const std::size_t whole = text.find('.') == std::string::npos ? text.size() : text.find('.');
    widest = std::max(widest, static_cast<double>(text.size() + (growth ? 0 : (whole - 1) / 3)) + 1.5);
  };
  for (const SummaryRow& row : summary.rows) {
    const SummaryCell& cell = row.cells[static_cast<std::size_t>(column)];
    take(growth ? cell.growth : cell.value, places);
    if (growth) take(cell.growth_comparable, places);
    if (!growth && cell.base) take(cell.base, std::max(places, cell.base->scale()));
  }
  return widest;
}

Content sum_of(const std::vector<std::string>& ranges, const std::vector<const SummaryCell*>& parts, const std::optional<Decimal>& result) {
  Decimal sum = 0;
  bool any = false, exact = true;
  for (const SummaryCell* part : parts) {
    if (part == nullptr || !part->value) continue;
    any = true;
    exact = exact && is_exact_in_a_sheet(*part->value);
    sum += *part->value;
  }
  constexpr std::size_t most_arguments = 250;
  const bool same = any == result.has_value() && (!result || (sum == *result && exact && is_exact_in_a_sheet(*result)));
  if (!same || ranges.empty() || ranges.size() > most_arguments) return result ? Content(*result) : Content(std::string(dash));
  const std::string list = join(ranges, ",");
  Formula formula{"IF(COUNT(" + list + ")=0,\"—\",SUM(" + list + "))", std::string(dash)};
  if (result) formula.result = *result;
  return formula;
}

Content growth_of(const std::string& now, const std::string& base, const SummaryCell& cell) {
  const bool can = cell.value && cell.base && *cell.base > Decimal(0);
  const bool same = can == cell.growth.has_value() &&
                    (!can || scaled_ratio(*cell.value - *cell.base, 100, *cell.base, 2) == *cell.growth);
  if (!same) return cell.growth ? Content(*cell.growth) : Content(std::string(dash));
  Formula formula{"IF(AND(ISNUMBER(" + now + "),ISNUMBER(" + base + ")),IF(" + base + ">0,ROUND((" + now + "-" + base + ")/" + base +
                      "*100,2),\"—\"),\"—\")",
                  std::string(dash)};
  if (cell.growth) formula.result = *cell.growth;
  return formula;
}

std::string growth_comment(const SummaryCell& cell, Lang lang) { return to_comment(cell, lang, is_about_growth); }
std::string figure_comment(const SummaryCell& cell, Lang lang) { return to_comment(cell, lang, is_about_figure); }

std::vector<std::string> to_footnotes(const Summary& summary, const FormSpec& form, Lang lang) {
  std::vector<std::string> lines{say("report.missing-note", {}, lang)};
  std::vector<std::string> distinct;
  for (const Field& field : form.fields) {
    if (field.additivity != Additivity::distinct) continue;
    std::string path = to_path(form, field, summary.period);
    if (std::ranges::find(distinct, path) == distinct.end()) distinct.push_back(std::move(path));
  }
  // A bands form counts firms in most of its columns: there the sentence says it without the list.
  if (distinct.size() > 6) distinct = {form.layout == Layout::bands ? say("report.all-firms", {}, lang) : join(distinct, "、")};
  if (!distinct.empty()) lines.push_back(say("report.distinct-note", {{"names", join(distinct, "、")}}, lang));
  lines.push_back(say("report.growth-note", {{"value", to_text(summary.base_period)}}, lang));
  if (form.different_applicants) lines.push_back(say("note.different-applicants", {}, lang));
  for (const SummaryRow& row : summary.rows) {
    if (row.level != RowLevel::province) continue;
    std::string line = say("report.coverage", {{"expected", std::to_string(row.coverage.expected)}, {"counted", std::to_string(row.coverage.counted)}}, lang);
    const std::string comma = lang == Lang::zh ? "，" : ", ";
    if (row.pending > 0) line += comma + say("report.pending-note", {{"value", std::to_string(row.pending)}}, lang);
    if (row.held_out > 0) line += comma + say("report.held-out-note", {{"value", std::to_string(row.held_out)}}, lang);
    lines.push_back(line);
  }
  return lines;
}

std::string to_remark(const SummaryRow& row, Lang lang) {
  std::vector<std::string> words;
  for (const std::string& mark : row.marks) words.push_back(say(mark, {}, lang));
  if (row.pending > 0 && row.level == RowLevel::record) words.push_back(say("mark.pending", {}, lang));
  if (row.held_out > 0) words.push_back(say("report.held-out-note", {{"value", std::to_string(row.held_out)}}, lang));
  return join(words, lang == Lang::zh ? "；" : "; ");
}

Sheet to_basis_sheet(const Summary& summary, Lang lang) {
  Sheet sheet;
  sheet.name = say("report.basis-sheet", {}, lang);
  std::vector<std::string> head;
  for (std::string_view id : {"region", "reporter", "file", "sheet", "sha", "submission", "version", "state", "counted"}) {
    head.push_back(say("word." + std::string(id), {}, lang));
  }
  const std::vector<double> widths{14, 24, 48, 16, 34, 16, 7, 14, 10};
  put_head_row(sheet, 0, head, widths);
  std::uint32_t at = 0;
  for (const SummarySource& source : summary.sources) {
    ++at;
    const std::vector<std::string> texts{source.region, source.reporter, source.file, source.sheet, source.sha256, source.submission};
    std::uint32_t column = 0;
    for (const std::string& text : texts) put(sheet, CellRef{at, column++}, text, text_style());
    put(sheet, CellRef{at, column++}, Decimal(source.version), center_style());
    Style state = center_style();
    if (source.state == "returned") state.ink = Ink::bad;
    if (source.state == "pending") state.ink = Ink::warning;
    put(sheet, CellRef{at, column++}, say("word.bucket." + source.state, {}, lang), state);
    put(sheet, CellRef{at, column}, say(source.counted ? "word.yes" : "word.no", {}, lang), center_style());
    sheet.row_heights.emplace_back(at, height_for(texts, widths));
  }
  if (at > 0) sheet.filter = CellRange{{0, 0}, {at, 8}};
  sheet.print = wide_print(0, 0, lang);
  sheet.print.paper = Paper::a4;
  return sheet;
}

PrintSetup wide_print(std::uint32_t first_head_row, std::uint32_t last_head_row, Lang lang) {
  PrintSetup print;
  print.paper = Paper::a3;
  print.landscape = true;
  print.repeat_first_row = first_head_row;
  print.repeat_last_row = last_head_row;
  print.footer = "&C" + say("report.footer", {}, lang);
  return print;
}

}  // namespace huizong
