#pragma once
// The cells of a BIFF sheet, sent row by row.

#include <string_view>

#include "model/workbook.hpp"
#include "read/xls_globals.hpp"
#include "read/xls_layout.hpp"
#include "read/xls_strings.hpp"

namespace huizong {

/// What the cells of a sheet depend on.
struct XlsContext {
  const StreamBytes& stream;
  const XlsGlobals& globals;
  const XlsStrings& strings;
  std::size_t sheet = 0;  ///< number of the sheet among the entries
};

/// Sends all rows and the tail. Where records stand out of order they are sorted; of two for one cell the later wins,
/// as in Excel. *Errors*: file.unreadable why.xls-damaged, why.string-index, why.encoding.
void send_xls_sheet(const XlsContext& context, const XlsLayout& layout, CellSink& sink);

}  // namespace huizong
