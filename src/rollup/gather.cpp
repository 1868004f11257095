#include "rollup/gather.hpp"

#include <algorithm>
#include <tuple>

#include "rollup/expected.hpp"

namespace huizong {
namespace {

std::string place_of(const CountedRecord& entry) {
  const Record& record = *entry.record;
  return record.key.empty() ? entry.region : entry.city + "\x1f" + entry.owner + "\x1f" + record.key;
}

CountedRecord to_entry(const RollUpInput& input, const Standing& standing, const Record& record) {
  const Return& data = standing.submission->data;
  CountedRecord entry;
  entry.standing = &standing;
  entry.record = &record;
  entry.region = code_now(input, record.region.empty() || record.key.empty() ? data.region : record.region);
  entry.city = city_now(input, entry.region);
  if (input.form.reporter.named) entry.owner = data.reporter;
  const int level = level_of(input.regions, data);
  entry.rank = 2 * level + (data.form == input.form.id ? 0 : 1);
  entry.from_city = level == 2 && !has_level(input.form, Level::city);
  return entry;
}

/// A zone whose figures the city's own bands contain is left out where the city reported.
void drop_contained(const RollUpInput& input, std::vector<CountedRecord>& entries) {
  const auto reported = [copy = entries](const std::string& city) {
    return std::any_of(copy.begin(), copy.end(), [&](const CountedRecord& e) { return e.region == city; });
  };
  std::erase_if(entries, [&](const CountedRecord& entry) {
    const Region* region = input.regions.find(entry.region);
    return region != nullptr && region->level == Level::zone && region->contained && reported(entry.city);
  });
}

}  // namespace

const CountedRecord* Gathered::find(const CountedRecord& other) const {
  const auto found = by_place.find(place_of(other));
  return found == by_place.end() ? nullptr : &entries[found->second];
}

std::string code_now(const RollUpInput& input, const std::string& code) {
  const std::string now = input.regions.code_in(code, input.period.year);
  return now.empty() ? code : now;
}

std::string city_now(const RollUpInput& input, const std::string& code) {
  const std::string city = input.regions.city_of(code);
  return city.empty() ? code : code_now(input, city);
}

const Value& value_at(const Record& record, int field) {
  static const Value none{ValueKind::not_applicable, {}, {}, {}, {}, 1};
  const auto at = static_cast<std::size_t>(field);
  return field >= 0 && at < record.values.size() ? record.values[at] : none;
}

int level_of(const RegionTree& regions, const Return& data) {
  if (data.by_entity) return 0;
  const Region* region = regions.find(data.region);
  if (region == nullptr) return 1;
  switch (region->level) {
    case Level::province: return 3;
    case Level::city: return 2;
    default: return 1;
  }
}

std::vector<const Standing*> in_order(const std::vector<Standing>& standings) {
  std::vector<const Standing*> sorted;
  for (const Standing& standing : standings) sorted.push_back(&standing);
  std::sort(sorted.begin(), sorted.end(), [](const Standing* a, const Standing* b) {
    const auto key = [](const Standing* s) {
      const Submission& one = *s->submission;
      return std::tie(one.data.region, one.data.by_entity, one.data.reporter, one.data.form, s->version, one.id);
    };
    return key(a) < key(b);
  });
  return sorted;
}

Gathered gather(const RollUpInput& input, const std::vector<Standing>& standings) {
  std::vector<CountedRecord> all;
  for (const Standing* standing : in_order(standings)) {
    if (!standing->counted) continue;
    for (const Record& record : standing->submission->data.records) {
      if (!record.held_out) all.push_back(to_entry(input, *standing, record));
    }
  }
  if (input.form.layout == Layout::bands) drop_contained(input, all);
  std::unordered_map<std::string, int> lowest;
  for (const CountedRecord& entry : all) {
    const auto [known, fresh] = lowest.try_emplace(place_of(entry), entry.rank);
    if (!fresh) known->second = std::min(known->second, entry.rank);
  }
  Gathered gathered;
  for (CountedRecord& entry : all) {
    const std::string place = place_of(entry);
    if (entry.rank != lowest[place] || gathered.by_place.count(place) > 0) continue;
    gathered.by_place.emplace(place, gathered.entries.size());
    gathered.entries.push_back(std::move(entry));
  }
  return gathered;
}

}  // namespace huizong
