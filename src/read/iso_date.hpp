#pragma once
// Dates as ISO 8601 writes them (xlsx t="d", ods, SpreadsheetML) to the serial numbers that the program counts in.

#include <optional>
#include <string_view>

namespace huizong {

/// A date, a time or both (2024-08-26, 12:30, 2024-08-26T12:30:00.5Z) as a serial number of the workbook's date system:
/// days, the time as a fraction. 30 and 31 December 1899 are both day 0 of the 1900 system: a time without a day is
/// stored under one or the other. nullopt for anything else, and for days that do not exist.
std::optional<double> parse_iso_serial(std::string_view text, bool date1904);

/// PT12H30M15.5S, -P1DT2H: days, as a spreadsheet counts time. nullopt for anything else, and where years or months
/// leave the length open.
std::optional<double> parse_iso_duration(std::string_view text);

}  // namespace huizong
