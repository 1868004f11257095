// The summary's rows: the tree, what falls under each place, and what is said about the returns there.

#include "rollup/roll_up.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "base/text.hpp"
#include "rollup/cells.hpp"
#include "rollup/expected.hpp"
#include "schema/roster.hpp"

namespace huizong {
namespace {

constexpr int max_depth = 12;  // of parents; guards against circles in the data

/// A return that counts, with its place in the tree of the summary's year.
struct CountedReturn {
  const Standing* standing;
  std::string region;
  int held_out;
};

/// What falls under one row. Told apart once: asking every return again for every row is quadratic in the returns.
struct Members {
  RowContent content;
  std::vector<const CountedReturn*> returns;
};

using MembersByCode = std::unordered_map<std::string, Members>;

const Members& members_at(const MembersByCode& by_code, const std::string& code) {
  static const Members none;
  const auto found = by_code.find(code);
  return found == by_code.end() ? none : found->second;
}

int count_held_out(const Return& data) {
  return static_cast<int>(
      std::count_if(data.records.begin(), data.records.end(), [](const Record& r) { return r.held_out; }));
}

std::string growth_unit(const Field& field) {
  if (is_additive(field.additivity)) return "%";
  const bool rate = field.mean || (field.numerator >= 0 && field.denominator >= 0);
  return field.growth_of < 0 && rate ? "百分点" : "";
}

class Roller {
 public:
  explicit Roller(const RollUpInput& input)
      : input_(input), now_(gather(input, input.now)), base_(gather(input, input.base)) {
    place_base_records();
    group_records();
    group_returns();
    for (const CountedRecord& entry : now_.entries) report(entry.region);
    count_coverage();
    count_listed();
  }

  Summary make() {
    summary_.form = input_.form.summary_form();
    summary_.return_form = input_.form.id;
    summary_.period = input_.period;
    summary_.base_period = base_of(input_.period);
    for (std::size_t i = 0; i < input_.form.own_fields(); ++i) {
      const Field& field = input_.form.fields[i];
      summary_.columns.push_back({to_path(input_.form, field, input_.period), field.unit, growth_unit(field)});
    }
    const Region* province = input_.regions.find(input_.province);
    add_region(RowLevel::province, input_.province, province ? province->name : input_.province, everything_);
    whole_ = summary_.rows.front().cells;
    const auto cities = input_.regions.children(input_.province, input_.period.year);
    // A provincial unit may file directly, and a city that was split stands under no one: their records follow the
    // province.
    std::unordered_set<std::string> with_row;
    for (const Region* city : cities) with_row.insert(city->code);
    add_records(everything_, [&](const CountedRecord& entry) { return with_row.count(entry.city) == 0; });
    for (const Region* city : cities) add_city(*city);
    add_sources();
    return std::move(summary_);
  }

 private:
  /// Are there records to show below the regions? A card is one where it names what it is about.
  bool has_records() const { return input_.form.layout != Layout::bands && !input_.form.naming().empty(); }

  /// A city's table may not say which county a record is of: then the year that knows it tells it for the other.
  void place_base_records() {
    for (CountedRecord& entry : base_.entries) {
      const CountedRecord* now = now_.find(entry);
      if (now != nullptr && (now->region == now->city || entry.region == entry.city)) entry.region = now->region;
    }
  }

  void group_records() {
    const auto group = [this](const CountedRecord& entry, const auto& put) {
      for (Members* members : {&everything_, &by_city_[entry.city], &by_region_[entry.region]}) put(members->content);
      shown_.insert(entry.region);
    };
    for (const CountedRecord& entry : now_.entries) {
      const RecordPair pair{&entry, base_.find(entry)};
      group(entry, [&pair](RowContent& content) { content.now.push_back(pair); });
    }
    for (const CountedRecord& entry : base_.entries) {
      group(entry, [&entry](RowContent& content) { content.base.push_back(&entry); });
    }
  }

  void group_returns() {
    std::unordered_set<const Standing*> with_own_record;
    for (const CountedRecord& entry : now_.entries) {
      if (!entry.from_city) with_own_record.insert(entry.standing);
    }
    returns_.reserve(input_.now.size());  // the groups point into it
    for (const Standing& standing : input_.now) {
      const Return& data = standing.submission->data;
      const std::string region = code_now(input_, data.region);
      shown_.insert(region);
      if (with_own_record.count(&standing) > 0 || (standing.counted && data.nil_report)) report(region);
      if (!standing.counted) continue;
      const CountedReturn& one = returns_.emplace_back(CountedReturn{&standing, region, count_held_out(data)});
      for (Members* members : {&everything_, &by_city_[city_now(input_, region)], &by_region_[region]}) {
        members->returns.push_back(&one);
      }
    }
  }

