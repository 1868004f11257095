#pragma once
// The copy of a return that goes back to its sender: their own workbook, with remarks on it.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.hpp"
#include "model/cell.hpp"
#include "model/finding.hpp"

namespace huizong {

/// A remark about a cell; marks without a cell, or about a sheet that is not there, stand in the sheet of remarks only.
struct FindingMark {
  std::string sheet;
  std::optional<CellRef> cell;
  std::string text;
  Severity severity = Severity::info;
};

/// The sheet that is added at the end. Where its name is taken, a number is put behind it.
struct RemarkSheet {
  std::string name;
  std::vector<std::vector<std::string>> rows;  ///< the first row is the head
};

/// Writes a copy of an .xlsx with marked cells filled (red mandatory, yellow verify, blue info) and commented, and the
/// sheet of remarks at its end. Parts that carry no mark are taken over byte for byte. Same input, same bytes.
/// The comments' author is the name of the remark sheet. Does not sync.
/// *Errors*: input file.unreadable, file.encrypted, file.hostile, file.too-large where the original cannot be patched;
/// space `error.no-space`, io `error.file-unwritable`.
void annotate_xlsx(std::string_view original_bytes, const std::vector<FindingMark>& marks, const RemarkSheet& remarks,
                   const Path& target);

}  // namespace huizong
