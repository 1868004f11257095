#include "report/summary_layout.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "report/canvas.hpp"
#include "report/figures.hpp"
#include "report/messages.hpp"
#include "report/summary_plan.hpp"

namespace huizong {
namespace {

double width_of(const Field& field) {
  if (field.type == FieldType::ordinal) return 6;
  if (field.type == FieldType::text) return field.path.back().find("名称") == std::string::npos ? 12 : 20;
  if (field.type == FieldType::date) return 11;
  return field.is_money() ? 10 : 7.5;
}

bool has_figure(const Summary& summary, int column) {
  return std::ranges::any_of(summary.rows, [&](const SummaryRow& row) { return row.cells[static_cast<std::size_t>(column)].value.has_value(); });
}

void add_printed(BookLayout& layout) {
  const std::vector<int> by_field = columns_by_field(layout.summary, layout.form);
  for (std::size_t i = 0; i < layout.form.fields.size(); ++i) {
    const Field& field = layout.form.fields[i];
    const bool ordinal = field.type == FieldType::ordinal;
    if ((!ordinal && by_field[i] < 0) || field.block >= 0) continue;
    // A column that the printed form does not have is shown only where somebody filled it in.
    if (field.optional_column && !has_figure(layout.summary, by_field[i])) continue;
    BookColumn column{ordinal ? ColumnKind::ordinal : ColumnKind::printed, &field, by_field[i], -1, {}, width_of(field), 0};
    for (const std::string& label : field.path) column.head.push_back(with_years(label, layout.summary.period));
    if (!ordinal) {
      column.places = places_of(layout.summary, by_field[i]);
      column.width = std::max(column.width, figure_width(layout.summary, by_field[i], false));
    }
    layout.columns.push_back(std::move(column));
  }
  // A printed 同比增长 shows what the column named by the schema grew.
  for (BookColumn& column : layout.columns) {
    if (column.field->growth_of < 0) continue;
    const Field* grows = &layout.form.fields[static_cast<std::size_t>(column.field->growth_of)];
    const auto at = std::ranges::find(layout.columns, grows, &BookColumn::field);
    if (at == layout.columns.end()) continue;
    column.kind = ColumnKind::growth;
    column.summary = at->summary;
    column.printed_at = static_cast<int>(at - layout.columns.begin());
    column.width = std::max(8.5, figure_width(layout.summary, column.summary, true));
  }
}

void add_remarks(BookLayout& layout) {
  const bool any = std::ranges::any_of(layout.summary.rows, [&](const SummaryRow& row) {
    return row.level != RowLevel::province && !to_remark(row, layout.lang).empty();
  });
  if (any) layout.columns.push_back({ColumnKind::remark, nullptr, -1, -1, {say("word.remark", {}, layout.lang)}, 16, 0});
}

void plan_rows(BookLayout& layout) {
  const SummaryPlan plan = to_plan(layout.summary, layout.regions);
  std::uint32_t at = layout.first_row;
  BookRow total{RowKind::total, plan.province, layout.province, 0, 0, false, {}, {}};
  int ordinal = 0;
  for (const SummaryGroup& group : plan.groups) {
    const std::uint32_t first = at;
    for (const SummaryRow* leaf : group.leaves) {
      layout.rows.push_back({RowKind::leaf, leaf, leaf->name, ++ordinal, at, false, {}, {}});
      ++at;
    }
    if (group.sum == nullptr) {
      total.ranges.emplace_back(first, at - 1);
      total.parts.insert(total.parts.end(), group.leaves.begin(), group.leaves.end());
      continue;
    }
    const std::string name = group.name + say("word.subtotal", {}, layout.lang);
    layout.rows.push_back({RowKind::subtotal, group.sum, name, 0, at, false, {{first, at - 1}}, group.leaves});
    total.ranges.emplace_back(at, at);
    total.parts.push_back(group.sum);
    ++at;
  }
  total.main_row = at;
  if (total.row != nullptr) layout.rows.push_back(std::move(total));
}

std::string province_name(const Summary& summary, const Pack& pack, const RegionTree& regions) {
  for (const SummaryRow& row : summary.rows) {
    if (row.level == RowLevel::province && !row.name.empty()) return row.name;
  }
  const Region* region = regions.find(pack.province);
  return region == nullptr ? pack.province : region->name;
}

}  // namespace

std::string sheet_name(const BookLayout& layout) {
  return layout.form.summary_sheet.empty() ? say("word.total", {}, layout.lang) : layout.form.summary_sheet;
}

BookLayout to_layout(const Summary& summary, const FormSpec& form, const Pack& pack, const RegionTree& regions, Lang lang) {
  BookLayout layout{summary, form, regions, lang, province_name(summary, pack, regions), say("report.base-sheet", {}, lang), {}, {}, 2, 0, 0, {}};
  add_printed(layout);
  const std::vector<int> naming = form.naming();
  const int key = naming.empty() ? 0 : form.key_else.empty() ? naming.front() : form.key_else.front();
  const auto name = std::ranges::find(layout.columns, &form.fields[static_cast<std::size_t>(key)], &BookColumn::field);
  layout.name_at = name == layout.columns.end() ? 0 : static_cast<int>(name - layout.columns.begin());
  add_remarks(layout);
  std::vector<std::vector<std::string>> heads;
  for (const BookColumn& column : layout.columns) heads.push_back(column.head);
  layout.first_row = layout.head_row + head_depth(heads);
  plan_rows(layout);
  return layout;
}

BookLayout to_growth_layout(const BookLayout& main) {
  BookLayout growth = main;
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

}  // namespace huizong
