#pragma once
// Where the cells of one <table> stand: columns pushed aside by rowspans from above.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace huizong {

/// Spans stand in ranges of columns, so that what a cell claims to span costs nothing. Rows count within the table.
class HtmlGrid {
 public:
  /// The column of the next cell of the row, zero-based in the table; nullopt beyond the last column of a sheet.
  /// *Errors*: file.hostile why.too-many-cells where the spans above cost more than a table is worth.
  std::optional<std::uint32_t> place(std::uint32_t columns, std::uint32_t rows);
  void end_row();
  bool has_open_spans() const;  ///< does a cell of an earlier row reach into this one?

 private:
  struct Span {
    std::uint32_t first, last;  ///< columns
    std::uint32_t end;          ///< the row behind it
  };

  std::vector<Span> above_;  ///< by first column
  std::vector<Span> fresh_;  ///< of this row, by first column
  std::size_t next_above_ = 0;
  std::uint32_t row_ = 0;
  std::uint32_t next_column_ = 0;
  std::uint32_t earliest_end_ = 0;  ///< of above_
  std::size_t steps_ = 0;
};

/// A colspan or rowspan as it is written: 1 where it is no number, at most `most`. A rowspan of 0 is 1, as spreadsheet
/// programs take it.
std::uint32_t parse_html_span(std::string_view text, std::uint32_t most);

}  // namespace huizong
