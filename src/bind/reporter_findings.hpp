#pragma once
// What is told of a return's reporter: that none is certain, or that names contradict each other.

#include <vector>

#include "bind/reporter_evidence.hpp"

namespace huizong {

/// *Errors*: reporter.unknown, with what was seen.
Finding tell_unknown(const ReporterEvidence& evidence);

/// *Errors*: reporter.conflict: once of what stands around the table, and once a record. `chosen_from`: where the return's
/// region was taken from.
std::vector<Finding> tell_conflicts(const ReporterEvidence& evidence, const Return& data, NamedIn chosen_from);

/// *Errors*: cell.not-in-list, of a form whose records are regions: a record that is called after none (审核数).
std::vector<Finding> tell_no_regions(const ReporterEvidence& evidence, const Return& data);

/// *Errors*: row.duplicate-key, of a form whose records are regions: 牡丹江市 beside 牡丹江 (M), or beside a county within it,
/// whose figures may be in the city's already (V).
std::vector<Finding> tell_regions_twice(const ReporterEvidence& evidence, const Return& data);

}  // namespace huizong
