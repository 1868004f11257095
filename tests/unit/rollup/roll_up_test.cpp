#include <doctest/doctest.h>

#include "build.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

constexpr std::size_t revenue = 2, profit = 3, margin = 4, partners = 5, printed = 6;
const Period y2024{2024, 1, 12}, y2023{2023, 1, 12};

/// 忻府 甲 100 and 乙 50 (was 甲 80, 丙 40), 定襄 丁 30 (was 丁 20), 平城 戊 20 (was 戊 40 under its old code).
Sums sample() {
  Sums sums;
  sums.now.push_back(
      submission("n1", "140902", "忻府区", y2024, {record("甲", "100", "10", "3"), record("乙", "50", "-5", "2")}));
  sums.now.push_back(submission("n2", "140921", "定襄县", y2024, {record("丁", "30", "", "1")}));
  sums.now.push_back(submission("n3", "140213", "平城区", y2024, {record("戊", "20", "4", "")}));
  sums.base.push_back(
      submission("b1", "140902", "忻府区", y2023, {record("甲", "80", "8", "3"), record("丙", "40", "2", "1")}));
  sums.base.push_back(submission("b2", "140921", "定襄县", y2023, {record("丁", "20", "0", "1")}));
  sums.base.push_back(submission("b3", "140202", "城区", y2023, {record("戊", "40", "-4", "1")}));
  return sums;
}

}  // namespace

TEST_CASE("rows: the province, each city, each expected county, records, in code order") {
  Sums sums = sample();
  CHECK(outline(sums.roll()) ==
        "p:140000 c:140200 t:140213 r:140213/戊 t:140214 c:140900 t:140902 r:140902/甲 r:140902/乙 t:140921 r:140921/丁 "
        "t:140900-jkq c:141100 ");
  const Summary summary = sums.roll();
  CHECK(summary.form == "base-summary");
  CHECK(summary.return_form == "base-situation");
  CHECK(summary.base_period == y2023);
  CHECK(summary.columns[revenue].growth_unit == "%");
  CHECK(summary.columns[margin].growth_unit == "百分点");
  CHECK(summary.columns[printed].growth_unit == "");
  CHECK(summary.columns[0].growth_unit == "");
  // 戊, 甲, 乙, 丁 are numbered through, whatever the returns number
  CHECK(show(row_of(summary, "140213", "戊").cells[0].value) == "1");
  CHECK(show(row_of(summary, "140921", "丁").cells[0].value) == "4");
  CHECK(row_of(summary, "140902", "乙").cells[1].text == "乙");
  CHECK(row_of(summary, "140902").cells[0].value == std::nullopt);
}

TEST_CASE("sums, growth, comparable growth and contribution, by hand") {
  const Summary summary = sample().roll();
  // province: 100 + 50 + 30 + 20 = 200; was 80 + 40 + 20 + 40 = 180; (200 - 180) / 180 = 11.11
  // in both: 甲 100, 丁 30, 戊 20 = 150; was 80 + 20 + 40 = 140; 10 / 140 = 7.14
  const SummaryCell& all = row_of(summary, "140000").cells[revenue];
  CHECK(show(all.value) == "200");
  CHECK(show(all.base) == "180");
  CHECK(show(all.growth) == "11.11");
  CHECK(show(all.growth_comparable) == "7.14");
  CHECK(show(all.contribution) == "11.11");
  // 忻府: 150 on 120 = 25; 甲 alone 100 on 80 = 25; 30 / 180 = 16.67
  const SummaryCell& county = row_of(summary, "140902").cells[revenue];
  CHECK(show(county.value) == "150");
  CHECK(show(county.base) == "120");
  CHECK(show(county.growth) == "25");
  CHECK(show(county.growth_comparable) == "25");
  CHECK(show(county.contribution) == "16.67");
  // 平城 took over 城区's base: 20 on 40 = -50; -20 / 180 = -11.11
  const SummaryCell& successor = row_of(summary, "140213").cells[revenue];
  CHECK(show(successor.base) == "40");
  CHECK(show(successor.growth) == "-50");
  CHECK(show(successor.contribution) == "-11.11");
  CHECK(show(row_of(summary, "140213", "戊").cells[revenue].growth) == "-50");
  // 乙 is new: no base, and all of its 50 counts: 50 / 180 = 27.78
  const SummaryCell& fresh = row_of(summary, "140902", "乙").cells[revenue];
  CHECK(show(fresh.base) == "null");
  CHECK(show(fresh.growth) == "null");
  CHECK(notes(fresh) == "no-base");
  CHECK(show(fresh.contribution) == "27.78");
  // the printed 同比 shows what was computed, whatever was filed
  CHECK(show(row_of(summary, "140000").cells[printed].value) == "11.11");
  CHECK(show(row_of(summary, "140902", "甲").cells[printed].value) == "25");
  CHECK(show(row_of(summary, "140902", "甲").cells[printed].growth) == "null");
  CHECK(notes(row_of(summary, "140902", "乙").cells[printed]) == "no-base");
}

