#pragma once
// The ledger: what became of every non-empty cell of a recognised sheet.

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/cell.hpp"
#include "model/return.hpp"

namespace huizong {

/// The stronger first: a cell is what the strongest says that anybody makes of it.
enum class CellUse : std::uint8_t {
  figure,   ///< a value of a record or of the return
  total,    ///< a figure of a 合计 or 小计 row: checked, never added
  label,    ///< read as title, header, unit line, …
  ignored,
};
std::string_view to_word(CellUse use);

/// What binding made of a cell that holds no value. `reason` is one of the words that `check --ledger` prints (static).
struct CellMark {
  CellRef at;
  CellUse use = CellUse::ignored;
  std::string_view reason;
  int field = -1;  ///< of a part of a section's text: the section
  std::string sheet = {};  ///< where it is not the return's own
};

/// A return with what its sheet's other cells were read as. `submission` is empty where it could not be filed.
struct LedgerSource {
  Return data;
  std::vector<CellMark> marks;
  std::string submission;
};

/// A decimal in the column's unit, an ISO date or a text; 是 and 否 as true and false; nothing: missing or not understood.
using LedgerValue = std::variant<std::monostate, bool, std::string>;

struct LedgerFigure {
  std::string column;  ///< header path; empty: none
  LedgerValue value;
};

/// `reason` is empty for a figure with a value; a rule id where its finding says why there is none; else a word.
struct LedgerEntry {
  std::string sheet;
  CellRef cell;
  CellUse use = CellUse::ignored;
  LedgerFigure figure;
  std::string key;
  std::string raw;
  std::string reason;
  std::vector<LedgerFigure> more;  ///< a card's cell may hold several labels with their values
};

}  // namespace huizong
