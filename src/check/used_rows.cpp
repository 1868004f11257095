#include "check/used_rows.hpp"

#include "base/text.hpp"
#include "check/record_index.hpp"

namespace huizong {
namespace {

std::string city_of(const PeriodView& view, const std::string& code) {
  const std::string city = view.regions.city_of(code);
  return city.empty() ? code : code_now(view, city);
}

/// An entity may stand in another county of its city from one return to the next; its name tells it.
bool is_same_reporter(const PeriodView& view, const Return& a, const Return& b) {
  if (a.by_entity != b.by_entity) return false;
  const std::string here = code_now(view, a.region), there = code_now(view, b.region);
  if (!a.by_entity) return here == there;
  return fold_label(a.reporter) == fold_label(b.reporter) && city_of(view, here) == city_of(view, there);
}

}  // namespace

void add_rows(const Return& data, const std::string& block, RowSet& set) {
  for (const Record& record : block.empty() ? data.records : data.block_records) {
    if (record.block == block) set.records.push_back(&record);
  }
}

RowSet rows_of(const PeriodView& view, const Submission& submission, int source, When when) {
  const std::vector<const Submission*>* filed = nullptr;
  std::string block;
  if (source == 0) {
    filed = view.earlier ? view.earlier(when) : nullptr;
  } else {
    const RowSource& used = view.form.sources[static_cast<std::size_t>(source - 1)];
    filed = view.used ? view.used(used.form, when) : nullptr;
    block = used.block_name;
  }
  RowSet set;
  // What was not filed in an earlier period cannot be asked for any more.
  set.state = when == When::now ? RowSet::State::form_absent : RowSet::State::no_period;
  if (filed == nullptr) return set;
  const Submission* found = nullptr;
  for (const Submission* other : *filed) {
    if (!is_same_reporter(view, submission.data, other->data)) continue;
    if (source == 0 && other->data.form != submission.data.form) continue;
    if (found != nullptr) {
      set.state = RowSet::State::ambiguous;
      return set;
    }
    found = other;
  }
  if (found == nullptr) return set;
  set.state = RowSet::State::known;
  add_rows(found->data, block, set);
  return set;
}

}  // namespace huizong
