// The packs as they are shipped. Numbers of columns are counted by hand in the printed forms.

#include <algorithm>
#include <map>
#include <optional>

#include "fixture.hpp"
#include "schema/roster.hpp"
#include "source_dir.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

const Catalogue& catalogue() {
  static const Catalogue loaded = load_catalogue({Path(source_dir) / "schemas"}, "");
  return loaded;
}

const FormSpec& form(std::string_view pack, std::string_view id) {
  const Pack* p = catalogue().pack(pack);
  REQUIRE(p != nullptr);
  REQUIRE(p->form(id) != nullptr);
  return *p->form(id);
}

const Field& field(const FormSpec& f, std::string_view name) {
  REQUIRE(f.field(name) >= 0);
  return f.fields[static_cast<std::size_t>(f.field(name))];
}

std::vector<std::string> ids(const FormSpec& f) {
  std::vector<std::string> found;
  for (const Rule& rule : f.rules) {
    if (std::find(found.begin(), found.end(), rule.id) == found.end()) found.push_back(rule.id);
  }
  return found;
}

/// The figures of one period as a record: those whose name begins with the prefix. Others are blank.
std::optional<Record> record_of(const FormSpec& f, const std::vector<std::pair<std::string, std::string>>& figures,
                                const std::string& prefix) {
  Record record;
  record.values = Values(f.fields.size());
  bool any = false;
  for (const auto& [key, value] : figures) {
    if (!key.starts_with(prefix)) continue;
    const int column = f.field(key.substr(prefix.size()));
    if (column < 0) continue;
    any = true;
    record.values[static_cast<std::size_t>(column)].kind = ValueKind::figure;
    record.values[static_cast<std::size_t>(column)].number = *parse_decimal(value);
  }
  return any || prefix.empty() ? std::optional(record) : std::nullopt;
}

/// Decides the rules of one id over figures by column name; figures not named are missing, and so are whole periods.
std::string verdicts(const FormSpec& f, std::string_view id,
                     const std::vector<std::pair<std::string, std::string>>& figures) {
  const char* prefixes[] = {"", "base.", "year_end.", "first_half.", "previous."};
  std::vector<std::optional<Record>> records;
  for (const char* prefix : prefixes) records.push_back(record_of(f, figures, prefix));
  RuleView view;
  view.sight = [&records](const Record&, When when) -> Sight {
    const auto& record = records[static_cast<std::size_t>(when)];
    return {record ? &*record : nullptr, !record};
  };
  std::string all;
  for (const Rule& rule : f.rules) {
    if (rule.id != id) continue;
    const Verdict verdict = RuleEvaluation(rule, view).decide(&*records[0]).verdict;
    all += verdict == Verdict::pass ? 'T' : verdict == Verdict::fail ? 'F' : verdict == Verdict::undecided ? '?' : '-';
  }
  return all;
}

}  // namespace

TEST_CASE("columns as the forms print them") {
  // 附件10: 序号, 8 of 基本情况, 3 of 运营情况, 2 of 合作服务机构情况, 户数, 场次, 5 of 孵化成果, 资金.
  CHECK(form("shanxi", "base-situation").fields.size() == 1 + 8 + 3 + 2 + 1 + 1 + 5 + 1);
  CHECK(form("shanxi", "base-summary").fields.size() == form("shanxi", "base-situation").fields.size());
  // 附件3 by task: 7, 9, 9, 9, 10, 7 labels in 3, 4, 3, 4, 4, 3 bands.
  CHECK(form("heilongjiang", "key-services").fields.size() == 51);
  CHECK(form("heilongjiang", "key-services").bands.size() == 21);
  // 附件6: 24 columns with 序号.
  CHECK(form("qinghai", "platform-operation").fields.size() == 24);
}

TEST_CASE("printed columns of the lists") {
  struct Row { const char *pack, *form; int printed; };
  constexpr Row rows[] = {
      {"heilongjiang", "platform-situation", 4 + 2 + 2}, {"heilongjiang", "base-situation-city", 7 + 2 + 2},
      {"jiangsu", "activity-list", 11},                  {"shanxi", "staff-list", 8},
      {"shanxi", "tenant-list", 1 + 5 + 3},              // 序号, which it does not print, may be there
      {"shanxi", "tenant-rating", 7 + 3},                {"beijing", "service-staff", 3 + 2 + 2 + 1},
      {"beijing", "station-staff", 5},                   {"beijing", "tenant-roster", 14},
      {"beijing", "activity-ledger", 8},                 {"beijing", "service-ledger", 7},
      {"beijing", "partner-list", 5},                    {"beijing", "innovation-list", 5},
      {"beijing", "listing-list", 4},                    {"beijing", "satisfaction-survey", 5},
      {"qinghai", "platform-staff", 3 + 2 + 2 + 2},      {"qinghai", "equipment-list", 6},
      {"qinghai", "served-firms", 5 + 2}};
  for (const Row& row : rows) {
    CAPTURE(row.form);
    const FormSpec& f = form(row.pack, row.form);
    CHECK(std::count_if(f.fields.begin(), f.fields.end(), [](const Field& x) { return !x.computed.is; }) == row.printed);
    CHECK(f.reporter.named == (std::string_view(row.pack) != "heilongjiang"));
    CHECK(f.mandatory_scope == (f.reporter.named ? Scope::row : Scope::whole_return));
  }
}

