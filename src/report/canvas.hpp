#pragma once
// Putting cells on a sheet: the few looks that all our workbooks share.

#include <string>
#include <vector>

#include "model/sheet.hpp"

namespace huizong {

constexpr std::uint32_t head_fill = 0xDDEBF7, total_fill = 0xFFF2CC, subtotal_fill = 0xF2F2F2;
inline constexpr std::string_view dash = "—";  ///< stands where there is no figure

Style title_style();
Style line_style(Align align);
Style head_style();
Style text_style();    ///< wrapped, boxed
Style center_style();  ///< boxed, centred
Style number_style(int places, std::uint32_t fill = 0);
Style rate_style(std::uint32_t fill = 0);
Style with_fill(Style style, std::uint32_t fill);

/// Puts one cell; its style is added to the sheet where it is new. The reference lasts until the next put.
SheetCell& put(Sheet& sheet, CellRef at, Content content, const Style& style);
/// The same over a merged range; a range of one cell is no merge.
SheetCell& put(Sheet& sheet, CellRange range, Content content, const Style& style);

/// A cell of a merged header.
struct HeadCell {
  CellRange range;  ///< relative to the header's first row
  std::string text;
};
/// Header paths to merged cells: groups over their columns, labels without a group down to the last row.
std::vector<HeadCell> to_head_cells(const std::vector<std::vector<std::string>>& paths);
std::uint32_t head_depth(const std::vector<std::vector<std::string>>& paths);
void put_head(Sheet& sheet, CellRef at, const std::vector<std::vector<std::string>>& paths);

/// A plain table: one head row at `at`, text rows under it, filter and frozen head. Used for lists that are sorted and filtered.
void put_head_row(Sheet& sheet, std::uint32_t row, const std::vector<std::string>& head, const std::vector<double>& widths);

/// A row's height so that `texts` fit in columns of these widths, in points.
double height_for(const std::vector<std::string>& texts, const std::vector<double>& widths);

std::string column_range(std::uint32_t column, std::uint32_t first_row, std::uint32_t last_row);  ///< H5:H9

}  // namespace huizong
