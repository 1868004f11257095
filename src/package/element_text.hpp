#pragma once
// The text of an element, whole.

#include <optional>
#include <string_view>

#include "package/arena.hpp"
#include "package/xml.hpp"

namespace huizong {

/// Decoded character data of the element whose start was just read, up to its end. The view lies in the scanner's text
/// or in `arena`. nullopt where the window ends before.
std::optional<std::string_view> read_element_text(XmlScanner& xml, TextArena& arena);

}  // namespace huizong
