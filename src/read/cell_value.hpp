#pragma once
// A value as formats write it, into a cell: the same words for a number, a truth, a text in all of them.

#include <string_view>

#include "model/cell.hpp"
#include "read/number_look.hpp"

namespace huizong {

/// Is this a number as xsd:double writes it (and no more: no INF, no NaN, no spaces)?
bool is_number_text(std::string_view text);

/// `text` is a number as `is_number_text` says.
inline void set_number_text(std::string_view text, NumberLook look, Cell& cell) {
  cell.kind = look == NumberLook::date ? CellKind::date : CellKind::number;
  cell.look = look;
  cell.text = text;
}

/// False, and nothing set, for an empty text.
bool set_text(std::string_view text, Cell& cell);

/// 1, 0, true, false. False, and nothing set, for anything else: nobody knows which is meant.
bool set_boolean(std::string_view text, Cell& cell);

}  // namespace huizong
