// Slips that may explain a total, worked out by hand.

#include "check/suspects.hpp"

#include <doctest/doctest.h>

#include "base/text.hpp"

using namespace huizong;

namespace {

Decimal number(const std::string& text) { return *parse_decimal(text); }

/// Terms split by spaces; h behind one: in a hidden row; c: converted from another unit; _ : left blank.
Disagreement make(const std::string& filed, const std::string& terms) {
  Disagreement about;
  about.filed = number(filed);
  for (std::string text : split(terms, ' ')) {
    Term term;
    term.blank = text == "_";
    if (text.back() == 'h') term.hidden = true, text.pop_back();
    if (text.back() == 'c') term.as_typed = false, text.pop_back();
    if (!term.blank) term.number = number(text);
    about.terms.push_back(term);
  }
  return about;
}

/// `left-out 0`, `swapped 1 540`, `swapped - 591` of the total itself; `many` where none is worth telling.
std::string found(const Disagreement& about) {
  const auto all = find_suspects(about);
  if (all.size() > most_suspects) return "many";
  std::vector<std::string> said;
  for (const Suspicion& one : all) {
    std::vector<std::string> terms;
    for (const std::size_t at : one.terms) terms.push_back(std::to_string(at));
    const bool figure = one.kind > SuspectKind::subtotals_wrong;
    std::string text(to_word(one.kind));
    if (!terms.empty() || figure) text += " " + (terms.empty() ? "-" : join(terms, ","));
    if (figure) text += " " + to_text(one.expected);
    said.push_back(text);
  }
  return join(said, "; ");
}

}  // namespace

TEST_CASE("one slip that explains a total") {
  struct Row { const char *what, *filed, *terms, *found; };
  const Row rows[] = {
      {"nothing to explain", "31", "10.25 20.5 0.25", ""},
      {"a row left out: 31 - 10.25", "20.75", "10.25 20.5 0.25", "left-out 0"},
      {"a negative row left out: 45 + 5", "50", "30 -5 20", "left-out 1"},
      {"a row twice: 31 + 10.25", "41.25", "10.25 20.5 0.25", "twice 0"},
      {"the formula ends after three of five", "600", "100 200 300 401 50", "stops 3,4"},
      {"zeros where it ends are no part of what is missing", "600", "100 200 300 0 401 50", "stops 4,5"},
      {"the formula begins with the third of five", "751", "100 250 300 401 50", "starts 0,1"},
      {"both hidden rows", "450", "100 200h 300 401h 50", "hidden-out 1,3"},
      {"the one hidden row is told as such", "851", "100 201h 300 401 50", "hidden-out 1"},
      {"a row that is not hidden is told by its place", "650", "100 200h 300 401 50", "left-out 3"},
      {"a row in the middle, or the first two", "751", "100 200 300 401 50", "left-out 2; starts 0,1"},
      {"450 for 540", "673", "100 450 33", "swapped 1 540"},
      {"the total's own digits: 953 for 593", "953", "120 450 23", "swapped - 593"},
      {"digits on both sides of the point: 5.1 for 1.5", "43.5", "5.1 42", "swapped 0 1.5"},
      {"52 for 520", "594", "52 33 41", "zero-dropped 0 520"},
      {"330 for 33", "126", "52 330 41", "zero-added 1 33"},
      {"2 for 200", "231", "2 31", "zero-dropped 0 200"},
      {"an inner zero: 105 for 1005, or the total 1038 for 138", "1038", "105 33", "zero-added - 138; zero-dropped 0 1005"},
      {"52.05 for 520.5", "594.6", "52.05 33.1 41", "point-moved 0 520.5"},
      {"the total's own point: 12.615 for 126.15", "12.615", "52.05 33.1 41", "point-moved - 126.15"},
      {"-5 for 5", "55", "30 -5 20", "sign 1 5"},
      {"the total's own sign", "-45", "30 -5 20", "sign - 45"},
      {"two that explain it alike: 90 left out, or 100 for 10", "100", "90 100", "left-out 0; zero-added 1 10"},
      {"of digits that were converted nothing can be told", "594", "52c 33 41", ""},
      {"any of five alike", "20", "5 5 5 5 5", "many"},
      {"a single one of three alike cannot be told from the others, but all can", "10", "5 5 5", "left-out 0; left-out 1; left-out 2"},
      {"two rows left out: 200 and 50", "801", "100 200 300 401 50", "left-out 1,4"},
      {"two rows twice: 300 and 50", "1401", "100 200 300 401 50", "twice 2,4"},
      {"the only blank cell", "65", "10 _ 30", "blank 1 25"},
      {"two blank cells tell nothing", "65", "10 _ 30 _", ""},
      {"a difference that no slip gives", "1100", "100 200 300 401 50", ""},
      {"numbers too long to add", "1", "99999999999999999999999999999999999999 99999999999999999999999999999999999999", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(found(make(row.filed, row.terms)) == row.found);
  }
}

TEST_CASE("what the column allows") {
  struct Row { const char *what, *filed, *terms, *minimum, *maximum; bool whole, money; const char* found; };
  const Row rows[] = {
      {"a sign may be wrong", "45", "30 5 20", "", "", false, false, "sign 1 -5"},
      {"but not where nothing is below zero", "45", "30 5 20", "0", "", false, false, ""},
      {"ten times", "120", "10 20", "", "100", false, false, "zero-dropped 0 100"},
      {"but not beyond the bound", "120", "10 20", "", "99", false, false, ""},
      {"a point where halves are possible", "32.5", "25 30", "", "", false, false, "point-moved 0 2.5"},
      {"but not among whole numbers", "32.5", "25 30", "", "", true, false, ""},
      {"3,500,000 元 for 350 万元", "911.5", "520.5 3500000 41", "0", "", false, true, "unit 1 350"},
      {"the total in 元", "9115000", "520.5 350 41", "0", "", false, true, "unit - 911.5"},
      {"no money, no unit", "396", "5 3500000 41", "0", "", true, false, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    Disagreement about = make(row.filed, row.terms);
    if (*row.minimum != 0) about.minimum = number(row.minimum);
    if (*row.maximum != 0) about.maximum = number(row.maximum);
    about.whole = row.whole;
    about.money = row.money;
    CHECK(found(about) == row.found);
  }
}

TEST_CASE("subtotals among the rows") {
  struct Row { const char *what, *filed, *first, *second, *found; };
  const Row rows[] = {
      {"the first added in: 103 + 31", "134", "31", "72", "subtotal-in 0"},
      {"both added in", "206", "31", "72", "subtotals-in"},
      {"the total is the sum of 31 and 75, where 72 is right", "106", "31", "75", "subtotals-wrong"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    Disagreement about = make(row.filed, "10 21 30 42");
    about.subtotals = {number(row.first), number(row.second)};
    CHECK(found(about) == row.found);
  }
}

TEST_CASE("a total that is rounded to whole numbers") {
  Disagreement about = make("21", "10.25 20.5 0.25");  // 20.75 without the first row
  CHECK(found(about) == "");
  about.slack = number("0.5");
  CHECK(found(about) == "left-out 0");
}

TEST_CASE("one explanation held against another column") {
  const Suspicion second{SuspectKind::left_out, {1}, 0};
  CHECK(explains(make("4", "3 5 1"), second));
  CHECK_FALSE(explains(make("8", "3 5 1"), second));
  CHECK_FALSE(explains(make("4", "3 0 1"), second));
  CHECK(explains(make("14", "3 5 1"), {SuspectKind::twice, {1}, 0}));
}