TEST_CASE("words of lists") {
  const FormSpec& served = form("qinghai", "served-firms");
  CHECK(field(served, "rated").computed.sum_of == std::vector<int>{served.field("satisfied"), served.field("unsatisfied")});
  CHECK(field(served, "rate").total.labels == std::vector<std::string>{"总体满意率"});
  CHECK(field(served, "rate").denominator == served.field("rated"));
  CHECK(field(form("beijing", "satisfaction-survey"), "satisfaction").mean);
  const FormSpec& equipment = form("qinghai", "equipment-list");
  CHECK(field(equipment, "cost").total.times == equipment.field("quantity"));
  CHECK(field(equipment, "cost").total.severity == Severity::verify);
  CHECK(equipment.title_below);
  const FormSpec& tenants = form("shanxi", "tenant-list");
  CHECK(tenants.naming() == std::vector<int>{tenants.field("licence"), tenants.field("firm")});
  CHECK(form("beijing", "listing-list").empty_is_nil);
  const Region* zone = catalogue().regions.find("110000-jkq");
  REQUIRE(zone != nullptr);
  CHECK(zone->parent == "110000");
  CHECK_FALSE(catalogue().regions.is_within("110000-jkq", "110115"));
}

TEST_CASE("code lists") {
  const auto& lists = catalogue().pack("jiangsu")->code_lists;
  REQUIRE(lists.size() == 1);
  const CodeList& services = lists[0];
  CHECK(services.id == "service-codes");
  // 大类 11 to 17 have 14, 11, 15, 25, 10, 9 and 9 中类, counted in print; 10 has none.
  std::map<std::string, int> by_group;
  for (const Record& row : *services.rows) {
    ++by_group[row.values[0].text];
    if (row.values[2].kind == ValueKind::text) CHECK(row.values[2].text.substr(0, 2) == row.values[0].text);
  }
  CHECK(by_group == std::map<std::string, int>{
                        {"10", 1}, {"11", 14}, {"12", 11}, {"13", 15}, {"14", 25}, {"15", 10}, {"16", 9}, {"17", 9}});
}

TEST_CASE("who must report in beijing") {
  const FormSpec& f = form("beijing", "tenant-roster");
  const auto listed = listed_reporters(f, catalogue().regions, "110000", *parse_period("2023"));
  REQUIRE(listed.size() == 91);
  std::map<std::string, int> by_region;
  for (const ListedReporter& one : listed) ++by_region[one.region];
  CHECK(by_region.count("") == 0);
  CHECK(by_region["110000-jkq"] == 9);
  CHECK(by_region["110115"] == 9);   // 大兴区, without the zone
  CHECK(by_region["110118"] == 0);
  CHECK(listed[0].name == "北京首冶新元科技发展有限公司");
  CHECK(listed[90].region == "110106");
}

TEST_CASE("shanxi") {
  const FormSpec& f = form("shanxi", "base-situation");
  CHECK(f.summary_form() == "base-summary");
  CHECK(form("shanxi", "base-summary").records_of == "base-situation");
  CHECK(catalogue().pack("shanxi")->record_form("base-summary") == &f);
  CHECK(with_years(f.title, *parse_period("2024")) == "2024年省级小微企业双创基地基本情况表");
  CHECK(to_path(f, field(f, "jobs"), *parse_period("2024")) == "基本情况/吸纳就业人员数");
  CHECK(field(f, "partner_services").optional_column);
  CHECK(field(f, "service_events").aliases.back().only_without == "service_events");
  CHECK(ids(f) == std::vector<std::string>{"tax-over-revenue", "jobs-under-tenants", "hatched-over-tenants"});
  CHECK(verdicts(f, "tax-over-revenue", {{"tax", "10.01"}, {"revenue", "10"}}) == "F");
  CHECK(verdicts(f, "hatched-over-tenants", {{"hatched", "3"}, {"contestants", "2"}, {"tenants", "2"}}) == "FT???");
  REQUIRE(f.deadlines.size() == 2);
  CHECK(f.deadlines[0].month == 8);
  CHECK(f.deadlines[0].day == 25);
  CHECK(f.deadlines[1].day == 20);
  // 忻州's counties by the tree, and its zone; not the city itself.
  std::vector<std::string> bound;
  for (const Region* region : catalogue().regions.children("140900", 2024)) bound.push_back(region->code);
  CHECK(f.deadlines[1].regions == bound);
  const Region* zone = catalogue().regions.find("140900-jkq");
  REQUIRE(zone != nullptr);
  CHECK(zone->level == Level::zone);
  CHECK_FALSE(zone->contained);
}

