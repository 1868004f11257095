#pragma once
// The sections of a document: a heading, and the text under it up to the next one.

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "bind/sheet_text.hpp"
#include "schema/form.hpp"

namespace huizong {

struct SectionMatch {
  int field = -1;
  CellRef heading;
  std::uint32_t end = 0;  ///< the row behind its last
  std::string rest;       ///< text behind the heading in its own paragraph
};

struct Sections {
  std::vector<SectionMatch> found;               ///< in reading order, each field once
  std::vector<std::pair<CellRef, int>> doubts;   ///< headings of a section that stands twice
  std::uint32_t first_row = 0;                   ///< of the first heading; behind the last row where there is none
};

/// The titles of a document's sections, without numbers, marks and advice. *Shape*: in the form's order, a section's own
/// title before its aliases.
struct Headings {
  std::vector<int> fields;                              ///< by title
  std::unordered_map<std::string, std::size_t> titles;  ///< of equal ones the first
};
Headings to_headings(const FormSpec& form);

/// What a paragraph may be the heading of: the whole of it, or the front of it up to a colon.
struct HeadingText {
  std::string whole;         ///< empty: too long for a heading
  std::string front;         ///< empty: no colon, or nothing before it
  std::size_t rest = 0;      ///< where the text behind the colon begins
};
/// nullopt where a row is no paragraph.
std::optional<HeadingText> to_heading_text(std::span<const TextCell> row);

Sections find_sections(const SheetText& text, const Headings& headings);

/// The text of a section, a line a paragraph or table cell.
std::string section_text(const SheetText& text, const SectionMatch& section);

/// 1、…, （二）…: a paragraph that opens a part of a section; of a sheet, alone in its row at the left, but for remarks
/// behind the last column.
bool opens_part(std::span<const TextCell> row, std::uint32_t left, std::uint32_t right);

}  // namespace huizong
