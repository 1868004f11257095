#pragma once
// Where the tree stands that the tests were built from.

namespace huizong::test {

extern const char* const source_dir;

}  // namespace huizong::test
