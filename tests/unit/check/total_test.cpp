#include <doctest/doctest.h>

#include "build.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

/// A return of three records (10.25 + 20.5 + 0.25 = 31 万元; 3 + 4 + 5 = 12 户; 2 + 2 + 2 = 6 个) with a total in row 8.
Submission with_total(const std::string& revenue, const std::string& tenants, const std::string& partners) {
  auto s = submission("a", "140902", "忻府区", {2024, 1, 12},
                      {record(4, "甲", "", "10.25", "1", "3", "2"), record(5, "乙", "", "20.5", "1", "4", "2"),
                       record(6, "丙", "", "0.25", "1", "5", "2")});
  const Record total = record(7, "", "", revenue, "99", tenants, partners);
  s.data.totals.push_back({7, 0, 3, true, "", total.values});
  return s;
}

std::string found(Submission s) {
  std::string all;
  for (const Finding& f : check_return(base_form(), s.data, s.file))
    all += f.rule + " " + cell(f) + " " + arg(f, "sum") + ";";
  return all;
}

}  // namespace

TEST_CASE("totals: half a unit of the last written digit, times the rows") {
  struct Row { const char* what; const char* revenue; const char* tenants; const char* partners; const char* found; };
  const Row rows[] = {
      {"right", "31", "12", "6", ""},
      {"three roundings to two places: 0.015", "31.01", "12", "6", ""},
      {"beyond three roundings to two places", "31.02", "12", "6", "total.mismatch D8 31;"},
      {"a last zero was written: 31.020", "31.020", "12", "6", "total.mismatch D8 31;"},
      {"to whole numbers: 1.5", "32", "12", "6", ""},
      {"beyond that", "33", "12", "6", "total.mismatch D8 31;"},
      {"a count too high by 2", "31", "14", "6", "total.mismatch F8 12;"},
      {"a count too low by 2", "31", "10", "6", "total.mismatch F8 12;"},
      {"distinct firms may be fewer than their sum", "31", "12", "2", ""},
      {"but not more", "31", "12", "8", "total.mismatch G8 6;"},
      {"no totals at all", "—", "", "—", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(found(with_total(row.revenue, row.tenants, row.partners)) == row.found);
  }
}

TEST_CASE("a total over a figure that was not understood says nothing") {
  auto s = with_total("50", "12", "6");
  s.data.records[1].values[3].kind = ValueKind::bad;
  CHECK(found(s).empty());
}

TEST_CASE("a subtotal is held against its own rows") {
  auto s = with_total("31", "12", "6");
  const Record part = record(9, "", "", "30.75", "", "9", "4");  // of the first two: 30.75, 7, 4
  s.data.totals.push_back({9, 0, 2, false, "", part.values});
  CHECK(found(s) == "total.mismatch F10 7;");
}

TEST_CASE("a stored sum with the dust of binary arithmetic is taken as it stands, not by its 17 digits") {
  auto s = submission("a", "140902", "忻府区", {2024, 1, 12}, {record(4, "甲", "", "0.1", "", "1", "1")});
  Record total = record(7, "", "", "0.1", "", "1", "1");
  total.values[3].text = "0.10000000000000001";
  s.data.totals.push_back({7, 0, 1, true, "", total.values});
  CHECK(found(s).empty());
}

TEST_CASE("what was converted is as exact as it was written: 13万 户 is good to 5000") {
  auto s = submission("a", "140902", "忻府区", {2024, 1, 12}, {record(4, "甲", "", "1", "", "126000", "1")});
  Record total = record(7, "", "", "1", "", "130000", "1");
  total.values[5].text = "13万";
  total.values[5].unit_step = 10000;
  s.data.totals.push_back({7, 0, 1, true, "", total.values});
  CHECK(found(s).empty());
  s.data.records[0].values[5].number = 124000;
  CHECK(found(s) == "total.mismatch F8 124000;");
}

TEST_CASE("totals that are rates, means and sums of products") {
  // Revenue by tenants: 31 of 12; the mean of tenants 4; products 10.25×3 + 20.5×4 + 0.25×5 = 114.
  struct Row { const char* what; int way; const char* filed; const char* found; };
  const Row rows[] = {
      {"the rate in per cent, 258.333…", 0, "258.33", ""},
      {"half a unit of its last digit", 0, "258.3", ""},
      {"beyond that", 0, "258.34", "total.mismatch F8 258.33;"},
      {"the mean", 1, "4", ""},
      {"not the mean", 1, "4.1", "total.mismatch F8 4;"},
      {"the mean weighted by revenue: 114 / 31 = 3.677…", 3, "3.68", ""},
      {"half a unit of its last digit", 3, "3.7", ""},
      {"not the weighted mean, but the plain one", 3, "4.0", "total.mismatch F8 3.68;"},
      {"the sum of a column that may also be one of products", 2, "31", ""},
      {"the sum of products", 2, "114", ""},
      {"neither", 2, "50", "total.mismatch D8 31;"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    FormSpec form = base_form();
    const std::size_t at = row.way == 2 ? 3 : 5;
    auto s = with_total(row.way == 2 ? row.filed : "31", row.way == 2 ? "12" : row.filed, "6");
    if (row.way == 0) {
      // 户数 holds the rate; its parts are 收入 and 机构, here as many as the tenants.
      form.fields[at].additivity = Additivity::ratio;
      form.fields[at].unit = "%";
      form.fields[at].numerator = 3;
      form.fields[at].denominator = 6;
      for (Record& r : s.data.records) r.values[6] = r.values[5];
      s.data.totals[0].values[6] = {};
    } else if (row.way == 1 || row.way == 3) {
      form.fields[at].additivity = Additivity::ratio;
      form.fields[at].mean = true;
      form.fields[at].weighted_by = row.way == 3 ? 3 : -1;
    } else {
      form.fields[at].total.times = 5;
      form.fields[at].total.severity = Severity::verify;
    }
    std::string all;
    for (const Finding& f : check_return(form, s.data, s.file)) {
      all += f.rule + " " + cell(f) + " " + arg(f, row.way == 2 ? "sum" : "rate") + ";";
      CHECK(f.severity == (row.way == 2 ? Severity::verify : Severity::mandatory));
    }
    CHECK(all == row.found);
  }
}

TEST_CASE("a record that is the sum of all others lost its word for a total") {
  struct Row { const char* what; const char *name, *revenue, *tenants; const char* found; };
  const Row rows[] = {
      {"every figure is the sum", "4家", "31", "12", "cell.required B8 (none);"},
      {"whatever its name", "丁", "31", "12", "cell.required B8 (none);"},
      {"one is not", "丁", "31", "11", ""},
      {"one alone may be chance", "丁", "31", "", ""},
      {"but not of a record without a name", "3家", "31", "", "cell.required B8 (none);"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    auto s = with_total("31", "12", "6");
    s.data.totals.clear();
    s.data.records.push_back(record(7, row.name, "", row.revenue, "", row.tenants, ""));
    CHECK(found(s) == row.found);
  }
  // Of two equal records each is the sum of the other.
  auto twins = submission("a", "140902", "忻府区", {2024, 1, 12}, {record(4, "甲", "", "10", "1", "3", "2"), record(5, "乙", "", "10", "1", "3", "2")});
  CHECK(found(twins) == "");
}
