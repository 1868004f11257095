#include "bind/lines.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_set>

#include "base/text.hpp"
#include "bind/chars.hpp"
#include "bind/seal.hpp"

namespace huizong {
namespace {

const std::unordered_set<std::string_view> known_labels{
    "填报单位", "报送单位", "上报单位", "申报单位", "填表单位", "报告单位", "单位", "计量单位", "金额单位", "单位名称", "填报人", "填表人",
    "制表人", "经办人", "审核人", "负责人", "单位负责人", "统计负责人", "分管领导", "主要负责人", "联系人", "联系方式", "联系电话", "电话",
    "手机", "填报时间", "填报日期", "填表时间", "填表日期", "报送时间", "报送日期", "报出日期", "上报时间", "上报日期", "制表时间",
    "制表日期", "日期", "时间", "报告期", "所属期", "统计期间", "报告时间", "统计时间", "年度", "传真", "邮箱", "电子邮箱", "备注", "注",
    "说明", "填表说明", "文号", "制表", "审核", "填报", "表号"};

constexpr std::array reporter_words{"填报单位", "报送单位", "上报单位", "申报单位", "填表单位", "报告单位", "主管部门", "工信局",
                                    "盖章",     "公章"};

std::string_view without_bracket(std::string_view label) {
  if (!ends_with(label, ")")) return label;
  const std::size_t open = label.rfind('(');
  return open == std::string_view::npos || open == 0 ? label : label.substr(0, open);
}

/// Where in `between` (value of one pair, label of the next) the label begins.
std::size_t label_start(const std::u32string& between, const std::vector<std::string>& reporter_labels) {
  const FoldedText folded = fold_with_places(between);
  std::size_t start = 0;  // of what is left of a letter that folds to nothing it is the first
  for (std::size_t at = 0; at < folded.text.size(); at += character_size(std::string_view(folded.text).substr(at))) {
    while (between[start] == U' ') ++start;
    const std::string_view label = without_bracket(std::string_view(folded.text).substr(at));
    const bool wanted = std::find(reporter_labels.begin(), reporter_labels.end(), label) != reporter_labels.end();
    if (is_line_label(label) || wanted) return start;
    start = folded.from[at] + 1;
  }
  const std::size_t space = between.rfind(U' ');
  return space == std::u32string::npos ? 0 : space + 1;
}

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

std::vector<std::size_t> find_colons(const std::u32string& text) {
  std::vector<std::size_t> colons;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != U':' && text[i] != U'：') continue;
    if (i > 0 && i + 1 < text.size() && is_digit(text[i - 1]) && is_digit(text[i + 1])) continue;  // 10:30
    colons.push_back(i);
  }
  return colons;
}

std::vector<Pair> cut_pairs(const TextCell& cell, const std::vector<std::string>& reporter_labels) {
  std::vector<Pair> pairs;
  if (!has_colon(cell.text)) return pairs;
  const std::u32string text = to_u32(cell.text);
  const std::vector<std::size_t> colons = find_colons(text);
  for (std::size_t i = 0; i < colons.size(); ++i) {
    const std::size_t from = i == 0 ? 0 : colons[i - 1] + 1;
    const std::u32string between = text.substr(from, colons[i] - from);
    const std::size_t start = label_start(between, reporter_labels);
    if (i > 0) pairs.back().value = tidy(to_utf8(between.substr(0, start)));
    // In front of the first colon a whole label may stand with spaces inside: 市级 主管部门（盖章）.
    const bool whole = i == 0 && start > 0 && !is_line_label(without_bracket(fold_label(to_utf8(between.substr(start)))));
    pairs.push_back({fold_label(to_utf8(whole ? between : between.substr(start))), "", cell.at()});
  }
  if (!pairs.empty()) pairs.back().value = tidy(to_utf8(text.substr(colons.back() + 1)));
  return pairs;
}

/// 太原市工业和信息化局（盖章）: a reporter without a label.
std::optional<Pair> cut_seal(const TextCell& cell) {
  const auto name = name_before_seal(cell.text);
  return name && !name->empty() ? std::optional(Pair{"盖章", fold_label(*name), cell.at()}) : std::nullopt;
}

/// 元(人民币) and the brackets that a cut left open.
std::string without_currency(std::string_view list) {
  std::string out = normalise(list);
  for (const char* part : {"(人民币)", "人民币", "币种:", "RMB", "rmb", "CNY"}) out = replace_all(std::move(out), part, "");
  if (ends_with(out, "。")) out.resize(out.size() - std::string_view("。").size());
  while (!out.empty() && std::string_view(")]([., ").find(out.back()) != std::string_view::npos) out.pop_back();
  return out;
}

