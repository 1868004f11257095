#include "read/cell_value.hpp"

namespace huizong {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

bool is_number_text(std::string_view text) {
  const char* p = text.data();
  const char* end = p + text.size();
  if (p < end && (*p == '-' || *p == '+')) ++p;
  const char* whole = p;
  while (p < end && is_digit(*p)) ++p;
  auto digits = p - whole;
  if (p < end && *p == '.') {
    const char* fraction = ++p;
    while (p < end && is_digit(*p)) ++p;
    digits += p - fraction;
  }
  if (digits == 0) return false;
  if (p < end && (*p == 'e' || *p == 'E')) {
    ++p;
    if (p < end && (*p == '-' || *p == '+')) ++p;
    if (p == end) return false;
    while (p < end && is_digit(*p)) ++p;
  }
  return p == end;
}

bool set_text(std::string_view text, Cell& cell) {
  if (text.empty()) return false;
  cell.kind = CellKind::text;
  cell.text = text;
  return true;
}

bool set_boolean(std::string_view text, Cell& cell) {
  const bool is_true = text == "1" || text == "true";
  if (!is_true && text != "0" && text != "false") return false;
  cell.kind = CellKind::boolean;
  cell.number = is_true ? 1 : 0;
  return true;
}

}  // namespace huizong
