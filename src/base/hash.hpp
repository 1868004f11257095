#pragma once
// SHA-256, as lower-case hex.

#include <string>
#include <string_view>

namespace huizong {

std::string sha256(std::string_view bytes);  ///< 64 hex digits

}  // namespace huizong
