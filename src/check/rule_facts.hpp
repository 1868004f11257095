#pragma once
// What the rules of a form read, and how a broken one is put. Internal to the room.

#include <functional>
#include <string>

#include "check/finding_of.hpp"
#include "schema/rule.hpp"

namespace huizong {

/// The period's name as it is put behind a figure of it; empty for now.
using PeriodNames = std::function<std::string(When)>;

/// Does the rule read an earlier period or another form, so that it waits for check_period?
bool reads_elsewhere(const FormSpec& form, const Rule& rule);

/// A rule that is broken: at a record, or by the return as a whole.
Finding finding_of_rule(const ReturnPlace& place, const Rule& rule, const Record* record, RuleEvaluation& evaluation, const RuleView& view,
                        const PeriodNames& names);

}  // namespace huizong
