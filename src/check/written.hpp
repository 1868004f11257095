#pragma once
// How exactly a figure was written. Internal to the room.

#include "model/value.hpp"

namespace huizong {

/// Half a unit of the last digit that was written, in the column's unit: 12.50 gives 0.005, 3.5万 (of 35000) gives 500.
Decimal half_unit(const Value& value);

}  // namespace huizong
