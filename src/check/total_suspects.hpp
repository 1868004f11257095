#pragma once
// Why a 合计 or 小计, or a rule of parts and whole, may not agree: hints put beside the finding. Internal to the room.

#include <vector>

#include "check/finding_of.hpp"

namespace huizong {

/// A column of a total that does not agree with its rows, and the finding that says so.
struct Mismatch {
  int field = -1;
  std::size_t finding = 0;
};

/// The records that a total claims are among these.
inline const std::vector<Record>& records_of(const Return& data, const FiledTotal& total) {
  return total.block.empty() ? data.records : data.block_records;
}

/// Puts what may explain each mismatch of one total into its finding, as argument `suspects`. Rows that explain several columns go
/// before everything that explains one.
void tell_suspects(const ReturnPlace& place, const FiledTotal& total, const std::vector<Mismatch>& mismatches,
                   std::vector<Finding>& findings);

/// The same of a broken rule `whole = part + part …` over columns of one record; nothing is done for rules of another kind.
void tell_suspects(const ReturnPlace& place, const Rule& rule, const Record& record, Finding& finding);

}  // namespace huizong
