#pragma once
// 元 typed where 万元 is asked, told by what figures are compared with. Internal to the room.

#include <string>
#include <string_view>
#include <vector>

#include "check/finding_of.hpp"

namespace huizong {

enum class Side { neither, above, below };

/// On which side of the other is a figure `magnitude` times off? A base's money seldom moves to less than a third or more than
/// three times within a year, so a slip of the unit lands between a third of that and three times that; beside it stand real
/// changes and slips of another kind.
Side side_of(const Decimal& now, const Decimal& other, const Decimal& magnitude);

/// The middle one, of an even number the upper; `values`, of which there is one at least, change their order.
Decimal median_of(std::vector<Decimal>& values);

/// unit.magnitude about the whole return. `why`: a message id, what was compared; `figures`: the proof, each with its cell.
Finding magnitude_of_return(const ReturnPlace& place, std::string_view why, const std::vector<std::string>& figures);
/// unit.magnitude about one figure of one record.
Finding magnitude_of_cell(const ReturnPlace& place, const Record& record, int field, Args args);

/// Has the return been asked for its unit already, by what it holds itself: as a whole, or for this record?
bool is_asked(const std::vector<Finding>& findings);
bool is_asked(const std::vector<Finding>& findings, const Record& record);

}  // namespace huizong
