#pragma once
// What the sheets of a BIFF workbook share, read from its first substream.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/code_page.hpp"
#include "model/cell.hpp"
#include "read/xls_formats.hpp"
#include "read/xls_records.hpp"

namespace huizong {

struct XlsSheetEntry {
  std::string name;
  std::size_t offset = 0;  ///< of its BOF in the stream, as declared
  bool hidden = false;
  bool worksheet = true;  ///< as declared; a chart, a macro sheet or a module has no cells of ours
};

constexpr std::size_t xls_most_sheets = 65'535;  ///< a name refers to a sheet in 16 bits

struct XlsGlobals {
  Biff version = Biff::v8;
  BofKind kind = BofKind::globals;
  bool date1904 = false;
  CodePage page{0};  ///< of texts up to Excel 95
  XlsFormats formats;
  std::vector<XlsSheetEntry> sheets;
  std::map<std::size_t, CellRange> filters;  ///< automatic filters (the name _FilterDatabase), by number of the sheet
  std::optional<std::size_t> strings;        ///< offset of the SST
  std::size_t end = 0;                       ///< offset behind the substream
};

/// The substream that begins at `offset`. Up to Excel 4, and where a workbook is one sheet, it is the sheet itself: its
/// cells are passed over. *Errors*: file.encrypted; file.unreadable why.xls-cut-off, why.xls-version, why.encoding.
XlsGlobals read_xls_globals(const StreamBytes& stream, std::size_t offset);

}  // namespace huizong
