#pragma once
// Which column of a header is which field of the form.

#include "bind/header.hpp"

namespace huizong {

/// Sets `field` of the columns, the issues and the counts of a header.
void match_columns(Header& header, const FormSpec& form, const FormLabels& labels);

/// How far two paths agree: 0 not at all; the more, the better.
int match_score(const std::vector<std::string>& printed, const std::vector<std::string>& wanted, bool leaf_is_unique);

}  // namespace huizong
