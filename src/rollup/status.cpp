// Completeness: one unit for everybody who is expected or who filed.

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

#include "base/text.hpp"
#include "rollup/expected.hpp"
#include "rollup/gather.hpp"
#include "rollup/roll_up.hpp"
#include "schema/roster.hpp"

namespace huizong {
namespace {

/// What counts of a region's records, whoever filed them.
struct Covered {
  const Standing* first = nullptr;
  bool is_pending = false;
  std::set<std::string_view> keys;
};

using RegionOfForm = std::pair<const FormSpec*, std::string>;  // the form whose records they are, region

UnitState to_state(const Standing& standing) {
  switch (standing.bucket) {
    case Bucket::pending: return UnitState::pending;
    case Bucket::returned: return UnitState::returned;
    default: return standing.submission->data.nil_report ? UnitState::nil : UnitState::accepted;
  }
}

class StatusMaker {
 public:
  explicit StatusMaker(const StatusInput& input)
      : input_(input),
        exempt_(input.exempt.begin(), input.exempt.end()),
        owed_(input.nil_owed.begin(), input.nil_owed.end()) {
    int order = 0;
    for (const Region* region : input.regions.below(input.province, input.period.year))
      place_.emplace(region->code, order++);
    for (const Standing& standing : input.standings) {
      const FormSpec* form = record_form(standing);
      if (standing.newest) newest_.push_back(&standing);
      if (form == nullptr) continue;
      if (standing.newest) note_own(*form, standing);
      if (standing.counted) note_covered(*form, standing);
    }
  }

