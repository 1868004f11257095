#pragma once
// 职工人数(5): the number of a column behind its label.

#include <string_view>

namespace huizong {

/// Bytes that the number and its brackets take at the end of a folded label; 0: there is none. In a header it numbers the column; in a card
/// or a band it may be the figure itself.
std::size_t column_number_size(std::string_view folded);

}  // namespace huizong
