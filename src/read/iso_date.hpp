#pragma once
// Dates as ISO 8601 writes them (xlsx t="d", ods, SpreadsheetML) to the serial numbers that the program counts in.

#include <optional>
#include <string_view>

namespace huizong {

/// A date, a time or both (2024-08-26, 12:30, 2024-08-26T12:30:00.5Z) as a serial number of the workbook's date system:
/// days, the time as a fraction. nullopt for anything else.
std::optional<double> parse_iso_serial(std::string_view text, bool date1904);

}  // namespace huizong
