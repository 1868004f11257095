#pragma once
// A summary 汇总: what the returns of one form and period come to, for each level, with growth.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/message.hpp"
#include "model/period.hpp"
#include "model/value.hpp"

namespace huizong {

enum class RowLevel : std::uint8_t { province, city, county, record };

struct SummaryColumn {
  std::string path;         ///< header path, years made concrete
  std::string unit;         ///< empty: none
  std::string growth_unit;  ///< %, 百分点, or empty where the column does not grow
};

/// What a summary says of one column in one row. `value` is in the column's unit.
struct SummaryCell {
  std::optional<Decimal> value;
  std::string text;  ///< text and dates, on record rows
  std::optional<Decimal> base;
  std::optional<Decimal> growth;             ///< two places
  std::optional<Decimal> growth_comparable;  ///< two places; 同口径, 两期均报
  std::optional<Decimal> contribution;       ///< two places; 拉动, 百分点
  std::vector<Message> notes;                ///< ids note.*: why something is missing, what a figure hides
};

struct Coverage {
  int expected = 0;  ///< reporting units that are expected below this row
  int counted = 0;   ///< of them, with a return that counts
};

struct SummaryRow {
  RowLevel level = RowLevel::record;
  std::string region;
  std::string name;
  std::string key;  ///< records only
  std::vector<SummaryCell> cells;  ///< by column
  Coverage coverage;
  int returns = 0;   ///< returns that count
  int pending = 0;   ///< of them, 待核实
  int held_out = 0;  ///< records held out
  std::vector<std::string> marks;  ///< message ids: mark.from-city-summary, mark.newer-returned
};

/// A return that the summary rests on, or that was kept out of it: the rows of sheet 依据.
struct SummarySource {
  std::string region;
  std::string reporter;
  std::string file;
  std::string sheet;
  std::string sha256;
  std::string submission;
  int version = 0;
  std::string state;  ///< accepted, pending, returned, superseded, duplicate, withdrawn
  bool counted = false;
  Moment received;
};

struct Summary {
  std::string form;         ///< id of the summary form where there is one
  std::string return_form;  ///< id of the form that the returns carry
  Period period;
  Period base_period;
  std::vector<SummaryColumn> columns;
  std::vector<SummaryRow> rows;  ///< province, then each city with its counties and their records, in code order
  std::vector<SummarySource> sources;
};

}  // namespace huizong
