#pragma once
// Which version of a return counts. Pure: the same submissions give the same standing.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/return.hpp"
#include "model/status.hpp"

namespace huizong {

struct Standing {
  const Submission* submission = nullptr;
  Bucket bucket = Bucket::accepted;  ///< accepted, pending, returned, superseded, duplicate, withdrawn
  int version = 0;       ///< 1 is the oldest of its reporter; duplicates share the version they repeat
  bool newest = false;   ///< the newest that is neither withdrawn nor a duplicate
  bool counted = false;
  bool newer_returned = false;  ///< it counts because the newest stands returned
  const Submission* follows = nullptr;  ///< the version before it
};

/// Groups by form, period and reporter (and region where an entity reports), orders by received, mtime in seconds, name in
/// natural order, id; newest first wins. `refused`: an M finding of scope file or return stands; `pending`: an open V.
/// `as_of`: later arrivals are left out altogether.
std::vector<Standing> decide_standing(const std::vector<const Submission*>& all,
                                      const std::function<bool(const Submission&)>& refused,
                                      const std::function<bool(const Submission&)>& pending,
                                      std::optional<Moment> as_of);

}  // namespace huizong
