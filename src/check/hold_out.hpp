#pragma once
// Internal to the room.

#include <vector>

#include "model/return.hpp"

namespace huizong {

/// A finding of scope row names its record; one of a duplicate key means every record of that key.
void hold_out(Return& data, const std::vector<Finding>& findings);

}  // namespace huizong
