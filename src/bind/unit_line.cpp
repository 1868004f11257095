// The units that the lines about a table name: a unit line, a sentence, a unit alone in its cell.

#include <algorithm>
#include <array>
#include <set>

#include "base/text.hpp"
#include "bind/chars.hpp"
#include "bind/lines.hpp"

namespace huizong {
namespace {

/// 元(人民币) and the brackets that a cut left open.
std::string without_currency(std::string_view list) {
  std::string out = normalise(list);
  for (const char* part : {"(人民币)", "人民币", "币种:", "RMB", "rmb", "CNY"}) out = replace_all(std::move(out), part, "");
  if (ends_with(out, "。")) out.resize(out.size() - std::string_view("。").size());
  while (!out.empty() && std::string_view(")]([., ").find(out.back()) != std::string_view::npos) out.pop_back();
  return out;
}

/// 单位(万元), (万元), 万元: what stands alone in its cell. Of counting words alone nothing is certain.
bool is_bare_unit(std::string_view folded) {
  if (folded.size() > 60) return false;
  const auto units = find_units_as_written(without_brackets(folded));
  return std::any_of(units.begin(), units.end(), [](const Measure& unit) {
    return unit.kind == UnitKind::money || unit.kind == UnitKind::area || unit.kind == UnitKind::foreign;
  });
}

/// 单位, 计量单位, 金额, and (金额 of (金额:元).
bool is_label_of_units(std::string_view label) {
  if (starts_with(label, "(") || starts_with(label, "[")) label.remove_prefix(1);
  return ends_with(label, "单位") || label == "金额";
}

/// 亿, W: what multiplies a unit that is not there.
bool lists_torn_unit(std::string list) {
  for (const char* between : {"、", "/", ";", "|"}) list = replace_all(std::move(list), between, ",");
  static constexpr std::array<std::string_view, 9> torn{"亿", "万", "千", "仟", "百万", "千万", "十万", "w", "k"};
  const std::vector<std::string> parts = split(list, ',');
  return std::any_of(parts.begin(), parts.end(), [](const std::string& part) { return std::find(torn.begin(), torn.end(), part) != torn.end(); });
}

ListedUnits read_units(std::string_view list) {
  const std::string plain = without_currency(list);
  return {find_listed_units(plain), lists_torn_unit(fold_label(plain))};
}

/// 单位：亿, 单位：W、平方米, and whatever is short and no name of a body where no unit is `known`.
bool is_strange_unit(const Pair& pair, const ListedUnits& listed) {
  static constexpr std::array<std::string_view, 5> labels{"单位", "计量单位", "金额单位", "货币单位", "数据单位"};
  const std::string_view label = std::string_view(pair.label).substr(starts_with(pair.label, "(") ? 1 : 0);
  if (std::find(labels.begin(), labels.end(), label) == labels.end() || is_blank(pair.value)) return false;
  if (listed.torn) return true;
  if (!listed.units.empty()) return false;
  static constexpr std::array<std::string_view, 8> bodies{"局", "委", "会", "司", "所", "院", "中心", "基地"};
  const auto names = [&](std::string_view body) { return contains(pair.value, body); };
  return count_characters(pair.value) <= 5 && std::none_of(bodies.begin(), bodies.end(), names);
}

/// 金额(元), (金额:元): a unit of money in brackets or behind a colon; empty where it is none.
std::string unit_of_sums(std::string_view folded) {
  constexpr std::string_view word = "金额";
  const std::size_t at = folded.find(word);
  if (at > 1 || folded.size() > 30 || (at == 1 && folded[0] != '(')) return {};
  std::string rest(folded.substr(at + word.size()));
  while (!rest.empty() && std::string_view("(:)").find(rest.front()) != std::string_view::npos) rest.erase(0, 1);
  while (!rest.empty() && rest.back() == ')') rest.pop_back();
  const auto unit = find_unit(rest);
  return unit && unit->kind == UnitKind::money ? rest : std::string();
}

/// …基本情况表(元): the unit in brackets at the end of a title; empty where none is.
std::string unit_of_title(std::string_view folded) {
  const std::size_t open = ends_with(folded, ")") ? folded.rfind('(') : std::string_view::npos;
  if (open == std::string_view::npos) return {};
  static constexpr std::array<std::string_view, 6> ends{"表", "清单", "台账", "名单", "一览", "汇总"};
  const std::string_view name = folded.substr(0, open), inside = folded.substr(open);
  const bool is_title = std::any_of(ends.begin(), ends.end(), [name](std::string_view end) { return ends_with(name, end); });
  return is_title && is_bare_unit(inside) ? without_brackets(inside) : std::string();
}

/// In its row: of a card's cells the one that is no label of a value.
bool stands_alone(const TextCell& cell, const Lines& lines) {
  return std::count_if(lines.cells.begin(), lines.cells.end(), [&](const TextCell& other) { return other.at().row == cell.at().row; }) == 1;
}

/// 单位(万元), 以元为单位, 金额单位均为万元: the unit that a sentence names; empty where it names none.
/// `paired`: what stands behind a colon in the cell is taken as a pair's value.
std::string said_unit(std::string_view folded, bool paired) {
  const std::size_t at = folded.find("单位");
  if (at == std::string::npos) return {};
  const std::string_view before = folded.substr(0, at);
  std::string_view behind = folded.substr(at + std::string_view("单位").size());
  if (ends_with(before, "为") || ends_with(before, "作")) {
    const std::size_t by = before.rfind("以");
    if (by == std::string_view::npos) return {};
    const std::string_view unit = before.substr(by + std::string_view("以").size(), before.size() - by - 2 * std::string_view("以").size());
    return find_unit(unit) ? std::string(unit) : std::string();
  }
  const bool taken = paired && starts_with(behind, ":");
  bool linked = starts_with(behind, "(");
  if (linked) behind.remove_prefix(1);
  for (const std::string_view word : {"统一", "一律", "全部", "均", "都", "为", "是", ":"}) {
    if (!starts_with(behind, word)) continue;
    linked = linked || word == "为" || word == "是";
    behind.remove_prefix(word.size());
  }
  if (starts_with(behind, ";") || starts_with(behind, ".")) behind.remove_prefix(1);
  linked = linked || (!taken && !find_units_as_written(behind).empty());  // 单位 元
  if (!linked) return {};
  const std::size_t end = std::min({behind.find(")"), behind.find("。"), behind.find(","), behind.find(";"), behind.size()});
  const std::string unit(behind.substr(0, end));
  return find_units(unit).empty() ? std::string() : unit;
}

}  // namespace

std::optional<UnitLine> find_unit_line(const Lines& lines, BareUnits bare, TextMemo<ListedUnits>* memo) {
  UnitLine line;
  TextMemo<ListedUnits> own;
  const auto take = [&](std::string_view list, CellRef at) -> const ListedUnits& {
    const ListedUnits& listed = (memo != nullptr ? *memo : own).get(list, read_units);
    for (const Measure& unit : listed.units) line.units.push_back({unit, at});
    return listed;
  };
  std::set<CellRef> paired;
  for (const Pair& pair : lines.pairs) {
    paired.insert(pair.at);
    if (!is_label_of_units(pair.label)) continue;
    if (is_strange_unit(pair, take(pair.value, pair.at))) line.unread = true;
  }
  for (const TextCell& cell : lines.cells) {
    if (cell.kind != CellKind::text) continue;
    const std::string_view folded = cell.folded();
    if (const std::string said = said_unit(folded, paired.count(cell.at()) != 0); !said.empty()) take(said, cell.at());
    if (paired.count(cell.at()) != 0) continue;
    const bool counts = bare == BareUnits::count;
    if (const std::string titled = unit_of_title(folded); !titled.empty()) take(titled, cell.at());
    else if (counts && is_bare_unit(folded)) take(without_brackets(folded), cell.at());
    else if (const std::string sum = unit_of_sums(folded); !sum.empty() && (counts || stands_alone(cell, lines))) take(sum, cell.at());
  }
  return line.units.empty() && !line.unread ? std::nullopt : std::optional(std::move(line));
}

bool may_name_unit(std::string_view folded) {
  if (!unit_of_title(folded).empty()) return true;
  constexpr std::string_view word = "单位", amount = "金额";
  for (std::size_t at = folded.find(word); at != std::string_view::npos; at = folded.find(word, at + 1)) {
    const std::string_view before = folded.substr(0, at), behind = folded.substr(at + word.size());
    // 单位名称, 单位性质: a label that goes on names none.
    if (ends_with(before, "为") || ends_with(before, "作") || !begins_otherwise(behind, "统一全均都为是")) return true;
    if (!find_units_as_written(behind).empty()) return true;  // 单位 元
  }
  const std::size_t at = folded.find(amount);
  return at != std::string_view::npos && !begins_otherwise(folded.substr(at + amount.size()), "");
}

}  // namespace huizong
