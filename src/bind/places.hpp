#pragma once
// Region names inside longer text: 太原市小店区工业和信息化局, 晋城市阳城县云谷双创基地, 城区.xlsx.

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bind/text_memo.hpp"
#include "bind/word_trie.hpp"
#include "model/region.hpp"

namespace huizong {

/// One name in a text: the regions that go under it; none where what it named was split up by the period. `full`: with its
/// 市, 县, 区, its office (广灵工信局), or the whole of a text; a short name inside of one is weak evidence.
struct PlaceName {
  std::vector<std::string> codes;
  std::string text;  ///< folded
  std::size_t begin = 0, end = 0;  ///< bytes of the folded text
  bool full = true;
};

/// The names of one province, ready for searching.
class Places {
 public:
  Places(const RegionTree& regions, std::string province);

  /// All names in a text, longest first at each place, in the regions of `year` (0: of any year). The province's own name
  /// is passed over.
  std::vector<PlaceName> find(std::string_view text, int year) const;
  /// The names that a text begins with, one behind the other: x市x县… of a base's name.
  std::vector<PlaceName> find_chain(std::string_view text, int year) const;

  const RegionTree& regions() const { return regions_; }
  /// Is one the other, or within it?
  bool agree(std::string_view a, std::string_view b) const;

 private:
  std::vector<std::string> codes_of(const std::string& name, int year) const;
  /// The same of every name, by its id: looked up once a year for all files.
  const std::vector<std::vector<std::string>>& codes_in(int year) const;
  std::vector<std::string> codes_within(const std::string& name, int year, const std::string& city) const;
  std::vector<std::string> codes_before(std::string_view later, int since, int year) const;
  void narrow(PlaceName& place, const PlaceName& before, int year) const;
  /// Bytes of the province's own name that begins there; 0 where none does.
  std::size_t own_name_at(std::string_view folded, std::size_t at) const;
  /// The longest name that begins there and stands for a region of `year`, or that does for none any more.
  std::optional<PlaceName> name_at(std::string_view folded, std::size_t at, const std::vector<std::vector<std::string>>& codes) const;

  const RegionTree& regions_;
  std::string province_;
  /// May a name begin at a place of a folded text? Most characters begin none.
  bool may_begin(std::string_view folded, std::size_t at) const;
  void add_beginning(std::string_view name);

  std::vector<bool> begins_ = std::vector<bool>(1u << 16);  ///< by the first character of a name, where it takes three bytes
  WordTrie<char> names_;             ///< ids into all_names_
  std::vector<std::string> all_names_;
  std::vector<std::string> own_names_;  ///< longest first
  mutable std::mutex mutex_;
  mutable std::map<int, std::vector<std::vector<std::string>>> codes_by_year_;
};

/// What `Places::find` makes of texts that come again: folders, and file names that differ by their folders alone. For one thread at a time.
class PlaceMemo {
 public:
  /// *Lifetime*: until the next call.
  const std::vector<PlaceName>& find(const Places& places, std::string_view text, int year);

 private:
  std::map<int, TextMemo<std::vector<PlaceName>>> by_year_;
};

}  // namespace huizong
