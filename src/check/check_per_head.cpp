// Money a head: the only proof of a wrong unit that a single return carries in itself.

#include <algorithm>

#include "base/text.hpp"
#include "check/magnitude.hpp"

namespace huizong {
namespace {

constexpr std::size_t most_shown = 3;  ///< comparisons in one message
constexpr int times_apart = 1000;      ///< from the other records of the return
constexpr int clear_times = 5;         ///< beyond the bound, where there is one figure only

/// One figure of money with its heads, and what their ratio says.
struct Judged {
  const Record* record = nullptr;
  const PerHead* bounds = nullptr;
  Decimal money;  ///< without its sign
  const Value* heads = nullptr;
  Side side = Side::neither;
  bool clear = false;  ///< several times beyond the bound
};

/// Off only where the form's magnitude brings the ratio back within its bounds; what is neither is a case of its own.
Side side_per_head(const Decimal& money, const Decimal& heads, const PerHead& bounds, const Decimal& magnitude) {
  const Decimal least = bounds.least * heads, most = bounds.most * heads;
  if (money > most && money >= least * magnitude && money <= most * magnitude) return Side::above;
  if (money < least && money * magnitude >= least && money * magnitude <= most) return Side::below;
  return Side::neither;
}

class PerHeadCheck {
 public:
  explicit PerHeadCheck(const ReturnPlace& place) : place_(place), magnitude_(*place.form.magnitude) {
    for (const Record& record : place.data.records) judge(record, -1);
    for (const Record& row : place.data.block_records) {
      const auto& blocks = place.form.blocks;
      const auto block = std::find_if(blocks.begin(), blocks.end(), [&](const Block& b) { return b.name == row.block; });
      if (block != blocks.end()) judge(row, static_cast<int>(block - blocks.begin()));
    }
  }

  void report(std::vector<Finding>& findings) const {
    const auto above = count(Side::above), below = count(Side::below);
    const Side side = above >= below ? Side::above : Side::below;
    const std::size_t off = std::max(above, below);
    if (off == 0) return;
    const bool nearly_all = off * 5 >= judged_.size() * 4;
    const bool clear = off > 1 || std::any_of(judged_.begin(), judged_.end(), [&](const Judged& j) { return j.side == side && j.clear; });
    if (nearly_all && clear) {
      findings.push_back(magnitude_of_return(place_, "why.magnitude-per-head", proof_of(side, nullptr)));
    } else if (!nearly_all) {
      report_records(findings);
    }
  }

 private:
  void judge(const Record& record, int block) {
    for (const PerHead& bounds : place_.form.per_head) {
      if (place_.form.fields[static_cast<std::size_t>(bounds.money)].block != block) continue;
      const bool own = place_.form.fields[static_cast<std::size_t>(bounds.heads)].block < 0;
      const Record* counted = own && block >= 0 ? (place_.data.records.empty() ? nullptr : &place_.data.records.front()) : &record;
      if (counted == nullptr) continue;
      const Value &money = value_of(record, bounds.money), &heads = value_of(*counted, bounds.heads);
      if (!money.has_number() || !heads.has_number() || money.number.is_zero() || heads.number <= Decimal(0)) continue;
      Judged judged{&record, &bounds, abs(money.number), &heads, Side::neither, false};
      judged.side = side_per_head(judged.money, heads.number, bounds, magnitude_);
      if (judged.side == Side::above) judged.clear = judged.money >= bounds.most * heads.number * Decimal(clear_times);
      if (judged.side == Side::below) judged.clear = judged.money * Decimal(clear_times) <= bounds.least * heads.number;
      judged_.push_back(std::move(judged));
    }
  }

  std::size_t count(Side side) const {
    return static_cast<std::size_t>(std::count_if(judged_.begin(), judged_.end(), [&](const Judged& j) { return j.side == side; }));
  }

