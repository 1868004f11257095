#pragma once
// One table cell of OpenDocument: from its attributes and the text that it shows to a Cell.

#include <array>
#include <cstdint>
#include <string_view>

#include "model/cell.hpp"
#include "package/arena.hpp"

namespace huizong {

/// *Source*: OpenDocument 1.2 part 1, 19.385 (office:value-type). `none` where it is left out.
enum class OdsType : std::uint8_t { none, number, percentage, date, time, boolean, text };

/// Attributes of a cell, raw. A value stands in another attribute for each type.
struct OdsCell {
  enum Value : std::uint8_t { number, date, time, boolean, text };

  OdsType type = OdsType::none;
  bool error = false;                      ///< LibreOffice says so, beside a type of its own
  std::uint8_t present = 0;                ///< bit by Value
  std::array<std::string_view, 5> values;  ///< set where `present` says so
  std::string_view formula;                ///< without data where there is none
  std::string_view style;                  ///< its name; of a tag that was just read only
  bool is_styled = false;                  ///< has a style of its own, not its column's
  bool is_struck = false;                  ///< that style strikes through
  std::uint32_t repeat = 1;
  std::uint32_t columns_spanned = 1;
  std::uint32_t rows_spanned = 1;

  bool is_formula() const { return formula.data() != nullptr; }
  bool has(Value value) const { return (present >> value & 1) != 0; }
};

/// From what stands between the name and the end of the cell's tag. *Errors*: file.unreadable why.bad-value for a
/// repeat count that is none.
void read_ods_cell(std::string_view attributes, OdsCell& cell);

/// A count of repeated rows or columns: at least one, and no more than a sheet could ever have.
/// *Errors*: file.unreadable why.bad-value.
std::uint32_t parse_repeat(std::string_view text);

/// The cell without its column. `shown` is the text of its paragraphs, raw where `shown_is_raw`; decoded text goes to
/// `arena`. False where the cell is not to be sent: nothing in it, and no formula without a result.
/// *Errors*: file.unreadable why.xml-encoding.
bool to_cell(const OdsCell& raw, std::string_view shown, bool shown_is_raw, bool date1904, TextArena& arena,
             Cell& cell);

/// #DIV/0!, Err:502 and the like: what programs show for an error where they store a number beside it.
bool is_error_text(std::string_view text);

}  // namespace huizong
