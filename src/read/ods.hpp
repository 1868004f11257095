#pragma once
// OpenDocument spreadsheets: .ods and templates (.ots) as packages, .fods as one flat XML document.

#include "read/read.hpp"

namespace huizong {

/// *Errors*: those of ZipDirectory and inflate_part; file.encrypted; file.unsupported (odt, odp, opendocument, sxc) for
/// documents of the family that are no spreadsheets; file.unreadable why.part-missing, why.no-workbook,
/// why.xml-cut-off, why.xml-encoding, why.bad-value, why.out-of-sheet; file.hostile why.xml-doctype,
/// why.too-many-cells, why.text-too-long.
/// *Source*: OpenDocument 1.2 part 1 (content), part 3 (package); what 1.3 adds is read the same.
void read_ods(std::string_view bytes, std::string_view file_name, const ReadLimits& limits, CellSink& sink);

}  // namespace huizong
