#pragma once
// Keys that stand more than once in one return. Internal to the room.

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "check/finding_of.hpp"

namespace huizong {

/// The records of each key that stands more than once, by key. They live in the return.
using Twins = std::map<std::string_view, std::vector<const Record*>>;

/// Which keys of a list were seen. Open addressing over places in the list: a node a key had cost more than all else of a check.
class SeenKeys {
 public:
  explicit SeenKeys(const std::vector<Record>& records);
  /// Takes the key of a record of the list that was not given before; false where the same one was seen. An empty key is like no other.
  bool insert(const Record& record);

 private:
  struct Slot {
    std::uint32_t hash = 0;  ///< the bits of it that did not choose the slot: few keys need to be compared
    std::uint32_t next = 0;  ///< the record's place, counted from 1; 0: free
  };

  const std::vector<Record>& records_;
  std::vector<Slot> slots_;  ///< a power of two, half of them free
};

/// Where a record stands, as a reader finds it: 7, or 二月!7 on a sheet that is not the return's own.
std::string row_of(const Record& record);

Twins find_twins(const std::vector<Record>& records);

/// *Errors*: row.duplicate-key, one a key, at its second place. The records of all places are named by row: which one is right,
/// nobody can tell.
class KeyCheck {
 public:
  explicit KeyCheck(const ReturnPlace& place) : place_(place), seen_(place.data.records) {}
  void look(std::span<const Record> records);
  void report(std::vector<Finding>& findings) const;

 private:
  const ReturnPlace& place_;
  SeenKeys seen_;
  bool any_ = false;
};

}  // namespace huizong
