#include "read/ods_cell.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "package/refuse.hpp"
#include "package/xml.hpp"
#include "read/iso_date.hpp"
#include "read/cell_value.hpp"

namespace huizong {
namespace {

OdsType to_type(std::string_view name) {
  if (name == "float" || name == "currency") return OdsType::number;
  if (name == "string") return OdsType::text;
  if (name == "percentage") return OdsType::percentage;
  if (name == "date") return OdsType::date;
  if (name == "time") return OdsType::time;
  if (name == "boolean") return OdsType::boolean;
  return OdsType::none;
}

std::uint32_t parse_span(std::string_view text) {
  std::uint32_t value = 1;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return std::max<std::uint32_t>(value, 1);
}

std::string_view checked(std::string_view text) {
  if (!is_valid_utf8(text)) refuse_unreadable("why.xml-encoding");
  return text;
}

std::string_view decoded(std::string_view raw, TextArena& arena) {
  return checked(needs_decoding(raw) ? arena.keep(decode_xml(raw)) : raw);
}

bool set_error(std::string_view text, Cell& cell) {
  cell.kind = CellKind::error;
  cell.text = text;
  return true;
}

bool set_serial(std::optional<double> serial, Cell& cell) {
  if (!serial) return false;
  cell.kind = CellKind::date;
  cell.number = *serial;
  return true;
}

/// The digits in front of the point, and the first of them (0: none); separators do not count.
struct WholePart {
  std::size_t digits = 0;
  char first = 0;
};

WholePart whole_part(std::string_view text) {
  WholePart part;
  for (std::size_t i = text.find_first_of("0123456789"); i < text.size(); ++i) {
    if (text[i] == ',' || text[i] == ' ') continue;
    if (text[i] < '0' || text[i] > '9') break;
    if (part.digits == 0 && text[i] == '0') continue;
    if (part.digits++ == 0) part.first = text[i];
  }
  return part;
}

/// 520.5万 for 5205000, 26.00 in thousands for 26000: the format shows another number than is stored. Rounding may add a digit.
bool shows_otherwise(std::string_view stored, std::string_view shown) {
  if (shown == stored || shown.find_first_of("0123456789") == std::string_view::npos) return false;
  if (stored.find_first_of("eE") != std::string_view::npos || shown.find_first_of("eE/") != std::string_view::npos) return false;
  const WholePart is = whole_part(stored), seen = whole_part(shown);
  const bool rounded_up = seen.digits == is.digits + 1 && seen.first == '1' && (is.digits == 0 || is.first == '9');
  return is.digits != seen.digits && !rounded_up;
}

bool set_number(std::string_view text, bool percent, Cell& cell) {
  if (!is_number_text(text)) return false;
  set_number_text(text, percent ? NumberLook::percent : NumberLook::plain, cell);
  return true;
}

/// Where a value is stored for each type.
OdsCell::Value value_of(OdsType type) {
  switch (type) {
    case OdsType::number:
    case OdsType::percentage:
      return OdsCell::number;
    case OdsType::date:
      return OdsCell::date;
    case OdsType::time:
      return OdsCell::time;
    case OdsType::boolean:
      return OdsCell::boolean;
    case OdsType::none:
    case OdsType::text:
      break;
  }
  return OdsCell::text;
}

/// False where the value is not of its type.
bool set_typed(const OdsCell& raw, std::string_view value, bool date1904, Cell& cell) {
  switch (raw.type) {
    case OdsType::number:
    case OdsType::percentage:
      return set_number(value, raw.type == OdsType::percentage, cell);
    case OdsType::date:
      return set_serial(parse_iso_serial(value, date1904), cell);
    case OdsType::time:
      return set_serial(parse_iso_duration(value), cell);
    case OdsType::boolean:
      return set_boolean(value, cell);
    case OdsType::none:
    case OdsType::text:
      break;
  }
  return false;
}

bool is_text(const OdsCell& raw) { return raw.type == OdsType::text || raw.type == OdsType::none; }

/// A text, or what stands for a value that is missing or not of its type.
bool set_shown(const OdsCell& raw, std::string_view shown, bool shown_is_raw, TextArena& arena, Cell& cell) {
  const OdsCell::Value stored = value_of(raw.type);
  const bool in_attribute = raw.has(stored) && !raw.error;
  const std::string_view text = in_attribute   ? decoded(raw.values[stored], arena)
                                : shown_is_raw ? decoded(shown, arena)
                                               : checked(shown);
  if (raw.error) return set_error(text.empty() ? "#VALUE!" : text, cell);
  // Programs other than LibreOffice store the error of a formula as a text.
  if (raw.is_formula() && is_error_text(text)) return set_error(text, cell);
  if (set_text(text, cell)) return true;
  cell.no_result = raw.is_formula() && raw.type != OdsType::text;
  return cell.no_result;
}

}  // namespace

std::uint32_t parse_repeat(std::string_view text) {
  constexpr std::uint32_t most = 1u << 30;
  const bool is_count = !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
  if (!is_count) refuse_unreadable("why.bad-value");
  std::uint32_t value = 0;
  const auto error = std::from_chars(text.data(), text.data() + text.size(), value).ec;
  return error == std::errc() ? std::clamp<std::uint32_t>(value, 1, most) : most;
}

void read_ods_cell(std::string_view attributes, OdsCell& cell) {
  const auto set = [&cell](OdsCell::Value kind, std::string_view value) {
    cell.values[kind] = value;
    cell.present = static_cast<std::uint8_t>(cell.present | 1u << kind);
  };
  XmlAttribute a;
  while (take_attribute(attributes, a)) {
    const std::string_view local = a.local;
    switch (local.size()) {  // most are told by it
      case 5:
        if (local == "value") set(OdsCell::number, a.value);
        break;
      case 7:
        if (local == "formula") cell.formula = a.value;
        break;
      case 10:
        if (local == "value-type") {
          // LibreOffice repeats the type in a namespace of its own, where it can also be an error.
          a.value == "error" ? cell.error = true : (cell.type = to_type(a.value), true);
        } else if (local == "date-value" || local == "time-value") {
          set(local[0] == 'd' ? OdsCell::date : OdsCell::time, a.value);
        } else if (local == "style-name") {
          cell.style = a.value;
          cell.is_styled = true;
        }
        break;
      case 12:
        if (local == "string-value") set(OdsCell::text, a.value);
        break;
      case 13:
        if (local == "boolean-value") set(OdsCell::boolean, a.value);
        break;
      case 19:
        if (local == "number-rows-spanned") cell.rows_spanned = parse_span(a.value);
        break;
      case 22:
        if (local == "number-columns-spanned") cell.columns_spanned = parse_span(a.value);
        break;
      case 23:
        if (local == "number-columns-repeated") cell.repeat = parse_repeat(a.value);
        break;
      default:
        break;
    }
  }
}

bool to_cell(const OdsCell& raw, std::string_view shown, bool shown_is_raw, bool date1904, TextArena& arena,
             Cell& cell) {
  cell = Cell{};
  cell.formula = raw.is_formula();
  const bool is_typed = !is_text(raw) && !raw.error && raw.has(value_of(raw.type));
  if (is_typed && is_error_text(shown)) return set_error(checked(shown), cell);
  if (is_typed && set_typed(raw, trim_spaces(raw.values[value_of(raw.type)]), date1904, cell)) {
    if (raw.type == OdsType::number && shows_otherwise(raw.values[OdsCell::number], shown)) cell.look = NumberLook::otherwise;
    return true;
  }
  return set_shown(raw, shown, shown_is_raw, arena, cell);
}

bool is_error_text(std::string_view text) {
  constexpr std::string_view errors[] = {"#DIV/0!", "#VALUE!", "#REF!",  "#NAME?",  "#N/A",
                                         "#NUM!",   "#NULL!",  "#WERT!", "#BEZUG!", "#NV"};
  if (text.empty() || (text[0] != '#' && text[0] != 'E' && text[0] != '\xE9')) return false;
  if (std::find(std::begin(errors), std::end(errors), text) != std::end(errors)) return true;
  for (const std::string_view word : {"Err:", "错误:"}) {
    const std::string_view number = text.substr(std::min(word.size(), text.size()));
    if (text.starts_with(word) && !number.empty() && number.find_first_not_of("0123456789") == std::string_view::npos)
      return true;
  }
  return false;
}

}  // namespace huizong
