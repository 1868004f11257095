#pragma once
// How big a sheet can be.

#include <cstdint>

namespace huizong {

/// What Excel, WPS and LibreOffice have. *Source*: ECMA-376 part 1, 18.3.1.73 and 18.3.1.13.
constexpr std::uint32_t most_rows = 1'048'576, most_columns = 16'384;

}  // namespace huizong
