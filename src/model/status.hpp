#pragma once
// Completeness: who has reported, who has not, who was sent back, who was late; and the buckets of files and returns.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/finding.hpp"
#include "model/period.hpp"

namespace huizong {

/// From bad to good, in the order of INTERFACE; a file shows the worst of its returns'.
enum class Bucket : std::uint8_t {
  unreadable, unrecognised, returned, unfinished, pending, accepted, duplicate, superseded, withdrawn, passed_over
};
std::string_view to_word(Bucket bucket);  ///< as in inbox.json; passed-over with its hyphen

enum class UnitState : std::uint8_t { accepted, pending, returned, missing, nil, exempt };
std::string_view to_word(UnitState state);

struct FindingCounts {
  int mandatory = 0;
  int verify = 0;
  int info = 0;
};

/// One expected (or arrived) reporting unit of one form.
struct Unit {
  std::string form;
  std::string region;
  std::string name;
  std::string reporter;
  UnitState state = UnitState::missing;
  std::optional<bool> late;  ///< empty: the form prints no deadline
  int version = 0;
  std::string received;      ///< RFC 3339, empty where nothing came
  std::string file;
  int records = 0;
  FindingCounts findings;
};

struct Status {
  Period period;
  std::vector<Unit> units;
};

/// A return as inbox.json shows it.
struct InboxReturn {
  std::string form, period, region, reporter, sheet;
  Bucket bucket = Bucket::accepted;
  std::string submission;
};

struct InboxFile {
  std::string file;
  Bucket bucket = Bucket::unrecognised;
  std::int64_t size_bytes = 0;
  std::string sha256;  ///< empty where the file was not read
  std::vector<InboxReturn> returns;
  std::vector<Finding> findings;  ///< those that belong to no period
};

}  // namespace huizong
