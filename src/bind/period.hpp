#pragma once
// Which period a return is for: title and period line, printed years, folders, file name, --period, in this order.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bind/file_place.hpp"
#include "bind/lines.hpp"
#include "model/finding.hpp"
#include "model/period.hpp"

namespace huizong {

/// A period as a text names it; `span`: it names months, not only a year.
struct NamedPeriod {
  Period period;
  bool span = false;
  CellRef at;
  bool filed = false;  ///< 2024年报送: maybe only when it was sent
  bool loose = false;  ///< the months stand apart from the year, among other words: 2024年…情况表（上半年）
};

/// All periods that a text names. Days, cut-off dates (截至…, …底), document numbers and ranges of years are none.
std::vector<NamedPeriod> find_periods(std::string_view text);

/// The months that a text names without their year, wherever they stand in it: 上半年, 1—9月, 第三季度; a month alone is a part
/// of a date. Nothing where it names several spans.
std::optional<NamedPeriod> find_span(std::string_view text, int year);

/// What was found in texts that come again.
struct PeriodMemo {
  TextMemo<std::vector<NamedPeriod>> titles;   ///< with what else stands above a table
  TextMemo<std::optional<NamedPeriod>> names;  ///< of folders and sheets
  TextMemo<bool> silent;                       ///< labels whose values name no period of the return
};

struct PeriodSources {
  const FormSpec& form;
  const Lines& head;
  const Lines& foot;
  int printed_year = 0;  ///< the later year of the header
  const std::string& sheet;  ///< its name
  const FilePlace& file;
  Date arrived;
  std::optional<Period> assumed;
  PeriodMemo* memo = nullptr;
};

struct PeriodReading {
  Period period;  ///< year 0: unknown
  std::vector<Finding> findings;
};
PeriodReading decide_period(const PeriodSources& sources);

}  // namespace huizong
