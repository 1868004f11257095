#include "check/check_keys.hpp"

#include <bit>
#include <functional>

#include "base/text.hpp"

namespace huizong {

SeenKeys::SeenKeys(const std::vector<Record>& records) : records_(records), slots_(std::bit_ceil(2 * records.size() + 1)) {}

bool SeenKeys::insert(const Record& record) {
  if (record.key.empty()) return true;
  const std::uint64_t hash = std::hash<std::string_view>{}(record.key);
  const auto high = static_cast<std::uint32_t>(hash >> 32);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    Slot& slot = slots_[at];
    if (slot.next == 0) {
      slot = {high, static_cast<std::uint32_t>(&record - records_.data()) + 1};
      return true;
    }
    if (slot.hash == high && records_[slot.next - 1].key == record.key) return false;
  }
}

std::string row_of(const Record& record) { return (record.sheet.empty() ? "" : record.sheet + "!") + std::to_string(record.row + 1); }

Twins find_twins(const std::vector<Record>& records) {
  SeenKeys seen(records);
  Twins twins;
  for (const Record& record : records) {
    if (!seen.insert(record)) twins[record.key];
  }
  for (const Record& record : records) {
    if (twins.empty()) break;
    if (const auto found = twins.find(record.key); found != twins.end()) found->second.push_back(&record);
  }
  return twins;
}

void KeyCheck::look(std::span<const Record> records) {
  for (const Record& record : records) {
    if (!record.block.empty()) return;  // rows of blocks have no keys to tell them apart
    if (!seen_.insert(record)) any_ = true;
  }
}

void KeyCheck::report(std::vector<Finding>& findings) const {
  if (!any_) return;
  for (const auto& [key, records] : find_twins(place_.data.records)) {
    std::vector<std::string> rows;
    for (const Record* record : records) {
      rows.push_back(row_of(*record));
    }
    for (const Record* record : records) {  // nobody knows which of them is one too many
      Finding finding = finding_of(place_, "row.duplicate-key", {{"key", record->name}, {"rows", join(rows, "、")}});
      lay_at(finding, *record);
      if (!place_.form.key.empty()) {
        const int field = place_.form.key.front();
        lay_at(finding, place_, field, value_of(*record, field));
      }
      settle_scope(finding, place_.form);
      findings.push_back(std::move(finding));
    }
  }
}

}  // namespace huizong
