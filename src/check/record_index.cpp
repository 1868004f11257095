#include "check/record_index.hpp"

#include <algorithm>

namespace huizong {
namespace {

const std::vector<Filed> nothing;

int level_of(const PeriodView& view, const Return& data) {
  if (data.by_entity) return 0;
  const Region* region = view.regions.find(data.region);
  if (region == nullptr) return 1;
  switch (region->level) {
    case Level::province: return 3;
    case Level::city: return 2;
    default: return 1;
  }
}

const std::string& region_of(const Submission& submission, const Record& record) {
  return record.region.empty() ? submission.data.region : record.region;
}

}  // namespace

std::string code_now(const PeriodView& view, const std::string& code) {
  const std::string now = view.regions.code_in(code, view.period.year);
  return now.empty() ? code : now;
}

RecordIndex::RecordIndex(const PeriodView& view, const std::vector<const Submission*>& submissions) : view_(view) {
  for (const Submission* submission : submissions) {
    const int level = level_of(view, submission->data);
    const int rank = 2 * level + (submission->data.form == view.form.id ? 0 : 1);
    for (const Record& record : submission->data.records) {
      const std::string place = place_of(*submission, record);
      auto& filed = by_place_[place];
      if (filed.empty()) places_.push_back(place);
      filed.push_back({submission, &record, level, rank});
    }
  }
  for (auto& [place, filed] : by_place_) {
    std::stable_sort(filed.begin(), filed.end(), [](const Filed& a, const Filed& b) { return a.rank < b.rank; });
  }
}

std::string RecordIndex::place_of(const Submission& submission, const Record& record) const {
  const std::string code = code_now(view_, region_of(submission, record));
  if (record.key.empty()) return code;
  const std::string city = view_.regions.city_of(code);
  // Two bases may well have people of one name: a record is its reporter's own.
  const std::string owner = view_.form.reporter.named ? "\x1f" + submission.data.reporter : std::string();
  return (city.empty() ? code : code_now(view_, city)) + owner + "\x1f" + record.key;
}

const std::vector<Filed>& RecordIndex::at(const std::string& place) const {
  const auto found = by_place_.find(place);
  return found == by_place_.end() ? nothing : found->second;
}

const Record* RecordIndex::counterpart(const Submission& submission, const Record& record) const {
  const std::string code = code_now(view_, region_of(submission, record));
  const Record* best = nullptr;
  for (const Filed& filed : at(place_of(submission, record))) {
    if (filed.record->held_out) continue;
    if (code_now(view_, region_of(*filed.submission, *filed.record)) == code) return filed.record;
    if (best == nullptr) best = filed.record;
  }
  return best;
}

}  // namespace huizong
