// Expected values: Python's integers.
#include "base/wide.hpp"

#include <doctest/doctest.h>

#include <string_view>

using namespace huizong;

namespace {

Unsigned hex(std::string_view text) {
  Unsigned number = 0;
  for (const char c : text) number = number * 16 + static_cast<Unsigned>(c <= '9' ? c - '0' : c - 'a' + 10);
  return number;
}

}  // namespace

TEST_CASE("wide: products") {
  struct Row { Unsigned a, b; Wide product; };
  const Row rows[] = {
      {hex("dbc8fbbcbde5c0994164d8399f767c45"), hex("d76d4330f1446beab0c11fdecb91ce37"), {hex("a364e77017484d3d1e90382fb48938d3"), hex("b8f399ae518d5bb07f3e7692512144e8")}},
      {hex("87b0b125ec1d7da0a6eb8c9ebd69fe29"), hex("d7210dff076ce2ef"), {hex("3e73eab08916896ab2f779ebc0a07a47"), hex("7206e9f8d51f21be")}},
      {hex("bf17fd374c6a5387777330bdb"), hex("5413b446e6a16a3b0d464138a6233255"), {hex("c246647841e9834cf92ad852d34b5b7"), hex("3ec2946fbaefb9083fc540f9d")}},
      {hex("15f2dd97f1cfb10f6"), hex("13f1f65a8de527100"), {hex("b5c53407796218b2cd184c5b95489600"), hex("1")}},
      {hex("9a1afe878b33e968"), hex("bfd4235992edcf45"), {hex("7379d78985bc9435ae0b0b6be4010108"), hex("0")}},
      {hex("1"), hex("c78c281d687c966c377b9aa2bb2edb20"), {hex("c78c281d687c966c377b9aa2bb2edb20"), hex("0")}},
      {hex("ffffffffffffffffffffffffffffffff"), hex("ffffffffffffffffffffffffffffffff"), {hex("1"), hex("fffffffffffffffffffffffffffffffe")}},
  };
  for (const auto& row : rows) {
    CHECK((multiply(row.a, row.b) == row.product));
    CHECK((multiply(row.b, row.a) == row.product));
  }
}

TEST_CASE("wide: quotients and remainders") {
  struct Row { Wide dividend, divisor, quotient, remainder; };
  const Row rows[] = {
      {{hex("c4069545de11cc9dea959c212e9c82b1"), hex("cc11d357c30d8b7628dbd25e63b229f1")},
       {hex("9e115e4b9e30691c238642ea126a1e48"), hex("403a289821da8978206f5c6671e0c07e")},
       {hex("3"), hex("0")},
       {hex("e9d27a63038091498002d362f75e27d9"), hex("b63598f5d7def0dc78dbd2b0e0fe875")}},
      {{hex("359eeefb015c33b2df1461aaf8eb18b9"), hex("fb7ff337f5cae3bf3729c619c60a3cab")},
       {hex("4a0fe75d2a9eba0cdf561d802a759159"), hex("b2f6236bf2504b74ba")},
       {hex("167c3a8e0b02791"), hex("0")},
       {hex("79166977fb20700b94dde83135ff3650"), hex("154e2220a36051574c")}},
      {{hex("a02fdaa1ad864c44e049548e8a0a8c96"), hex("3dfcd58f0e3cd972e81d66d346c6e2b")},
       {hex("f7108e96f770c2263266aa3bb0cde917"), hex("0")},
       {hex("403abed20d39c2bf6c7745bc2550981"), hex("0")},
       {hex("2235893537d8de9ab126d14627348ff"), hex("0")}},
      {{hex("585a01c4c7d6df0621aef57e4cc4132"), hex("ef901b932a7c18806a3753915c76f18a")},
       {hex("c3892dfc254cb864"), hex("0")},
       {hex("4aa8756ed7a4f06270d340bfc4a6cf0b"), hex("139a427e47c98a241")},
       {hex("743593d1208f78e6"), hex("0")}},
      {{hex("d14125844d25deb354f46a6910acff00"), hex("80960d5a8f9a656aaf")},
       {hex("262"), hex("0")},
       {hex("4164688f5338b7c30598526e2057934d"), hex("35f6ca02c0e1f32a")},
       {hex("186"), hex("0")}},
      {{hex("90e6d8e6568068b9b52a43abad8d194a"), hex("0")},
       {hex("ce5a3a26d18a669a5af84e6b4f596727"), hex("0")},
       {hex("0"), hex("0")},
       {hex("90e6d8e6568068b9b52a43abad8d194a"), hex("0")}},
      {{hex("a50d7d13fb24891917b121dc5"), hex("0")},
       {hex("2d1634b4b465325278f845f57b3120df"), hex("2")},
       {hex("0"), hex("0")},
       {hex("a50d7d13fb24891917b121dc5"), hex("0")}},
  };
  for (const auto& row : rows) {
    const WideDivision division = divide_wide(row.dividend, row.divisor);
    CHECK((division.quotient == row.quotient));
    CHECK((division.remainder == row.remainder));
  }
}

TEST_CASE("wide: ten times") {
  Wide fits{0, hex("19999999999999999999999999999999")};  // a tenth of 2^128, rounded down
  CHECK(times_ten(fits));
  CHECK((fits == Wide{0, hex("fffffffffffffffffffffffffffffffa")}));
  Wide leaves{0, hex("1999999999999999999999999999999a")};
  CHECK_FALSE(times_ten(leaves));
  Wide carries{hex("80000000000000000000000000000000"), 0};
  CHECK(times_ten(carries));
  CHECK((carries == Wide{0, 5}));
}
