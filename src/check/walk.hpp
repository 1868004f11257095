#pragma once
// One walk over a return, for several checks at once. Internal to the room.

#include <algorithm>
#include <span>
#include <vector>

#include "model/return.hpp"

namespace huizong {

/// Hands the records out a few at a time, the return's own and then those of its blocks: a long list is not in the cache, and what one
/// check fetched is still there for the next.
template <typename Look>
void walk(const Return& data, Look look) {
  constexpr std::size_t at_once = 32;
  for (const std::vector<Record>* records : {&data.records, &data.block_records}) {
    for (std::size_t at = 0; at < records->size(); at += at_once) {
      look(std::span<const Record>(*records).subspan(at, std::min(at_once, records->size() - at)));
    }
  }
}

}  // namespace huizong
