#pragma once
// A base or platform, and the rows that its conditions read. Internal to the room.

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "check/verdicts.hpp"

namespace huizong {

struct Subject {
  std::string name, region, city;
  std::set<std::string> names;  ///< folded
};

/// Those who have a table, by region and name.
std::vector<Subject> find_subjects(const VerdictInput& input);

/// Which return a record stands in, and under which source it was read.
struct Origin {
  const Submission* submission = nullptr;
  int source = 0;
};

/// The sets of rows of one subject; keeps what it hands out.
class SubjectRows {
 public:
  SubjectRows(const VerdictInput& input, const Subject& subject) : input_(input), subject_(subject) {}
  SubjectRows(const SubjectRows&) = delete;
  SubjectRows& operator=(const SubjectRows&) = delete;

  const RowSet& rows(int source, When when);
  /// nullptr for rows of a code list.
  const Origin* origin_of(const Record& record) const;

 private:
  RowSet collect(const RowSource& used, int source, When when);
  RowSet collect_records(const std::vector<const Submission*>& filed, int source);
  RowSet collect_return(const std::vector<const Submission*>& filed, const RowSource& used, int source);
  void keep(const Record& record, const Submission& submission, int source, RowSet& set);

  const VerdictInput& input_;
  const Subject& subject_;
  std::map<std::pair<int, When>, RowSet> known_;
  std::unordered_map<const Record*, Origin> origins_;
};

}  // namespace huizong
