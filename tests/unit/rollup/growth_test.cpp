#include <doctest/doctest.h>

#include "build.hpp"

using namespace huizong;
using namespace huizong::test;

TEST_CASE("growth: two places, half away from zero, and a reason where there is none") {
  struct Row { const char* what; const char* now; const char* base; bool profit; const char* rate; const char* note; };
  const Row rows[] = {
      {"(115 - 100) / 100", "115", "100", false, "15", ""},
      {"(2 - 3) / 3", "2", "3", false, "-33.33", ""},
      {"(200.01 - 200) / 200 = 0.005 exactly", "200.01", "200", false, "0.01", ""},
      {"(199.99 - 200) / 200 = -0.005 exactly", "199.99", "200", false, "-0.01", ""},
      {"no figure", "", "100", false, "null", "note.no-figure"},
      {"no base", "100", "", false, "null", "note.no-base"},
      {"base zero", "100", "0", false, "null", "note.base-zero"},
      {"0 on 0", "0", "0", false, "null", "note.base-zero"},
      {"base negative", "10", "-20", false, "null", "note.base-negative"},
      {"from loss to profit", "10", "-20", true, "null", "note.turned-profit"},
      {"a smaller loss", "-5", "-20", true, "null", "note.loss-narrowed"},
      {"no loss any more, no profit yet", "0", "-20", true, "null", "note.loss-narrowed"},
      {"a larger loss", "-25", "-20", true, "null", "note.loss-widened"},
      {"the same loss", "-20", "-20", true, "null", "note.base-negative"},
      {"from profit to loss: (-10 - 20) / 20", "-10", "20", true, "-150", "note.turned-loss"},
  };
  const auto figure_or_none = [](const std::string& s) { return s.empty() ? std::nullopt : std::optional(num(s)); };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const Growth growth = to_growth(figure_or_none(row.now), figure_or_none(row.base), row.profit);
    CHECK(show(growth.rate) == row.rate);
    CHECK((growth.note ? growth.note->id : "") == row.note);
  }
  const Growth negative = to_growth(num("10"), num("-20.5"), true);
  REQUIRE(negative.note);
  CHECK(negative.note->args == Args{{"base", "-20.5"}, {"now", "10"}});
}
