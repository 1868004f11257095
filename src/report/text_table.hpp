#pragma once
// Tables for the terminal, aligned by display width: a Chinese character takes two columns.

#include <string>
#include <vector>

namespace huizong {

struct TextColumn {
  std::string head;
  bool number = false;  ///< set right
};

struct TextTable {
  std::vector<TextColumn> columns;
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> colors;  ///< by row, an ANSI code; empty: none
};

/// Head, rule and rows, each line ended; two spaces between columns, none at the end of a line.
std::string to_text(const TextTable& table, bool color);

/// Cut to a display width, with … where something is missing.
std::string cut_to_width(const std::string& text, std::size_t columns);

}  // namespace huizong