TEST_CASE("missing figures are left out and counted; firms are not deduplicated; nil is zero") {
  Sums sums = sample();
  const Summary summary = sums.roll();
  // profit 10 - 5 + 4 = 9, 丁's is missing; was 8 + 2 + 0 - 4 = 6; 3 / 6 = 50
  const SummaryCell& all = row_of(summary, "140000").cells[profit];
  CHECK(show(all.value) == "9");
  CHECK(show(all.growth) == "50");
  CHECK(notes(all) == "missing-left-out,missing=1,total=4");
  CHECK(show(row_of(summary, "140921").cells[profit].value) == "null");
  CHECK(notes(row_of(summary, "140921").cells[profit]) == "missing-left-out,missing=1,total=1 no-figure");
  CHECK(notes(row_of(summary, "140921", "丁").cells[profit]) == "no-figure");
  CHECK(notes(row_of(summary, "140213", "戊").cells[profit]) == "turned-profit,base=-4,now=4");
  // partners 3 + 2 + 1 = 6, 戊's is missing
  CHECK(show(row_of(summary, "140000").cells[partners].value) == "6");
  CHECK(notes(row_of(summary, "140902").cells[partners]) == "distinct-not-deduplicated");
  CHECK(notes(row_of(summary, "140902", "甲").cells[partners]) == "");
  // 吕梁 has nothing at all
  CHECK(show(row_of(summary, "141100").cells[revenue].value) == "null");
  CHECK(show(row_of(summary, "141100").cells[revenue].contribution) == "null");
  CHECK(notes(row_of(summary, "141100").cells[revenue]) == "no-figure");

  sums.now[1].data.records[0].values[profit] = figure("无");
  CHECK(show(sums.roll().rows[0].cells[profit].value) == "9");
  CHECK(show(row_of(sums.roll(), "140921").cells[profit].value) == "0");
  CHECK(notes(row_of(sums.roll(), "140921").cells[profit]) == "base-zero");
}

TEST_CASE("ratios are recomputed from the sums, and change in points") {
  const Summary summary = sample().roll();
  // 忻府: (10 - 5) / 150 = 3.33 -> 3.3; was (8 + 2) / 120 = 8.333; 3.333 - 8.333 = -5.00
  const SummaryCell& county = row_of(summary, "140902").cells[margin];
  CHECK(show(county.value) == "3.3");
  CHECK(show(county.growth) == "-5");
  CHECK(show(county.base) == "null");
  CHECK(show(county.contribution) == "null");
  // only 甲 is in both: 10 / 100 - 8 / 80 = 0
  CHECK(show(county.growth_comparable) == "0");
  // 丁 has no profit: it is in neither sum. Province: 9 / 170 = 5.29 -> 5.3; was 6 / 180 = 3.333; 5.294 - 3.333 = 1.96
  CHECK(show(row_of(summary, "140000").cells[margin].value) == "5.3");
  CHECK(show(row_of(summary, "140000").cells[margin].growth) == "1.96");
}

