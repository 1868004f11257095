#include "bind/row_kind.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "bind/chars.hpp"

namespace huizong {
namespace {

constexpr std::size_t longest_total_label = 14;
constexpr std::size_t longest_group = 12;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// ① to ⑳, ⑴ to ⒇: U+2460 to U+2487.
bool is_ringed(std::string_view sign) {
  return sign.size() == 3 && sign[0] == '\xE2' && ((sign[1] == '\x91' && sign[2] >= '\xA0') || (sign[1] == '\x92' && sign[2] <= '\x87'));
}
int to_ringed_number(std::string_view sign) {
  const int from = sign[1] == '\x91' ? 0xA0 : 0x60;
  return (static_cast<unsigned char>(sign[2]) - from) % 20 + 1;
}

bool is_letter(std::string_view folded) { return folded.size() == 1 && folded[0] >= 'a' && folded[0] <= 'z'; }

/// What a cell of a numbering row counts: 3 of (3), ③ and 3=1+2, and where there are only letters, of C; -1: it is a stem.
int to_column_number(std::string_view folded, bool letters) {
  if (is_ringed(folded)) return to_ringed_number(folded);
  if (letters && is_letter(folded)) return folded[0] - 'a' + 1;
  std::size_t at = folded.find_first_of("0123456789");
  if (at == std::string::npos) return -1;
  int number = 0;
  for (; at < folded.size() && is_digit(folded[at]) && number < 10000; ++at) number = number * 10 + (folded[at] - '0');
  return number;
}

constexpr std::array<std::string_view, 10> stems{"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};

/// 甲, which numbers a column of texts.
bool is_stem(std::string_view folded) {
  return std::find(stems.begin(), stems.end(), folded) != stems.end();
}

/// 甲 乙 丙 丁: a list of texts alone.
bool are_stems_in_order(std::span<const TextCell> cells) {
  return cells.size() <= stems.size() && std::equal(cells.begin(), cells.end(), stems.begin(), [](const TextCell& cell, std::string_view stem) { return cell.folded() == stem; });
}

/// (3), 3, ③, 3=1+2, 甲, A, 栏3
bool is_column_number(std::string_view folded) {
  static constexpr std::array<std::string_view, 8> others{"—", "序号", "栏次", "行次", "列次", "栏号", "代码", "指标代码"};
  if (is_stem(folded) || std::find(others.begin(), others.end(), folded) != others.end()) return true;
  for (const std::string_view word : {"第", "栏", "列"}) {
    if (starts_with(folded, word)) folded.remove_prefix(word.size());
    if (ends_with(folded, word)) folded.remove_suffix(word.size());
  }
  if (is_letter(folded) || is_ringed(folded)) return true;
  if (folded.empty() || folded.size() > 24) return false;
  return std::all_of(folded.begin(), folded.end(), [](char c) {
    return is_digit(c) || std::string_view("()[]=+-*/÷×%<>").find(c) != std::string_view::npos;
  });
}

bool is_counter(std::string_view word) {
  static constexpr std::array<std::string_view, 14> counters{"家", "户", "个", "所", "人", "条", "项", "名", "座", "场", "次", "笔", "行", ""};
  return std::find(counters.begin(), counters.end(), word) != counters.end();
}

/// 92所; the digits and what is counted.
bool is_count(std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  return digits > 0 && digits < 8 && is_counter(text.substr(digits));
}

/// 合计3家, 小计:共3户 -> 合计, 小计; 共3家 -> 共计. What is a number alone stays one.
void take_count(std::string& folded) {
  const std::size_t digit = folded.find_first_of("0123456789");
  if (digit == std::string::npos || digit == 0 || !is_count(std::string_view(folded).substr(digit))) return;
  std::string word = folded.substr(0, digit);
  constexpr std::string_view all = "共";
  if (word == all) return void(folded = "共计");
  if (ends_with(word, all)) word.resize(word.size() - all.size());
  while (!word.empty() && (word.back() == ':' || word.back() == ',')) word.pop_back();
  if (!word.empty()) folded = word;
}

/// 北京市(92所) -> 北京市
bool take_bracketed_count(std::string& folded) {
  const std::size_t open = folded.rfind('(');
  if (open == std::string::npos || open == 0) return false;
  std::string_view inside = std::string_view(folded).substr(open + 1);
  inside.remove_suffix(1);
  constexpr std::string_view all = "共";
  if (starts_with(inside, all)) inside.remove_prefix(all.size());
  if (!is_count(inside)) return false;
  folded.resize(open);
  return true;
}

}  // namespace

namespace {

/// Each word for a total has 计, 总, 共, or is one of the English ones.
bool may_be_total(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (static_cast<unsigned char>(c) < 0x80) {
      const char small = static_cast<char>(c | 0x20);
      if (small == 't' || small == 's' || small == 'g') return true;
    } else if (c >= '\xE4' && c <= '\xE9') {  // a Chinese character
      const std::uint32_t letter = three_bytes_at(text, at);
      if (letter == U'计' || letter == U'总' || letter == U'共') return true;
      if (letter != 0) at += 2;
    } else if (c == '\xCE' || c == '\xCF' || c == '\xE2') {  // Σ, as a letter of either case and as a sign
      if (starts_with(text.substr(at), "Σ") || starts_with(text.substr(at), "σ") || starts_with(text.substr(at), "∑")) return true;
    }
  }
  return false;
}

}  // namespace

TotalKind to_total_kind(std::string_view text) {
  if (!may_be_total(text)) return TotalKind::none;
  std::string folded = fold_label(text);
  if (folded.empty() || folded.size() > 4 * longest_total_label) return TotalKind::none;
  while (!folded.empty() && (folded.back() == ':' || folded.back() == '.')) folded.pop_back();
  if (const std::size_t open = folded.find('('); open != std::string::npos && open > 0) folded.resize(open);
  take_count(folded);
  if (folded.empty() || count_characters(folded) > longest_total_label) return TotalKind::none;
  static constexpr auto grand = std::to_array<std::string_view>({"合计",     "总计",     "汇总",     "总合计",   "合计数", "总数",       "共计", "总和", "全市合计", "全县合计",
                                    "全区合计", "全省合计", "本表合计", "全部合计", "计",     "合计栏",     "合计金额", "总计数", "汇总数", "total",    "totals",
                                    "sum",      "grandtotal", "Σ",      "σ",        "∑"});
  if (std::any_of(grand.begin(), grand.end(), [&](std::string_view word) { return folded == word; })) return TotalKind::grand;
  if (folded == "累计" || folded == "累计数") return TotalKind::running;
  if (ends_with(folded, "小计") || folded == "subtotal" || folded == "sub-total") return TotalKind::part;
  for (const std::string_view word : {"合计", "总计", "汇总", "共计"}) {
    if (ends_with(folded, word)) return TotalKind::named;
  }
  return TotalKind::none;
}

bool is_of_which(std::string_view text) {
  if (!contains(text, "其")) return false;  // nearly every row
  const std::string folded = fold_label(text);
  constexpr std::string_view word = "其中";
  if (!starts_with(folded, word)) return false;
  const std::string_view rest = std::string_view(folded).substr(word.size());
  return rest.empty() || starts_with(rest, ":") || starts_with(rest, ",") || starts_with(rest, "、");
}

GroupTitle to_group_title(std::string_view text) {
  std::string folded = fold_label(text);
  while (!folded.empty() && folded.back() == ':') folded.pop_back();
  const bool counted = ends_with(folded, ")") && take_bracketed_count(folded);
  static constexpr std::array<std::string_view, 13> ends{"省", "市", "州", "盟", "地区", "县", "区", "旗", "街道", "镇", "类", "型", "行业"};
  static constexpr std::array<std::string_view, 9> no_regions{"园区", "社区", "小区", "校区", "街区", "超市", "集市", "夜市", "门市"};
  const bool region = std::none_of(no_regions.begin(), no_regions.end(), [&](std::string_view end) { return ends_with(folded, end); });
  const bool group = region && std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return ends_with(folded, end) && folded.size() > end.size(); });
  const bool is_short = count_characters(folded) <= longest_group;
  if (counted && group && is_short) return GroupTitle::counted;
  static constexpr std::array<std::string_view, 10> numerals{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  const bool numbered = std::any_of(numerals.begin(), numerals.end(), [&](std::string_view numeral) {
    return starts_with(folded, std::string(numeral) + "、") || starts_with(folded, "(" + std::string(numeral) + ")");
  });
  return counted || numbered || (group && is_short) ? GroupTitle::alone : GroupTitle::none;
}

