#pragma once
// Which columns and rows the sheets of a list's summary have. Internal to the room.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "model/region.hpp"
#include "model/summary.hpp"
#include "schema/form.hpp"

namespace huizong {

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

/// Columns and rows of a sheet, in the order in which they stand there.
struct BookLayout {
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

std::string sheet_name(const BookLayout& layout);

/// That of the first sheet.
BookLayout to_layout(const Summary& summary, const FormSpec& form, const Pack& pack, const RegionTree& regions, Lang lang);

/// Rates behind the printed columns would make the page too wide to read: they stand on a sheet of their own, with the same
/// rows. Sums have a second line, on the same basis; it comes first where the two years are of different applicants.
BookLayout to_growth_layout(const BookLayout& main);

}  // namespace huizong
