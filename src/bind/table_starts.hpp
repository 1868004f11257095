#pragma once
// Where further tables of a sheet may begin, below one another.

#include "bind/bind_index.hpp"
#include "bind/form_match.hpp"
#include "bind/sheet_text.hpp"

namespace huizong {

struct TableStart {
  std::uint32_t first_row = 0;        ///< of the lines above its header that are its own
  std::uint32_t header_row = 0;       ///< its first label row, or its title where none is known
  std::uint32_t last_header_row = 0;
  bool is_header = false;             ///< false: only a title says that a table begins
};

/// Rows that look like the header of a list, and titles of forms, but for the first of them. *Shape*: ascending; empty for
/// nearly every sheet. `choice`: what the sheet as a whole was taken for.
std::vector<TableStart> find_starts(const BindIndex& index, const SourceSheet& sheet, const SheetText& text, const FormChoice& choice);

/// Does a row hold labels of lists, and more of them than of anything else?
bool looks_like_header(const BindIndex& index, std::span<const TextCell> cells);

}  // namespace huizong
