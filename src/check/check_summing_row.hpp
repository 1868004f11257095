#pragma once
// A record that is the sum of all others: a 合计 row whose word is lost. Internal to the room.

#include <span>
#include <vector>

#include "base/decimal_sum.hpp"
#include "check/finding_of.hpp"

namespace huizong {

/// *Errors*: reports cell.required, at the place of the record's name.
class SummingRowCheck {
 public:
  explicit SummingRowCheck(const ReturnPlace& place);
  void look(std::span<const Record> records);
  void report(std::vector<Finding>& findings);

 private:
  /// A column over all records.
  struct Column {
    int field = -1;
    DecimalSum all = {};
    Decimal sum = 0;  ///< known at the end
    Decimal least = 0, greatest = 0;
    std::size_t filled = 0;  ///< records that have something else than 0 in it
    std::size_t figures = 0;

    void add(const Decimal& number);
    /// May a record with a figure have the half of the sum?
    bool may_halve() const { return least * Decimal(2) <= sum && sum <= greatest * Decimal(2); }
  };

  bool is_sum_of_others(const Record& record) const;

  const ReturnPlace& place_;
  std::vector<Column> columns_;
};

}  // namespace huizong
