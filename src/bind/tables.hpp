#pragma once
// Which tables a sheet holds: mostly one; else one below the other, or side by side, each with the lines about it.

#include <optional>
#include <string>
#include <vector>

#include "bind/bind_index.hpp"
#include "bind/form_match.hpp"
#include "bind/sheet_text.hpp"

namespace huizong {

constexpr std::size_t head_rows = 400;  ///< stored rows of a table that are searched for a header, bands or a card

struct SheetTable {
  SheetArea area;
  FormMatch match;
  SheetText text;
  std::vector<CellRange> unread;  ///< further tables below or beside it that are none of the forms
};

/// A table that may be of several forms.
struct DoubtfulTable {
  std::optional<CellRef> at;       ///< where it begins; nothing: it is all that the sheet holds
  std::vector<std::string> forms;  ///< ids
};

struct SheetTables {
  std::vector<SheetTable> tables;  ///< in reading order; none: the sheet is no return
  std::vector<DoubtfulTable> doubtful;
};

/// Scores every form against the sheet, and against its parts where it holds more than one table. A second page that
/// repeats the header is no table of its own, unless it names another reporter, another period or orders its columns
/// otherwise. *Shape*: areas do not overlap but for the rows that tables side by side share above them.
SheetTables find_tables(const BindIndex& index, Memory& memory, const SourceSheet& sheet, const std::string& file);

}  // namespace huizong