TEST_CASE("heilongjiang") {
  const FormSpec& f = form("heilongjiang", "key-services");
  CHECK(f.layout == Layout::bands);
  CHECK(std::count_if(f.bands.begin(), f.bands.end(), [](const Band& b) { return b.total; }) == 6);
  const Field& turnover = field(f, "integration_results_turnover");
  CHECK(to_path(f, turnover, *parse_period("2024")) ==
        "大中小企业融通发展服务/促成大中小企业融通发展情况/大中小企业达成各类交易额");
  CHECK(turnover.unit_expected);
  CHECK(turnover.is_money());
  CHECK(ids(f) == std::vector<std::string>{"band-times-over-total", "band-times-sum-over-total",
                                           "band-firms-over-total", "band-firms-bounded", "result-over-firms",
                                           "listed-over-firms", "times-and-firms"});
  // Bands with a 次数 or 场次: 1, 3, 1, 3, 3, 2; of two or more: four tasks.
  CHECK(verdicts(f, "band-times-over-total", {}).size() == 13);
  CHECK(verdicts(f, "band-times-sum-over-total", {}).size() == 4);
  // 服务企业数 and 深度服务企业数 of bands: 2, 3, 0, 3, 1, 1.
  CHECK(verdicts(f, "band-firms-over-total", {}).size() == 10);
  CHECK(verdicts(f, "result-over-firms", {{"innovation_cloud_moved", "3"}, {"innovation_cloud_firms", "2"}}) == "F?");
  CHECK(verdicts(f, "times-and-firms", {{"policy_total_times", "0"}, {"policy_total_firms", "2"}})[0] == 'F');
  CHECK(verdicts(f, "times-and-firms", {{"policy_total_times", "2"}, {"policy_total_firms", "0"}})[0] == 'F');
  CHECK(verdicts(f, "times-and-firms", {{"policy_total_times", "0"}, {"policy_total_firms", "0"}})[0] == 'T');
  CHECK(f.yearly_change_over == Decimal(2));
  CHECK(f.yearly_change_from == Decimal(10));
  CHECK(f.deadlines.empty());
}

TEST_CASE("qinghai") {
  const FormSpec& f = form("qinghai", "platform-operation");
  CHECK(f.half_yearly);
  CHECK(f.period_from_filing);
  CHECK(f.growth_filed);
  CHECK(f.rise_as_amount);
  CHECK(field(f, "firms_growth").growth_of == f.field("firms_new"));
  CHECK(field(f, "profit_growth").growth_of == f.field("profit"));
  REQUIRE(f.deadlines.size() == 2);
  CHECK(f.deadlines[1].year_offset == 1);
  CHECK(f.deadlines[1].first_month == 1);
  CHECK(f.deadlines[1].last_month == 12);
  CHECK(verdicts(f, "service-over-revenue", {{"revenue", "10"}, {"service_revenue", "11"}, {"tax", "1"}}) == "F");
  CHECK(verdicts(f, "service-over-revenue", {{"revenue", "10"}, {"service_revenue", "11"}}) == "F");  // tax blank
  CHECK(verdicts(f, "service-over-revenue", {{"revenue", "-10"}, {"service_revenue", "5"}, {"tax", "1"}}) == "-");
  CHECK(verdicts(f, "service-over-revenue", {{"revenue", "10"}, {"service_revenue", "11"}, {"tax", "-1"}}) == "-");
  CHECK(verdicts(f, "service-over-revenue-negative", {{"revenue", "-10"}, {"service_revenue", "5"}, {"tax", "1"}}) ==
        "FTT");
  CHECK(verdicts(f, "cumulative-step", {{"firms_all", "30"}, {"firms_new", "10"}, {"year_end.firms_all", "21"}}) ==
        "F??");
  CHECK(verdicts(f, "year-under-half", {{"firms_new", "9"}, {"first_half.firms_new", "10"}}) == "F?????");
  CHECK(verdicts(f, "profit-over-revenue", {{"profit", "-5"}, {"revenue", "10"}}) == "T");
}

TEST_CASE("every rule of every pack can be said, and every column has its place") {
  for (const Pack& pack : catalogue().packs) {
    for (const FormSpec& f : pack.forms) {
      CAPTURE(f.id);
      for (const Rule& rule : f.rules) {
        CAPTURE(rule.id);
        CHECK_FALSE(to_sentence(f, rule, Lang::zh).empty());
        if (reads_record(rule)) CHECK(rule.column >= 0);  // a rule over sets of rows alone may mark no cell
      }
      for (const Field& column : f.fields)
        CHECK(column.path.size() == (f.layout == Layout::bands ? 3 : column.path.size()));
    }
  }
}