  /// The code and those above it.
  std::vector<std::string> path_of(const std::string& code) const {
    std::vector<std::string> path{code};
    const Region* region = input_.regions.find(code);
    for (int depth = 1; region != nullptr && depth < max_depth; ++depth) {
      region = input_.regions.find(region->parent);
      if (region == nullptr || std::find(path.begin(), path.end(), region->code) != path.end()) break;
      path.push_back(region->code);
    }
    return path;
  }

  /// What came from a place came from all above it.
  void report(const std::string& region) {
    if (!reported_.insert(region).second) return;
    for (std::string& code : path_of(region)) reported_at_or_below_.insert(std::move(code));
  }

  void count_coverage() {
    const std::set<std::string> exempt(input_.exempt.begin(), input_.exempt.end());
    for (const std::string& code :
         expected_regions(input_.form, input_.regions, input_.province, input_.period.year)) {
      shown_.insert(code);
      if (exempt.count(code) > 0) continue;
      const bool reported = reported_at_or_below_.count(code) > 0;
      for (const std::string& above : path_of(code)) {
        Coverage& coverage = coverage_[above];
        ++coverage.expected;
        if (reported) ++coverage.counted;
      }
    }
  }

  /// Those that a list names count one by one, each below the region that the list knows for it.
  void count_listed() {
    std::unordered_set<std::string> filed;
    for (const Standing& standing : input_.now) {
      if (standing.counted) filed.insert(fold_label(standing.submission->data.reporter));
    }
    for (const ListedReporter& one : listed_reporters(input_.form, input_.regions, input_.province, input_.period)) {
      for (const std::string& above : path_of(one.region)) {
        Coverage& coverage = coverage_[above];
        ++coverage.expected;
        if (filed.count(fold_label(one.name)) > 0) ++coverage.counted;
      }
    }
  }

  void add_city(const Region& city) {
    const RowLevel level = city.level == Level::city ? RowLevel::city : RowLevel::county;
    const Members& of_city = members_at(by_city_, city.code);
    add_region(level, city.code, city.name, of_city);
    std::unordered_set<std::string> with_row;
    const auto counties = city.level == Level::city && has_records() && is_from_counties(input_.form)
                              ? input_.regions.children(city.code, input_.period.year)
                              : std::vector<const Region*>();
    for (const Region* county : counties) {
      if (shown_.count(county->code) == 0) continue;
      with_row.insert(county->code);
      const Members& of_county = members_at(by_region_, county->code);
      add_region(RowLevel::county, county->code, county->name, of_county);
      add_records(of_county, [](const CountedRecord&) { return true; });
    }
    add_records(of_city, [&](const CountedRecord& entry) { return with_row.count(entry.region) == 0; });
  }

  void add_region(RowLevel level, const std::string& code, const std::string& name, const Members& members) {
    SummaryRow row;
    row.level = level;
    row.region = code;
    row.name = name;
    row.cells = to_cells(input_.form, members.content, whole_);
    const auto coverage = coverage_.find(code);
    if (coverage != coverage_.end()) row.coverage = coverage->second;
    count_returns(row, members);
    summary_.rows.push_back(std::move(row));
  }

  static void count_returns(SummaryRow& row, const Members& members) {
    for (const CountedReturn* one : members.returns) {
      ++row.returns;
      if (one->standing->bucket == Bucket::pending) ++row.pending;
      row.held_out += one->held_out;
      const bool own = one->region == row.region && !one->standing->submission->data.by_entity;
      if (one->standing->newer_returned && own) row.marks = {"mark.newer-returned"};
    }
  }

  template <typename Wanted>
  void add_records(const Members& members, const Wanted& wanted) {
    if (!has_records()) return;
    for (const RecordPair& pair : members.content.now) {
      if (wanted(*pair.now)) add_record(pair);
    }
  }

  void add_record(const RecordPair& pair) {
    const CountedRecord& entry = *pair.now;
    RowContent content;
    content.is_record = true;
    content.now.push_back(pair);
    if (pair.base != nullptr) content.base.push_back(pair.base);
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
  std::vector<CountedReturn> returns_;
  Members everything_;
  MembersByCode by_city_, by_region_;
  /// Places where anything is expected, exempt or came from, now or last year: these have a row.
  std::unordered_set<std::string> shown_;
  std::unordered_set<std::string> reported_, reported_at_or_below_;
  std::unordered_map<std::string, Coverage> coverage_;
  std::vector<SummaryCell> whole_;  // the province's
  int ordinal_ = 0;
  Summary summary_;
};

}  // namespace

Summary roll_up(const RollUpInput& input) { return Roller(input).make(); }

}  // namespace huizong