bool is_signature(std::string_view text) {
  const bool otherwise = begins_otherwise(text, "填制审经复核单统分主报") || begins_with_digit(text);
  if (otherwise && !contains(text, "章") && !contains(text, "签")) return false;
  const std::string folded = fold_label(text);
  if (folded.empty()) return false;
  static constexpr std::array<std::string_view, 28> labels{
      "填表人", "填报人", "制表人", "审核人", "经办人", "复核人", "核对人", "单位负责人", "统计负责人", "分管领导", "主要负责人", "填报日期",
      "填表日期", "单位公章", "单位盖章", "公章", "盖章", "填报时间", "填表时间", "制表日期", "制表时间", "报送日期", "报出日期", "报送时间", "审核", "制表", "复核", "填表"};
  if (std::find(labels.begin(), labels.end(), folded) != labels.end()) return true;
  if (folded.back() == ':' && (ends_with(folded, "签字:") || ends_with(folded, "签名:") || ends_with(folded, "签章:"))) return true;  // 负责人签字：
  static constexpr std::array<std::string_view, 6> seals{"(盖章)", "(公章)", "(章)", "(签字)", "(签章)", "(签名)"};
  return std::any_of(seals.begin(), seals.end(), [&](std::string_view seal) { return ends_with(folded, seal); });
}

