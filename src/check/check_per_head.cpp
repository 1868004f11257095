#include "check/check_per_head.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace huizong {
namespace {

constexpr std::size_t most_shown = 3;      ///< comparisons in one message
constexpr std::size_t most_records = 100;  ///< more of them are no slip of single rows
constexpr std::size_t fewest_others = 3;   ///< to stand apart from, where one figure of the record is off; else one will do
constexpr int times_apart = 1000;          ///< from the other records of the return
constexpr int clear_times = 5;             ///< beyond the bound, where there is one figure only

/// Is the record's money off from that of the others, too? A trader of two heads with a hundred million a head exists.
/// `all`: of one pair of columns, in rising order, the record's own among them. `figures`: of the record, that are off.
bool stands_apart(const Decimal& money, Side side, const std::vector<Decimal>& all, std::size_t figures) {
  if (all.size() <= (figures > 1 ? 1 : fewest_others)) return false;
  const auto own = static_cast<std::size_t>(std::lower_bound(all.begin(), all.end(), money) - all.begin());
  const std::size_t half = (all.size() - 1) / 2;
  const Decimal& middle = all[half < own ? half : half + 1];
  return side == Side::above ? money >= middle * Decimal(times_apart) : money * Decimal(times_apart) <= middle;
}

}  // namespace

void PerHeadCheck::look(std::span<const Record> records) {
  if (!active_) return;
  for (const Record& record : records) look(record);
}

void PerHeadCheck::look(const Record& record) {
  const int block = block_of(record);
  const std::size_t first = off_.size();
  std::size_t count = 0;
  for (const PerHead& bounds : place_.form.per_head) {
    const auto ratio = ratio_of(record, block, bounds);
    if (!ratio) continue;
    ++count;
    if (Off off = judge(*ratio); off.side != Side::neither) off_.push_back(off);
  }
  judged_ += count;
  const auto is_alike = [&](const Off& off) { return off.side == off_[first].side; };
  if (count > 0 && off_.size() - first == count && std::all_of(off_.begin() + static_cast<std::ptrdiff_t>(first), off_.end(), is_alike)) {
    all_off_.push_back(first);
  }
}

/// Its index; -1 of the return's own records, and the number of blocks where it is of none.
int PerHeadCheck::block_of(const Record& record) const {
  if (record.block.empty()) return -1;
  const auto& blocks = place_.form.blocks;
  return static_cast<int>(std::find_if(blocks.begin(), blocks.end(), [&](const Block& b) { return b.name == record.block; }) - blocks.begin());
}

std::optional<PerHeadCheck::Ratio> PerHeadCheck::ratio_of(const Record& record, int block, const PerHead& bounds) const {
  if (place_.form.fields[static_cast<std::size_t>(bounds.money)].block != block) return std::nullopt;
  const bool own = place_.form.fields[static_cast<std::size_t>(bounds.heads)].block < 0;
  if (own && block >= 0 && place_.data.records.empty()) return std::nullopt;
  const Record& counted = own && block >= 0 ? place_.data.records.front() : record;
  const Value &money = value_of(record, bounds.money), &heads = value_of(counted, bounds.heads);
  if (!money.has_number() || !heads.has_number() || money.number.is_zero() || heads.number <= Decimal(0)) return std::nullopt;
  return Ratio{&record, &bounds, abs(money.number), &heads};
}

/// Off only where the form's magnitude brings the ratio back within its bounds; what is neither is a case of its own.
PerHeadCheck::Off PerHeadCheck::judge(const Ratio& ratio) const {
  const Decimal& money = ratio.money;
  const Decimal least = ratio.bounds->least * ratio.heads->number, most = ratio.bounds->most * ratio.heads->number;
  const Decimal& magnitude = *place_.form.magnitude;
  if (money > most && money >= least * magnitude && money <= most * magnitude) {
    return {ratio, Side::above, money >= most * Decimal(clear_times)};
  }
  if (money < least && money * magnitude >= least && money * magnitude <= most) {
    return {ratio, Side::below, money * Decimal(clear_times) <= least};
  }
  return {ratio, Side::neither, false};
}

std::size_t PerHeadCheck::figures_off(const Record& record) const {
  return static_cast<std::size_t>(std::count_if(off_.begin(), off_.end(), [&](const Off& off) { return off.ratio.record == &record; }));
}

std::size_t PerHeadCheck::count(Side side) const {
  return static_cast<std::size_t>(std::count_if(off_.begin(), off_.end(), [&](const Off& off) { return off.side == side; }));
}

/// Money, heads and their ratio with its bounds, each figure with its cell; of one record where it is given.
std::vector<std::string> PerHeadCheck::proof_of(Side side, const Record* record) const {
  std::vector<std::string> proof;
  for (const auto& [ratio, off, clear] : off_) {
    if (off != side || (record != nullptr && ratio.record != record) || proof.size() == most_shown) continue;
    proof.push_back(to_a1(value_of(*ratio.record, ratio.bounds->money).cell) + " " + to_text(ratio.money) + " ÷ " +
                    to_a1(ratio.heads->cell) + " " + to_text(ratio.heads->number) + " = " +
                    to_text(divide(ratio.money, ratio.heads->number, 4)) + " (" + to_text(ratio.bounds->least) + "–" +
                    to_text(ratio.bounds->most) + ")");
  }
  return proof;
}

std::vector<Decimal> PerHeadCheck::all_money(const PerHead& bounds) const {
  std::vector<Decimal> all;
  for (const std::vector<Record>* records : {&place_.data.records, &place_.data.block_records}) {
    for (const Record& record : *records) {
      if (const auto ratio = ratio_of(record, block_of(record), bounds)) all.push_back(ratio->money);
    }
  }
  std::sort(all.begin(), all.end());
  return all;
}

void PerHeadCheck::report_records(std::vector<Finding>& findings) const {
  std::map<const PerHead*, std::vector<Decimal>> money;
  for (std::size_t i = 0; i < std::min(all_off_.size(), most_records); ++i) {
    const auto& [ratio, side, clear] = off_[all_off_[i]];
    const auto [known, fresh] = money.try_emplace(ratio.bounds);
    if (fresh) known->second = all_money(*ratio.bounds);
    if (!stands_apart(ratio.money, side, known->second, figures_off(*ratio.record))) continue;
    const Args args{{"why", "why.magnitude-per-head"}, {"figures", join(proof_of(side, ratio.record), "；")}};
    findings.push_back(magnitude_of_cell(place_, *ratio.record, ratio.bounds->money, args));
  }
}

void PerHeadCheck::report(std::vector<Finding>& findings) const {
  const auto above = count(Side::above), below = count(Side::below);
  const Side side = above >= below ? Side::above : Side::below;
  const std::size_t off = std::max(above, below);
  if (off == 0) return;
  const bool most = off * 2 > judged_;  // fewer stand apart from the others, one by one
  const bool clear = off > 1 || std::any_of(off_.begin(), off_.end(), [&](const Off& o) { return o.side == side && o.clear; });
  if (most && clear) {
    findings.push_back(magnitude_of_return(place_, "why.magnitude-per-head", proof_of(side, nullptr)));
  } else if (!most) {
    report_records(findings);
  }
}

}  // namespace huizong
