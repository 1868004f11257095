// The summary of a form printed in bands: the province as printed, the cities in a table behind, growth in a list.

#include <algorithm>

#include "base/text.hpp"
#include "report/canvas.hpp"
#include "report/figures.hpp"
#include "report/messages.hpp"
#include "report/summary_plan.hpp"

namespace huizong {
namespace {

constexpr std::uint32_t result_columns = 12;  // two, three or four labels share them evenly
constexpr std::uint32_t first_result = 3;     // behind 主要任务, 其中 and 具体内容
constexpr std::uint32_t city_head_row = 2, city_first_row = 5;
constexpr double label_points = 34, value_points = 22;

struct Context {
  const Summary& summary;
  const FormSpec& form;
  Lang lang;
  std::string title, province, city_sheet;
  std::vector<int> columns;                ///< of the summary, by field
  std::vector<const SummaryRow*> cities;
  const SummaryRow* total = nullptr;
};

const SummaryCell* cell_of(const Context& context, const SummaryRow* row, std::size_t field) {
  const int column = context.columns[field];
  return row == nullptr || column < 0 ? nullptr : &row->cells[static_cast<std::size_t>(column)];
}

std::string label_of(const Field& field) {
  const std::string& label = field.path.back();
  return field.is_money() ? label + "（" + field.unit + "）" : label;
}

// Where the province's figure of a field stands on the sheet of cities.
CellRef at_province(const Context& context, std::size_t field) {
  return {city_first_row + static_cast<std::uint32_t>(context.cities.size()), static_cast<std::uint32_t>(field) + 1};
}

Content figure_or_dash(const std::optional<Decimal>& value) { return value ? Content(*value) : Content(std::string(dash)); }

int places_at(const Context& context, std::size_t field) {
  return context.columns[field] < 0 ? 0 : places_of(context.summary, context.columns[field]);
}

// ---- the province, as printed

void put_results(Sheet& sheet, const Context& context, const Band& band, std::uint32_t row) {
  const auto count = static_cast<std::uint32_t>(std::max<std::size_t>(band.fields.size(), 1));
  const std::uint32_t step = result_columns / count;
  for (std::uint32_t i = 0; i < band.fields.size(); ++i) {
    const auto field = static_cast<std::size_t>(band.fields[i]);
    const std::uint32_t first = first_result + i * step;
    const std::uint32_t last = i + 1 == count ? first_result + result_columns - 1 : first + step - 1;
    put(sheet, CellRange{{row, first}, {row, last}}, label_of(context.form.fields[field]), head_style());
    const SummaryCell* cell = cell_of(context, context.total, field);
    Formula formula{"'" + context.city_sheet + "'!" + to_a1(at_province(context, field)), std::string(dash)};
    if (cell != nullptr && cell->value) formula.result = *cell->value;
    Style style = number_style(places_at(context, field));
    style.align = Align::center;
    SheetCell& out = put(sheet, CellRange{{row + 1, first}, {row + 1, last}}, formula, style);
    if (cell != nullptr) out.note = figure_comment(*cell, context.lang);
  }
  sheet.row_heights.emplace_back(row, label_points);
  sheet.row_heights.emplace_back(row + 1, value_points);
}

void put_bands(Sheet& sheet, const Context& context, std::uint32_t row) {
  const auto& bands = context.form.bands;
  for (std::size_t i = 0; i < bands.size();) {
    std::size_t end = i;
    while (end < bands.size() && bands[end].task == bands[i].task) ++end;
    const std::uint32_t task_first = row, task_last = row + 2 * static_cast<std::uint32_t>(end - i) - 1;
    put(sheet, CellRange{{task_first, 0}, {task_last, 0}}, bands[i].task, head_style());
    std::uint32_t parts_first = task_first;
    for (; i < end; ++i, row += 2) {
      put_results(sheet, context, bands[i], row);
      if (bands[i].total) {
        put(sheet, CellRange{{row, 1}, {row + 1, 2}}, bands[i].name, with_fill(center_style(), total_fill));
        parts_first = row + 2;
      } else {
        put(sheet, CellRange{{row, 2}, {row + 1, 2}}, bands[i].name, center_style());
      }
    }
    if (parts_first <= task_last) put(sheet, CellRange{{parts_first, 1}, {task_last, 1}}, say("word.of-which", {}, context.lang), center_style());
  }
}

Sheet to_printed_sheet(const Context& context) {
  Sheet sheet;
  sheet.name = context.form.summary_sheet.empty() ? say("word.total", {}, context.lang) : context.form.summary_sheet;
  sheet.column_widths = {16, 6, 24};
  sheet.column_widths.resize(first_result + result_columns, 8.5);
  const std::uint32_t last = first_result + result_columns - 1;
  put(sheet, CellRange{{0, 0}, {0, last}}, context.title, title_style());
  sheet.row_heights.emplace_back(0, 30);
  put(sheet, CellRange{{1, 0}, {1, last}}, say("report.reporter-line", {{"value", context.province}}, context.lang), line_style(Align::left));
  put(sheet, CellRef{2, 0}, say("word.task", {}, context.lang), head_style());
  put(sheet, CellRange{{2, 1}, {2, 2}}, say("word.contents", {}, context.lang), head_style());
  put(sheet, CellRange{{2, first_result}, {2, last}}, say("word.results", {}, context.lang), head_style());
  put_bands(sheet, context, 3);
  auto row = 3 + 2 * static_cast<std::uint32_t>(context.form.bands.size());
  for (const std::string& line : to_footnotes(context.summary, context.form, context.lang)) {
    Style style = line_style(Align::left);
    style.ink = Ink::muted;
    put(sheet, CellRange{{row, 0}, {row, last}}, line, style);
    ++row;
  }
  sheet.frozen_rows = 3;
  sheet.print = wide_print(2, 2, context.lang);
  return sheet;
}

// ---- one row a city

void put_city_head(Sheet& sheet, const Context& context) {
  std::vector<std::vector<std::string>> heads{{say("word.place", {}, context.lang)}};
  for (const Field& field : context.form.fields) {
    std::vector<std::string> head = field.path;
    if (!field.unit.empty()) head.back() += "（" + field.unit + "）";
    heads.push_back(std::move(head));
  }
  put_head(sheet, {city_head_row, 0}, heads);
  for (const std::uint32_t row : {0u, 1u, 2u}) sheet.row_heights.emplace_back(city_head_row + row, row == 2 ? 96 : 52);
}

void put_city_row(Sheet& sheet, const Context& context, const SummaryRow& city, std::uint32_t row) {
  const std::string remark = to_remark(city, context.lang);
  put(sheet, CellRef{row, 0}, city.name, text_style()).note = remark;
  for (std::size_t field = 0; field < context.form.fields.size(); ++field) {
    const SummaryCell* cell = cell_of(context, &city, field);
    SheetCell& out = put(sheet, CellRef{row, static_cast<std::uint32_t>(field) + 1},
                         cell == nullptr ? Content(std::string(dash)) : figure_or_dash(cell->value), number_style(places_at(context, field)));
    if (cell != nullptr) out.note = figure_comment(*cell, context.lang);
  }
}

void put_city_total(Sheet& sheet, const Context& context) {
  const std::uint32_t row = city_first_row + static_cast<std::uint32_t>(context.cities.size());
  put(sheet, CellRef{row, 0}, say("word.total", {}, context.lang), with_fill(center_style(), total_fill));
  for (std::size_t field = 0; field < context.form.fields.size(); ++field) {
    const CellRef at = at_province(context, field);
    std::vector<const SummaryCell*> parts;
    for (const SummaryRow* city : context.cities) parts.push_back(cell_of(context, city, field));
    const SummaryCell* cell = cell_of(context, context.total, field);
    std::vector<std::string> ranges;
    if (!context.cities.empty() && is_additive(context.form.fields[field].additivity)) ranges = {column_range(at.column, city_first_row, row - 1)};
    put(sheet, at, sum_of(ranges, parts, cell == nullptr ? std::nullopt : cell->value), number_style(places_at(context, field), total_fill));
  }
}

Sheet to_city_sheet(const Context& context) {
  Sheet sheet;
  sheet.name = context.city_sheet;
  sheet.column_widths = {16};
  for (std::size_t field = 0; field < context.form.fields.size(); ++field) {
    const double wanted = context.columns[field] < 0 ? 0 : figure_width(context.summary, context.columns[field], false);
    sheet.column_widths.push_back(std::max(7.5, wanted));
  }
  const auto last = static_cast<std::uint32_t>(context.form.fields.size());
  put(sheet, CellRange{{0, 0}, {0, last}}, context.title, title_style());
  sheet.row_heights.emplace_back(0, 30);
  put(sheet, CellRef{1, 0}, say("report.reporter-line", {{"value", context.province}}, context.lang), line_style(Align::left));
  put_city_head(sheet, context);
  std::uint32_t row = city_first_row;
  for (const SummaryRow* city : context.cities) put_city_row(sheet, context, *city, row++);
  put_city_total(sheet, context);
  sheet.frozen_rows = city_first_row;
  sheet.frozen_columns = 1;
  sheet.print = wide_print(city_head_row, city_first_row - 1, context.lang);
  return sheet;
}

// ---- growth of the province, one line a figure

void put_growth_row(Sheet& sheet, const Context& context, std::size_t field, std::uint32_t row) {
  const Field& of = context.form.fields[field];
  const SummaryCell none;
  const SummaryCell* found = cell_of(context, context.total, field);
  const SummaryCell& cell = found == nullptr ? none : *found;
  for (std::uint32_t i = 0; i < 3; ++i) put(sheet, CellRef{row, i}, i < of.path.size() ? of.path[i] : "", text_style());
  put(sheet, CellRef{row, 3}, of.unit, center_style());
  Formula now{"'" + context.city_sheet + "'!" + to_a1(at_province(context, field)), std::string(dash)};
  if (cell.value) now.result = *cell.value;
  put(sheet, CellRef{row, 4}, now, number_style(places_at(context, field)));
  put(sheet, CellRef{row, 5}, figure_or_dash(cell.base), number_style(cell.base ? cell.base->scale() : 0));
  put(sheet, CellRef{row, 6}, growth_of(to_a1({row, 4}), to_a1({row, 5}), cell), rate_style());
  put(sheet, CellRef{row, 7}, figure_or_dash(cell.growth_comparable), rate_style());
  put(sheet, CellRef{row, 8}, to_notes_text(cell, context.lang), text_style());
}

Sheet to_growth_sheet(const Context& context) {
  Sheet sheet;
  sheet.name = say("report.growth-sheet", {}, context.lang);
  std::vector<std::string> head;
  for (std::string_view id : {"task", "contents", "column", "unit", "value", "base", "growth", "growth-comparable", "remark"}) {
    head.push_back(say("word." + std::string(id), {}, context.lang));
  }
  head[6] += "（%）";
  head[7] += "（%）";
  put_head_row(sheet, 0, head, {20, 26, 28, 8, 14, 14, 14, 18, 40});
  std::uint32_t row = 1;
  for (std::size_t field = 0; field < context.form.fields.size(); ++field) {
    if (is_additive(context.form.fields[field].additivity)) put_growth_row(sheet, context, field, row++);
  }
  sheet.print = wide_print(0, 0, context.lang);
  return sheet;
}

}  // namespace

Book to_bands_book(const Summary& summary, const FormSpec& form, Lang lang) {
  Context context{summary, form, lang, with_years(form.summary_title.empty() ? form.title : form.summary_title, summary.period),
                  "", say("report.city-sheet", {}, lang), columns_by_field(summary, form), {}, nullptr};
  for (const SummaryRow& row : summary.rows) {
    if (row.level == RowLevel::province) {
      context.total = &row;
      context.province = row.name;
    } else {
      context.cities.push_back(&row);
    }
  }
  Book book;
  book.title = context.title;
  book.sheets.push_back(to_printed_sheet(context));
  book.sheets.push_back(to_basis_sheet(summary, lang));
  book.sheets.push_back(to_city_sheet(context));
  book.sheets.push_back(to_growth_sheet(context));
  return book;
}

}  // namespace huizong
