#include "report/canvas.hpp"

#include <algorithm>
#include <cmath>

#include "base/text.hpp"

namespace huizong {

Style title_style() {
  Style style;
  style.bold = true;
  style.align = Align::center;
  style.size_points = 18;
  return style;
}

Style line_style(Align align) {
  Style style;
  style.align = align;
  return style;
}

Style head_style() {
  Style style;
  style.bold = style.wrap = style.border = true;
  style.align = Align::center;
  style.fill = head_fill;
  return style;
}

Style text_style() {
  Style style;
  style.wrap = style.border = true;
  style.align = Align::left;
  return style;
}

Style center_style() {
  Style style = text_style();
  style.align = Align::center;
  return style;
}

Style number_style(int places, std::uint32_t fill) {
  Style style;
  style.border = true;
  style.align = Align::right;
  style.number_format = places == 0 ? "#,##0" : "#,##0." + std::string(static_cast<std::size_t>(places), '0');
  return with_fill(style, fill);
}

Style rate_style(std::uint32_t fill) {
  Style style = number_style(2, fill);
  style.number_format = "0.00";
  return style;
}

Style with_fill(Style style, std::uint32_t fill) {
  style.fill = fill;
  if (fill != 0) style.bold = true;
  return style;
}

SheetCell& put(Sheet& sheet, CellRef at, Content content, const Style& style) {
  SheetCell cell;
  cell.at = at;
  cell.content = std::move(content);
  cell.style = sheet.style(style);
  return sheet.cells.emplace_back(std::move(cell));
}

SheetCell& put(Sheet& sheet, CellRange range, Content content, const Style& style) {
  if (range.first != range.last) sheet.spans.push_back({range, sheet.style(style)});
  return put(sheet, range.first, std::move(content), style);
}

std::uint32_t head_depth(const std::vector<std::vector<std::string>>& paths) {
  std::size_t depth = 1;
  for (const auto& path : paths) depth = std::max(depth, path.size());
  return static_cast<std::uint32_t>(depth);
}

std::vector<HeadCell> to_head_cells(const std::vector<std::vector<std::string>>& paths) {
  const std::uint32_t depth = head_depth(paths);
  std::vector<HeadCell> cells;
  // Same group: the same labels from the top down to this level, and a label of its own below.
  const auto same_group = [&](std::size_t a, std::size_t b, std::size_t level) {
    return paths[b].size() > level + 1 && std::equal(paths[a].begin(), paths[a].begin() + static_cast<std::ptrdiff_t>(level) + 1, paths[b].begin());
  };
  for (std::uint32_t column = 0; column < paths.size(); ++column) {
    const auto& path = paths[column];
    for (std::uint32_t level = 0; level < path.size(); ++level) {
      if (level + 1 == path.size()) {
        cells.push_back({{{level, column}, {depth - 1, column}}, path[level]});
        continue;
      }
      if (column > 0 && paths[column - 1].size() > level + 1 && same_group(column, column - 1, level)) continue;
      std::uint32_t last = column;
      while (last + 1 < paths.size() && same_group(column, last + 1, level)) ++last;
      cells.push_back({{{level, column}, {level, last}}, path[level]});
    }
  }
  return cells;
}

void put_head(Sheet& sheet, CellRef at, const std::vector<std::vector<std::string>>& paths) {
  for (const HeadCell& cell : to_head_cells(paths)) {
    const auto& [first, last] = cell.range;
    put(sheet, CellRange{{at.row + first.row, at.column + first.column}, {at.row + last.row, at.column + last.column}}, cell.text,
        head_style());
  }
}

void put_head_row(Sheet& sheet, std::uint32_t row, const std::vector<std::string>& head, const std::vector<double>& widths) {
  for (std::uint32_t column = 0; column < head.size(); ++column) put(sheet, CellRef{row, column}, head[column], head_style());
  sheet.column_widths = widths;
  sheet.frozen_rows = row + 1;
  sheet.row_heights.emplace_back(row, 24);
}

double height_for(const std::vector<std::string>& texts, const std::vector<double>& widths) {
  constexpr double line_points = 15;
  double lines = 1;
  for (std::size_t i = 0; i < texts.size() && i < widths.size(); ++i) {
    const double room = std::max(widths[i] - 1, 4.0);
    double wanted = 0;
    for (const std::string& line : split(texts[i], '\n')) wanted += std::max(1.0, std::ceil(static_cast<double>(display_width(line)) / room));
    lines = std::max(lines, wanted);
  }
  return std::min(lines * line_points + 3, 400.0);  // a row ends at 409 points
}

std::string column_range(std::uint32_t column, std::uint32_t first_row, std::uint32_t last_row) {
  return to_a1({first_row, column}) + ":" + to_a1({last_row, column});
}

}  // namespace huizong
