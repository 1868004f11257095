#pragma once
// A first look at a BIFF sheet: where its records end, whether its cells stand in order, and what is hidden.

#include <bitset>
#include <cstdint>
#include <string_view>
#include <vector>

#include "model/workbook.hpp"
#include "read/xls_globals.hpp"
#include "read/xls_records.hpp"

namespace huizong {

constexpr std::uint32_t xls_most_rows = 65'536;

struct XlsLayout {
  std::size_t begin = 0;   ///< offset behind the sheet's BOF
  std::size_t end = 0;     ///< offset of its EOF
  bool ordered = true;     ///< every cell stands behind the one before it, row by row
  std::size_t cells = 0;   ///< cells that its records speak of, empty ones and repeated ones too
  bool calculated = true;  ///< false: a formula in it has a result that it cannot have
  bool filters_on = false;
  bool hides_unwritten = false;  ///< rows without a record of their own are hidden
  std::bitset<xls_most_rows> hidden_rows, written_rows;
  std::bitset<256> hidden_columns;
  SheetTail tail;

  bool is_hidden(std::uint32_t row) const { return hidden_rows[row] || (hides_unwritten && !written_rows[row]); }
};

/// Which cells a record is: columns `first` to `last` of `row`; `count` 0 where it is none.
struct CellSpan {
  std::uint32_t row = 0, first = 0, count = 0;
};

/// *Errors*: file.unreadable why.xls-damaged, why.bad-reference.
CellSpan span_of(const BiffRecord& record);

/// The sheet whose BOF is at `offset`. Substreams inside it (charts) are passed over.
/// *Errors*: file.unreadable why.xls-cut-off, why.xls-damaged; file.encrypted.
XlsLayout scan_xls_sheet(const StreamBytes& stream, std::size_t offset, Biff version);

/// Behind the end of the substream whose BOF was just read, however deep it goes. False where the stream ends before.
bool skip_substream(RecordCursor& cursor);

}  // namespace huizong
