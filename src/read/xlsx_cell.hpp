#pragma once
// One <c> of a sheet: from its raw attributes and value to a Cell.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "model/cell.hpp"
#include "package/arena.hpp"
#include "read/cell_value.hpp"
#include "read/xlsx_strings.hpp"
#include "read/xlsx_styles.hpp"

namespace huizong {

/// *Source*: ECMA-376 part 1, 18.18.11 (ST_CellType). `number` is what stands where t= is left out.
enum class CellType : std::uint8_t { number, shared, text, inline_text, boolean, error, date };

/// A cell as it is written. `value` is decoded as XML, but its _xHHHH_ escapes still stand.
struct RawCell {
  std::uint32_t column = 0;
  std::uint32_t style = 0;
  CellType type = CellType::number;
  bool formula = false;
  bool is_rich = false;  ///< `value` came from <is>: its escapes are decoded
  std::string_view value;
};

/// What a cell's meaning hangs on beside the cell itself.
struct CellContext {
  const SharedStrings& strings;
  const CellLooks& looks;
  bool date1904 = false;
  const std::vector<bool>* struck = nullptr;  ///< by style; nullptr: none strikes through

  bool strikes(std::uint32_t style) const { return struck != nullptr && style < struck->size() && (*struck)[style]; }
};

inline NumberLook look_at(std::span<const NumberLook> looks, std::uint32_t style) {
  return style < looks.size() ? looks[style] : NumberLook::plain;
}

CellType to_cell_type(std::string_view t);

/// False where the cell is not to be sent: nothing in it, and no formula without a result.
/// *Errors*: file.unreadable why.string-index, why.xml-encoding.
bool to_cell(const RawCell& raw, const CellContext& context, TextArena& arena, Cell& cell);

}  // namespace huizong
