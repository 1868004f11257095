#include <doctest/doctest.h>

#include "build.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

/// `key change: path a>b delta growth contribution;…`
std::string told(const std::vector<DiffRow>& rows) {
  std::string all;
  for (const DiffRow& row : rows) {
    all += row.region + "/" + row.key + " " + row.change + ":";
    for (const DiffCell& c : row.cells) {
      all += " " + c.path + " " + show(c.a) + ">" + show(c.b) + " " + show(c.delta) + " " + show(c.growth) + " " +
             show(c.contribution) + ";";
    }
    all += "\n";
  }
  return all;
}

Summary summary_of(const std::vector<Record>& records, Period period) {
  Sums sums;
  sums.form.fields.resize(4);  // 序号, 名称, 收入, 利润
  sums.pack = pack_of(sums.form);
  sums.period = period;
  sums.now.push_back(submission("n", "140902", "忻府区", period, records));
  return sums.roll();
}

}  // namespace

TEST_CASE("summaries: what moved, by how much it moved the whole") {
  const Summary a =
      summary_of({record("甲", "100", "1", ""), record("乙", "60", "2", ""), record("丙", "40", "3", "")}, {2023, 1, 12});
  const Summary b =
      summary_of({record("丁", "50", "", ""), record("甲", "110", "1", ""), record("乙", "30", "2", "")}, {2024, 1, 12});
  // the province's 收入 of 2023 is 200, its 利润 6
  CHECK(told(compare_summaries(a, b)) ==
        "140902/丙 removed: 利润 3>null -3 null -50; 收入 40>null -40 null -20; 名称 null>null null null null;\n"
        "140902/丁 added: 收入 null>50 50 null 25; 名称 null>null null null null;\n"
        "140902/乙 changed: 收入 60>30 -30 -50 -15;\n"
        "140902/甲 changed: 收入 100>110 10 10 5;\n");
  CHECK(compare_summaries(a, a).empty());
}

TEST_CASE("returns: exactly the cells that differ, with their places") {
  FormSpec form = base_form();
  const Period period{2024, 1, 12};
  auto a = submission("a", "140902", "忻府区", period, {record("甲", "100", "5", "1"), record("乙", "60", "2", "1")}).data;
  auto b = a;
  const auto place = [](Return& data, std::uint32_t first) {
    for (Record& r : data.records) {
      for (std::uint32_t i = 0; i < r.values.size(); ++i) r.values[i].cell = {first, i};
      ++first;
    }
  };
  std::swap(b.records[0], b.records[1]);
  place(a, 4);
  place(b, 8);
  CHECK(compare_returns(form, a, b).empty());

  b.records[0].values[2] = figure("70.00");  // 乙
  b.records[0].values[2].cell = {8, 2};
  b.records[1].values[3] = figure("");       // 甲
  b.records[1].values[3].cell = {9, 3};
  b.records[1].values[4] = text("改");
  b.records[1].values[4].cell = {9, 4};
  const auto rows = compare_returns(form, a, b);
  // 收入 was 160, 利润 7: 甲's lost 5 is -71.43, 乙's 10 is 6.25
  CHECK(told(rows) ==
        "140902/甲 changed: 利润 5>null -5 null -71.43; 利润率 null>null null null null;\n"
        "140902/乙 changed: 收入 60>70 10 16.67 6.25;\n");
  CHECK(rows[0].cells[0].cell_a == "D5");
  CHECK(rows[0].cells[0].cell_b == "D10");
  CHECK(rows[0].cells[1].text_b == "改");
  CHECK(rows[1].cells[0].cell_a == "C6");
  CHECK(rows[1].cells[0].cell_b == "C9");
}

TEST_CASE("figures written otherwise are the same; dates of another precision are not") {
  FormSpec form = base_form();
  auto a = submission("a", "140902", "忻府区", {2024, 1, 12}, {record("甲", "100", "5", "1")}).data;
  auto b = a;
  b.records[0].values[2].text = "100.00";
  b.records[0].values[6].kind = ValueKind::date;
  b.records[0].values[6].date = {2019, 5, 1, DatePrecision::month};
  a.records[0].values[6].kind = ValueKind::date;
  a.records[0].values[6].date = {2019, 5, 1, DatePrecision::month};
  CHECK(compare_returns(form, a, b).empty());
  b.records[0].values[6].date.precision = DatePrecision::day;
  const auto rows = compare_returns(form, a, b);
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].cells[0].text_a == "2019-05");
  CHECK(rows[0].cells[0].text_b == "2019-05-01");
}

TEST_CASE("order: the largest contribution first, ties by region and key") {
  std::vector<DiffRow> rows;
  for (const auto& [region, key, contribution] :
       {std::tuple{"2", "b", "1"}, std::tuple{"1", "z", "1"}, std::tuple{"3", "c", "-4"}, std::tuple{"1", "a", "1"}}) {
    DiffRow row;
    row.region = region;
    row.key = key;
    DiffCell cell;
    cell.contribution = num(contribution);
    row.cells = {cell};
    rows.push_back(row);
  }
  order_by_contribution(rows);
  std::string order;
  for (const DiffRow& row : rows) order += row.region + row.key + " ";
  CHECK(order == "3c 1a 1z 2b ");
}
