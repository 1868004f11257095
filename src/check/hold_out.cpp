// What an M finding takes out of the figures.

#include "check/hold_out.hpp"

#include <set>
#include <string_view>
#include <unordered_set>

#include "check/check.hpp"
#include "check/check_keys.hpp"

namespace huizong {

void hold_out(Return& data, const std::vector<Finding>& findings) {
  std::unordered_set<std::uint32_t> rows;
  std::set<std::pair<std::string_view, std::uint32_t>> rows_elsewhere;  // of a list over several sheets
  std::unordered_set<std::string_view> twin_names, twin_keys;
  bool any = false;
  for (const Finding& finding : findings) {
    if (finding.severity != Severity::mandatory || finding.scope != Scope::row) continue;
    any = true;
    if (finding.cell && finding.sheet == data.sheet) rows.insert(finding.cell->row);
    if (finding.cell && finding.sheet != data.sheet) rows_elsewhere.insert({finding.sheet, finding.cell->row});
    if (finding.rule == "row.duplicate-key") twin_names.insert(finding.key);
  }
  if (!any) return;
  if (!twin_names.empty()) {
    for (const auto& [key, records] : find_twins(data.records)) {
      if (twin_names.count(records[1]->name) != 0) twin_keys.insert(key);
    }
  }
  const bool only_one = data.records.size() == 1;  // bands: its cells stand in many rows
  const auto is_named = [&](const Record& record) {
    return record.sheet.empty() ? rows.count(record.row) != 0 : rows_elsewhere.count({record.sheet, record.row}) != 0;
  };
  for (Record& record : data.records) {
    if (only_one || is_named(record) || twin_keys.count(record.key) != 0) record.held_out = true;
  }
}

void settle_mandatory(const FormSpec& form, Return& data, std::vector<Finding>& findings) {
  for (Finding& finding : findings) {
    if (finding.scope == Scope::cell || finding.scope == Scope::row) settle_scope(finding, form);
  }
  hold_out(data, findings);
}

}  // namespace huizong
