// The summary's rows: the tree, what falls under each place, and what is said about the returns there.

#include "rollup/roll_up.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "rollup/cells.hpp"
#include "rollup/expected.hpp"

namespace huizong {
namespace {

using InRow = std::function<bool(const std::string& city, const std::string& region)>;

std::string growth_unit(const Field& field) {
  if (is_additive(field.additivity)) return "%";
  return field.growth_of < 0 && field.numerator >= 0 && field.denominator >= 0 ? "百分点" : "";
}

class Roller {
 public:
  explicit Roller(const RollUpInput& input)
      : input_(input), now_(gather(input, input.now)), base_(gather(input, input.base)) {
    place_base_records();
    for (const std::string& code : expected_regions(input.form, input.regions, input.province, input.period.year)) {
      const auto& exempt = input.exempt;
      if (std::find(exempt.begin(), exempt.end(), code) == exempt.end()) expected_.push_back(code);
      expected_or_exempt_.insert(code);
    }
    for (const CountedRecord& entry : now_.entries) {
      reported_.insert(entry.region);
      if (!entry.from_city) reported_.insert(code_now(input, entry.standing->submission->data.region));
    }
    for (const Standing& standing : input.now) {
      if (standing.counted && standing.submission->data.nil_report) {
        reported_.insert(code_now(input, standing.submission->data.region));
      }
    }
  }

  Summary make() {
    summary_.form = input_.form.summary_form();
    summary_.return_form = input_.form.id;
    summary_.period = input_.period;
    summary_.base_period = base_of(input_.period);
    for (const Field& field : input_.form.fields) {
      summary_.columns.push_back({to_path(input_.form, field, input_.period), field.unit, growth_unit(field)});
    }
    const Region* province = input_.regions.find(input_.province);
    add_region(RowLevel::province, input_.province, province ? province->name : input_.province,
               [](const std::string&, const std::string&) { return true; });
    whole_ = summary_.rows.front().cells;
    const auto cities = input_.regions.children(input_.province, input_.period.year);
    // A provincial unit may file directly, and a city that was split stands under no one: their records follow the
    // province.
    add_records([&](const std::string& c, const std::string&) {
      return std::none_of(cities.begin(), cities.end(), [&c](const Region* city) { return city->code == c; });
    });
    for (const Region* city : cities) add_city(*city);
    add_sources();
    return std::move(summary_);
  }

 private:
  bool is_list() const { return input_.form.layout == Layout::list; }

  /// A city's table may not say which county a record is of: then the year that knows it tells it for the other.
  void place_base_records() {
    for (CountedRecord& entry : base_.entries) {
      const CountedRecord* now = now_.find(entry);
      if (now != nullptr && (now->region == now->city || entry.region == entry.city)) entry.region = now->region;
    }
  }

  void add_city(const Region& city) {
    const RowLevel level = city.level == Level::city ? RowLevel::city : RowLevel::county;
    add_region(level, city.code, city.name, [&](const std::string& c, const std::string&) { return c == city.code; });
    std::set<std::string> with_row;
    const auto counties = city.level == Level::city && is_list() && is_from_counties(input_.form)
                              ? input_.regions.children(city.code, input_.period.year)
                              : std::vector<const Region*>();
    for (const Region* county : counties) {
      if (!is_shown(county->code)) continue;
      with_row.insert(county->code);
      const InRow inside = [&](const std::string&, const std::string& region) { return region == county->code; };
      add_region(RowLevel::county, county->code, county->name, inside);
      add_records(inside);
    }
    add_records(
        [&](const std::string& c, const std::string& region) { return c == city.code && with_row.count(region) == 0; });
  }

  /// A county is shown where it is expected, and where anything came from it, now or last year.
  bool is_shown(const std::string& code) const {
    const auto from_here = [&](const CountedRecord& e) { return e.region == code; };
    return expected_or_exempt_.count(code) > 0 ||
           std::any_of(input_.now.begin(), input_.now.end(),
                       [&](const Standing& s) { return code_now(input_, s.submission->data.region) == code; }) ||
           std::any_of(now_.entries.begin(), now_.entries.end(), from_here) ||
           std::any_of(base_.entries.begin(), base_.entries.end(), from_here);
  }

