#pragma once
// What `bind` made of a cell.

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "model/cell.hpp"

namespace huizong {

enum class ValueKind : std::uint8_t {
  missing,         ///< blank, / , — , 暂无 : left out of a sum, never zero
  figure,
  nil,             ///< 无 in a count or money column: zero, said so
  not_applicable,  ///< the column does not exist in this return
  bad,             ///< not understood: a finding names it, `text` is what stands there
  error,           ///< a spreadsheet error, `text` is #DIV/0!
  date,
  text,
  boolean,         ///< number is 0 or 1
};

/// One figure, date or text of a return, with the cell it came from. `unit_step`: what the raw number was multiplied with
/// to reach the column's unit (1 but for conversions), so that an audit can walk back.
struct Value {
  ValueKind kind = ValueKind::missing;
  Date date;  // before the cell: beside the kind, where there is room
  CellRef cell;
  Decimal number;     ///< figure: in the column's unit; nil: 0
  std::string text;   ///< text value; for figures and dates the raw text as the cell shows or stores it
  Decimal unit_step = 1;

  bool has_number() const { return kind == ValueKind::figure || kind == ValueKind::nil; }
};

/// The values of a record by field index of its form. A row of a card's table holds those of the table alone, which follow each other
/// in the form: any other is not_applicable, and takes no room.
class Values {
 public:
  Values() = default;
  explicit Values(std::size_t fields) : held_(fields), fields_(fields) {}
  Values(std::initializer_list<Value> values) : held_(values), fields_(values.size()) {}

  /// The same values as those of the fields from `first` on, of a form of `fields`.
  void move_to(std::size_t first, std::size_t fields) {
    first_ = first;
    fields_ = fields;
  }
  void push_back(Value value) {
    held_.push_back(std::move(value));
    ++fields_;
  }

  std::size_t size() const { return fields_; }
  const Value& operator[](std::size_t field) const { return holds(field) ? held_[field - first_] : not_held(); }
  /// Only of a field that is held.
  Value& operator[](std::size_t field) { return held_[field - first_]; }

  std::size_t first() const { return first_; }  ///< the first field that is held
  auto begin() const { return held_.begin(); }  ///< over those that are held
  auto end() const { return held_.end(); }
  auto begin() { return held_.begin(); }
  auto end() { return held_.end(); }
  bool empty() const { return held_.empty(); }

 private:
  bool holds(std::size_t field) const { return field >= first_ && field - first_ < held_.size(); }
  static const Value& not_held() {
    static const Value none = [] {
      Value value;
      value.kind = ValueKind::not_applicable;
      return value;
    }();
    return none;
  }

  std::vector<Value> held_;
  std::size_t first_ = 0;
  std::size_t fields_ = 0;
};

}  // namespace huizong
