#include "bind/unit.hpp"

#include <array>
#include <numeric>

#include "base/text.hpp"
#include "bind/chars.hpp"

namespace huizong {
namespace {

struct Row {
  std::string_view name;
  UnitKind kind;
  std::int64_t numerator = 1;
  std::int64_t denominator = 1;
};

constexpr std::array rows{
    Row{"元", UnitKind::money}, Row{"人民币元", UnitKind::money}, Row{"千元", UnitKind::money, 1000},
    Row{"万元", UnitKind::money, 10000}, Row{"人民币万元", UnitKind::money, 10000},
    Row{"万元人民币", UnitKind::money, 10000}, Row{"百万元", UnitKind::money, 1000000},
    Row{"千万元", UnitKind::money, 10000000}, Row{"亿元", UnitKind::money, 100000000},
    Row{"平方米", UnitKind::area}, Row{"㎡", UnitKind::area}, Row{"m2", UnitKind::area}, Row{"m²", UnitKind::area},
    Row{"平米", UnitKind::area}, Row{"亩", UnitKind::area, 2000, 3}, Row{"公顷", UnitKind::area, 10000},
    Row{"万平方米", UnitKind::area, 10000}, Row{"万㎡", UnitKind::area, 10000}, Row{"平方公里", UnitKind::area, 1000000},
    Row{"%", UnitKind::percent}, Row{"人", UnitKind::people}, Row{"名", UnitKind::people}, Row{"位", UnitKind::people},
    Row{"人次", UnitKind::people}, Row{"家", UnitKind::count}, Row{"户", UnitKind::count}, Row{"个", UnitKind::count},
    Row{"家次", UnitKind::count}, Row{"户次", UnitKind::count}, Row{"次", UnitKind::count}, Row{"场", UnitKind::count},
    Row{"场次", UnitKind::count}, Row{"期", UnitKind::count}, Row{"条", UnitKind::count}, Row{"项", UnitKind::count},
    Row{"件", UnitKind::count}, Row{"台", UnitKind::count}, Row{"套", UnitKind::count}, Row{"台套", UnitKind::count},
    Row{"年", UnitKind::years}, Row{"周岁", UnitKind::years}, Row{"岁", UnitKind::years}, Row{"份", UnitKind::count}, Row{"篇", UnitKind::count}, Row{"所", UnitKind::count},
};

std::string bare(std::string_view name) { return replace_all(fold_label(name), "％", "%"); }

bool counts(const Measure& unit) { return unit.kind == UnitKind::count || unit.kind == UnitKind::people; }

}  // namespace

std::optional<Measure> find_unit(std::string_view name) {
  const std::string wanted = bare(name);
  for (const Row& row : rows) {
    if (row.name == wanted) return Measure{std::string(row.name), row.kind, row.numerator, row.denominator};
  }
  for (const auto& [prefix, times] : {std::pair<std::string_view, std::int64_t>{"万", 10000}, {"亿", 100000000}}) {
    if (!starts_with(wanted, prefix)) continue;
    for (const Row& row : rows) {
      if (row.name != std::string_view(wanted).substr(prefix.size())) continue;
      if (row.kind != UnitKind::count && row.kind != UnitKind::people) continue;
      return Measure{wanted, row.kind, times, 1};
    }
  }
  return std::nullopt;
}

bool same_kind(const Measure& a, const Measure& b) {
  if (a.kind == b.kind) return true;
  if (!counts(a) || !counts(b)) return false;
  // 个 goes with people as well, and 人次 with 次.
  return ends_with(a.name, "个") || ends_with(b.name, "个") || (ends_with(a.name, "次") && ends_with(b.name, "次"));
}

Factor factor_between(const Measure& from, const Measure& to) {
  Factor factor{from.numerator * to.denominator, from.denominator * to.numerator};
  const std::int64_t common = std::gcd(factor.numerator, factor.denominator);
  return {factor.numerator / common, factor.denominator / common};
}

Decimal convert(const Decimal& number, const Factor& factor) {
  std::int64_t rest = factor.denominator;
  int scale = 0;
  while (rest % 10 == 0) rest /= 10, ++scale;
  if (rest == 1) return number * Decimal(static_cast<__int128>(factor.numerator), scale);
  return divide(number * Decimal(factor.numerator), Decimal(factor.denominator), 2);
}

Decimal to_step(const Factor& factor) {
  return round_to_15_digits(divide(Decimal(factor.numerator), Decimal(factor.denominator), 18));
}

std::vector<Measure> find_units(std::string_view text) {
  std::string list(tidy(text));
  for (const char* separator : {"、", "，", ",", "/", "；", ";", " ", "和", "或"}) list = replace_all(list, separator, "|");
  std::vector<Measure> units;
  for (const std::string& part : split(list, '|')) {
    if (is_blank(part)) continue;
    const auto unit = find_unit(part);
    if (!unit) return {};
    units.push_back(*unit);
  }
  return units;
}

}  // namespace huizong
