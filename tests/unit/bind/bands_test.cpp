// The bands form: label rows over value rows.

#include <doctest/doctest.h>

#include "sheet_maker.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

const Look look{.file = "2020/鸡西市/x.xlsx", .pack = "heilongjiang"};

/// The whole form as lines, every figure its ordinal. Band b (from 0) has its labels in row 4 + 2b and its figures in
/// row 5 + 2b, from column D; task and band stand in A, B and C of the label row.
std::vector<std::string> whole_form(const std::string& money = "（万元）") {
  const FormSpec& form = *catalogue().pack("heilongjiang")->form("key-services");
  std::vector<std::string> lines{"2020年重点服务活动实施情况统计表",
                                 "市级中小企业主管部门（盖章）：鸡西市工业和信息化局", "主要任务|具体内容||服务成果"};
  int number = 0;
  std::string task;
  for (const Band& band : form.bands) {
    std::string labels = band.task == task ? "|" : band.task + "|";
    task = band.task;
    labels += band.total ? band.name + "|" : "其中|" + band.name;
    std::string values = "||";
    for (const int field : band.fields) {
      const Field& f = form.fields[static_cast<std::size_t>(field)];
      labels += "|" + f.path.back() + (f.is_money() ? money : "");
      values += "|" + std::to_string(++number);
    }
    lines.push_back(labels);
    lines.push_back(values);
  }
  lines.push_back("填表人：王丽    联系电话：0451-5550123");
  return lines;
}

/// The whole form with some rows written otherwise, by their printed numbers.
SheetMaker with_rows(const std::vector<std::pair<std::size_t, std::string>>& changes) {
  std::vector<std::string> lines = whole_form();
  for (const auto& [row, line] : changes) lines[row - 1] = line;
  return SheetMaker().lines(lines);
}

SheetMaker without_rows(std::vector<std::string> lines, std::size_t first, std::size_t count) {
  const auto from = lines.begin() + static_cast<std::ptrdiff_t>(first - 1);
  lines.erase(from, from + static_cast<std::ptrdiff_t>(count));
  return SheetMaker().lines(lines);
}

/// Tasks and bands wiped from the label rows of bands `first` and on.
std::vector<std::string> without_names(std::size_t first, std::size_t count) {
  std::vector<std::string> lines = whole_form();
  for (std::size_t band = first; band < first + count; ++band) {
    std::vector<std::string> cells = split(lines[3 + 2 * band], '|');
    cells[0] = cells[1] = cells[2] = "";
    lines[3 + 2 * band] = join(cells, "|");
  }
  return lines;
}

std::string figure_of(const Bound& bound, std::string_view name) { return figure(bound, 0, name, "heilongjiang"); }

void check_figures(const Bound& bound) {
  REQUIRE(bound.returns.size() == 1);
  const Return& data = bound.returns[0].data;
  CHECK(data.region == "230300");
  CHECK(to_text(data.period) == "2020");
  REQUIRE(data.records.size() == 1);
  CHECK(data.records[0].key == "");
  for (std::size_t i = 0; i < data.records[0].values.size(); ++i) {
    CAPTURE(i);
    CHECK(data.records[0].values[i].kind == ValueKind::figure);
    CHECK(to_text(data.records[0].values[i].number) == std::to_string(i + 1));  // printed order is field order
  }
}

}  // namespace

TEST_CASE("the bands as printed, unmerged") {
  const Bound bound = bind_sheet(SheetMaker().lines(whole_form()), look);
  check_figures(bound);
  CHECK(say_all(bound) == "");
  CHECK(figure_of(bound, "policy_online_firms") == "7");
  CHECK(figure_of(bound, "abroad_firm_services_projects") == "51");
}

TEST_CASE("the bands as printed, merged on the left") {
  SheetMaker maker = SheetMaker().lines(whole_form());
  for (const auto& [first, last] : {std::pair{"A4", "A9"}, {"B4", "C5"}, {"B6", "B9"}, {"C6", "C7"}, {"C8", "C9"}}) {
    maker.merge(first, last);
  }
  const Bound bound = bind_sheet(std::move(maker), look);
  check_figures(bound);
  CHECK(say_all(bound) == "");
}

