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

constexpr auto reporter_words = std::to_array<std::string_view>({"填报单位", "报送单位", "上报单位", "申报单位", "填表单位", "报告单位", "主管部门", "工信局",
                                    "盖章",     "公章"});

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

/// 填报单位：阳城县工信局: one colon, behind a label that is known as it stands. Nothing: there is more to it.
std::optional<Pair> cut_plain_pair(const TextCell& cell, const std::vector<std::string>& reporter_labels) {
  constexpr std::string_view wide = "：";
  const std::size_t at = std::min(cell.text.find(':'), cell.text.find(wide));
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view value = cell.text.substr(at + (cell.text[at] == ':' ? 1 : wide.size()));
  if (value.find(':') != std::string_view::npos || value.find(wide) != std::string_view::npos) return std::nullopt;
  const FoldedLabel label(cell.text.substr(0, at));
  const std::string_view bare = without_bracket(label.view());
  const bool wanted = std::find(reporter_labels.begin(), reporter_labels.end(), bare) != reporter_labels.end();
  if (!wanted && !is_line_label(bare)) return std::nullopt;
  return Pair{std::string(label.view()), tidy(value), cell.at()};
}

/// 云谷双创基地； in front of the next label.
std::string without_separator(std::string value) {
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view end : {"；", ";", "，", ",", "、"}) {
      if (!ends_with(value, end)) continue;
      value.resize(value.size() - end.size());
      more = true;
    }
  }
  return value;
}

std::vector<Pair> cut_pairs(const TextCell& cell, const std::vector<std::string>& reporter_labels) {
  std::vector<Pair> pairs;
  if (!has_colon(cell.text)) return pairs;
  if (auto plain = cut_plain_pair(cell, reporter_labels)) return {std::move(*plain)};
  const std::u32string text = to_u32(cell.text);
  const std::vector<std::size_t> colons = find_colons(text);
  for (std::size_t i = 0; i < colons.size(); ++i) {
    const std::size_t from = i == 0 ? 0 : colons[i - 1] + 1;
    const std::u32string between = text.substr(from, colons[i] - from);
    const std::size_t start = label_start(between, reporter_labels);
    if (i > 0) pairs.back().value = without_separator(tidy(to_utf8(between.substr(0, start))));
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

bool is_reporter_label(std::string_view label, const std::vector<std::string>& reporter_labels) {
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
  if ((begins_otherwise(text, "注备说填附") || begins_with_digit(text)) && !has_colon(text)) return false;  // nearly every name
  const FoldedLabel label_text(text);
  const std::string_view folded = label_text.view();
  static constexpr auto starts = std::to_array<std::string_view>({"注:", "注1", "注意", "备注:", "说明:", "填表说明", "填报说明", "附注", "*注"});
  for (const std::string_view start : starts) {
    if (starts_with(folded, start)) return true;
  }
  const std::size_t colon = folded.find(':');
  if (colon == std::string::npos) return false;
  const std::string_view label = without_bracket(folded.substr(0, colon));
  return is_line_label(label) || is_reporter_label(label, {});
}

void Lines::add(std::span<const TextCell> row, const std::vector<std::string>& reporter_labels) {
  const std::size_t start = cells.size();
  cells.insert(cells.end(), row.begin(), row.end());
  pair_of.resize(cells.size(), -1);
  for (std::size_t i = 0; i < row.size(); ++i) {
    std::vector<Pair> cut = cut_pairs(row[i], reporter_labels);
    if (cut.empty()) {
      const std::string_view bare = without_bracket(row[i].folded());
      const bool label_alone = i + 1 < row.size() && (is_line_label(bare) || is_reporter_label(bare, reporter_labels)) &&
                               next_value(row, i) != nullptr && count_characters(bare) < 20;
      if (label_alone) cut.push_back({std::string(bare), "", row[i].at()});
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

std::optional<Date> find_filing_date(const Lines& lines) {
  for (const Pair& pair : lines.pairs) {
    if (!is_filing_label(pair.label)) continue;
    if (const auto date = parse_date(fold_label(pair.value)); date && date->precision != DatePrecision::year) return date;
  }
  return std::nullopt;
}

}  // namespace huizong