  /// Money, heads and their ratio with its bounds, each figure with its cell; of one record where it is given.
  std::vector<std::string> proof_of(Side side, const Record* record) const {
    std::vector<std::string> proof;
    for (const Judged& j : judged_) {
      if (j.side != side || (record != nullptr && j.record != record) || proof.size() == most_shown) continue;
      proof.push_back(to_a1(value_of(*j.record, j.bounds->money).cell) + " " + to_text(j.money) + " ÷ " + to_a1(j.heads->cell) + " " +
                      to_text(j.heads->number) + " = " + to_text(divide(j.money, j.heads->number, 4)) + " (" + to_text(j.bounds->least) + "–" +
                      to_text(j.bounds->most) + ")");
    }
    return proof;
  }

  /// Is the record's money off from that of the others, too? A trader of two heads with a hundred million a head exists.
  bool stands_apart(const Judged& judged) const {
    std::vector<Decimal> others;
    for (const Judged& j : judged_) {
      if (j.bounds == judged.bounds && j.record != judged.record) others.push_back(j.money);
    }
    if (others.size() < 3) return false;
    const Decimal middle = median_of(others);
    return judged.side == Side::above ? judged.money >= middle * Decimal(times_apart) : judged.money * Decimal(times_apart) <= middle;
  }

  void report_records(std::vector<Finding>& findings) const {
    std::size_t walks = 0;
    for (std::size_t i = 0; i < judged_.size() && walks < most_records; ++i) {
      const Judged& first = judged_[i];
      if (i > 0 && judged_[i - 1].record == first.record) continue;
      bool all = true;
      for (std::size_t k = i; k < judged_.size() && judged_[k].record == first.record; ++k) all = all && judged_[k].side == first.side;
      if (!all || first.side == Side::neither) continue;
      ++walks;
      if (!stands_apart(first)) continue;
      const Args args{{"why", "why.magnitude-per-head"}, {"figures", join(proof_of(first.side, first.record), "；")}};
      findings.push_back(magnitude_of_cell(place_, *first.record, first.bounds->money, args));
    }
  }

  static constexpr std::size_t most_records = 100;  ///< each costs a walk over all: more of them are no slip of single rows
  const ReturnPlace& place_;
  const Decimal magnitude_;
  std::vector<Judged> judged_;
};

}  // namespace

Side side_of(const Decimal& now, const Decimal& other, const Decimal& magnitude) {
  if (now.is_zero() || other.is_zero() || now.is_negative() != other.is_negative()) return Side::neither;
  const auto apart = [&](const Decimal& large, const Decimal& small) {
    return abs(large) * Decimal(3) >= abs(small) * magnitude && abs(large) <= abs(small) * magnitude * Decimal(3);
  };
  return apart(now, other) ? Side::above : apart(other, now) ? Side::below : Side::neither;
}

Decimal median_of(std::vector<Decimal>& values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

Finding magnitude_of_return(const ReturnPlace& place, std::string_view why, const std::vector<std::string>& figures) {
  return finding_of(place, "unit.magnitude", {{"why", std::string(why)}, {"figures", join(figures, "；")}});
}

Finding magnitude_of_cell(const ReturnPlace& place, const Record& record, int field, Args args) {
  Finding finding = finding_of(place, "unit.magnitude", std::move(args));
  lay_at(finding, record);
  lay_at(finding, place, field, value_of(record, field));
  finding.args.emplace(finding.args.begin(), "column", finding.column);
  return finding;
}

bool is_asked(const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(), [](const Finding& f) { return f.rule == "unit.magnitude" && !f.cell; });
}

bool is_asked(const std::vector<Finding>& findings, const Record& record) {
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& f) {
    return f.rule == "unit.magnitude" && (!f.cell || f.key == record.name);
  });
}

void check_per_head(const ReturnPlace& place, std::vector<Finding>& findings) {
  if (!place.form.magnitude || place.form.per_head.empty()) return;
  PerHeadCheck(place).report(findings);
}

}  // namespace huizong
