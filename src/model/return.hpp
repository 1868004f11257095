#pragma once
// A return 填报: one form, filled in for one period by one reporter, from one sheet.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "model/finding.hpp"
#include "model/period.hpp"
#include "model/value.hpp"

namespace huizong {

/// One record: a row of a list, the one record of a bands form or a card, a row of a card's block. `values` by field
/// index of the form.
struct Record {
  std::string key;     ///< folded key; empty for a bands form
  std::string block;   ///< the block it is a row of; empty: a record of the form itself
  std::string name;    ///< the key as written
  std::string region;  ///< county or city it belongs to
  std::uint32_t row = 0;
  bool held_out = false;  ///< an M finding of scope row
  bool hidden = false;    ///< in a hidden row, or one that is filtered out; known while the return is fresh
  std::string sheet;      ///< where it is not the return's own: one list may go over several sheets
  Values values;
};

/// A 合计 row as it was filed: its values by field index, for checking only, never added.
struct FiledTotal {
  std::uint32_t row = 0;
  std::uint32_t first_record = 0;  ///< the records it claims to total: [first, last)
  std::uint32_t last_record = 0;
  bool grand = true;               ///< 合计/总计/汇总 of all; false for a 小计 of the rows above it
  std::string block;               ///< the block whose rows it totals: first and last then count in block_records
  Values values;
  std::string sheet = {};          ///< where it is not the return's own
};

struct Return {
  std::string pack;
  std::string form;
  Period period;
  std::string region;    ///< code of the reporting county, zone or city; of the entity's county or city
  std::string reporter;  ///< who filed, as the reports show it: a region's name, or the entity's name
  bool by_entity = false;  ///< the reporter is the entity itself (a base, a platform), not its region
  std::string sheet;
  std::vector<Record> records;
  std::vector<Record> block_records;  ///< of a card, block by block in the form's order; they never roll up
  std::vector<FiledTotal> totals;
  std::vector<bool> present;  ///< by field index: was the column there at all
  bool nil_report = false;    ///< 零报告: the sheet says there is nothing to report
};

/// Newest first is by received, then mtime in whole seconds, then name (natural order), then id.
struct Submission {
  std::string id;      ///< 12 hex: form, period, region, reporter, content, sheet
  std::string file;    ///< relative to the inbox, where it was last seen
  std::string sha256;
  std::int64_t size_bytes = 0;
  std::int64_t mtime = 0;  ///< whole seconds
  Moment received;
  bool withdrawn = false;
  std::string withdrawn_note;
  Return data;
  std::vector<Finding> findings;  ///< of check-one, with ids
  std::string figures_hash;       ///< same figures, same hash: tells a duplicate from a version
};

}  // namespace huizong
