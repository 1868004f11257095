#pragma once
// A plain csv splitter: RFC 4180 with any one-byte delimiter and any line end.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace huizong {

/// Calls `row` with the fields of each record, in order; a quoted field may hold delimiters, quotes ("") and line breaks.
/// `text` is UTF-8 without a byte-order mark. An unclosed quote runs to the end of the text.
void split_csv(std::string_view text, char delimiter, const std::function<void(const std::vector<std::string>&)>& row);

/// The delimiter that cuts the first lines most evenly: one of , ; tab.
char guess_delimiter(std::string_view text);

}  // namespace huizong
