#include "report/text_table.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace huizong {
namespace {

std::string to_line(const TextTable& table, const std::vector<std::string>& texts, const std::vector<std::size_t>& widths) {
  std::string line;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const std::string& text = i < texts.size() ? texts[i] : std::string();
    line += table.columns[i].number ? pad_left(text, widths[i]) : pad_right(text, widths[i]);
    line += "  ";
  }
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

}  // namespace

std::string to_text(const TextTable& table, bool color) {
  std::vector<std::size_t> widths;
  std::vector<std::string> head;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    head.push_back(table.columns[i].head);
    widths.push_back(display_width(head.back()));
    for (const auto& row : table.rows) {
      if (i < row.size()) widths.back() = std::max(widths.back(), display_width(row[i]));
    }
  }
  std::size_t whole = widths.empty() ? 0 : 2 * (widths.size() - 1);
  for (const std::size_t width : widths) whole += width;
  std::string out = to_line(table, head, widths) + "\n" + std::string(whole, '-') + "\n";
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const std::string line = to_line(table, table.rows[i], widths);
    const bool painted = color && i < table.colors.size() && !table.colors[i].empty();
    out += (painted ? "\x1b[" + table.colors[i] + "m" + line + "\x1b[0m" : line) + "\n";
  }
  return out;
}

std::string cut_to_width(const std::string& text, std::size_t columns) {
  if (display_width(text) <= columns) return text;
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    if (display_width(out) + display_width(text.substr(at, end - at)) + 2 > columns) break;
    out += text.substr(at, end - at);
    at = end;
  }
  return out + "…";
}

}  // namespace huizong
