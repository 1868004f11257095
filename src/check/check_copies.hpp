#pragma once
// Rows that stand twice, word for word, in a list whose records have no key. Internal to the room.

#include <vector>

#include "check/finding_of.hpp"

namespace huizong {

/// *Errors*: row.duplicate-key, to be verified: two entries of a ledger may be alike, and one may have been pasted twice.
void check_copies(const ReturnPlace& place, std::vector<Finding>& findings);

}  // namespace huizong