TEST_CASE("base zero, negative base and no base period at all") {
  Sums sums;
  sums.now.push_back(submission("n", "140902", "忻府区", y2024, {record("甲", "5", "-3", "1")}));
  sums.base.push_back(submission("b", "140902", "忻府区", y2023, {record("甲", "0", "-2", "1")}));
  const Summary summary = sums.roll();
  CHECK(notes(row_of(summary, "140000").cells[revenue]) == "base-zero");
  CHECK(show(row_of(summary, "140000").cells[revenue].contribution) == "null");
  CHECK(notes(row_of(summary, "140000").cells[profit]) == "loss-widened,base=-2,now=-3");
  CHECK(show(row_of(summary, "140000").cells[profit].contribution) == "null");
  sums.base[0].data.records[0].values[profit] = figure("");
  CHECK(notes(row_of(sums.roll(), "140000").cells[profit]) == "no-base-figure");
  sums.base.clear();
  CHECK(notes(row_of(sums.roll(), "140000").cells[revenue]) == "no-base");
  CHECK(show(row_of(sums.roll(), "140000").cells[revenue].base) == "null");
}

TEST_CASE("one record at three levels counts once, from the lowest") {
  Sums sums;
  sums.now.push_back(
      submission("city", "140900", "忻州市", y2024, {record("甲", "1", "1", "1"), record("己", "7", "1", "1")}));
  sums.now.push_back(
      submission("county", "140902", "忻府区", y2024, {record("甲", "20", "1", "1"), record("乙", "5", "1", "1")}));
  sums.now.push_back(submission("base", "140902", "甲", y2024, {record("甲", "300", "1", "1")}));
  sums.now[0].data.form = "base-summary";
  sums.now[2].data.by_entity = true;
  const Summary summary = sums.roll();
  CHECK(show(row_of(summary, "140000").cells[revenue].value) == "312");  // 300 + 5 + 7
  CHECK(show(row_of(summary, "140902", "甲").cells[revenue].value) == "300");
  CHECK(row_of(summary, "140900", "己").marks == std::vector<std::string>{"mark.from-city-summary"});
  CHECK(row_of(summary, "140902", "甲").marks.empty());
  CHECK(outline(summary).find("t:140900-jkq r:140900/己") != std::string::npos);
  CHECK(summary.sources.size() == 3);
  // The city's table says which county: the county counts as reported, though only the table brings it.
  sums.now[0].data.records[1].region = "140921";
  CHECK(row_of(sums.roll(), "140921").coverage.counted == 1);
  CHECK(row_of(sums.roll(), "140921", "己").marks.size() == 1);
}

TEST_CASE("the same name in another city is another record") {
  Sums sums;
  sums.now.push_back(submission("x", "140902", "忻府区", y2024, {record("甲", "1", "1", "1")}));
  sums.now.push_back(submission("y", "140213", "平城区", y2024, {record("甲", "2", "1", "1")}));
  CHECK(show(sums.roll().rows[0].cells[revenue].value) == "3");
}

TEST_CASE("what does not count: returned versions, held-out records; what is counted about them") {
  Sums sums = sample();
  sums.now[0].data.records[1].held_out = true;
  RollUpInput input{sums.pack, sums.form, sums.regions, "140000", y2024, {}, {}, {"140214"}};
  for (const Submission& s : sums.now) input.now.push_back(counted(s));
  input.now[1].counted = false;
  input.now[1].bucket = Bucket::returned;
  input.now[2].bucket = Bucket::pending;
  input.now[2].newest = false;
  input.now[2].newer_returned = true;
  const Summary summary = roll_up(input);
  const SummaryRow& all = row_of(summary, "140000");
  CHECK(show(all.cells[revenue].value) == "120");  // 甲 100 + 戊 20
  // expected: 平城, 忻府, 定襄, the zone (云冈 is exempt); counted: 平城, 忻府
  CHECK(all.coverage.expected == 4);
  CHECK(all.coverage.counted == 2);
  CHECK(all.returns == 2);
  CHECK(all.pending == 1);
  CHECK(all.held_out == 1);
  CHECK(row_of(summary, "140900").coverage.expected == 3);
  CHECK(row_of(summary, "140902").held_out == 1);
  CHECK(row_of(summary, "140921").coverage.counted == 0);
  CHECK(row_of(summary, "140213", "戊").marks == std::vector<std::string>{"mark.newer-returned"});
  CHECK(row_of(summary, "140213").marks == std::vector<std::string>{"mark.newer-returned"});
  CHECK(summary.sources[0].state == "pending");
}

