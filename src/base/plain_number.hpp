#pragma once
// Numbers that need no parsing to be shown.

#include <optional>
#include <string_view>

#include "base/decimal.hpp"

namespace huizong {

/// A number as to_text prints it, of at most 15 digits: what parse_decimal15 and to_text give back as it was.
bool is_plain_number(std::string_view text);
/// The number that it is; nullopt where it is none such.
std::optional<Decimal> parse_plain_number(std::string_view text);

}  // namespace huizong
