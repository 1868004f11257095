#pragma once
// What a text is: markup, a mail, an old exchange format, or delimited text.

#include <string_view>

#include "read/read.hpp"

namespace huizong {

/// `text` is UTF-8: the whole or a good piece of the beginning. The name only breaks a tie: between one column of text
/// and no table at all, and where markup begins with a few words.
Format sniff_text(std::string_view text, std::string_view file_name);

}  // namespace huizong
