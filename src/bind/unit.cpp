#include "bind/unit.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <unordered_map>

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
    Row{"元", UnitKind::money}, Row{"人民币元", UnitKind::money}, Row{"千元", UnitKind::money, 1000}, Row{"仟元", UnitKind::money, 1000}, Row{"百元", UnitKind::money, 100},
    Row{"十万元", UnitKind::money, 100000},
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

constexpr std::size_t longest_unit = 6;  // characters: what is longer in a unit line is a name
constexpr std::size_t most_bytes = 40;   // of a unit as written: twice as many as the longest has

/// `name` folded; nullptr where no row has it.
const Row* find_row(std::string_view name) {
  static const auto by_name = [] {
    std::unordered_map<std::string_view, const Row*> map;
    for (const Row& row : rows) map.emplace(row.name, &row);
    return map;
  }();
  const auto found = by_name.find(name);
  return found == by_name.end() ? nullptr : found->second;
}

Measure to_measure(const Row& row) { return {std::string(row.name), row.kind, row.numerator, row.denominator}; }

/// Bytes of the separator that stands at a place of a list; 0: none.
std::size_t separator_at(std::string_view list, std::size_t at) {
  switch (list[at]) {
    case ',': case '/': case ';': case ' ': case '|': return 1;
    case '\xE3': case '\xEF': case '\xE5': case '\xE6': break;  // what the others begin with
    default: return 0;
  }
  const std::string_view letter = list.substr(at, 3);
  return letter == "、" || letter == "，" || letter == "；" || letter == "和" || letter == "或" ? 3 : 0;
}

/// Hands over the parts between separators, blanks left out, until `take` wants no more. False: it was stopped.
template <typename Take>
bool cut_list(std::string_view list, Take take) {
  std::size_t start = 0;
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t size = at == list.size() ? 1 : separator_at(list, at);
    if (size == 0) {
      at += character_size(list.substr(at));
      continue;
    }
    const std::string_view part = list.substr(start, at - start);
    if (!is_blank(part) && !take(part)) return false;
    start = at += size;
  }
  return true;
}

/// Does a text hold a character that a unit begins with? Folded or not: folding leaves Chinese characters where they are, and signs of
/// several bytes (％, ㎡) may be anything.
bool may_hold_unit(std::string_view text) {
  static const auto firsts = [] {
    std::vector<bool> set(1u << 16);
    for (const Row& row : rows) set[to_u32(row.name)[0] & 0xFFFF] = true;
    for (const char32_t times : U"万亿") set[times] = true;
    return set;
  }();
  for (std::size_t at = 0; at < text.size(); at += character_size(text.substr(at))) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) {
      if (firsts[lead | 0x20u] || lead == '%') return true;  // small letters
      continue;
    }
    const std::uint32_t c = three_bytes_at(text, at);
    const bool chinese = c >= 0x5000 && c < 0xA000;
    if (!chinese || firsts[c]) return true;
  }
  return false;
}

bool counts(UnitKind kind) { return kind == UnitKind::count || kind == UnitKind::people; }

}  // namespace

std::optional<Measure> find_unit(std::string_view name) {
  if (const Row* row = find_row(name)) return to_measure(*row);  // nearly always as we print it
  if (name.empty() || name.size() > most_bytes) return std::nullopt;
  std::string wanted = fold_label(name);
  const Row* folded = wanted == name ? nullptr : find_row(wanted);
  if (folded != nullptr) return to_measure(*folded);
  for (const auto& [prefix, times] : {std::pair<std::string_view, std::int64_t>{"万", 10000}, {"亿", 100000000}}) {
    if (!starts_with(wanted, prefix)) continue;
    const Row* row = find_row(std::string_view(wanted).substr(prefix.size()));
    if (row != nullptr && counts(row->kind)) return Measure{std::move(wanted), row->kind, times, 1};
  }
  return std::nullopt;
}

