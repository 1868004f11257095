// The summary of a list form as its printed table, with subtotals and growth as live formulas.

#include <algorithm>
#include <optional>

#include "base/text.hpp"
#include "report/canvas.hpp"
#include "report/figures.hpp"
#include "report/messages.hpp"
#include "report/reports.hpp"
#include "report/summary_layout.hpp"
#include "report/summary_plan.hpp"

namespace huizong {
namespace {

std::string with_unit(const FormSpec& form, const std::string& label, const SummaryColumn& column) {
  // Where no unit line says it, money says its unit itself.
  return !contains(form.unit_line, column.unit) && !contains(label, "（") && column.unit == "万元" ? label + "（" + column.unit + "）" : label;
}

std::uint32_t fill_of(RowKind kind) {
  return kind == RowKind::total ? total_fill : kind == RowKind::subtotal ? subtotal_fill : 0;
}

Content figure_content(const BookRow& row, const BookColumn& column, std::uint32_t at_column) {
  const auto index = static_cast<std::size_t>(column.summary);
  const SummaryCell& cell = row.row->cells[index];
  if (row.kind == RowKind::leaf || !is_additive(column.field->additivity)) {
    if (cell.value) return *cell.value;
    return row.kind == RowKind::leaf && !cell.text.empty() ? Content(cell.text) : Content(std::string(dash));
  }
  std::vector<std::string> ranges;
  std::vector<const SummaryCell*> parts;
  for (const auto& [first, last] : row.ranges) ranges.push_back(first == last ? to_a1({first, at_column}) : column_range(at_column, first, last));
  for (const SummaryRow* part : row.parts) parts.push_back(&part->cells[index]);
  return sum_of(ranges, parts, cell.value);
}

bool is_text_column(const BookColumn& column) {
  return column.kind == ColumnKind::printed && (column.field->additivity == Additivity::text || column.field->type == FieldType::text ||
                                                column.field->type == FieldType::date || column.field->type == FieldType::boolean);
}

void put_figure(Sheet& sheet, const BookLayout& layout, const BookRow& row, CellRef at) {
  const BookColumn& column = layout.columns[at.column];
  const std::uint32_t fill = fill_of(row.kind);
  if (is_text_column(column)) {
    const std::string& text = row.row->cells[static_cast<std::size_t>(column.summary)].text;
    const bool named = static_cast<int>(at.column) == layout.name_at;
    const std::string shown = named ? row.name : row.kind == RowKind::leaf ? (text.empty() ? std::string(dash) : text) : "";
    put(sheet, at, shown, with_fill(named ? text_style() : center_style(), fill));
    return;
  }
  SheetCell& cell = put(sheet, at, figure_content(row, column, at.column), number_style(column.places, fill));
  cell.note = figure_comment(row.row->cells[static_cast<std::size_t>(column.summary)], layout.lang);
}

void put_growth(Sheet& sheet, const BookLayout& layout, const BookRow& row, CellRef at) {
  const BookColumn& column = layout.columns[at.column];
  const SummaryCell& from = row.row->cells[static_cast<std::size_t>(column.summary)];
  if (row.comparable) {
    put(sheet, at, from.growth_comparable ? Content(*from.growth_comparable) : Content(std::string(dash)), rate_style(fill_of(row.kind)));
    return;
  }
  const std::string grows = to_a1({row.main_row, static_cast<std::uint32_t>(column.printed_at)});
  const std::string now = layout.main_sheet.empty() ? grows : "'" + layout.main_sheet + "'!" + grows;
  SheetCell& cell = put(sheet, at, growth_of(now, "'" + layout.base_sheet + "'!" + grows, from), rate_style(fill_of(row.kind)));
  cell.note = growth_comment(from, layout.lang);
  const bool printed = column.field != nullptr;
  if (!printed || !from.growth_comparable || from.growth_comparable == from.growth) return;
  cell.note += (cell.note.empty() ? "" : "\n") + say("note.comparable", {{"growth", to_fixed_text(*from.growth_comparable, 2)}}, layout.lang);
}

void put_cell(Sheet& sheet, const BookLayout& layout, const BookRow& row, CellRef at) {
  const BookColumn& column = layout.columns[at.column];
  const std::uint32_t fill = fill_of(row.kind);
  switch (column.kind) {
    case ColumnKind::ordinal: {
      Content content = std::string(row.kind == RowKind::total ? say("word.total", {}, layout.lang) : "");
      if (row.kind == RowKind::leaf) content = Decimal(row.ordinal);
      put(sheet, at, std::move(content), with_fill(center_style(), fill));
      return;
    }
    case ColumnKind::printed: return put_figure(sheet, layout, row, at);
    case ColumnKind::growth: return put_growth(sheet, layout, row, at);
    case ColumnKind::remark: put(sheet, at, to_remark(*row.row, layout.lang), with_fill(text_style(), fill)); return;
  }
}

void put_lines_above(Sheet& sheet, const BookLayout& layout, const std::string& title) {
  const auto last = static_cast<std::uint32_t>(layout.columns.size() - 1);
  put(sheet, CellRange{{0, 0}, {0, last}}, title, title_style());
  sheet.row_heights.emplace_back(0, 30);
  const std::uint32_t middle = last / 2;
  put(sheet, CellRange{{1, 0}, {1, middle}}, say("report.reporter-line", {{"value", layout.province}}, layout.lang), line_style(Align::left));
  if (layout.form.unit_line.empty() || middle == last) return;
  put(sheet, CellRange{{1, middle + 1}, {1, last}}, say("report.unit-line", {{"value", layout.form.unit_line}}, layout.lang),
      line_style(Align::right));
}

// Long labels in narrow columns: each header row as high as the label that needs most.
void set_head_heights(Sheet& sheet, const BookLayout& layout, const std::vector<std::vector<std::string>>& heads) {
  const std::uint32_t depth = head_depth(heads);
  std::vector<double> heights(depth, 20);
  for (const HeadCell& cell : to_head_cells(heads)) {
    double width = 0;
    for (std::uint32_t i = cell.range.first.column; i <= cell.range.last.column; ++i) width += layout.columns[i].width;
    const double wanted = height_for({cell.text}, {width});
    const std::uint32_t rows = cell.range.last.row - cell.range.first.row + 1;
    double& last = heights[cell.range.last.row];
    last = std::max(last, wanted - 20.0 * (rows - 1));
  }
  for (std::uint32_t i = 0; i < depth; ++i) sheet.row_heights.emplace_back(layout.head_row + i, heights[i]);
}

Sheet start_sheet(const BookLayout& layout, const std::string& name, const std::string& title) {
  Sheet sheet;
  sheet.name = name;
  put_lines_above(sheet, layout, title);
  std::vector<std::vector<std::string>> heads;
  for (const BookColumn& column : layout.columns) {
    heads.push_back(column.head);
    sheet.column_widths.push_back(column.width);
    if (column.kind == ColumnKind::printed && column.summary >= 0) {
      heads.back().back() = with_unit(layout.form, heads.back().back(), layout.summary.columns[static_cast<std::size_t>(column.summary)]);
    }
  }
  put_head(sheet, {layout.head_row, 0}, heads);
  set_head_heights(sheet, layout, heads);
  sheet.frozen_rows = layout.first_row;
  sheet.frozen_columns = static_cast<std::uint32_t>(layout.name_at) + 1;
  sheet.print = wide_print(layout.head_row, layout.first_row - 1, layout.lang);
  return sheet;
}

void set_row_height(Sheet& sheet, const BookLayout& layout, const BookRow& row, std::uint32_t at) {
  std::vector<std::string> texts;
  std::vector<double> widths;
  for (std::size_t i = 0; i < layout.columns.size(); ++i) {
    const BookColumn& column = layout.columns[i];
    widths.push_back(column.width);
    texts.emplace_back();
    if (column.kind == ColumnKind::remark) texts.back() = to_remark(*row.row, layout.lang);
    if (is_text_column(column)) texts.back() = row.row->cells[static_cast<std::size_t>(column.summary)].text;
    if (static_cast<int>(i) == layout.name_at) texts.back() = row.name;
  }
  sheet.row_heights.emplace_back(at, height_for(texts, widths));
}

Sheet to_filled_sheet(const BookLayout& layout, const std::string& name, const std::string& title) {
  Sheet sheet = start_sheet(layout, name, title);
  std::uint32_t at = layout.first_row;
  for (const BookRow& row : layout.rows) {
    for (std::uint32_t column = 0; column < layout.columns.size(); ++column) put_cell(sheet, layout, row, {at, column});
    set_row_height(sheet, layout, row, at++);
  }
  const auto last = static_cast<std::uint32_t>(layout.columns.size() - 1);
  for (const std::string& line : to_footnotes(layout.summary, layout.form, layout.lang)) {
    Style style = line_style(Align::left);
    style.ink = Ink::muted;
    put(sheet, CellRange{{++at, 0}, {at, last}}, line, style);
  }
  return sheet;
}

// The same cells as the first sheet, so that growth there can name its base by the same address.
Sheet to_base_sheet(const BookLayout& layout, const std::string& title) {
  Sheet sheet = start_sheet(layout, layout.base_sheet, title);
  std::uint32_t at = layout.first_row;
  for (const BookRow& row : layout.rows) {
    for (std::uint32_t column = 0; column < layout.columns.size(); ++column) {
      const BookColumn& of = layout.columns[column];
      const std::uint32_t fill = fill_of(row.kind);
      if (of.kind != ColumnKind::printed || is_text_column(of)) {
        const std::string name = static_cast<int>(column) == layout.name_at ? row.name : "";
        put(sheet, CellRef{at, column}, name, with_fill(text_style(), fill));
        continue;
      }
      const auto& base = row.row->cells[static_cast<std::size_t>(of.summary)].base;
      put(sheet, CellRef{at, column}, base ? Content(*base) : Content(std::string(dash)), number_style(base ? base->scale() : 0, fill));
    }
    set_row_height(sheet, layout, row, at++);
  }
  return sheet;
}

bool has_base(const Summary& summary) {
  return std::ranges::any_of(summary.rows, [](const SummaryRow& row) {
    return std::ranges::any_of(row.cells, [](const SummaryCell& cell) { return cell.base.has_value(); });
  });
}

/// The summary without its records, where each of them is a region's own and would say the same twice.
Summary without_records(Summary summary) {
  std::erase_if(summary.rows, [](const SummaryRow& row) { return row.level == RowLevel::record; });
  return summary;
}

}  // namespace

Book to_summary_book(const Summary& full, const FormSpec& form, const Pack& pack, const RegionTree& regions, Lang lang) {
  std::optional<Summary> regions_alone;  // a copy only where it is needed: a summary of a long list is large
  if (form.records_are_regions) regions_alone = without_records(full);
  const Summary& summary = regions_alone ? *regions_alone : full;
  if (form.layout == Layout::bands) return to_bands_book(summary, form, lang);
  const BookLayout layout = to_layout(summary, form, pack, regions, lang);
  const std::string title = with_years(form.summary_title.empty() ? form.title : form.summary_title, summary.period);
  Book book;
  book.title = title;
  book.sheets.push_back(to_filled_sheet(layout, sheet_name(layout), title));
  book.sheets.push_back(to_basis_sheet(summary, lang));
  const bool refers = std::ranges::any_of(layout.columns, [](const BookColumn& column) { return column.kind == ColumnKind::growth; });
  if (!refers && !has_base(summary)) return book;  // nothing to compare with: two sheets of dashes would say nothing
  if (form.growth_columns) {
    const std::string growth = say("report.growth-sheet", {}, lang);
    book.sheets.push_back(to_filled_sheet(to_growth_layout(layout), growth, title + "（" + growth + "）"));
  }
  book.sheets.push_back(to_base_sheet(layout, title + "（" + to_text(summary.base_period) + "）"));
  return book;
}

}  // namespace huizong
