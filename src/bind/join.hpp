#pragma once
// Several tables of one file that are one return: a roster over three sheets, the halves of a list printed side by side.

#include <vector>

#include "bind/bind.hpp"

namespace huizong {

/// Joins the returns of equal form, period and reporter into the first of them. Tables that hold the same figures count
/// once. Lists are joined record by record, so that a name on two sheets is row.duplicate-key; a 合计 stands for the rows of
/// its own sheet where it agrees with these better than with all. Of cards and bands, which have one record each, the first
/// stays, and a second that differs is row.duplicate-key, M.
/// Returns findings about the file: sheet.ignored for what counts once.
std::vector<Finding> join_returns(std::vector<BoundReturn>& bound, const BindContext& context);

}  // namespace huizong