bool same_kind(const Measure& a, const Measure& b) {
  if (a.kind == b.kind) return true;
  if (!counts(a.kind) || !counts(b.kind)) return false;
  // 个 goes with people as well, and 人次 with 次.
  return ends_with(a.name, "个") || ends_with(b.name, "个") || (ends_with(a.name, "次") && ends_with(b.name, "次"));
}

Factor factor_between(const Measure& from, const Measure& to) {
  Factor factor{from.numerator * to.denominator, from.denominator * to.numerator};
  const std::int64_t common = std::gcd(factor.numerator, factor.denominator);
  return {factor.numerator / common, factor.denominator / common};
}

Decimal convert(const Decimal& number, const Factor& factor) {
  if (factor.is_one()) return number;
  std::int64_t rest = factor.denominator;
  int scale = 0;
  while (rest % 10 == 0) rest /= 10, ++scale;
  if (rest == 1) return number * Decimal(static_cast<__int128>(factor.numerator), scale);
  return divide(number * Decimal(factor.numerator), Decimal(factor.denominator), 2);
}

Decimal to_step(const Factor& factor) {
  return round_to_15_digits(divide(Decimal(factor.numerator), Decimal(factor.denominator), 18));
}

std::vector<Measure> find_units_as_written(std::string_view list) {
  std::vector<Measure> units;
  const bool all = cut_list(list, [&units](std::string_view part) {
    auto unit = part.size() > most_bytes ? std::nullopt : find_unit(part);
    if (unit) units.push_back(std::move(*unit));
    return unit.has_value();
  });
  return all ? units : std::vector<Measure>();
}

std::vector<Measure> find_units(std::string_view text) {
  if (!may_hold_unit(text)) return {};
  if (const Row* row = find_row(text)) return {to_measure(*row)};
  // 万 元 is one unit where it can be; 元 人 户 are three.
  const std::string folded = fold_label(text);
  if (auto units = find_units_as_written(folded); !units.empty()) return units;
  const std::string spaced = normalise(text);
  return spaced == folded ? std::vector<Measure>() : find_units_as_written(spaced);
}

std::string without_brackets(std::string_view folded) {
  const bool both = folded.size() > 2 && folded.front() == '(' && folded.back() == ')';
  return std::string(both ? folded.substr(1, folded.size() - 2) : folded);
}

namespace {

/// Nothing separates it, and no unit is as long, in quotes and brackets either: most texts are names.
bool is_name(std::string_view text) {
  if (!is_tidy(text)) return false;
  for (std::size_t at = 0; at < text.size(); at += character_size(text.substr(at))) {
    if (separator_at(text, at) != 0) return false;
  }
  return count_characters(text) > longest_unit + 4;
}

/// The units of a list some parts of which may be none; nothing where a part is torn, or a name.
std::vector<Measure> find_among_others(std::string_view list) {
  std::vector<Measure> units;
  const bool whole = cut_list(list, [&units](std::string_view part) {
    const bool torn = part == "万" || part == "亿" || part == "千" || part == "百万" || part == "千万" || count_characters(part) > longest_unit;
    if (auto unit = torn ? std::nullopt : find_unit(part)) units.push_back(std::move(*unit));
    return !torn;
  });
  return whole ? units : std::vector<Measure>();
}

}  // namespace

std::vector<Measure> find_listed_units(std::string_view text) {
  if (!may_hold_unit(text) || is_name(text)) return {};
  if (auto units = find_units(text); !units.empty()) return units;
  const std::string folded = fold_label(text);
  if (auto units = find_among_others(folded); !units.empty()) return units;
  const std::string spaced = normalise(text);
  return spaced == folded ? std::vector<Measure>() : find_among_others(spaced);
}

std::string join_names(const std::vector<Measure>& units) {
  std::vector<std::string> names;
  for (const Measure& unit : units) names.push_back(unit.name);
  return join(names, "、");
}

}  // namespace huizong