TEST_CASE("a nil report counts as reported, and brings no figure") {
  Sums sums;
  sums.now.push_back(submission("n", "140902", "忻府区", y2024, {}));
  CHECK(row_of(sums.roll(), "140902").coverage.counted == 0);
  sums.now[0].data.nil_report = true;
  CHECK(row_of(sums.roll(), "140902").coverage.counted == 1);
  CHECK(row_of(sums.roll(), "140902").returns == 1);
  CHECK(show(row_of(sums.roll(), "140902").cells[revenue].value) == "null");
}

TEST_CASE("different applicants are noted on nominal growth of aggregates") {
  Sums sums = sample();
  sums.form.different_applicants = true;
  CHECK(notes(row_of(sums.roll(), "140902").cells[revenue]) == "different-applicants");
  CHECK(notes(row_of(sums.roll(), "140902", "甲").cells[revenue]) == "");
}

TEST_CASE("bands: province and cities only, one record a city") {
  Sums sums;
  sums.form.layout = Layout::bands;
  sums.form.key.clear();
  sums.form.reporter.levels = {Level::city};
  sums.pack = pack_of(sums.form);
  for (const auto& [id, region, now] : {std::tuple{"a", "140200", "30"}, std::tuple{"b", "140900", "70"}}) {
    sums.now.push_back(submission(id, region, id, y2024, {record("", now, "1", "1")}));
  }
  sums.base.push_back(submission("c", "140900", "c", y2023, {record("", "50", "1", "1")}));
  const Summary summary = sums.roll();
  CHECK(outline(summary) == "p:140000 c:140200 c:140900 c:141100 ");
  CHECK(show(summary.rows[0].cells[revenue].growth) == "100");            // 100 on 50
  CHECK(show(summary.rows[0].cells[revenue].growth_comparable) == "40");  // 70 on 50
  CHECK(show(summary.rows[2].cells[revenue].contribution) == "40");       // 20 / 50
  CHECK(summary.rows[0].coverage.expected == 3);
  CHECK(summary.rows[0].coverage.counted == 2);
}

TEST_CASE("two years side by side: {year} grows against {year-1} of the same return") {
  Sums sums;
  sums.form.fields[revenue].path = {"{year-1}年", "次数"};
  sums.form.fields[profit].path = {"{year}年", "次数"};
  sums.now.push_back(submission("n", "140902", "忻府区", y2024, {record("甲", "40", "50", "1")}));
  sums.base.push_back(submission("b", "140902", "忻府区", y2023, {record("甲", "1", "2", "1")}));
  const Summary summary = sums.roll();
  CHECK(summary.columns[profit].path == "2024年/次数");
  CHECK(summary.columns[revenue].path == "2023年/次数");
  CHECK(show(summary.rows[0].cells[profit].base) == "40");
  CHECK(show(summary.rows[0].cells[profit].growth) == "25");  // 50 on 40
}

TEST_CASE("a base that its city's table brought last year, without its county, grows in the county that files it now") {
  Sums sums;
  sums.now.push_back(submission("n", "140902", "忻府区", y2024, {record("甲", "60", "1", "1")}));
  sums.base.push_back(submission("b", "140900", "忻州市", y2023, {record("甲", "50", "1", "1")}));
  sums.base[0].data.form = "base-summary";
  CHECK(show(row_of(sums.roll(), "140902").cells[revenue].growth) == "20");
}

