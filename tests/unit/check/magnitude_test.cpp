// 元 typed for 万元: told by last year, by the others of the period, by money a head. Returns worked out by hand.

#include <doctest/doctest.h>

#include "build.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

const Period now{2024, 1, 12}, before{2023, 1, 12};

/// Two columns of money: 3 收入, 6 税金.
FormSpec money_form() {
  FormSpec form = base_form();
  form.fields[6] = field("tax", {"税金"}, FieldType::number, Additivity::flow, "万元");
  form.magnitude = 10000;
  return form;
}

Record money(std::uint32_t row, const std::string& name, const std::string& revenue, const std::string& tax, const std::string& heads = "10") {
  return record(row, name, "", revenue, "", heads, tax);
}

/// `cell why figures` of each unit.magnitude.
std::vector<std::string> say(const std::vector<Finding>& findings) {
  std::vector<std::string> out;
  for (const Finding* f : of_rule(findings, "unit.magnitude")) {
    CHECK(f->severity == Severity::verify);
    out.push_back(cell(*f) + " " + arg(*f, "why") + " " + arg(*f, "figures"));
  }
  return out;
}

using Found = std::vector<std::string>;

Found by_itself(const FormSpec& form, std::vector<Record> records) {
  Submission s = submission("a", "140902", "忻府区", now, std::move(records));
  return say(check_return(form, s.data, s.file));
}

}  // namespace

TEST_CASE("several figures off from last year's are one finding about the return, with the figures") {
  Seen seen;
  seen.form = money_form();
  seen.now = {submission("a", "140902", "忻府区", now, {money(4, "甲", "1200000", "50000"), money(5, "乙", "3400000", "—")})};
  seen.base = {submission("b", "140902", "忻府区", before, {money(4, "甲", "100", "5"), money(5, "乙", "300", "8")})};
  CHECK(say(seen.check()["a"]) == Found{" why.magnitude-earlier D5 1200000 ↔ 100；G5 50000 ↔ 5；D6 3400000 ↔ 300"});
  // Ten times as much is growth.
  seen.now = {submission("a", "140902", "忻府区", now, {money(4, "甲", "1000", "50"), money(5, "乙", "3000", "80")})};
  CHECK(say(seen.check()["a"]).empty());
}

TEST_CASE("what the return said of itself is not said again") {
  Seen seen;
  seen.form = money_form();
  seen.now = {submission("a", "140902", "忻府区", now, {money(4, "甲", "1200000", "50000")})};
  seen.base = {submission("b", "140902", "忻府区", before, {money(4, "甲", "100", "5")})};
  seen.now[0].findings = {make_finding("unit.magnitude")};
  CHECK(say(seen.check()["a"]).empty());
}

