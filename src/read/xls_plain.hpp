#pragma once
// The straight path over the records that nearly all cells are, inside one piece of the stream. It hands over before the
// first record that it does not know: what it takes, the other path would have read the same.

#include "read/number_look.hpp"
#include "read/xls_layout.hpp"
#include "read/xls_row.hpp"
#include "read/xls_strings.hpp"

namespace huizong {

/// The walk of a first look, see scan_xls_sheet.
struct CellOrder {
  std::uint64_t behind = 0;  ///< the first place where the next cell may stand: row, column in 16 bits
  std::size_t cells = 0;     ///< so far, empty ones and repeated ones too
  bool ordered = true;       ///< did each stand behind the one before?

  void take(std::uint64_t row, std::uint32_t column, std::uint32_t count) {
    const std::uint64_t at = row << 16 | column;
    ordered = ordered && at >= behind;
    behind = at + count;
    cells += count;
  }
};

/// Moves the cursor over records that are cells and nothing else.
void order_plain_cells(RecordCursor& cursor, CellOrder& order);

/// Puts numbers and shared strings to the row. The sheet has been looked at: what span_of refuses is not there.
class PlainCellRecords {
 public:
  PlainCellRecords(const XlsStrings& strings, const XlsFormats& formats, XlsRow& row)
      : strings_(strings), formats_(formats), row_(row) {}

  /// Moves the cursor over such records, up to the offset `end`; over empty cells and ROW records too.
  /// *Errors*: file.unreadable why.string-index.
  void take(RecordCursor& cursor, std::size_t end);
  /// One of them, wherever it stands. False, and nothing done, for any other, or one too short for its value.
  bool take(const BiffRecord& record);

 private:
  void take_shared(const char* data);
  void take_number(const char* data, double value);
  void take_numbers(const char* data, std::size_t size);

  const XlsStrings& strings_;
  const XlsFormats& formats_;
  XlsRow& row_;
};

}  // namespace huizong
