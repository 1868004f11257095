#pragma once
// The cells that a verdict rests on, as the evaluator tells them. Internal to the room.

#include <map>
#include <utility>
#include <vector>

#include "check/verdict_subject.hpp"

namespace huizong {

class Rests {
 public:
  Rests(const VerdictInput& input, const SubjectRows& rows) : input_(input), rows_(rows) {}

  /// Column -1: the row as such, which its naming column stands for.
  void see(const Record& record, int column);
  /// Column by column of each return, in the order in which they were first read.
  std::vector<Resting> take();

 private:
  struct Column {
    const Submission* submission = nullptr;
    const Field* field = nullptr;
    std::map<CellRef, const Value*> cells;
  };

  const VerdictInput& input_;
  const SubjectRows& rows_;
  std::vector<Column> columns_;
  std::map<std::pair<const Submission*, const Field*>, std::size_t> places_;
};

}  // namespace huizong