bool is_nil_word(std::string_view text) {
  if ((begins_otherwise(text, "无本") || begins_with_digit(text)) && !contains(text, "零")) return false;
  std::string folded = fold_label(text);
  while (!folded.empty() && (folded.back() == '.' || folded.back() == '!')) folded.pop_back();
  folded = replace_all(folded, "。", "");
  static constexpr auto words = std::to_array<std::string_view>({"无", "本期无", "本年无", "无申报", "无基地", "无平台", "无此项", "无数据", "本年度无", "无内容"});
  return contains(folded, "零报告") || std::any_of(words.begin(), words.end(), [&](std::string_view word) { return folded == word; });
}

bool is_filler(std::string_view text) {
  if (begins_otherwise(text, "略省下以此例示样填") || begins_with_digit(text)) return false;
  const std::string word = fold_label(text);
  if (word.empty()) return false;
  const std::u32string letters = to_u32(word);
  const bool dots = std::all_of(letters.begin(), letters.end(), [](char32_t c) { return c == U'…' || c == U'.' || c == U'⋯'; });
  static constexpr auto blanks = std::to_array<std::string_view>({"略", "(略)", "省略", "下略", "以下略", "以下空白", "(以下空白)", "此行空白", "以下无", "以下无正文"});
  if (std::any_of(blanks.begin(), blanks.end(), [&](std::string_view blank) { return word == blank; })) return true;
  return dots || word == "例" || word == "示例" || word == "样例" || word == "例如" || word == "填写示例" || word == "填报示例" || starts_with(word, "例:") || starts_with(word, "(例)") ||
         starts_with(word, "示例:");
}