  void add_region(RowLevel level, const std::string& code, const std::string& name, const InRow& inside) {
    RowContent content;
    for (const CountedRecord& entry : now_.entries) {
      if (inside(entry.city, entry.region)) content.now.push_back({&entry, base_.find(entry)});
    }
    for (const CountedRecord& entry : base_.entries) {
      if (inside(entry.city, entry.region)) content.base.push_back(&entry);
    }
    SummaryRow row;
    row.level = level;
    row.region = code;
    row.name = name;
    row.cells = to_cells(input_.form, content, whole_);
    for (const std::string& expected : expected_) {
      if (!input_.regions.is_within(expected, code)) continue;
      ++row.coverage.expected;
      if (has_reported(expected)) ++row.coverage.counted;
    }
    count_returns(row, inside);
    summary_.rows.push_back(std::move(row));
  }

  bool has_reported(const std::string& code) const {
    return std::any_of(reported_.begin(), reported_.end(),
                       [&](const std::string& region) { return input_.regions.is_within(region, code); });
  }

  void count_returns(SummaryRow& row, const InRow& inside) const {
    for (const Standing& standing : input_.now) {
      if (!standing.counted) continue;
      const Return& data = standing.submission->data;
      const std::string region = code_now(input_, data.region);
      if (!inside(city_now(input_, region), region)) continue;
      ++row.returns;
      if (standing.bucket == Bucket::pending) ++row.pending;
      row.held_out += static_cast<int>(
          std::count_if(data.records.begin(), data.records.end(), [](const Record& r) { return r.held_out; }));
      if (standing.newer_returned && region == row.region && !data.by_entity) row.marks = {"mark.newer-returned"};
    }
  }

  void add_records(const InRow& inside) {
    if (!is_list()) return;
    for (const CountedRecord& entry : now_.entries) {
      if (inside(entry.city, entry.region)) add_record(entry);
    }
  }

  void add_record(const CountedRecord& entry) {
    const CountedRecord* base = base_.find(entry);
    RowContent content;
    content.is_record = true;
    content.now.push_back({&entry, base});
    if (base != nullptr) content.base.push_back(base);
    SummaryRow row;
    row.level = RowLevel::record;
    row.region = entry.region;
    row.name = entry.record->name;
    row.key = entry.record->name;
    row.cells = to_cells(input_.form, content, whole_);
    ++ordinal_;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (input_.form.fields[i].type == FieldType::ordinal) row.cells[i] = numbered(ordinal_);
    }
    row.returns = 1;
    row.pending = entry.standing->bucket == Bucket::pending ? 1 : 0;
    if (entry.from_city) row.marks.push_back("mark.from-city-summary");
    if (entry.standing->newer_returned) row.marks.push_back("mark.newer-returned");
    summary_.rows.push_back(std::move(row));
  }

  static SummaryCell numbered(int ordinal) {
    SummaryCell cell;
    cell.value = Decimal(ordinal);
    return cell;
  }

  void add_sources() {
    for (const Standing* standing : in_order(input_.now)) {
      const Submission& s = *standing->submission;
      summary_.sources.push_back({s.data.region, s.data.reporter, s.file, s.data.sheet, s.sha256, s.id, standing->version,
                                  std::string(to_word(standing->bucket)), standing->counted, s.received});
    }
  }

  const RollUpInput& input_;
  Gathered now_, base_;
  std::vector<std::string> expected_;
  std::set<std::string> expected_or_exempt_, reported_;
  std::vector<SummaryCell> whole_;  // the province's
  int ordinal_ = 0;
  Summary summary_;
};

}  // namespace

Summary roll_up(const RollUpInput& input) { return Roller(input).make(); }

}  // namespace huizong
