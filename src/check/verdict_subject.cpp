#include "check/verdict_subject.hpp"

#include <algorithm>
#include <tuple>

#include "base/text.hpp"
#include "check/used_rows.hpp"

namespace huizong {
namespace {

std::string code_in(const VerdictInput& input, const std::string& code) {
  const std::string now = input.regions.code_in(code, input.period.year);
  return now.empty() ? code : now;
}

std::string city_of(const VerdictInput& input, const std::string& code) {
  const std::string now = code_in(input, code), city = input.regions.city_of(now);
  return city.empty() ? now : city;
}

const std::string& region_of(const Submission& submission, const Record& record) {
  return record.region.empty() ? submission.data.region : record.region;
}

const std::vector<const Submission*>& filed_of(const VerdictInput& input, const RowSource& source, When when) {
  static const std::vector<const Submission*> none;
  const auto* filed = input.used(source.form, when);
  return filed == nullptr ? none : *filed;
}

const RowSource& source_at(const VerdictInput& input, int source) {
  return input.form.form.sources[static_cast<std::size_t>(source - 1)];
}

/// The base itself files closer to the thing than its county, and that closer than the city.
int level_of(const VerdictInput& input, const Submission& submission) {
  if (submission.data.by_entity) return 0;
  const Region* region = input.regions.find(submission.data.region);
  return region != nullptr && region->level == Level::city ? 2 : 1;
}

class Subjects {
 public:
  explicit Subjects(const VerdictInput& input) : input_(input) {}

  void add(const std::string& name, const std::string& region, const std::set<std::string>& others) {
    const std::string folded = fold_label(name), city = city_of(input_, region);
    if (folded.empty()) return;
    const auto same = std::find_if(found_.begin(), found_.end(), [&](const Subject& s) {
      return s.city == city && (s.names.contains(folded) || std::any_of(others.begin(), others.end(), [&](const auto& o) { return s.names.contains(o); }));
    });
    const bool known = same != found_.end();
    if (!known) found_.push_back({name, code_in(input_, region), city, {}});
    Subject& subject = known ? *same : found_.back();
    subject.names.insert(folded);
    subject.names.insert(others.begin(), others.end());
  }

  std::vector<Subject> all() {
    std::stable_sort(found_.begin(), found_.end(), [](const Subject& a, const Subject& b) { return std::tie(a.region, a.name) < std::tie(b.region, b.name); });
    return std::move(found_);
  }

 private:
  const VerdictInput& input_;
  std::vector<Subject> found_;
};

/// What the return calls its reporter beside its name, folded.
std::set<std::string> other_names(const VerdictInput& input, int source, const Submission& submission) {
  std::set<std::string> names;
  for (const auto& [from, column] : input.form.also_called) {
    for (const Record& record : submission.data.records) {
      const auto at = static_cast<std::size_t>(column);
      if (from == source && at < record.values.size() && record.values[at].kind == ValueKind::text) names.insert(fold_label(record.values[at].text));
    }
  }
  return names;
}

void add_subjects(const VerdictInput& input, int source, When when, Subjects& subjects) {
  const RowSource& used = source_at(input, source);
  for (const Submission* s : filed_of(input, used, when)) {
    if (!used.subject && s->data.by_entity) subjects.add(s->data.reporter, s->data.region, other_names(input, source, *s));
    for (const Record& record : s->data.records) {
      if (used.subject && !record.held_out) subjects.add(record.name, region_of(*s, record), {});
    }
  }
}

}  // namespace

std::vector<Subject> find_subjects(const VerdictInput& input) {
  Subjects subjects(input);
  for (const bool listed : {false, true}) {
    for (const int source : input.form.subjects) {
      if (source_at(input, source).subject != listed) continue;
      add_subjects(input, source, When::now, subjects);
      // Who stood in the list before, and does not now, is still asked about.
      if (listed) add_subjects(input, source, When::previous, subjects);
    }
  }
  return subjects.all();
}

const RowSet& SubjectRows::rows(int source, When when) {
  const auto [place, fresh] = known_.try_emplace({source, when});
  if (fresh) place->second = collect(source_at(input_, source), source, when);
  return place->second;
}

RowSet SubjectRows::collect(const RowSource& used, int source, When when) {
  RowSet set;
  if (used.codes != nullptr) {
    for (const Record& record : *used.codes) set.records.push_back(&record);
    return set;
  }
  const auto& filed = filed_of(input_, used, when);
  set = used.subject ? collect_records(filed, source) : collect_return(filed, used, source);
  if (set.state == RowSet::State::form_absent && !input_.is_over(used.form, when, subject_.region)) set.state = RowSet::State::not_due;
  return set;
}

void SubjectRows::keep(const Record& record, const Submission& submission, int source, RowSet& set) {
  origins_[&record] = {&submission, source};
  set.records.push_back(&record);
}

/// The subject's record of the lowest level that lists it.
RowSet SubjectRows::collect_records(const std::vector<const Submission*>& filed, int source) {
  RowSet set;
  set.state = RowSet::State::form_absent;
  int lowest = 0;
  for (const Submission* s : filed) {
    for (const Record& record : s->data.records) {
      const bool mine = !record.held_out && subject_.names.contains(fold_label(record.name)) && city_of(input_, region_of(*s, record)) == subject_.city;
      if (!mine) continue;
      const int level = level_of(input_, *s);
      if (!set.records.empty() && level > lowest) continue;
      if (level < lowest) set.records.clear();
      lowest = level;
      keep(record, *s, source, set);
    }
  }
  if (!set.records.empty()) set.state = set.records.size() == 1 ? RowSet::State::known : RowSet::State::ambiguous;
  return set;
}

RowSet SubjectRows::collect_return(const std::vector<const Submission*>& filed, const RowSource& used, int source) {
  RowSet set, all;
  const Submission* found = nullptr;
  for (const Submission* s : filed) {
    const bool mine = s->data.by_entity && subject_.names.contains(fold_label(s->data.reporter)) && city_of(input_, s->data.region) == subject_.city;
    if (!mine) continue;
    set.state = found == nullptr ? RowSet::State::known : RowSet::State::ambiguous;
    found = s;
  }
  if (found == nullptr) set.state = RowSet::State::form_absent;
  if (set.state != RowSet::State::known) return set;
  add_rows(found->data, used.block_name, all);
  for (const Record* record : all.records) {
    if (!record->held_out) keep(*record, *found, source, set);
  }
  return set;
}

const Origin* SubjectRows::origin_of(const Record& record) const {
  const auto found = origins_.find(&record);
  return found == origins_.end() ? nullptr : &found->second;
}

}  // namespace huizong
