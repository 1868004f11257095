#pragma once
// Text to a figure, as INTERFACE says under Numbers, Missing and Units.

#include <string>
#include <string_view>

#include "base/decimal.hpp"

namespace huizong {

enum class NumberKind { figure, missing, nil, unreadable, error };

/// `step` is what the number in the text was multiplied with to reach the column's unit.
struct NumberText {
  NumberKind kind = NumberKind::unreadable;
  Decimal number;
  Decimal step = 1;
  bool normalised = false;     ///< read, but not as a plain number
  std::string converted_from;  ///< another unit of the kind stood behind it; empty: none
  bool digits_lost = false;    ///< more than 15 digits were typed
  std::string_view why = {};   ///< of what is unreadable, a message id; empty: nothing more to say
};

/// `unit`: what the column is in (万元, 户, %, …), empty where it is a plain count.
NumberText read_number_text(std::string_view text, std::string_view unit);

/// Blank, / , — and 暂无, in all the ways they are typed.
bool is_missing_word(std::string_view text);
bool is_error_word(std::string_view text);  ///< #DIV/0! and the like
bool is_ditto(std::string_view text);       ///< ", 〃, 同上: what stands above or beside it is meant

/// Would a spreadsheet lose digits of this plain number?
bool has_more_than_15_digits(std::string_view number);

}  // namespace huizong