/// 单位(万元), (万元), 万元: what stands alone in its cell. Of counting words alone nothing is certain.
bool is_bare_unit(const std::string& folded) {
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
std::string unit_of_sums(const std::string& folded) {
  constexpr std::string_view word = "金额";
  const std::size_t at = folded.find(word);
  if (at > 1 || folded.size() > 30 || (at == 1 && folded[0] != '(')) return {};
  std::string rest = folded.substr(at + word.size());
  while (!rest.empty() && std::string_view("(:)").find(rest.front()) != std::string_view::npos) rest.erase(0, 1);
  while (!rest.empty() && rest.back() == ')') rest.pop_back();
  const auto unit = find_unit(rest);
  return unit && unit->kind == UnitKind::money ? rest : std::string();
}

/// In its row: of a card's cells the one that is no label of a value.
bool stands_alone(const TextCell& cell, const Lines& lines) {
  return std::count_if(lines.cells.begin(), lines.cells.end(), [&](const TextCell& other) { return other.at().row == cell.at().row; }) == 1;
}

/// 单位(万元), 以元为单位, 金额单位均为万元: the unit that a sentence names; empty where it names none.
std::string said_unit(const std::string& folded) {
  const std::size_t at = folded.find("单位");
  if (at == std::string::npos) return {};
  const std::string_view before = std::string_view(folded).substr(0, at);
  std::string_view behind = std::string_view(folded).substr(at + std::string_view("单位").size());
  if (ends_with(before, "为") || ends_with(before, "作")) {
    const std::size_t by = before.rfind("以");
    if (by == std::string_view::npos) return {};
    const std::string_view unit = before.substr(by + std::string_view("以").size(), before.size() - by - 2 * std::string_view("以").size());
    return find_unit(unit) ? std::string(unit) : std::string();
  }
  bool linked = starts_with(behind, "(");
  if (linked) behind.remove_prefix(1);
  for (const std::string_view word : {"统一", "一律", "全部", "均", "都", "为", "是", ":"}) {
    if (!starts_with(behind, word)) continue;
    linked = linked || word == "为" || word == "是";
    behind.remove_prefix(word.size());
  }
  if (starts_with(behind, ";") || starts_with(behind, ".")) behind.remove_prefix(1);
  linked = linked || !find_units_as_written(behind).empty();  // 单位 元
  if (!linked) return {};
  const std::size_t end = std::min({behind.find(")"), behind.find("。"), behind.find(","), behind.find(";"), behind.size()});
  const std::string unit(behind.substr(0, end));
  return find_units(unit).empty() ? std::string() : unit;
}

const TextCell* next_value(std::span<const TextCell> row, std::size_t index) {
  if (index + 1 >= row.size()) return nullptr;
  const TextCell& next = row[index + 1];
  const bool pairs = has_colon(next.text) && !find_colons(to_u32(next.text)).empty();
  return !pairs && !is_line_label(next.folded()) ? &next : nullptr;
}

}  // namespace

bool is_line_label(std::string_view label) { return known_labels.count(label) != 0; }

std::vector<std::string> to_reporter_labels(const FormSpec& form) {
  std::vector<std::string> labels;
  for (const std::string& label : form.reporter.line_labels) labels.emplace_back(without_bracket(fold_label(label)));
  return labels;
}

bool is_reporter_label(const std::string& label, const std::vector<std::string>& reporter_labels) {
  const auto has = [&](std::string_view word) { return contains(label, word); };
  return std::any_of(reporter_labels.begin(), reporter_labels.end(), has) ||
         std::any_of(reporter_words.begin(), reporter_words.end(), has);
}

bool is_filing_label(const std::string& label) {
  if (label == "日期" || label == "时间") return true;
  const bool day = contains(label, "时间") || contains(label, "日期");
  const bool filed = contains(label, "填报") || contains(label, "填表") || contains(label, "报送") ||
                     contains(label, "上报") || contains(label, "报出") || contains(label, "制表");
  return day && filed;
}

bool is_note(std::string_view text) {
  if (begins_otherwise(text, "注备说填附") && !has_colon(text)) return false;  // nearly every name
  const std::string folded = fold_label(text);
  static constexpr std::array starts{"注:", "注1", "注意", "备注:", "说明:", "填表说明", "填报说明", "附注", "*注"};
  for (const std::string_view start : starts) {
    if (starts_with(folded, start)) return true;
  }
  const std::size_t colon = folded.find(':');
  if (colon == std::string::npos) return false;
  const std::string label(without_bracket(folded.substr(0, colon)));
  return is_line_label(label) || is_reporter_label(label, {});
}

void Lines::add(std::span<const TextCell> row, const std::vector<std::string>& reporter_labels) {
  const std::size_t start = cells.size();
  cells.insert(cells.end(), row.begin(), row.end());
  pair_of.resize(cells.size(), -1);
  for (std::size_t i = 0; i < row.size(); ++i) {
    std::vector<Pair> cut = cut_pairs(row[i], reporter_labels);
    if (cut.empty()) {
      const std::string bare(without_bracket(row[i].folded()));
      const bool label_alone = i + 1 < row.size() && (is_line_label(bare) || is_reporter_label(bare, reporter_labels)) &&
                               next_value(row, i) != nullptr && count_characters(bare) < 20;
      if (label_alone) cut.push_back({bare, "", row[i].at()});
    }
    if (!cut.empty() && cut.back().value.empty()) {
      if (const TextCell* next = next_value(row, i)) {
        cut.back().value = next->text;
        pair_of[start + i + 1] = static_cast<int>(pairs.size() + cut.size() - 1);
      }
    }
    if (cut.empty()) {
      if (auto seal = cut_seal(row[i])) cut.push_back(std::move(*seal));
    }
    if (!cut.empty()) pair_of[start + i] = static_cast<int>(pairs.size());
    pairs.insert(pairs.end(), cut.begin(), cut.end());
  }
}

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
    const std::string& folded = cell.folded();
    if (const std::string said = said_unit(folded); !said.empty()) take(said, cell.at());
    if (paired.count(cell.at()) != 0) continue;
    const bool counts = bare == BareUnits::count;
    if (counts && is_bare_unit(folded)) take(without_brackets(folded), cell.at());
    else if (const std::string sum = unit_of_sums(folded); !sum.empty() && (counts || stands_alone(cell, lines))) take(sum, cell.at());
  }
  return line.units.empty() && !line.unread ? std::nullopt : std::optional(std::move(line));
}

bool may_name_unit(std::string_view folded) {
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

std::optional<Date> find_filing_date(const Lines& lines) {
  for (const Pair& pair : lines.pairs) {
    if (!is_filing_label(pair.label)) continue;
    if (const auto date = parse_date(fold_label(pair.value)); date && date->precision != DatePrecision::year) return date;
  }
  return std::nullopt;
}

}  // namespace huizong