TEST_CASE("blank rows between and behind") {
  SheetMaker maker;
  for (const std::string& line : whole_form()) maker.line(line).line("");
  const Bound bound = bind_sheet(std::move(maker), look);
  check_figures(bound);
  CHECK(say_all(bound) == "");
}

TEST_CASE("the table begins at B3") {
  SheetMaker maker;
  maker.lines({"", ""});
  for (const std::string& line : whole_form()) maker.line("|" + line);
  const Bound bound = bind_sheet(std::move(maker), look);
  check_figures(bound);
  CHECK(say_all(bound) == "");
}

TEST_CASE("交易额 without a unit is to be verified, in 元 it is converted") {
  const Bound bound = bind_sheet(SheetMaker().lines(whole_form("")), look);
  check_figures(bound);
  CHECK(say_all(bound).find("V unit.missing") == 0);
  const Bound yuan = bind_sheet(SheetMaker().lines(whole_form("（元）")), look);
  CHECK(say_all(yuan).find("V unit.converted") == 0);
}

TEST_CASE("names of bands that stand elsewhere or are gone") {
  SUBCASE("beside the figures") {
    check_figures(bind_sheet(with_rows({{14, "|||服务次数|服务企业数"}, {15, "|其中|技改服务|13|14"}}), look));
  }
  SUBCASE("all gone: the printed order tells") {
    check_figures(bind_sheet(SheetMaker().lines(without_names(0, 21)), look));
  }
  SUBCASE("all gone and a band as well: nothing tells") {
    CHECK(say_all(bind_sheet(without_rows(without_names(0, 21), 14, 2), look)) == "M file.unrecognised");
  }
  SUBCASE("技改服务 gone, the next without its name: not read as 技改服务") {
    const Bound bound = bind_sheet(without_rows(without_names(6, 1), 14, 2), look);
    CHECK(figure_of(bound, "innovation_upgrade_times") == "absent");
    CHECK(figure_of(bound, "innovation_quality_times") == "absent");
    CHECK(figure_of(bound, "integration_total_times") == "17");
    CHECK(say_all(bound) ==
          "M header.missing-column; M header.missing-column; M header.missing-column; M header.missing-column; "
          "M header.ambiguous D14; M header.ambiguous E14; V cell.unclaimed D15; V cell.unclaimed E15");
  }
}

TEST_CASE("a label that is missing: its figure is nobody's") {
  const Bound bound =
      bind_sheet(with_rows({{8, "|其中|政策信息互联网发布平台服务|政策信息发布数||深度服务企业数"}}), look);
  CHECK(figure_of(bound, "policy_online_items") == "5");
  CHECK(figure_of(bound, "policy_online_views") == "absent");
  CHECK(figure_of(bound, "policy_online_firms") == "7");
  CHECK(say_all(bound) == "M header.missing-column; V cell.unclaimed E9");
}

TEST_CASE("a label too many") {
  struct Case {
    std::string label;
    std::string value;
    std::string said;
  };
  const Case cases[] = {
      {"线上场次", "99", "I header.unknown-column F6; V cell.unclaimed F7"},
      {"线上场次", "'99", "I header.unknown-column F6; V cell.unclaimed F7"},
      {"线上场次", "约百场", "I header.unknown-column F6"},
      {"活动场次", "99", "I header.unknown-column F6; V cell.unclaimed F7"},  // of another band
      {"服务企业数", "99", "M header.ambiguous; V cell.unclaimed F7"},        // of this one, again
  };
  for (const Case& c : cases) {
    CAPTURE(c.label);
    CAPTURE(c.value);
    const Bound bound = bind_sheet(
        with_rows({{6, "|其中|中小企业政策和促进法宣贯|宣贯活动场次|服务企业数|" + c.label}, {7, "|||3|4|" + c.value}}),
        look);
    check_figures(bound);
    CHECK(say_all(bound) == c.said);
  }
}

