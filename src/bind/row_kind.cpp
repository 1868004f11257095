#include "bind/row_kind.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "bind/chars.hpp"

namespace huizong {
namespace {

constexpr std::size_t longest_total_label = 14;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// ① to ⑳, ⑴ to ⒇: U+2460 to U+2487.
bool is_ringed(std::string_view sign) {
  return sign.size() == 3 && sign[0] == '\xE2' && ((sign[1] == '\x91' && sign[2] >= '\xA0') || (sign[1] == '\x92' && sign[2] <= '\x87'));
}
int to_ringed_number(std::string_view sign) {
  const int from = sign[1] == '\x91' ? 0xA0 : 0x60;
  return (static_cast<unsigned char>(sign[2]) - from) % 20 + 1;
}

bool is_letter(const std::string& folded) { return folded.size() == 1 && folded[0] >= 'a' && folded[0] <= 'z'; }

/// What a cell of a numbering row counts: 3 of (3), ③ and 3=1+2, and where there are only letters, of C; -1: it is a stem.
int to_column_number(const std::string& folded, bool letters) {
  if (is_ringed(folded)) return to_ringed_number(folded);
  if (letters && is_letter(folded)) return folded[0] - 'a' + 1;
  std::size_t at = folded.find_first_of("0123456789");
  if (at == std::string::npos) return -1;
  int number = 0;
  for (; at < folded.size() && is_digit(folded[at]) && number < 10000; ++at) number = number * 10 + (folded[at] - '0');
  return number;
}

/// (3), 3, ③, 3=1+2, 甲, A
bool is_column_number(const std::string& folded) {
  static constexpr std::array stems{"甲", "乙", "丙", "丁", "戊", "己", "—", "序号", "栏次", "行次"};
  if (std::any_of(stems.begin(), stems.end(), [&](const char* stem) { return folded == stem; })) return true;
  if (is_letter(folded) || is_ringed(folded)) return true;
  if (folded.empty() || folded.size() > 24) return false;
  return std::all_of(folded.begin(), folded.end(), [](char c) {
    return is_digit(c) || std::string_view("()[]=+-*/÷×%<>").find(c) != std::string_view::npos;
  });
}

}  // namespace

TotalKind to_total_kind(std::string_view text) {
  if (!contains(text, "计") && !contains(text, "总")) return TotalKind::none;  // each word below has one of them
  std::string folded = fold_label(text);
  while (!folded.empty() && (folded.back() == ':' || folded.back() == '.')) folded.pop_back();
  if (const std::size_t open = folded.find('('); open != std::string::npos && open > 0) folded.resize(open);
  if (folded.empty() || to_u32(folded).size() > longest_total_label) return TotalKind::none;
  static constexpr std::array grand{"合计", "总计", "汇总", "总合计", "合计数", "总数", "共计", "总和", "全市合计", "全县合计", "全区合计",
                                    "全省合计", "本表合计", "全部合计"};
  if (std::any_of(grand.begin(), grand.end(), [&](const char* word) { return folded == word; })) return TotalKind::grand;
  if (ends_with(folded, "小计")) return TotalKind::part;
  for (const std::string_view word : {"合计", "总计", "汇总", "共计"}) {
    if (ends_with(folded, word)) return TotalKind::named;
  }
  return TotalKind::none;
}

bool is_nil_word(std::string_view text) {
  std::string folded = fold_label(text);
  while (!folded.empty() && (folded.back() == '.' || folded.back() == '!')) folded.pop_back();
  folded = replace_all(folded, "。", "");
  static constexpr std::array words{"无", "本期无", "本年无", "无申报", "无基地", "无平台", "无此项", "无数据", "本年度无", "无内容"};
  return contains(folded, "零报告") || std::any_of(words.begin(), words.end(), [&](const char* word) { return folded == word; });
}

bool is_filler(std::string_view text) {
  const std::u32string folded = to_u32(fold_label(text));
  if (folded.empty()) return false;
  const bool dots = std::all_of(folded.begin(), folded.end(), [](char32_t c) { return c == U'…' || c == U'.' || c == U'⋯'; });
  const std::string word = to_utf8(folded);
  return dots || word == "例" || word == "示例" || word == "样例" || word == "例如" || starts_with(word, "例:") || starts_with(word, "(例)") ||
         starts_with(word, "示例:");
}

bool is_of_which(std::string_view text) {
  const std::string folded = fold_label(text);
  return folded == "其中" || starts_with(folded, "其中:") || starts_with(folded, "其中,");
}

bool is_comparison(std::string_view text) {
  std::string folded = fold_label(text);
  while (!folded.empty() && folded.back() == ':') folded.pop_back();
  if (const std::size_t open = folded.find('('); open != std::string::npos && open > 0) folded.resize(open);
  static constexpr std::array words{"平均",     "平均值",   "平均数",   "均值",   "人均",   "户均",     "上年同期", "去年同期", "同期",   "上年同期数",
                                    "去年同期数", "上年合计", "去年合计", "上年数", "去年数", "上年总计", "同比",     "同比增长", "同比增幅", "增长率",
                                    "增幅",     "增减",     "增减额",   "增减率", "占比",   "比重",     "完成率",   "环比"};
  return std::any_of(words.begin(), words.end(), [&](const char* word) { return folded == word; });
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
  static constexpr std::array words{"续表", "续上表", "接上表", "接上页", "转下表", "转下页", "接下页", "承上页", "过次页", "下页续"};
  if (std::any_of(words.begin(), words.end(), [&](const char* word) { return folded == word; })) return true;
  const bool page = starts_with(folded, "第") && ends_with(folded, "页");
  if (page) folded = replace_all(replace_all(replace_all(replace_all(folded, "第", ""), "页", ""), "共", ""), "/", "");
  return (page || dashed) && !folded.empty() && folded.size() <= 8 && std::all_of(folded.begin(), folded.end(), is_digit);
}

bool is_numbering(const std::vector<TextCell>& cells) {
  if (cells.size() < 3) return false;
  std::vector<std::string> signs;
  for (const TextCell& cell : cells) {
    signs.push_back(fold_label(cell.text));
    if (!is_column_number(signs.back())) return false;
  }
  const bool letters = std::none_of(signs.begin(), signs.end(), [](const std::string& sign) { return to_column_number(sign, false) >= 0; });
  int last = -1;
  std::size_t numbers = 0;
  for (const std::string& sign : signs) {
    const int number = to_column_number(sign, letters);
    if (number < 0) continue;
    if (number <= last || number > last + 3 + (last < 0 ? 1 : 0)) return false;  // they count upwards, from 0 or 1
    last = number;
    ++numbers;
  }
  return numbers * 2 >= cells.size();
}

}  // namespace huizong
