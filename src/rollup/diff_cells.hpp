#pragma once
// What a difference comes to. Internal to the room.

#include <optional>

#include "model/diff.hpp"

namespace huizong {

/// Delta, growth and contribution from a and b. In a column that adds up, what is absent counts as zero for delta and
/// contribution; in others a change needs both figures.
void put_change(DiffCell& cell, bool additive, const std::optional<Decimal>& whole);

/// Largest contribution first; those without one behind, in the order of columns.
void order_cells(DiffRow& row);

}  // namespace huizong
