#include "bind/unit.hpp"

#include <algorithm>
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
    Row{"平米", UnitKind::area}, Row{"平方", UnitKind::area}, Row{"亩", UnitKind::area, 2000, 3}, Row{"公顷", UnitKind::area, 10000},
    Row{"万平方米", UnitKind::area, 10000}, Row{"万㎡", UnitKind::area, 10000}, Row{"万平米", UnitKind::area, 10000},
    Row{"万平方", UnitKind::area, 10000}, Row{"万m2", UnitKind::area, 10000}, Row{"万m²", UnitKind::area, 10000},
    Row{"万亩", UnitKind::area, 20000000, 3}, Row{"hm2", UnitKind::area, 10000}, Row{"平方公里", UnitKind::area, 1000000},
    Row{"平方千米", UnitKind::area, 1000000}, Row{"km2", UnitKind::area, 1000000},
    Row{"美元", UnitKind::foreign}, Row{"万美元", UnitKind::foreign}, Row{"亿美元", UnitKind::foreign}, Row{"港元", UnitKind::foreign},
    Row{"港币", UnitKind::foreign}, Row{"万港元", UnitKind::foreign}, Row{"万港币", UnitKind::foreign}, Row{"欧元", UnitKind::foreign},
    Row{"万欧元", UnitKind::foreign}, Row{"日元", UnitKind::foreign}, Row{"万日元", UnitKind::foreign},
    Row{"%", UnitKind::percent}, Row{"人", UnitKind::people}, Row{"名", UnitKind::people}, Row{"位", UnitKind::people},
    Row{"人次", UnitKind::people}, Row{"家", UnitKind::count}, Row{"户", UnitKind::count}, Row{"个", UnitKind::count},
    Row{"家次", UnitKind::count}, Row{"户次", UnitKind::count}, Row{"次", UnitKind::count}, Row{"场", UnitKind::count},
    Row{"场次", UnitKind::count}, Row{"期", UnitKind::count}, Row{"条", UnitKind::count}, Row{"项", UnitKind::count},
    Row{"件", UnitKind::count}, Row{"台", UnitKind::count}, Row{"套", UnitKind::count}, Row{"台套", UnitKind::count},
    Row{"年", UnitKind::years}, Row{"周岁", UnitKind::years}, Row{"岁", UnitKind::years}, Row{"份", UnitKind::count}, Row{"篇", UnitKind::count}, Row{"所", UnitKind::count},
};

std::string bare(std::string_view name) { return replace_all(fold_label(name), "％", "%"); }

constexpr std::size_t longest_unit = 6;  // characters: what is longer in a unit line is a name

/// The parts between separators, blanks left out.
std::vector<std::string> cut_list(std::string list) {
  for (const char* separator : {"、", "，", ",", "/", "；", ";", " ", "和", "或"}) list = replace_all(std::move(list), separator, "|");
  std::vector<std::string> parts = split(list, '|');
  std::erase_if(parts, [](const std::string& part) { return is_blank(part); });
  return parts;
}

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
  // 万 元 is one unit where it can be; 元 人 户 are three.
  for (const std::string& list : {fold_label(text), normalise(text)}) {
    std::vector<Measure> units;
    const std::vector<std::string> parts = cut_list(list);
    for (const std::string& part : parts) {
      if (auto unit = find_unit(part)) units.push_back(std::move(*unit));
    }
    if (!parts.empty() && units.size() == parts.size()) return units;
  }
  return {};
}

std::string without_brackets(const std::string& folded) {
  const bool both = folded.size() > 2 && folded.front() == '(' && folded.back() == ')';
  return both ? folded.substr(1, folded.size() - 2) : folded;
}

std::vector<Measure> find_listed_units(std::string_view text) {
  if (auto units = find_units(text); !units.empty()) return units;
  for (const std::string& list : {fold_label(text), normalise(text)}) {
    std::vector<Measure> units;
    const std::vector<std::string> parts = cut_list(list);
    const bool torn = std::any_of(parts.begin(), parts.end(), [](const std::string& part) {
      return part == "万" || part == "亿" || part == "千" || part == "百万" || part == "千万" || to_u32(part).size() > longest_unit;
    });
    if (torn) continue;
    for (const std::string& part : parts) {
      if (auto unit = find_unit(part)) units.push_back(std::move(*unit));
    }
    if (!units.empty()) return units;
  }
  return {};
}

std::string join_names(const std::vector<Measure>& units) {
  std::vector<std::string> names;
  for (const Measure& unit : units) names.push_back(unit.name);
  return join(names, "、");
}

}  // namespace huizong
