#pragma once
// 合计 and 小计 against the rows that they claim to add up. Internal to the room.

#include <vector>

#include "check/finding_of.hpp"

namespace huizong {

/// *Errors*: reports total.mismatch, one a total and column.
void check_totals(const ReturnPlace& place, std::vector<Finding>& findings);

}  // namespace huizong
