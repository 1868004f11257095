#pragma once
// Records of several returns, found by what they are about. Internal to the room.

#include <string>
#include <unordered_map>
#include <vector>

#include "check/check.hpp"

namespace huizong {

/// A record with the return that it stands in. `level`: the lower files closer to the thing itself.
struct Filed {
  const Submission* submission = nullptr;
  const Record* record = nullptr;
  int level = 0;  ///< 0 the entity itself, 1 county or zone, 2 city, 3 province
  int rank = 0;   ///< as level; at one level a form's own return goes before a table that repeats its records
};

class RecordIndex {
 public:
  RecordIndex(const PeriodView& view, const std::vector<const Submission*>& submissions);

  /// City and key; for a form without keys the reporting region. Codes are those of the view's period.
  std::string place_of(const Submission& submission, const Record& record) const;
  /// All records of a place, lowest rank first.
  const std::vector<Filed>& at(const std::string& place) const;
  /// The record that stands for another one's place: of the same region where there is one, else of the lowest rank.
  const Record* counterpart(const Submission& submission, const Record& record) const;
  /// Places in the order in which they were filed.
  const std::vector<std::string>& places() const { return places_; }

 private:
  const PeriodView& view_;
  std::unordered_map<std::string, std::vector<Filed>> by_place_;
  std::vector<std::string> places_;
};

/// The code in use in the view's year, or the code itself where it was split.
std::string code_now(const PeriodView& view, const std::string& code);

}  // namespace huizong
