#pragma once
// The records that count, each once. Internal to the room.

#include <string>
#include <unordered_map>
#include <vector>

#include "rollup/roll_up.hpp"

namespace huizong {

/// A record that counts, with its place in the tree of the summary's year.
struct CountedRecord {
  const Standing* standing = nullptr;
  const Record* record = nullptr;
  std::string city;
  std::string region;  ///< county, zone or city
  std::string owner;   ///< of a form that bases or platforms file about what is theirs: the reporter; else empty
  int rank = 0;        ///< the lower was filed closer to the thing itself
  bool from_city = false;  ///< only a city's table carries it
};

struct Gathered {
  std::vector<CountedRecord> entries;  ///< by region, reporter and row
  std::unordered_map<std::string, std::size_t> by_place;  ///< city and key (bands: region) to the entry

  const CountedRecord* find(const CountedRecord& other) const;  ///< the entry of the same place
};

/// Where two returns carry one record, the entity's own goes before the county's, that before the city's. Region codes are
/// those in use in the year of the input's period, whatever period the standings are of.
Gathered gather(const RollUpInput& input, const std::vector<Standing>& standings);

/// The code in the input's year; the code itself where it was split.
std::string code_now(const RollUpInput& input, const std::string& code);
/// The city above, itself for a county that the province governs.
std::string city_now(const RollUpInput& input, const std::string& code);

const Value& value_at(const Record& record, int field);

/// Standings in a stable order: by region, reporter, version, id.
std::vector<const Standing*> in_order(const std::vector<Standing>& standings);

/// 0 the entity itself, 1 county or zone, 2 city, 3 province.
int level_of(const RegionTree& regions, const Return& data);

}  // namespace huizong
