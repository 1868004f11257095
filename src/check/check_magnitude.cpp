// Money about ten thousand times off: against last year's figures of the same records, else against the period's other returns.

#include <algorithm>
#include <optional>

#include "base/text.hpp"
#include "check/magnitude.hpp"
#include "check/period_checks.hpp"

namespace huizong {
namespace {

constexpr std::size_t most_shown = 4;   ///< comparisons in one message
constexpr std::size_t least_peers = 3;  ///< other returns with money in a column

/// A figure of the return beside what it is compared with.
struct Off {
  const Record* record = nullptr;
  int field = -1;
  Decimal now, other;
  Side side = Side::neither;
};

std::vector<std::string> proof_of(const std::vector<Off>& off) {
  std::vector<std::string> proof;
  for (const Off& o : off) {
    if (proof.size() == most_shown) break;
    proof.push_back(to_a1(value_of(*o.record, o.field).cell) + " " + to_text(o.now) + " ↔ " + to_text(o.other));
  }
  return proof;
}

bool is_judged(const Field& field, const Value& value) {
  return field.is_money() && is_additive(field.additivity) && value.has_number() && !value.number.is_zero();
}

/// Figures that are off from last year's. One alone is told at its cell; several are one slip of the return's.
void check_base(const ReturnPlace& place, const Submission& submission, Earlier& earlier, std::vector<Finding>& findings) {
  std::vector<Off> off;
  for (const Record& record : submission.data.records) {
    const Record* before = earlier.sight(submission, record, When::base).record;
    if (before == nullptr || is_asked(submission.findings, record)) continue;
    for (std::size_t i = 0; i < place.form.fields.size(); ++i) {
      const int at = static_cast<int>(i);
      const Value &now = value_of(record, at), &base = value_of(*before, at);
      if (!is_judged(place.form.fields[i], now) || !is_judged(place.form.fields[i], base)) continue;
      const Side side = side_of(now.number, base.number, *place.form.magnitude);
      if (side != Side::neither) off.push_back({&record, at, now.number, base.number, side});
    }
  }
  if (off.size() == 1) {
    const Off& one = off.front();
    findings.push_back(magnitude_of_cell(place, *one.record, one.field,
                                         {{"value", to_text(one.now)}, {"now", to_text(one.now)}, {"base", to_text(one.other)}}));
  } else if (!off.empty()) {
    findings.push_back(magnitude_of_return(place, "why.magnitude-earlier", proof_of(off)));
  }
}

/// What the period's returns hold in one column of money: the median of each, in rising order.
class Peers {
 public:
  Peers(const PeriodView& view, int field) : field_(field) {
    for (const Submission* submission : view.now) {
      if (const auto median = median_in(view.form, *submission)) medians_.push_back({*median, submission});
    }
    std::sort(medians_.begin(), medians_.end(), [](const Median& a, const Median& b) { return a.value < b.value; });
  }

  /// The submission's own median against that of the others; `distance` times away from at least three in four of them.
  std::optional<Off> off(const Submission& submission, const Decimal& magnitude, int distance) const {
    const auto own = std::find_if(medians_.begin(), medians_.end(), [&](const Median& m) { return m.submission == &submission; });
    if (own == medians_.end() || medians_.size() <= least_peers) return std::nullopt;
    const std::size_t place = static_cast<std::size_t>(own - medians_.begin());
    const auto other = [&](std::size_t at) -> const Decimal& { return medians_[at < place ? at : at + 1].value; };
    const std::size_t others = medians_.size() - 1;
    Off out{nullptr, field_, own->value, other(others / 2), Side::neither};
    const Side side = side_of(out.now, out.other, magnitude);
    const Decimal times(distance);
    if (side == Side::above && out.now >= other(others * 3 / 4) * times) out.side = side;
    if (side == Side::below && out.now * times <= other(others / 4)) out.side = side;
    return out;
  }

  int field() const { return field_; }

 private:
  struct Median {
    Decimal value;
    const Submission* submission;
  };

  std::optional<Decimal> median_in(const FormSpec& form, const Submission& submission) const {
    std::vector<Decimal> values;
    for (const Record& record : submission.data.records) {
      const Value& value = value_of(record, field_);
      if (is_judged(form.fields[static_cast<std::size_t>(field_)], value)) values.push_back(abs(value.number));
    }
    return values.empty() ? std::nullopt : std::optional(median_of(values));
  }

  int field_;
  std::vector<Median> medians_;
};

/// The record whose figure is nearest to what the return was judged by: a figure that stands in a cell.
const Record* record_with(const Submission& submission, int field, const Decimal& median) {
  for (const Record& record : submission.data.records) {
    const Value& value = value_of(record, field);
    if (value.has_number() && abs(value.number) == median) return &record;
  }
  return nullptr;
}

constexpr int far_together = 100;   ///< from the other returns, where several columns agree
constexpr int far_alone = 1000;     ///< where there is only one

/// All its columns of money are off from the other returns', on the same side.
void check_peers(const ReturnPlace& place, const Submission& submission, const std::vector<Peers>& peers, std::vector<Finding>& findings) {
  std::vector<Off> judged;
  for (const Peers& column : peers) {
    if (const auto off = column.off(submission, *place.form.magnitude, far_together)) judged.push_back(*off);
  }
  if (judged.empty()) return;
  const Side side = judged.front().side;
  const bool together = side != Side::neither && std::all_of(judged.begin(), judged.end(), [&](const Off& o) { return o.side == side; });
  if (!together) return;
  if (judged.size() == 1) {
    const auto column = std::find_if(peers.begin(), peers.end(), [&](const Peers& p) { return p.field() == judged.front().field; });
    if (column->off(submission, *place.form.magnitude, far_alone)->side == Side::neither) return;
  }
  for (Off& off : judged) off.record = record_with(submission, off.field, off.now);
  findings.push_back(magnitude_of_return(place, "why.magnitude-peers", proof_of(judged)));
}

}  // namespace

void check_magnitude(const PeriodView& view, Earlier& earlier, FindingsById& found) {
  if (!view.form.magnitude) return;
  std::vector<Peers> peers;
  for (std::size_t i = 0; i < view.form.fields.size(); ++i) {
    const Field& field = view.form.fields[i];
    if (field.block < 0 && field.is_money() && is_additive(field.additivity)) peers.emplace_back(view, static_cast<int>(i));
  }
  for (const Submission* submission : view.now) {
    if (is_asked(submission->findings)) continue;
    const ReturnPlace place = place_of(view, *submission);
    std::vector<Finding>& findings = found[submission->id];
    check_base(place, *submission, earlier, findings);
    const bool any = std::any_of(findings.begin(), findings.end(), [](const Finding& f) { return f.rule == "unit.magnitude"; });
    if (!any) check_peers(place, *submission, peers, findings);
  }
}

}  // namespace huizong