  Status make() {
    for (const FormSpec* form : input_.forms) {
      if (form->records_of.empty()) add_expected(*form);
      add_listed(*form);
    }
    for (const Standing* standing : newest_) {
      if (taken_.count(standing) == 0) add(standing->submission->data.region, *standing);
    }
    std::stable_sort(units_.begin(), units_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    Status status;
    status.period = input_.period;
    for (auto& [order, unit] : units_) status.units.push_back(std::move(unit));
    return status;
  }

 private:
  using Order = std::tuple<int, int, int, std::string, std::string>;  // form, region, entity, reporter, form id

  void add_expected(const FormSpec& form) {
    std::vector<std::string> codes = expected_regions(form, input_.regions, input_.province, input_.period.year);
    std::set<std::string> known(codes.begin(), codes.end());
    for (const std::string& code : input_.nil_owed) {
      if (is_of_level(form, code) && known.insert(code).second) codes.push_back(code);
    }
    for (const std::string& code : codes) {
      if (const Standing* own = own_return(form, code)) {
        taken_.insert(own);
        add(code, *own);
      } else if (!add_covered(form, code)) {
        add_missing(form, code);
      }
    }
  }

  /// Bases and platforms that a list says must file.
  void add_listed(const FormSpec& form) {
    for (const ListedReporter& one : listed_reporters(form, input_.regions, input_.province, input_.period)) {
      const std::string name = fold_label(one.name);
      const auto own = std::find_if(newest_.begin(), newest_.end(), [&](const Standing* standing) {
        const Return& data = standing->submission->data;
        return data.form == form.id && data.by_entity && fold_label(data.reporter) == name;
      });
      if (own != newest_.end()) {
        taken_.insert(*own);
        add((*own)->submission->data.region, **own);
      } else {
        add_missing(form, one.region, one.name);
      }
    }
  }

  bool is_of_level(const FormSpec& form, const std::string& code) const {
    const Region* region = input_.regions.find(code);
    return region != nullptr && has_level(form, region->level);
  }

  const FormSpec* record_form(const Standing& standing) const {
    return input_.pack.record_form(standing.submission->data.form);
  }

  std::string region_of(const std::string& code) const {
    const std::string now = input_.regions.code_in(code, input_.period.year);
    return now.empty() ? code : now;
  }

  /// The region's own return: of the form itself before one of a form that carries its records.
  void note_own(const FormSpec& form, const Standing& standing) {
    const Return& data = standing.submission->data;
    if (data.by_entity) return;
    const Standing*& own = own_[{&form, region_of(data.region)}];
    if (own == nullptr || data.form == form.id) own = &standing;
  }

  const Standing* own_return(const FormSpec& form, const std::string& code) const {
    const auto found = own_.find({&form, code});
    return found == own_.end() ? nullptr : found->second;
  }

  void note_covered(const FormSpec& form, const Standing& standing) {
    for (const Record& record : standing.submission->data.records) {
      if (record.held_out || record.key.empty()) continue;
      Covered& covered = covered_[{&form, region_of(record.region)}];
      covered.keys.insert(record.key);
      covered.is_pending = covered.is_pending || standing.bucket == Bucket::pending;
      if (covered.first == nullptr || goes_before(standing, *covered.first)) covered.first = &standing;
    }
  }

  /// A county whose bases filed themselves, or whose records stand in its city's table.
  bool add_covered(const FormSpec& form, const std::string& code) {
    const auto found = covered_.find({&form, code});
    if (found == covered_.end()) return false;
    const Covered& covered = found->second;
    Unit unit = to_unit(*covered.first, code);
    unit.state = covered.is_pending ? UnitState::pending : UnitState::accepted;
    unit.records = static_cast<int>(covered.keys.size());
    unit.findings = {};  // they stand at the units of the returns themselves
    put(form, std::move(unit), false);
    return true;
  }

  /// The lowest level first; of one level by name.
  bool goes_before(const Standing& a, const Standing& b) const {
    const auto key = [this](const Standing& s) {
      return std::tuple(level_of(input_.regions, s.submission->data), s.submission->data.reporter, s.submission->id);
    };
    return key(a) < key(b);
  }

  void add_missing(const FormSpec& form, const std::string& code, const std::string& entity = {}) {
    Unit unit;
    unit.form = form.id;
    unit.region = code;
    unit.name = unit.reporter = name_of(code);
    if (!entity.empty()) unit.reporter = entity;
    unit.state = exempt_.count(code) > 0 ? UnitState::exempt : UnitState::missing;
    const auto deadline = deadline_of(form, input_.period, code, input_.regions);
    const bool owed = !form.reporter.voluntary || owed_.count(code) > 0;  // nobody is late with what nobody owes
    if (deadline && owed) unit.late = unit.state == UnitState::missing && to_days(to_date(input_.now)) > to_days(*deadline);
    put(form, std::move(unit), !entity.empty());
  }

  std::string name_of(const std::string& code) const {
    const Region* region = input_.regions.find(code);
    return region == nullptr ? code : region->name;
  }

  Unit to_unit(const Standing& standing, const std::string& code) const {
    const Submission& s = *standing.submission;
    Unit unit;
    unit.form = s.data.form;
    unit.region = code;
    unit.name = name_of(code);
    unit.reporter = s.data.reporter;
    unit.state = to_state(standing);
    unit.version = standing.version;
    unit.received = to_text(s.received);
    unit.file = s.file;
    unit.records = static_cast<int>(s.data.records.size());
    if (input_.counts) unit.findings = input_.counts(s);
    if (const FormSpec* form = input_.pack.form(s.data.form)) {
      const auto deadline = deadline_of(*form, input_.period, code, input_.regions);
      if (deadline) unit.late = to_days(to_date(s.received)) > to_days(*deadline);
    }
    return unit;
  }

  void add(const std::string& code, const Standing& standing) {
    const FormSpec* form = record_form(standing);
    if (form == nullptr) form = input_.forms.empty() ? nullptr : input_.forms.front();
    if (form != nullptr) put(*form, to_unit(standing, code), standing.submission->data.by_entity);
  }

  void put(const FormSpec& form, Unit unit, bool by_entity) {
    const auto at = std::find(input_.forms.begin(), input_.forms.end(), &form);
    const auto place = place_.find(unit.region);
    const Order order{static_cast<int>(at - input_.forms.begin()), place == place_.end() ? 1 << 30 : place->second,
                      by_entity ? 1 : 0, unit.reporter, unit.form};
    units_.emplace_back(order, std::move(unit));
  }

  const StatusInput& input_;
  std::map<std::string, int> place_;  // in tree order
  std::set<std::string> exempt_, owed_;
  std::vector<const Standing*> newest_;
  std::map<RegionOfForm, const Standing*> own_;
  std::map<RegionOfForm, Covered> covered_;
  std::set<const Standing*> taken_;
  std::vector<std::pair<Order, Unit>> units_;
};

}  // namespace

Status to_status(const StatusInput& input) { return StatusMaker(input).make(); }

}  // namespace huizong
