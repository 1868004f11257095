// Values that are days, months or years.

#include <cstdlib>

#include "base/text.hpp"
#include "bind/chars.hpp"
#include "bind/number.hpp"
#include "bind/value_place.hpp"

namespace huizong {
namespace {

Value take_date(Value value, const Date& date) {
  value.kind = ValueKind::date;
  value.date = date;
  value.text = to_text(date);
  return value;
}

/// A serial typed without a date format: five digits, 1978 to 2100. A smaller number is rather an area or a sum than a day of
/// some firm or base.
std::optional<Date> date_of_serial(const std::string& digits, bool date1904) {
  const bool whole = digits.size() == 5 && digits.find_first_not_of("0123456789") == std::string::npos;
  const long serial = whole ? std::strtol(digits.c_str(), nullptr, 10) : 0;
  return serial >= 28491 && serial <= 73415 ? to_date(static_cast<double>(serial), date1904) : std::nullopt;
}

std::optional<Date> read_date_text(std::string text, bool date1904) {
  text = normalise(text);
  // 2015-03-01 00:00:00: a time of day adds nothing.
  if (const std::size_t colon = text.find(':'); colon != std::string::npos) {
    const std::size_t cut = text.find_first_of(" T");
    if (cut != std::string::npos && cut < colon) text.resize(cut);
  }
  if (starts_with(text, "'")) text.erase(0, 1);  // the mark of a number held as text
  if (const auto date = parse_date(text)) return date;
  return date_of_serial(text, date1904);
}

}  // namespace

Value read_date_cell(const Place& place, Value value) {
  if (place.cell.kind == CellKind::date) {
    const auto serial = number_of(place.cell);
    // 2024 typed into a cell that shows dates is 1905-07-16.
    if (serial && *serial >= Decimal(1900) && *serial < Decimal(2200)) {
      return bad(place, std::move(value), "cell.not-a-date", {{"why", "why.year-as-day"}});
    }
    const auto date = serial ? to_date(to_double(*serial), place.date1904) : std::nullopt;
    return date ? take_date(std::move(value), *date) : bad(place, std::move(value), "cell.not-a-date");
  }
  const bool plain = begins_with_digit(value.text) && value.text.find_first_not_of("0123456789-./") == std::string::npos;  // nearly all
  if (!plain) {
    if (is_ditto(value.text)) return bad(place, std::move(value), "cell.not-a-date", {{"why", "why.ditto"}});
    if (is_missing(place, value.text) || normalise(value.text) == "无") return value;
    if (is_error_word(value.text)) return bad(place, std::move(value), "cell.error-value");
  }
  auto date = read_date_text(value.text, place.date1904);
  if (!date) return bad(place, std::move(value), "cell.not-a-date");
  // As a number 2024.1 is January or October: only the year is certain.
  if (place.cell.kind == CellKind::number && date->precision == DatePrecision::month && ends_with(value.text, ".1")) {
    date = Date{date->year, 1, 1, DatePrecision::year};
    tell(place, "cell.normalised", {{"value", value.text}, {"expected", to_text(*date)}});
  }
  return take_date(std::move(value), *date);
}

}  // namespace huizong
