#include "read/xlsx_cell.hpp"

#include <array>
#include <charconv>
#include <optional>

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "package/refuse.hpp"
#include "read/iso_date.hpp"
#include "read/run_text.hpp"

namespace huizong {
namespace {

std::string_view shared_text(std::string_view index_text, const SharedStrings& strings) {
  std::size_t index = 0;
  const char* end = index_text.data() + index_text.size();
  const auto [stop, error] = std::from_chars(index_text.data(), end, index);
  if (error != std::errc() || stop != end || index >= strings.size()) refuse_unreadable("why.string-index");
  return strings[index];
}

/// Text that stands in the sheet itself: its encoding has not been looked at yet.
std::string_view checked(std::string_view text) {
  if (!is_valid_utf8(text)) refuse_unreadable("why.xml-encoding");
  return text;
}

bool set_number_or_text(const RawCell& raw, const CellLooks& looks, Cell& cell) {
  const std::string_view text = trim_spaces(raw.value);
  if (!is_number_text(text)) return set_text(checked(raw.value), cell);  // a broken writer; bind will say so
  set_number_text(text, look_at(looks, raw.style), cell);
  return true;
}

/// As a run that is struck through is shown.
bool set_shown_text(const RawCell& raw, const CellContext& context, std::string_view text, TextArena& arena, Cell& cell) {
  if (!text.empty() && context.strikes(raw.style)) text = arena.keep(to_run_text(text, RunLook::struck));
  return set_text(text, cell);
}

bool set_iso_date(const RawCell& raw, const CellContext& context, TextArena& arena, Cell& cell) {
  const std::string_view text = trim_spaces(raw.value);
  const auto serial = text.starts_with('P') ? parse_iso_duration(text) : parse_iso_serial(text, context.date1904);
  if (!serial) return is_number_text(text) ? set_number_or_text(raw, context.looks, cell) : set_text(checked(raw.value), cell);
  std::array<char, 32> digits;
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), *serial);
  cell.kind = CellKind::date;
  cell.text = arena.keep({digits.data(), static_cast<std::size_t>(end - digits.data())});
  return error == std::errc();
}

}  // namespace

CellType to_cell_type(std::string_view t) {
  if (t == "s") return CellType::shared;
  if (t == "str") return CellType::text;
  if (t == "inlineStr") return CellType::inline_text;
  if (t == "b") return CellType::boolean;
  if (t == "e") return CellType::error;
  if (t == "d") return CellType::date;
  return CellType::number;
}

bool to_cell(const RawCell& raw, const CellContext& context, TextArena& arena, Cell& cell) {
  cell = Cell{};
  cell.column = raw.column;
  cell.formula = raw.formula;
  if (raw.value.empty()) {
    // An empty <v> is a result only where the result is a text (""); openpyxl leaves it so for "never calculated".
    cell.no_result = raw.formula && raw.type != CellType::text;
    return cell.no_result;
  }
  switch (raw.type) {
    case CellType::number:
      return set_number_or_text(raw, context.looks, cell);
    case CellType::shared:
      return set_shown_text(raw, context, shared_text(trim_spaces(raw.value), context.strings), arena, cell);
    case CellType::text:
    case CellType::inline_text:
      return set_shown_text(raw, context, raw.is_rich ? checked(raw.value) : unescape_text(checked(raw.value), arena), arena, cell);
    case CellType::boolean:
      return set_boolean(trim_spaces(raw.value), cell) || set_text(checked(raw.value), cell);
    case CellType::error:
      cell.kind = CellKind::error;
      cell.text = checked(trim_spaces(raw.value));
      return true;
    case CellType::date:
      return set_iso_date(raw, context, arena, cell);
  }
  return false;
}

}  // namespace huizong
