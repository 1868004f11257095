#include <doctest/doctest.h>

#include <set>

#include "build.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

struct Shelf {
  std::deque<Submission> all;
  std::set<std::string> refused, pending;

  Submission& add(const std::string& id, const std::string& received, std::int64_t mtime = 0,
                  const std::string& file = "") {
    all.push_back(submission(id, "140902", "忻府区", {2024, 1, 12}, {}));
    all.back().received = at(received);
    all.back().mtime = mtime;
    all.back().figures_hash = "figures-" + id;
    if (!file.empty()) all.back().file = file;
    return all.back();
  }

  /// `id:bucket version[*counted][!newer returned]<follows`, in the order given.
  std::string decide(std::optional<Moment> as_of = {}) {
    std::vector<const Submission*> pointers;
    for (const Submission& s : all) pointers.push_back(&s);
    std::string out;
    for (const Standing& s : decide_standing(pointers, [this](const Submission& x) { return refused.count(x.id) > 0; },
                                             [this](const Submission& x) { return pending.count(x.id) > 0; }, as_of)) {
      out += s.submission->id + ":" + std::string(to_word(s.bucket)) + std::to_string(s.version) + (s.counted ? "*" : "") +
             (s.newest ? "^" : "") + (s.newer_returned ? "!" : "") + (s.follows ? "<" + s.follows->id : "") + " ";
    }
    return out;
  }
};

const char* const monday = "2024-08-05T02:00:00+08:00";
const char* const tuesday = "2024-08-06T02:00:00+08:00";
const char* const wednesday = "2024-08-07T02:00:00+08:00";

}  // namespace

TEST_CASE("the newest counts: by arrival, then time, then name, whatever order they come in") {
  Shelf by_arrival;
  by_arrival.add("b", tuesday, 1);
  by_arrival.add("a", monday, 9);
  CHECK(by_arrival.decide() == "b:accepted2*^<a a:superseded1 ");
  Shelf by_time;
  by_time.add("b", monday, 200);
  by_time.add("a", monday, 100);
  CHECK(by_time.decide() == "b:accepted2*^<a a:superseded1 ");
  Shelf by_name;  // 10 is after 9, though not as text
  by_name.add("b", monday, 100, "表10.xlsx");
  by_name.add("a", monday, 100, "表9.xlsx");
  CHECK(by_name.decide() == "b:accepted2*^<a a:superseded1 ");
}

TEST_CASE("while the newest stands returned, the last good one goes on counting") {
  Shelf shelf;
  shelf.add("a", monday);
  shelf.add("b", tuesday);
  shelf.add("c", wednesday);
  shelf.refused = {"c"};
  CHECK(shelf.decide() == "a:superseded1 b:accepted2*!<a c:returned3^<b ");
  shelf.refused = {"b", "c"};
  CHECK(shelf.decide() == "a:accepted1*! b:superseded2<a c:returned3^<b ");
  shelf.refused = {"a", "b", "c"};
  CHECK(shelf.decide() == "a:superseded1 b:superseded2<a c:returned3^<b ");
  shelf.refused = {"a"};
  shelf.pending = {"c"};
  CHECK(shelf.decide() == "a:superseded1 b:superseded2<a c:pending3*^<b ");
}

TEST_CASE("as_of leaves later arrivals out altogether") {
  Shelf shelf;
  shelf.add("a", monday);
  shelf.add("b", wednesday);
  CHECK(shelf.decide(at(tuesday)) == "a:accepted1*^ ");
  CHECK(shelf.decide(at(wednesday)) == "a:superseded1 b:accepted2*^<a ");
}

TEST_CASE("duplicates share the version that they repeat; a return to older figures is a version") {
  Shelf shelf;
  shelf.add("a", monday);
  shelf.add("copy", tuesday).figures_hash = "figures-a";
  CHECK(shelf.decide() == "a:accepted1*^ copy:duplicate1 ");
  shelf.add("b", wednesday, 1);
  shelf.add("again", wednesday, 2).figures_hash = "figures-a";
  CHECK(shelf.decide() == "a:superseded1 copy:duplicate1 b:superseded2<a again:accepted3*^<b ");
}

TEST_CASE("the same figures with a fault mended are a version") {
  Shelf shelf;
  shelf.add("a", monday).findings = {make_finding("total.mismatch")};
  shelf.add("b", tuesday).figures_hash = "figures-a";
  shelf.refused = {"a"};
  CHECK(shelf.decide() == "a:superseded1 b:accepted2*^<a ");
}

TEST_CASE("a withdrawn one neither counts nor is followed nor repeated") {
  Shelf shelf;
  shelf.add("a", monday);
  shelf.add("b", tuesday).withdrawn = true;
  shelf.add("c", wednesday).figures_hash = "figures-b";
  CHECK(shelf.decide() == "a:superseded1 b:withdrawn2 c:accepted3*^<a ");
  shelf.all.pop_back();
  CHECK(shelf.decide() == "a:accepted1*^ b:withdrawn2 ");
}

TEST_CASE("only the same form, period and reporter replace each other") {
  Shelf shelf;
  shelf.add("a", monday);
  shelf.add("form", tuesday).data.form = "base-summary";
  shelf.add("period", tuesday).data.period = {2023, 1, 12};
  shelf.add("region", tuesday).data.region = "140921";
  shelf.add("base", tuesday).data.by_entity = true;
  Submission& other = shelf.add("other", tuesday);
  other.data.by_entity = true;
  other.data.reporter = "乙基地";
  CHECK(shelf.decide() ==
        "a:accepted1*^ form:accepted1*^ period:accepted1*^ region:accepted1*^ base:accepted1*^ other:accepted1*^ ");
}
