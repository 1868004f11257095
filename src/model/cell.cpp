#include "model/cell.hpp"

#include <algorithm>

#include "model/sheet_bounds.hpp"

namespace huizong {
namespace {


/// Takes letters off the front; the column plus one, 0 where there are none.
std::uint32_t take_letters(std::string_view& text) {
  std::uint32_t column = 0;
  while (!text.empty() && text[0] >= 'A' && text[0] <= 'Z' && column <= most_columns) {
    column = column * 26 + static_cast<std::uint32_t>(text[0] - 'A' + 1);
    text.remove_prefix(1);
  }
  return column;
}

std::uint32_t take_digits(std::string_view& text) {
  std::uint32_t row = 0;
  if (text.starts_with('0')) return 0;
  while (!text.empty() && text[0] >= '0' && text[0] <= '9' && row <= most_rows) {
    row = row * 10 + static_cast<std::uint32_t>(text[0] - '0');
    text.remove_prefix(1);
  }
  return row;
}

}  // namespace

std::string to_column_letters(std::uint32_t column) {
  std::string letters;
  for (std::uint32_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
    letters += static_cast<char>('A' + (rest - 1) % 26);
  }
  std::reverse(letters.begin(), letters.end());
  return letters;
}

std::string to_a1(CellRef ref) { return to_column_letters(ref.column) + std::to_string(ref.row + 1); }

std::optional<CellRef> parse_a1(std::string_view text) {
  if (text.starts_with('$')) text.remove_prefix(1);
  const std::uint32_t column = take_letters(text);
  if (text.starts_with('$')) text.remove_prefix(1);
  const std::uint32_t row = take_digits(text);
  if (!text.empty() || column == 0 || column > most_columns || row == 0 || row > most_rows) return std::nullopt;
  return CellRef{row - 1, column - 1};
}

}  // namespace huizong
