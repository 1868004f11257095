#include <doctest/doctest.h>

#include "build.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

Seen filed(const std::string& now, const std::string& rate, const std::string& base) {
  Seen seen;
  seen.form.growth_filed = true;
  seen.now = {submission("a", "140902", "忻府区", {2024, 1, 12}, {record(4, "甲", "", now, rate, "1", "1")})};
  seen.base = {submission("b", "140902", "忻府区", {2023, 1, 12}, {record(4, "甲", "", base, "", "1", "1")})};
  return seen;
}

}  // namespace

TEST_CASE("filed growth against the computed: half a unit of its last digit, at least 0.05") {
  struct Row { const char* what; const char* now; const char* rate; const char* base; const char* computed; };
  const Row rows[] = {
      {"(115 - 100) / 100", "115", "15", "100", ""},
      {"15.04 written in full, 0.04 off", "115", "15.04", "100", ""},
      {"15.06, 0.06 off", "115", "15.06", "100", "15.00"},
      {"one place: 15.3 - 15.25 = 0.05", "115.25", "15.3", "100", ""},
      {"a whole rate: 12 for 12.49", "112.49", "12", "100", ""},
      {"a whole rate: 12 for 12.6", "112.6", "12", "100", "12.60"},
      {"a fall: (80 - 120) / 120 = -33.33", "80", "-33.33", "120", ""},
      {"a fall without its sign", "80", "33.33", "120", "-33.33"},
      {"blank", "115", "", "100", ""},
      {"on a base of zero, blank", "115", "—", "0", ""},
      {"on a base of zero, 0", "115", "0", "0", ""},
      {"on a base of zero, a rate", "115", "100", "0", "—"},
      {"no figure a year before", "115", "100", "—", ""},
      {"a negative base is no measure", "115", "100", "-50", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    auto found = filed(row.now, row.rate, row.base).check()["a"];
    if (*row.computed == 0) {
      CHECK(found.empty());
      continue;
    }
    REQUIRE(found.size() == 1);
    CHECK(found[0].rule == "growth-filed");
    CHECK(found[0].severity == Severity::verify);
    CHECK(cell(found[0]) == "E5");
    CHECK(found[0].column == "收入/同比");
    CHECK(arg(found[0], "computed") == row.computed);
  }
}

TEST_CASE("a record without a base, and a period without one, are silent") {
  Seen seen = filed("115", "77", "100");
  seen.base[0].data.records[0].key = "other";
  CHECK(seen.check().empty());
  seen.base.clear();
  CHECK(seen.check().empty());
}

TEST_CASE("rise-as-amount: the filed rate fits only if the amount is what came on top, once a return") {
  // Last year 200 and 400; filed 30 at 15% (30 / 200) and 20 at 5% (20 / 400); computed -85% and -95%.
  Seen seen;
  seen.form.rise_as_amount = true;
  seen.now = {submission("a", "140902", "忻府区", {2024, 1, 6},
                         {record(4, "甲", "", "30", "15", "1", "1"), record(5, "乙", "", "20", "5", "1", "1")})};
  seen.period = {2024, 1, 6};
  seen.base = {submission("b", "140902", "忻府区", {2023, 1, 6},
                          {record(4, "甲", "", "200", "", "1", "1"), record(5, "乙", "", "400", "", "1", "1")})};
  auto found = seen.check()["a"];
  REQUIRE(found.size() == 1);
  CHECK(found[0].rule == "rise-as-amount");
  CHECK(found[0].scope == Scope::whole_return);
  CHECK(cell(found[0]) == "D5");
  CHECK(arg(found[0], "figures") == "收入/金额 30 (15%, 2023H1 200)、收入/金额 20 (5%, 2023H1 400)");

  // Doubled: 400 on 200 is 100% either as growth or as 200 / 200; the amount itself as rise would be 200%.
  seen.now[0].data.records = {record(4, "甲", "", "400", "100", "1", "1")};
  CHECK(seen.check().empty());
  // A wrong rate that fits neither is growth-filed's business.
  seen.now[0].data.records = {record(4, "甲", "", "30", "40", "1", "1")};
  CHECK(seen.check().empty());
}