TEST_CASE("off from the period's other returns, in all columns of money") {
  struct Row {
    const char* what;
    const char *revenue, *tax;
    std::vector<std::pair<const char*, const char*>> others;
    Found expected;
  };
  const std::vector<std::pair<const char*, const char*>> usual{{"100", "5"}, {"250", "9"}, {"80", "—"}, {"400", "12"}};
  const Row rows[] = {
      {"in 元", "2000000", "90000", usual, {" why.magnitude-peers D5 2000000 ↔ 250；G5 90000 ↔ 9"}},
      {"the other way round", "0.02", "0.0009", usual, {" why.magnitude-peers D5 0.02 ↔ 250；G5 0.0009 ↔ 9"}},
      {"only one of two columns is off", "2000000", "9", usual, {}},
      {"ten times, a thousand times: a big city", "250000", "9000", usual, {}},
      {"zeros say nothing", "0", "0", usual, {}},
      {"one column alone, far from all", "2000000", "0", usual, {" why.magnitude-peers D5 2000000 ↔ 250"}},
      {"one column alone, not far enough from a big one", "2000000", "0", {{"100", "5"}, {"250", "9"}, {"80", "—"}, {"9000", "12"}}, {}},
      {"too few others", "2000000", "90000", {{"100", "5"}, {"250", "9"}}, {}},
      {"another one in 元 beside it", "2000000", "90000", {{"100", "5"}, {"250", "9"}, {"80", "4"}, {"400", "12"}, {"3000000", "80000"}},
       {" why.magnitude-peers D5 2000000 ↔ 250；G5 90000 ↔ 9"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    Seen seen;
    seen.form = money_form();
    seen.now = {submission("a", "140902", "忻府区", now, {money(4, "甲", row.revenue, row.tax)})};
    for (std::size_t i = 0; i < row.others.size(); ++i) {
      const std::string name = "other" + std::to_string(i);
      seen.now.push_back(submission(name, "140921", "定襄县", now, {money(4, name, row.others[i].first, row.others[i].second)}));
    }
    auto found = seen.check();
    CHECK(say(found["a"]) == row.expected);
    CHECK(say(found["other0"]).empty());
  }
}

TEST_CASE("money a head, by the return alone") {
  FormSpec form = money_form();
  form.per_head = {{3, 5, num("0.3"), num("3000")}, {6, 5, num("0.01"), num("100")}};
  CHECK(by_itself(form, {money(4, "甲", "430", "18")}).empty());
  CHECK(by_itself(form, {money(4, "甲", "4300000", "180000")}) ==
        Found{" why.magnitude-per-head D5 4300000 ÷ F5 10 = 430000 (0.3–3000)；G5 180000 ÷ F5 10 = 18000 (0.01–100)"});
  // One figure alone must be clearly beyond: five times the bound.
  CHECK(by_itself(form, {money(4, "甲", "140000", "—")}).empty());
  CHECK(by_itself(form, {money(4, "甲", "160000", "—")}).size() == 1);
  CHECK(by_itself(form, {money(4, "甲", "160000", "0")}).size() == 1);
  // A trader: one is off, the other is not.
  CHECK(by_itself(form, {money(4, "甲", "160000", "50")}).empty());
  // In 万元 where the line said 元: a ten-thousandth.
  CHECK(by_itself(form, {money(4, "甲", "0.043", "0.0018")}) ==
        Found{" why.magnitude-per-head D5 0.043 ÷ F5 10 = 0.0043 (0.3–3000)；G5 0.0018 ÷ F5 10 = 0.0002 (0.01–100)"});
  // No heads, no money: nothing is judged.
  CHECK(by_itself(form, {money(4, "甲", "4300000", "180000", "0")}).empty());
  CHECK(by_itself(form, {money(4, "甲", "4300000", "180000", "—")}).empty());
  CHECK(by_itself(form, {money(4, "甲", "0", "0")}).empty());
  // Off by more than the unit: a case of its own, and other rules'.
  CHECK(by_itself(form, {money(4, "甲", "900000000000", "—")}).empty());
}

TEST_CASE("one record in 元 among others") {
  FormSpec form = money_form();
  form.per_head = {{3, 5, num("0.3"), num("3000")}, {6, 5, num("0.01"), num("100")}};
  std::vector<Record> records{money(4, "甲", "430", "18"), money(5, "乙", "500", "20"), money(6, "丙", "300", "9"), money(7, "丁", "800", "30"),
                              money(8, "戊", "4300000", "180000")};
  CHECK(by_itself(form, records) ==
        Found{"D9 why.magnitude-per-head D9 4300000 ÷ F9 10 = 430000 (0.3–3000)；G9 180000 ÷ F9 10 = 18000 (0.01–100)"});
  // Two figures of it are off: one other record is enough to stand apart from.
  CHECK(by_itself(form, {records[0], records[4]}).size() == 1);
  CHECK(by_itself(form, {records[0], money(8, "戊", "4300000", "—")}).empty());
  // Three of four: the one that is right stands apart, and most of the return is off.
  CHECK(by_itself(form, {records[4], money(9, "己", "3900000", "150000"), records[0], money(10, "庚", "5100000", "200000")}).size() == 1);
  // A trader of two heads: much a head, but no ten thousand times what the others have.
  records[4] = money(8, "戊", "10000", "250", "2");
  CHECK(by_itself(form, records).empty());
}
