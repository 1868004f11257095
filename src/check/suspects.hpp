#pragma once
// What may explain that a total is not the sum of its parts: one slip of a kind that clerks make. Arithmetic only; nothing is
// corrected by it. Internal to the room.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/decimal.hpp"

namespace huizong {

/// One figure that a total adds up, in the column's unit.
struct Term {
  Decimal number;
  bool as_typed = true;  ///< its digits are those of the cell: no unit was converted
  bool hidden = false;   ///< in a hidden row, or one that is filtered out
  bool blank = false;    ///< nothing was filled in: 0 here
};

/// A total that does not agree with its parts.
struct Disagreement {
  Decimal filed;
  bool as_typed = true;  ///< of the total itself
  std::vector<Term> terms;
  std::vector<Decimal> subtotals;  ///< 小计 among the terms, as filed
  Decimal slack;                   ///< what the total's own rounding may come to; 0: exact
  bool ordered = true;             ///< the terms are rows below each other, which a formula may add in part
  bool whole = false, money = false;  ///< of the column
  std::optional<Decimal> minimum, maximum;

  Decimal sum() const;
};

enum class SuspectKind : std::uint8_t {
  left_out,         ///< terms that the total lacks
  hidden_out,       ///< all hidden terms, which the total lacks
  stops,            ///< a formula that ends above the last terms
  starts,           ///< one that begins below the first
  twice,            ///< terms that it has twice
  subtotal_in,      ///< one 小计 that was added as if it were a part
  subtotals_in,     ///< all of them
  subtotals_wrong,  ///< the total is the sum of the 小计: one of them is wrong
  swapped,          ///< two neighbouring digits
  zero_dropped,
  zero_added,
  point_moved,
  sign,
  unit,   ///< ten thousand times too much or too little
  blank,  ///< the only cell that was left blank
};

/// One explanation. The kinds from `swapped` on are about one figure, which would then be `expected`.
struct Suspicion {
  SuspectKind kind;
  std::vector<std::size_t> terms;  ///< of subtotal_in: indexes of subtotals; empty where it is the total's own digits, or all
  Decimal expected;

  bool of_rows() const { return kind < SuspectKind::subtotals_wrong; }
  bool operator==(const Suspicion& other) const { return kind == other.kind && terms == other.terms; }
};

/// As many explanations as are worth telling; of more, none is.
inline constexpr std::size_t most_suspects = 3;

/// Explanations by one slip; where there is none, by the same slip in two rows. *Shape*: in order of kind and place, cut off at
/// most_suspects + 1. Nothing where numbers grow too long.
std::vector<Suspicion> find_suspects(const Disagreement& about);

/// Does an explanation by whole rows (of_rows) hold here too?
bool explains(const Disagreement& about, const Suspicion& by);

/// left-out, hidden-out, …: as messages call it.
std::string_view to_word(SuspectKind kind);

}  // namespace huizong
