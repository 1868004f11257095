#include "model/status.hpp"

#include <doctest/doctest.h>

using namespace huizong;

TEST_CASE("status: words of the interface") {
  struct Row { Bucket bucket; const char* word; };
  const Row rows[] = {{Bucket::unreadable, "unreadable"}, {Bucket::unrecognised, "unrecognised"},
                      {Bucket::returned, "returned"},     {Bucket::unfinished, "unfinished"},
                      {Bucket::pending, "pending"},       {Bucket::accepted, "accepted"},
                      {Bucket::duplicate, "duplicate"},   {Bucket::superseded, "superseded"},
                      {Bucket::withdrawn, "withdrawn"},   {Bucket::passed_over, "passed-over"}};
  for (const auto& row : rows) CHECK(to_word(row.bucket) == row.word);
  CHECK(to_word(UnitState::accepted) == "accepted");
  CHECK(to_word(UnitState::pending) == "pending");
  CHECK(to_word(UnitState::returned) == "returned");
  CHECK(to_word(UnitState::missing) == "missing");
  CHECK(to_word(UnitState::nil) == "nil");
  CHECK(to_word(UnitState::exempt) == "exempt");
}