TEST_CASE("records that a provincial unit filed follow the province's row") {
  Sums sums;
  sums.now.push_back(submission("n", "140000", "山西省", y2024, {record("甲", "60", "1", "1")}));
  const Summary summary = sums.roll();
  CHECK(outline(summary).substr(0, 21) == "p:140000 r:140000/甲");
  CHECK(show(summary.rows[0].cells[revenue].value) == "60");
}

TEST_CASE("a mean is taken over the records that have a figure") {
  Sums sums = sample();
  sums.form.fields[partners].additivity = Additivity::ratio;
  sums.form.fields[partners].mean = true;
  const Summary summary = sums.roll();
  // 甲 3, 乙 2, 丁 1, 戊 none: 6 / 3; was 3, 1, 1, 1: 6 / 4 = 1.5
  CHECK(show(row_of(summary, "140000").cells[partners].value) == "2");
  CHECK(show(row_of(summary, "140000").cells[partners].growth) == "0.5");
  CHECK(show(row_of(summary, "140902").cells[partners].value) == "2.5");
  CHECK(show(row_of(summary, "140902", "乙").cells[partners].value) == "2");
  CHECK(show(row_of(summary, "140213").cells[partners].value) == "null");
}

TEST_CASE("a weighted mean is taken over the records that have a figure and a weight") {
  Sums sums = sample();
  sums.form.fields[partners].additivity = Additivity::ratio;
  sums.form.fields[partners].mean = true;
  sums.form.fields[partners].weighted_by = revenue;
  const Summary summary = sums.roll();
  // 甲 3 × 100, 乙 2 × 50, 丁 1 × 30, 戊 none: 430 / 180 = 2.39; was 3 × 80 + 1 × 40 + 1 × 20 + 1 × 40 = 340 / 180 = 1.89
  CHECK(show(row_of(summary, "140000").cells[partners].value) == "2.39");
  CHECK(show(row_of(summary, "140000").cells[partners].growth) == "0.5");
  CHECK(show(row_of(summary, "140902").cells[partners].value) == "2.67");
  CHECK(show(row_of(summary, "140902", "乙").cells[partners].value) == "2");
  sums.now[1].data.records[0].values[revenue] = {};
  CHECK(show(row_of(sums.roll(), "140000").cells[partners].value) == "2.67");  // 丁 without a weight: 400 / 150
}

TEST_CASE("two bases may have people of one name, and one base's own goes on from year to year") {
  Sums sums;
  sums.form.reporter.named = true;
  for (const char* base : {"云谷双创基地", "星火双创基地"}) {
    sums.now.push_back(submission(base, "140902", base, y2024, {record("王芳", "1", "", "")}));
    sums.now.back().data.by_entity = true;
  }
  sums.base.push_back(submission("b", "140902", "云谷双创基地", y2023, {record("王芳", "4", "", "")}));
  sums.base.back().data.by_entity = true;
  const Summary summary = sums.roll();
  CHECK(show(row_of(summary, "140902").cells[revenue].value) == "2");
  CHECK(show(row_of(summary, "140902").cells[revenue].growth_comparable) == "-75");
  CHECK(row_of(summary, "140000").coverage.expected == 0);
}

TEST_CASE("records that have a name and no key are shown, two of one name too") {
  Sums sums;
  sums.form.key = {};
  sums.form.name_by = {1};
  sums.now.push_back(submission("a", "140902", "忻府区", y2024, {record("王芳", "1", "", ""), record("王芳", "2", "", "")}));
  sums.now.back().data.records[1].key += "#2";  // as bind gives it
  CHECK(outline(sums.roll()).find("r:140902/王芳 r:140902/王芳") != std::string::npos);
  CHECK(show(row_of(sums.roll(), "140000").cells[revenue].value) == "3");
}
