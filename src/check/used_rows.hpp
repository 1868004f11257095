#pragma once
// The rows that rules of a return read of other forms, and of the same form in earlier periods. Internal to the room.

#include "check/check.hpp"

namespace huizong {

/// Rows of a source of the form (0: its own records in an earlier period), filed by the same reporter: the same entity
/// of the same city, or the same region.
RowSet rows_of(const PeriodView& view, const Submission& submission, int source, When when);

/// The return's own records, or the rows of one block.
void add_rows(const Return& data, const std::string& block, RowSet& set);

}  // namespace huizong
