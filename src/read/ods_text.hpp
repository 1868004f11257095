#pragma once
// The text that a table cell of OpenDocument shows.

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "package/xml.hpp"

namespace huizong {

using OdsStyleNames = std::set<std::string, std::less<>>;

/// Appends the paragraphs of the cell whose start was just read, joined by line breaks: spans and links as their text,
/// without comments, drawings, notes and ruby. White space stays as LibreOffice shows it: as it stands. Behind the
/// cell's end when it returns. False where the window ends before. Spaces told by their count are taken from
/// `spaces_left`; a span of one of the styles `struck` is text struck through. *Errors*: file.hostile why.text-too-long once there are none left.
/// *Source*: OpenDocument 1.2 part 1, 6.1.
bool read_cell_paragraphs(XmlScanner& xml, const OdsStyleNames& struck, std::uint32_t& spaces_left, std::string& out);

}  // namespace huizong
