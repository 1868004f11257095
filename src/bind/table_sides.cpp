#include "bind/table_sides.hpp"

#include <algorithm>
#include <set>

#include "bind/table_starts.hpp"

namespace huizong {
namespace {

/// Also where a record of the one table stands beside the lower labels of the other: 姓名/王芳.
bool is_label_of_lists(const BindIndex& index, const HeaderColumn& column) {
  const auto is_label = [&](const std::string& label) { return index.list_labels.count(label) != 0; };
  return column.field < 0 && std::any_of(column.path.begin(), column.path.end(), is_label);
}

/// The columns that may begin a second table: behind the last column that has a field, or the first that has one.
std::vector<std::uint32_t> find_borders(const BindIndex& index, const Header& header) {
  const auto& columns = header.band.columns;
  const auto has_field = [](const HeaderColumn& column) { return column.field >= 0; };
  const auto is_label = [&](const HeaderColumn& column) { return is_label_of_lists(index, column); };
  std::vector<std::uint32_t> borders;
  const auto last = std::find_if(columns.rbegin(), columns.rend(), has_field).base();
  if (const auto next = std::find_if(last, columns.end(), is_label); next != columns.end()) borders.push_back(next->column);
  const auto first = std::find_if(columns.begin(), columns.end(), has_field);
  if (first != columns.end() && first != columns.begin()) borders.push_back(first->column);
  return borders;
}

/// Behind each empty column, and where the first label stands again.
std::vector<std::uint32_t> guess_borders(const BindIndex& index, const SheetText& text) {
  std::vector<std::uint32_t> borders;
  for (const auto& [row, cells] : text.rows()) {
    if (!looks_like_header(index, cells)) continue;
    for (std::size_t i = 1; i < cells.size(); ++i) {
      const bool gap = cells[i].at().column > cells[i - 1].span.last.column + 1;
      if (gap || cells[i].label().text == cells[0].label().text) borders.push_back(cells[i].at().column);
    }
    break;
  }
  return borders;
}

std::optional<SheetTable> look(const SideSources& from, SheetArea area, std::uint32_t header) {
  for (const std::uint32_t shared : {area.shared_end, header}) {  // a title over both tables is both's
    area.shared_end = shared;
    SheetText text(from.sheet, head_rows, area, &from.memory.words);
    if (text.rows().empty()) return std::nullopt;
    FormChoice choice = from.choose(text);
    if (!choice.match || !choice.match->header) continue;
    if (shared != header && choice.match->title_rank < 3) continue;
    return SheetTable{area, std::move(*choice.match), std::move(text), {}};
  }
  return std::nullopt;
}

std::set<int> fields_of(const Header& header) {
  std::set<int> fields;
  for (const HeaderColumn& column : header.band.columns) {
    if (column.field >= 0) fields.insert(column.field);
  }
  return fields;
}

/// Two tables, and not the halves of one: of another form, or each with the columns that name its records.
bool are_two(const SheetTable& left, const SheetTable& right) {
  if (left.match.known != right.match.known) return true;
  const std::set<int> a = fields_of(*left.match.header), b = fields_of(*right.match.header);
  for (const int field : left.match.known->form->naming()) {
    if (a.count(field) == 0 || b.count(field) == 0) return false;
  }
  return true;
}

}  // namespace

bool has_side(const BindIndex& index, const Header& header) {
  const auto& columns = header.band.columns;
  return std::count_if(columns.begin(), columns.end(), [&](const HeaderColumn& column) { return is_label_of_lists(index, column); }) >= 2;
}

std::vector<SheetTable> find_sides(const SideSources& from, const SheetArea& area, const SheetText& text,
                                   const std::optional<SheetTable>& whole) {
  std::vector<std::uint32_t> borders;
  if (whole) borders = find_borders(from.index, *whole->match.header);
  for (const std::uint32_t border : guess_borders(from.index, text)) borders.push_back(border);
  std::uint32_t header = whole ? whole->match.header->band.first_row : 0;
  for (const auto& [row, cells] : text.rows()) {
    if (header == 0 && looks_like_header(from.index, cells)) header = row;
  }
  for (const std::uint32_t border : borders) {
    if (border <= area.first_column) continue;
    SheetArea left_area = area, right_area = area;
    left_area.last_column = border - 1;
    right_area.first_column = border;
    auto left = look(from, left_area, header);
    auto right = look(from, right_area, header);
    if (!left || !right || !are_two(*left, *right)) continue;
    const bool fewer = whole && left->match.known == whole->match.known && left->match.header->found < whole->match.header->found;
    if (fewer) continue;
    std::vector<SheetTable> sides;
    sides.push_back(std::move(*left));
    const SheetArea rest = right->area;
    const SheetText rest_text = right->text;
    auto further = has_side(from.index, *right->match.header) ? find_sides(from, rest, rest_text, right) : std::vector<SheetTable>();
    if (further.empty()) {
      sides.push_back(std::move(*right));
    } else {
      for (SheetTable& side : further) sides.push_back(std::move(side));
    }
    return sides;
  }
  return {};
}

}  // namespace huizong
