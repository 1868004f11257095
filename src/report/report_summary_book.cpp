// The summary of a list form as its printed table, with subtotals and growth as live formulas.

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.hpp"
#include "report/canvas.hpp"
#include "report/figures.hpp"
#include "report/messages.hpp"
#include "report/reports.hpp"
#include "report/summary_plan.hpp"

namespace huizong {
namespace {

enum class ColumnKind : std::uint8_t { ordinal, printed, growth, remark };

struct BookColumn {
  ColumnKind kind = ColumnKind::printed;
  const Field* field = nullptr;
  int summary = -1;    ///< column of the summary that it shows, or whose growth it shows
  int printed_at = -1; ///< growth: sheet column of the figure that grows
  std::vector<std::string> head;
  double width = 10;
  int places = 0;
};

enum class RowKind : std::uint8_t { leaf, subtotal, total };

struct BookRow {
  RowKind kind = RowKind::leaf;
  const SummaryRow* row = nullptr;
  std::string name;
  int ordinal = 0;
  std::uint32_t main_row = 0;  ///< its row on the first sheet
  bool comparable = false;     ///< on the growth sheet: the line of growth on the same basis
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ranges;  ///< sheet rows that it adds up
  std::vector<const SummaryRow*> parts;                         ///< the same as rows of the summary
};

struct Context {
  const Summary& summary;
  const FormSpec& form;
  const RegionTree& regions;
  Lang lang;
  std::string province;
  std::string base_sheet;
  std::vector<BookColumn> columns;
  std::vector<BookRow> rows;
  std::uint32_t head_row = 2;
  std::uint32_t first_row = 0;
  int name_at = 0;  ///< sheet column of the record's name
  std::string main_sheet;  ///< on the growth sheet: the name of the first
};

std::string sheet_name(const Context& context) {
  return context.form.summary_sheet.empty() ? say("word.total", {}, context.lang) : context.form.summary_sheet;
}

std::string with_unit(const FormSpec& form, const std::string& label, const SummaryColumn& column) {
  // Where no unit line says it, money says its unit itself.
  return !contains(form.unit_line, column.unit) && !contains(label, "（") && column.unit == "万元" ? label + "（" + column.unit + "）" : label;
}

double width_of(const Field& field) {
  if (field.type == FieldType::ordinal) return 6;
  if (field.type == FieldType::text) return field.path.back().find("名称") == std::string::npos ? 12 : 20;
  if (field.type == FieldType::date) return 11;
  return field.is_money() ? 10 : 7.5;
}

bool has_figure(const Summary& summary, int column) {
  return std::ranges::any_of(summary.rows, [&](const SummaryRow& row) { return row.cells[static_cast<std::size_t>(column)].value.has_value(); });
}

void add_printed(Context& context) {
  const std::vector<int> by_field = columns_by_field(context.summary, context.form);
  for (std::size_t i = 0; i < context.form.fields.size(); ++i) {
    const Field& field = context.form.fields[i];
    const bool ordinal = field.type == FieldType::ordinal;
    if ((!ordinal && by_field[i] < 0) || field.block >= 0) continue;
    // A column that the printed form does not have is shown only where somebody filled it in.
    if (field.optional_column && !has_figure(context.summary, by_field[i])) continue;
    BookColumn column{ordinal ? ColumnKind::ordinal : ColumnKind::printed, &field, by_field[i], -1, {}, width_of(field), 0};
    for (const std::string& label : field.path) column.head.push_back(with_years(label, context.summary.period));
    if (!ordinal) {
      column.places = places_of(context.summary, by_field[i]);
      column.width = std::max(column.width, figure_width(context.summary, by_field[i], false));
    }
    context.columns.push_back(std::move(column));
  }
  // A printed 同比增长 shows what the column named by the schema grew.
  for (BookColumn& column : context.columns) {
    if (column.field->growth_of < 0) continue;
    const Field* grows = &context.form.fields[static_cast<std::size_t>(column.field->growth_of)];
    const auto at = std::ranges::find(context.columns, grows, &BookColumn::field);
    if (at == context.columns.end()) continue;
    column.kind = ColumnKind::growth;
    column.summary = at->summary;
    column.printed_at = static_cast<int>(at - context.columns.begin());
    column.width = std::max(8.5, figure_width(context.summary, column.summary, true));
  }
}

// Rates behind the printed columns would make the page too wide to read: they stand on a sheet of their own, with the same
// rows. Sums have a second line, on the same basis; it comes first where the two years are of different applicants.
Context to_growth_context(const Context& main) {
  Context growth = main;
  growth.main_sheet = sheet_name(main);
  growth.columns.clear();
  growth.rows.clear();
  for (std::size_t i = 0; i < main.columns.size(); ++i) {
    const BookColumn& from = main.columns[i];
    if (from.kind == ColumnKind::ordinal || static_cast<int>(i) == main.name_at) growth.columns.push_back(from);
    if (static_cast<int>(i) == main.name_at) growth.name_at = static_cast<int>(growth.columns.size()) - 1;
    if (from.kind != ColumnKind::printed || from.summary < 0) continue;
    const SummaryColumn& column = main.summary.columns[static_cast<std::size_t>(from.summary)];
    if (!is_growing_column(column)) continue;
    const std::string group = say("report.growth-head", {{"unit", column.growth_unit}}, main.lang);
    growth.columns.push_back({ColumnKind::growth, nullptr, from.summary, static_cast<int>(i), {group, from.head.back()},
                              std::max(7.5, figure_width(main.summary, from.summary, true)), 2});
  }
  for (const BookRow& row : main.rows) {
    if (row.kind == RowKind::leaf) {
      growth.rows.push_back(row);
      continue;
    }
    BookRow nominal = row, same = row;
    if (main.form.different_applicants) nominal.name += say("report.different-basis", {}, main.lang);
    same.name += say("report.same-basis", {}, main.lang);
    same.comparable = true;
    growth.rows.push_back(main.form.different_applicants ? same : nominal);
    growth.rows.push_back(main.form.different_applicants ? nominal : same);
  }
  return growth;
}

void add_remarks(Context& context) {
  const bool any = std::ranges::any_of(context.summary.rows, [&](const SummaryRow& row) {
    return row.level != RowLevel::province && !to_remark(row, context.lang).empty();
  });
  if (any) context.columns.push_back({ColumnKind::remark, nullptr, -1, -1, {say("word.remark", {}, context.lang)}, 16, 0});
}

void plan_rows(Context& context) {
  const SummaryPlan plan = to_plan(context.summary, context.regions);
  std::uint32_t at = context.first_row;
  BookRow total{RowKind::total, plan.province, context.province, 0, 0, false, {}, {}};
  int ordinal = 0;
  for (const SummaryGroup& group : plan.groups) {
    const std::uint32_t first = at;
    for (const SummaryRow* leaf : group.leaves) {
      context.rows.push_back({RowKind::leaf, leaf, leaf->name, ++ordinal, at, false, {}, {}});
      ++at;
    }
    if (group.sum == nullptr) {
      total.ranges.emplace_back(first, at - 1);
      total.parts.insert(total.parts.end(), group.leaves.begin(), group.leaves.end());
      continue;
    }
    const std::string name = group.name + say("word.subtotal", {}, context.lang);
    context.rows.push_back({RowKind::subtotal, group.sum, name, 0, at, false, {{first, at - 1}}, group.leaves});
    total.ranges.emplace_back(at, at);
    total.parts.push_back(group.sum);
    ++at;
  }
  total.main_row = at;
  if (total.row != nullptr) context.rows.push_back(std::move(total));
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

void put_figure(Sheet& sheet, const Context& context, const BookRow& row, CellRef at) {
  const BookColumn& column = context.columns[at.column];
  const std::uint32_t fill = fill_of(row.kind);
  if (is_text_column(column)) {
    const std::string& text = row.row->cells[static_cast<std::size_t>(column.summary)].text;
    const bool named = static_cast<int>(at.column) == context.name_at;
    const std::string shown = named ? row.name : row.kind == RowKind::leaf ? (text.empty() ? std::string(dash) : text) : "";
    put(sheet, at, shown, with_fill(named ? text_style() : center_style(), fill));
    return;
  }
  SheetCell& cell = put(sheet, at, figure_content(row, column, at.column), number_style(column.places, fill));
  cell.note = figure_comment(row.row->cells[static_cast<std::size_t>(column.summary)], context.lang);
}

void put_growth(Sheet& sheet, const Context& context, const BookRow& row, CellRef at) {
  const BookColumn& column = context.columns[at.column];
  const SummaryCell& from = row.row->cells[static_cast<std::size_t>(column.summary)];
  if (row.comparable) {
    put(sheet, at, from.growth_comparable ? Content(*from.growth_comparable) : Content(std::string(dash)), rate_style(fill_of(row.kind)));
    return;
  }
  const std::string grows = to_a1({row.main_row, static_cast<std::uint32_t>(column.printed_at)});
  const std::string now = context.main_sheet.empty() ? grows : "'" + context.main_sheet + "'!" + grows;
  SheetCell& cell = put(sheet, at, growth_of(now, "'" + context.base_sheet + "'!" + grows, from), rate_style(fill_of(row.kind)));
  cell.note = growth_comment(from, context.lang);
  const bool printed = column.field != nullptr;
  if (!printed || !from.growth_comparable || from.growth_comparable == from.growth) return;
  cell.note += (cell.note.empty() ? "" : "\n") + say("note.comparable", {{"growth", to_fixed_text(*from.growth_comparable, 2)}}, context.lang);
}

void put_cell(Sheet& sheet, const Context& context, const BookRow& row, CellRef at) {
  const BookColumn& column = context.columns[at.column];
  const std::uint32_t fill = fill_of(row.kind);
  switch (column.kind) {
    case ColumnKind::ordinal: {
      Content content = std::string(row.kind == RowKind::total ? say("word.total", {}, context.lang) : "");
      if (row.kind == RowKind::leaf) content = Decimal(row.ordinal);
      put(sheet, at, std::move(content), with_fill(center_style(), fill));
      return;
    }
    case ColumnKind::printed: return put_figure(sheet, context, row, at);
    case ColumnKind::growth: return put_growth(sheet, context, row, at);
    case ColumnKind::remark: put(sheet, at, to_remark(*row.row, context.lang), with_fill(text_style(), fill)); return;
  }
}

void put_lines_above(Sheet& sheet, const Context& context, const std::string& title) {
  const auto last = static_cast<std::uint32_t>(context.columns.size() - 1);
  put(sheet, CellRange{{0, 0}, {0, last}}, title, title_style());
  sheet.row_heights.emplace_back(0, 30);
  const std::uint32_t middle = last / 2;
  put(sheet, CellRange{{1, 0}, {1, middle}}, say("report.reporter-line", {{"value", context.province}}, context.lang), line_style(Align::left));
  if (context.form.unit_line.empty() || middle == last) return;
  put(sheet, CellRange{{1, middle + 1}, {1, last}}, say("report.unit-line", {{"value", context.form.unit_line}}, context.lang),
      line_style(Align::right));
}

// Long labels in narrow columns: each header row as high as the label that needs most.
void set_head_heights(Sheet& sheet, const Context& context, const std::vector<std::vector<std::string>>& heads) {
  const std::uint32_t depth = head_depth(heads);
  std::vector<double> heights(depth, 20);
  for (const HeadCell& cell : to_head_cells(heads)) {
    double width = 0;
    for (std::uint32_t i = cell.range.first.column; i <= cell.range.last.column; ++i) width += context.columns[i].width;
    const double wanted = height_for({cell.text}, {width});
    const std::uint32_t rows = cell.range.last.row - cell.range.first.row + 1;
    double& last = heights[cell.range.last.row];
    last = std::max(last, wanted - 20.0 * (rows - 1));
  }
  for (std::uint32_t i = 0; i < depth; ++i) sheet.row_heights.emplace_back(context.head_row + i, heights[i]);
}

Sheet start_sheet(const Context& context, const std::string& name, const std::string& title) {
  Sheet sheet;
  sheet.name = name;
  put_lines_above(sheet, context, title);
  std::vector<std::vector<std::string>> heads;
  for (const BookColumn& column : context.columns) {
    heads.push_back(column.head);
    sheet.column_widths.push_back(column.width);
    if (column.kind == ColumnKind::printed && column.summary >= 0) {
      heads.back().back() = with_unit(context.form, heads.back().back(), context.summary.columns[static_cast<std::size_t>(column.summary)]);
    }
  }
  put_head(sheet, {context.head_row, 0}, heads);
  set_head_heights(sheet, context, heads);
  sheet.frozen_rows = context.first_row;
  sheet.frozen_columns = static_cast<std::uint32_t>(context.name_at) + 1;
  sheet.print = wide_print(context.head_row, context.first_row - 1, context.lang);
  return sheet;
}

void set_row_height(Sheet& sheet, const Context& context, const BookRow& row, std::uint32_t at) {
  std::vector<std::string> texts;
  std::vector<double> widths;
  for (std::size_t i = 0; i < context.columns.size(); ++i) {
    const BookColumn& column = context.columns[i];
    widths.push_back(column.width);
    texts.emplace_back();
    if (column.kind == ColumnKind::remark) texts.back() = to_remark(*row.row, context.lang);
    if (is_text_column(column)) texts.back() = row.row->cells[static_cast<std::size_t>(column.summary)].text;
    if (static_cast<int>(i) == context.name_at) texts.back() = row.name;
  }
  sheet.row_heights.emplace_back(at, height_for(texts, widths));
}

Sheet to_filled_sheet(const Context& context, const std::string& name, const std::string& title) {
  Sheet sheet = start_sheet(context, name, title);
  std::uint32_t at = context.first_row;
  for (const BookRow& row : context.rows) {
    for (std::uint32_t column = 0; column < context.columns.size(); ++column) put_cell(sheet, context, row, {at, column});
    set_row_height(sheet, context, row, at++);
  }
  const auto last = static_cast<std::uint32_t>(context.columns.size() - 1);
  for (const std::string& line : to_footnotes(context.summary, context.form, context.lang)) {
    Style style = line_style(Align::left);
    style.ink = Ink::muted;
    put(sheet, CellRange{{++at, 0}, {at, last}}, line, style);
  }
  return sheet;
}

// The same cells as the first sheet, so that growth there can name its base by the same address.
Sheet to_base_sheet(const Context& context, const std::string& title) {
  Sheet sheet = start_sheet(context, context.base_sheet, title);
  std::uint32_t at = context.first_row;
  for (const BookRow& row : context.rows) {
    for (std::uint32_t column = 0; column < context.columns.size(); ++column) {
      const BookColumn& of = context.columns[column];
      const std::uint32_t fill = fill_of(row.kind);
      if (of.kind != ColumnKind::printed || is_text_column(of)) {
        const std::string name = static_cast<int>(column) == context.name_at ? row.name : "";
        put(sheet, CellRef{at, column}, name, with_fill(text_style(), fill));
        continue;
      }
      const auto& base = row.row->cells[static_cast<std::size_t>(of.summary)].base;
      put(sheet, CellRef{at, column}, base ? Content(*base) : Content(std::string(dash)), number_style(base ? base->scale() : 0, fill));
    }
    set_row_height(sheet, context, row, at++);
  }
  return sheet;
}

bool has_base(const Summary& summary) {
  return std::ranges::any_of(summary.rows, [](const SummaryRow& row) {
    return std::ranges::any_of(row.cells, [](const SummaryCell& cell) { return cell.base.has_value(); });
  });
}

std::string province_name(const Summary& summary, const Pack& pack, const RegionTree& regions) {
  for (const SummaryRow& row : summary.rows) {
    if (row.level == RowLevel::province && !row.name.empty()) return row.name;
  }
  const Region* region = regions.find(pack.province);
  return region == nullptr ? pack.province : region->name;
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
  Context context{summary, form, regions, lang, province_name(summary, pack, regions), say("report.base-sheet", {}, lang), {}, {}, 2, 0, 0, {}};
  add_printed(context);
  const std::vector<int> naming = form.naming();
  const int key = naming.empty() ? 0 : form.key_else.empty() ? naming.front() : form.key_else.front();
  const auto name = std::ranges::find(context.columns, &form.fields[static_cast<std::size_t>(key)], &BookColumn::field);
  context.name_at = name == context.columns.end() ? 0 : static_cast<int>(name - context.columns.begin());
  add_remarks(context);
  std::vector<std::vector<std::string>> heads;
  for (const BookColumn& column : context.columns) heads.push_back(column.head);
  context.first_row = context.head_row + head_depth(heads);
  plan_rows(context);
  const std::string title = with_years(form.summary_title.empty() ? form.title : form.summary_title, summary.period);
  Book book;
  book.title = title;
  book.sheets.push_back(to_filled_sheet(context, sheet_name(context), title));
  book.sheets.push_back(to_basis_sheet(summary, lang));
  const bool refers = std::ranges::any_of(context.columns, [](const BookColumn& column) { return column.kind == ColumnKind::growth; });
  if (!refers && !has_base(summary)) return book;  // nothing to compare with: two sheets of dashes would say nothing
  if (form.growth_columns) {
    const std::string growth = say("report.growth-sheet", {}, lang);
    book.sheets.push_back(to_filled_sheet(to_growth_context(context), growth, title + "（" + growth + "）"));
  }
  book.sheets.push_back(to_base_sheet(context, title + "（" + to_text(summary.base_period) + "）"));
  return book;
}

}  // namespace huizong
