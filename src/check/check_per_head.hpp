#pragma once
// Money a head: the only proof of a wrong unit that a single return carries in itself. Internal to the room.

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "check/magnitude.hpp"

namespace huizong {

/// One return against the form's bounds of money a head (schemas: perHead): as a whole where most of it is off; record by record
/// where one is off that also stands apart from the others. *Errors*: unit.magnitude.
class PerHeadCheck {
 public:
  explicit PerHeadCheck(const ReturnPlace& place) : place_(place), active_(place.form.magnitude && !place.form.per_head.empty()) {}
  void look(std::span<const Record> records);
  void report(std::vector<Finding>& findings) const;

 private:
  /// One figure of money with its heads.
  struct Ratio {
    const Record* record = nullptr;
    const PerHead* bounds = nullptr;
    Decimal money;  ///< without its sign
    const Value* heads = nullptr;
  };
  /// One whose money is off.
  struct Off {
    Ratio ratio;
    Side side = Side::neither;
    bool clear = false;  ///< several times beyond the bound
  };

  void look(const Record& record);
  int block_of(const Record& record) const;
  std::optional<Ratio> ratio_of(const Record& record, int block, const PerHead& bounds) const;
  Off judge(const Ratio& ratio) const;
  std::size_t figures_off(const Record& record) const;
  std::size_t count(Side side) const;
  std::vector<std::string> proof_of(Side side, const Record* record) const;
  std::vector<Decimal> all_money(const PerHead& bounds) const;
  void report_records(std::vector<Finding>& findings) const;

  const ReturnPlace& place_;
  bool active_;
  std::size_t judged_ = 0;
  std::vector<Off> off_;
  std::vector<std::size_t> all_off_;  ///< of each record of which all figures are off on one side, the first, in off_
};

}  // namespace huizong
