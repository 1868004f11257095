#pragma once
// Units of measure: which are of a kind, and what one is of another.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.hpp"

namespace huizong {

enum class UnitKind : std::uint8_t { money, area, percent, people, count, years, foreign };  // foreign: money that is no 元

/// A unit against the base of its kind (元, 平方米, %, 人, 个): 亩 is 2000/3.
struct Measure {
  std::string name;
  UnitKind kind = UnitKind::count;
  std::int64_t numerator = 1;
  std::int64_t denominator = 1;
  bool operator==(const Measure&) const = default;
};

/// 万元, ㎡, 亩, 万人, 户次…; nullopt for what is no unit.
std::optional<Measure> find_unit(std::string_view name);

/// May one stand where the other is meant: 户 and 家, 个 and anything that is counted; never 人 and 家.
bool same_kind(const Measure& a, const Measure& b);

/// What one multiplies with to get from one unit to another.
struct Factor {
  std::int64_t numerator = 1;
  std::int64_t denominator = 1;
  bool is_one() const { return numerator == denominator; }
};
Factor factor_between(const Measure& from, const Measure& to);

/// Exact where the factor is a power of ten; otherwise (亩) rounded once, to two places.
Decimal convert(const Decimal& number, const Factor& factor);
/// The factor as a decimal, 15 digits.
Decimal to_step(const Factor& factor);

/// A folded label without the brackets that hold all of it: 万元 of (万元).
std::string without_brackets(std::string_view folded);

/// A text that is nothing but units (万元、人、户; also 元 人 户); empty where one part is no unit.
std::vector<Measure> find_units(std::string_view text);
std::vector<Measure> find_units_as_written(std::string_view list);  ///< the same of a text that is folded or normalised already
/// The units of a unit line, where other words (栋, 间) may stand among them; empty where none is known, or where 万 stands alone.
std::vector<Measure> find_listed_units(std::string_view text);
std::string join_names(const std::vector<Measure>& units);  ///< 万元、人: find_units gives them back

}  // namespace huizong
