#pragma once
// A record that is the sum of all others: a 合计 row whose word is lost. Internal to the room.

#include <vector>

#include "check/finding_of.hpp"

namespace huizong {

/// *Errors*: reports cell.required, at the place of the record's name.
void check_summing_row(const ReturnPlace& place, std::vector<Finding>& findings);

}  // namespace huizong
