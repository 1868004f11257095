#pragma once
// What a text is: markup, a mail, an old exchange format, or delimited text.

#include <string_view>

#include "read/read.hpp"

namespace huizong {

/// `text` is UTF-8: the whole or a good piece of the beginning. The name only breaks a tie: between one column of text
/// and no table at all, and where markup begins with a few words.
Format sniff_text(std::string_view text, std::string_view file_name);

/// Spreadsheets in one XML document, by their root: its name, and a namespace or type that says whose it is. `unknown` for
/// any other markup. `bytes` need not be decoded: such a document tells its encoding itself.
Format sniff_xml_root(std::string_view bytes);

}  // namespace huizong
