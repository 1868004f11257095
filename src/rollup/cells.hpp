#pragma once
// The cells of one summary row. Internal to the room.

#include <vector>

#include "rollup/gather.hpp"
#include "rollup/growth.hpp"

namespace huizong {

/// A record of this period beside the one that it was last year; nullptr where it was none.
struct RecordPair {
  const CountedRecord* now;
  const CountedRecord* base;
};

/// What a row adds up. For a record row: itself.
struct RowContent {
  std::vector<RecordPair> now;
  std::vector<const CountedRecord*> base;
  bool is_record = false;
};

/// For a form that prints two years side by side: the {year-1} column of a {year} column; -1 where there is none.
int prior_field(const FormSpec& form, int field);

/// Cells by column. `whole`: the province's cells, for the contribution; empty while they are being made.
std::vector<SummaryCell> to_cells(const FormSpec& form, const RowContent& content, const std::vector<SummaryCell>& whole);

}  // namespace huizong
