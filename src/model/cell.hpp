#pragma once
// What a reader saw in one cell, before anybody understands it.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace huizong {

/// Zero-based inside the program; A1 only at the edge, by these two functions.
struct CellRef {
  std::uint32_t row = 0;
  std::uint32_t column = 0;

  auto operator<=>(const CellRef&) const = default;
};

std::string to_a1(CellRef ref);                         ///< {4, 2} -> C5
std::optional<CellRef> parse_a1(std::string_view text);  ///< C5, $C$5; nullopt for anything else
std::string to_column_letters(std::uint32_t column);    ///< 0 -> A, 26 -> AA

/// A rectangle, both ends included.
struct CellRange {
  CellRef first;
  CellRef last;

  bool operator==(const CellRange&) const = default;
  bool contains(CellRef ref) const {
    return ref.row >= first.row && ref.row <= last.row && ref.column >= first.column && ref.column <= last.column;
  }
};

enum class CellKind : std::uint8_t {
  empty,
  number,   ///< `text` holds the number as the format stores it (xlsx, ods), or is empty and `number` holds BIFF's double
  text,
  boolean,  ///< `number` is 0 or 1
  error,    ///< `text` is #DIV/0! and the like
  date,     ///< a number whose format is a date: as `number`, a serial in the workbook's date system
};

/// What the look of a cell makes of its number.
enum class NumberLook : std::uint8_t {
  plain,
  percent,    ///< 0.85 is seen as 85%
  signed_percent,  ///< 85 is seen as 85%: 0"%"
  date,
  otherwise,  ///< what is seen is another number, an estimate or nothing: 0!.0,"万", "约"0, ;;;, struck through
};

/// `text` is a view: valid as long as the thing that handed out the cell says (a sink: during the call; a Grid: its life).
struct Cell {
  std::uint32_t column = 0;
  CellKind kind = CellKind::empty;
  bool formula = false;   ///< the cell is a formula; its value is the stored result
  bool no_result = false; ///< a formula without a stored result (kind is empty)
  NumberLook look = NumberLook::plain;  ///< of a number
  std::string_view text;
  double number = 0;      ///< set for boolean, and for BIFF numbers (text empty)
};

}  // namespace huizong
