#pragma once
// The region tree 区划: GB/T 2260 with its history, and the zones that have no code.

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace huizong {

enum class Level : std::uint8_t { province, city, county, zone };

struct Successor {
  std::string code;
  int year = 0;  ///< the year it took over
};

/// One code. `since` and `until` are years; until 0 means in use. A zone's code is `<city code>-<zone id>`.
struct Region {
  std::string code;
  std::string name;
  std::string parent;  ///< code of city or province; of a county directly under the province, the province; empty for a province
  Level level = Level::county;
  int since = 0;
  int until = 0;
  std::vector<Successor> successors;
  bool contained = false;  ///< zones only: the city's own figures already contain it
  std::vector<std::string> other_names;  ///< short names: 海西州, 忻府, 经开区
};

/// Holds regions by code and by every name they go under. Immutable after `index`.
class RegionTree {
 public:
  void add(Region region);
  void index();  ///< call once after the last add

  const Region* find(std::string_view code) const;  ///< where the code went under several names, the latest
  /// Children in use in `year`, by code; zones last. Level of a child may be city or county (省直辖).
  std::vector<const Region*> children(std::string_view code, int year) const;
  /// All regions at or below `code` in use in `year`, depth first.
  std::vector<const Region*> below(std::string_view code, int year) const;
  /// Regions in use in `year` at or below `province` that go under this very name (full, short or other), normalised.
  std::vector<const Region*> named(std::string_view name, std::string_view province, int year) const;
  /// Is `code` the same as `ancestor` or below it?
  bool is_within(std::string_view code, std::string_view ancestor) const;
  /// The code that stands for `code` in `year`: itself or its successor; empty where it was split or is not known.
  std::string code_in(std::string_view code, int year) const;
  /// The city (or directly governed county) above `code`, itself where it is one; empty for a province.
  std::string city_of(std::string_view code) const;
  /// Every name with the regions under it, for searching names inside longer text. Names are folded.
  const std::unordered_map<std::string, std::vector<std::uint32_t>>& names() const { return by_name_; }
  const std::vector<Region>& all() const { return regions_; }

 private:
  static constexpr std::uint32_t no_parent = ~0u;
  const Region* parent_of(const Region& region) const;
  bool is_within(const Region& region, std::string_view ancestor) const;
  void collect_standing(const std::string& code, int year, std::size_t depth, std::set<std::string>& standing) const;

  std::vector<Region> regions_;
  std::vector<std::uint32_t> parents_;  ///< by region, as `find` gives them; no_parent where it knows none
  /// A code that was renamed has several spells, oldest first.
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_code_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> children_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_name_;
};

}  // namespace huizong
