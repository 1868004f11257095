#pragma once
// UTF-8 by the byte: is it valid, and how a code point is written.

#include <cstdint>
#include <string>
#include <string_view>

namespace huizong {

/// Neither cut off nor overlong, no surrogates, nothing past U+10FFFF. *Source*: Unicode 15, table 3-7.
bool is_valid_utf8(std::string_view text);

/// U+FFFD in place of what is no code point.
void append_utf8(std::uint32_t code_point, std::string& out);

}  // namespace huizong