bool is_comparison(std::string_view text) {
  if (begins_otherwise(text, "平均人户上去同增占比完环年近三两") || begins_with_digit(text)) return false;
  std::string folded = fold_label(text);
  while (!folded.empty() && folded.back() == ':') folded.pop_back();
  if (const std::size_t open = folded.find('('); open != std::string::npos && open > 0) folded.resize(open);
  static constexpr auto words = std::to_array<std::string_view>({"平均",     "平均值",   "平均数",   "均值",     "年均",     "年平均",   "三年平均", "近三年平均", "两年平均",   "人均",   "户均",     "上年同期", "去年同期", "同期",   "上年同期数",
                                    "去年同期数", "上年合计", "去年合计", "上年数", "去年数", "上年总计", "同比",     "同比增长", "同比增幅", "增长率",
                                    "增幅",     "增减",     "增减额",   "增减率", "占比",   "比重",     "完成率",   "环比"});
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return folded == word; });
}

bool is_group_title(std::string_view text) {
  const std::u32string folded = to_u32(fold_label(text));
  static constexpr std::u32string_view numerals = U"一二三四五六七八九十";
  const auto is_numeral = [&](char32_t c) { return numerals.find(c) != std::u32string_view::npos; };
  std::size_t at = 0;
  const bool open = !folded.empty() && folded[0] == U'(';
  if (open) ++at;
  const std::size_t first = at;
  while (at < folded.size() && is_numeral(folded[at])) ++at;
  if (at > first && at + 1 < folded.size() && folded[at] == (open ? U')' : U'、')) return true;
  // 昌平区(12家)
  const std::size_t bracket = folded.rfind(U'(');
  if (bracket == std::u32string::npos || bracket == 0 || folded.back() != U')' || folded.size() - bracket < 4) return false;
  const std::u32string counted = folded.substr(bracket + 1, folded.size() - bracket - 2);
  const bool digits = std::all_of(counted.begin(), counted.end() - 1, [](char32_t c) { return c >= U'0' && c <= U'9'; });
  return digits && std::u32string_view(U"家户所个项人条场").find(counted.back()) != std::u32string_view::npos;
}

bool is_page_line(std::string_view text) {
  std::string folded = fold_label(text);
  const bool dashed = starts_with(folded, "-") || starts_with(folded, "—");
  for (const char* mark : {"(", ")", "-", "—", ",", "、"}) folded = replace_all(folded, mark, "");
  static constexpr auto words = std::to_array<std::string_view>({"续表",   "以下为续表", "以下续表", "见续表", "续上表", "接上表", "接上页",
                                    "转下表", "转下页",     "接下页",   "承上页", "过次页", "下页续"});
  if (std::any_of(words.begin(), words.end(), [&](std::string_view word) { return folded == word; })) return true;
  const bool page = starts_with(folded, "第") && ends_with(folded, "页");
  if (page) folded = replace_all(replace_all(replace_all(replace_all(folded, "第", ""), "页", ""), "共", ""), "/", "");
  return (page || dashed) && !folded.empty() && folded.size() <= 8 && std::all_of(folded.begin(), folded.end(), is_digit);
}

bool is_numbering(std::span<const TextCell> cells) {
  if (cells.size() < 3) return false;
  for (const TextCell& cell : cells) {
    if (begins_otherwise(cell.text, "甲乙丙丁戊己庚辛壬癸序栏行第列代指") || !is_column_number(cell.folded())) return false;
  }
  const bool letters = std::none_of(cells.begin(), cells.end(), [](const TextCell& cell) { return to_column_number(cell.folded(), false) >= 0; });
  int last = -1;
  std::size_t numbers = 0, stems = 0;
  for (const TextCell& cell : cells) {
    const int number = to_column_number(cell.folded(), letters);
    if (number < 0) {
      if (is_stem(cell.folded())) ++stems;
      continue;
    }
    if (number <= last || number > last + 3 + (last < 0 ? 1 : 0)) return false;  // they count upwards, from 0 or 1
    last = number;
    ++numbers;
  }
  if (numbers == 0) return are_stems_in_order(cells);
  return numbers * 2 >= cells.size() || (numbers > 0 && stems > 1 && (numbers + stems) * 2 >= cells.size());
}

}  // namespace huizong