TEST_CASE("a figure under a wrong label") {
  SUBCASE("the label is another band's") {
    const Bound bound = bind_sheet(with_rows({{4, "政策宣贯服务|各类政策宣贯服务合计||活动场次|服务企业数"}}), look);
    CHECK(figure_of(bound, "policy_total_times") == "absent");
    CHECK(figure_of(bound, "policy_total_firms") == "2");
    CHECK(figure_of(bound, "integration_matching_events") == "19");
    CHECK(say_all(bound) == "M header.missing-column; I header.unknown-column D4; V cell.unclaimed D5");
  }
  SUBCASE("figures one column too far") {
    const Bound bound = bind_sheet(with_rows({{5, "||||1|2"}}), look);
    CHECK(figure_of(bound, "policy_total_times") == "missing");
    CHECK(say_all(bound) == "V cell.unclaimed F5");
  }
  SUBCASE("what is no figure, one column too far, or beside its label") {
    for (const char* stray : {"约2家", "二", "一百零二"}) CHECK(say_all(bind_sheet(with_rows({{5, std::string("|||1||") + stray}}), look)) == "V cell.unclaimed F5");
    CHECK(say_all(bind_sheet(with_rows({{4, "政策宣贯服务|各类政策宣贯服务合计||服务次数|服务企业数|6+13"}, {5, "|||1"}}), look)) == "I header.unknown-column F4; V cell.unclaimed F4");
    CHECK(say_all(bind_sheet(with_rows({{5, "|||1|2|已核"}}), look)).empty());
  }
  SUBCASE("one figure merged over two labels") {
    const Bound bound = bind_sheet(with_rows({{5, "|||12"}}).merge("D5", "E5"), look);
    CHECK(figure_of(bound, "policy_total_times") == "missing");
    CHECK(figure_of(bound, "policy_total_firms") == "missing");
    CHECK(say_all(bound) == "V cell.unclaimed D5");
  }
}

TEST_CASE("a merged label is wider than its figure") {
  const std::string labels = "政策宣贯服务|各类政策宣贯服务合计||服务次数||服务企业数";
  const auto bind = [&](const std::string& values) {
    return bind_sheet(with_rows({{4, labels}, {5, values}}).merge("D4", "E4").merge("F4", "G4"), look);
  };
  for (const char* values : {"|||1||2", "||||1|2", "|||1|||2", "||||1||2"}) {
    CAPTURE(values);
    const Bound bound = bind(values);
    check_figures(bound);
    CHECK(say_all(bound) == "");
  }
  CHECK(say_all(bind("|||1|99|2")) == "V cell.unclaimed E5");
}

TEST_CASE("a band without figures") {
  SUBCASE("its row was deleted: the next band keeps its own") {
    const Bound bound = bind_sheet(without_rows(whole_form(), 15, 1), look);
    CHECK(figure_of(bound, "innovation_upgrade_times") == "missing");
    CHECK(figure_of(bound, "innovation_upgrade_firms") == "missing");
    CHECK(figure_of(bound, "innovation_quality_times") == "15");
    CHECK(say_all(bound) == "");
  }
  SUBCASE("the last one: the line below, merged across, is no figure") {
    const Bound bound = bind_sheet(with_rows({{45, ""}}).merge("A46", "F46"), look);
    CHECK(figure_of(bound, "abroad_firm_services_times") == "missing");
    CHECK(figure_of(bound, "abroad_firm_services_projects") == "missing");
    CHECK(say_all(bound) == "");
  }
}

TEST_CASE("a band that is missing, a figure beside the bands") {
  SheetMaker maker;
  maker.lines(
      {"重点服务活动实施情况统计表", "政策宣贯服务|各类政策宣贯服务合计||服务次数|服务企业数||||5", "|||12|约40||77"});
  const Bound bound = bind_sheet(std::move(maker), look);
  // Two labels of forty-odd are not enough to call it the form, title or not.
  CHECK(say_all(bound) == "M file.unrecognised");
}
