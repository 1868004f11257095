#pragma once
// What must be known of an XML Spreadsheet before its first cell: a sheet says behind its cells whether it is hidden.

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/workbook.hpp"
#include "read/number_look.hpp"

namespace huizong {

struct SpreadsheetmlSheet {
  SheetHead head;
  std::vector<std::size_t> tables;  ///< where their start tags are
  std::vector<CellRange> filters;
};

/// Number formats by style; views into the document.
using SpreadsheetmlLooks = std::unordered_map<std::string_view, NumberLook>;

struct SpreadsheetmlOutline {
  std::vector<SpreadsheetmlSheet> sheets;
  SpreadsheetmlLooks looks;
};

/// *Errors*: file.unsupported xml, file.unreadable why.xml-cut-off, why.xml-malformed, file.hostile why.xml-doctype.
SpreadsheetmlOutline read_spreadsheetml_outline(std::string_view text);

/// A number format by its code, or by a name that only this format has: Percent, Short Date, …
NumberLook look_of_named_format(std::string_view format);

/// R1C1:R10C3; nullopt for anything else.
std::optional<CellRange> parse_r1c1_range(std::string_view text);

}  // namespace huizong
