#include "bind/labels.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "bind/chars.hpp"
#include "bind/column_number.hpp"

namespace huizong {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// 营业收入万元, 职工人数人: a unit in the label's next line, which folding has joined to it. Counting words end names as well
/// (联系人): only what stands behind a number of something (数) is one.
void take_joined_unit(Label& label) {
  std::string& text = label.text;
  constexpr std::size_t letter = 3;  // bytes
  if (text.size() < 3 * letter || begins_otherwise(std::string_view(text).substr(text.size() - letter), "元米次人家户个场条项件")) return;
  static constexpr std::array<std::string_view, 17> units{"百万元", "千万元", "万元", "亿元", "千元", "元", "平方米", "平米", "人次",
                                                          "人",     "家",     "户",   "个",   "场",   "条", "项",     "件"};
  static constexpr std::string_view others = "单多美欧日港公台韩澳加币一几每";  // 单元, 美元, 每平方米
  for (const std::string_view unit : units) {
    if (!ends_with(text, unit)) continue;
    const std::string_view name = std::string_view(text).substr(0, text.size() - unit.size());
    const UnitKind kind = find_unit(unit)->kind;
    const bool counts = kind == UnitKind::count || kind == UnitKind::people;
    if (name.size() < 2 * letter || (counts && !ends_with(name, "数") && !ends_with(name, "数量"))) return;
    if (!counts && !begins_otherwise(name.substr(name.size() - letter), others)) return;
    label.unit = unit;
    text.resize(name.size());
    return;
  }
}

/// (万元) at the end; [万元] and a unit behind a separator too.
void take_unit(Label& label) {
  std::string& text = label.text;
  if (ends_with(text, ")") || ends_with(text, "]")) {
    const std::size_t open = text.find_last_of("([");
    if (open == std::string::npos || open == 0) return;
    std::string inside = text.substr(open + 1, text.size() - open - 2);
    for (const std::string_view word : {"单位:", "金额单位:", "计量单位:", "货币单位:", "数据单位:"}) {
      if (starts_with(inside, word)) inside.erase(0, word.size());
    }
    const auto units = find_units(inside);
    if (units.empty()) return;
    label.unit = join_names(units);
    text.resize(open);
    return;
  }
  const auto separates = [](char c) { return c == ',' || c == '/' || c == ':' || c == '-' || c == '\xE3'; };  // 、 begins with E3
  const bool cut = std::any_of(text.begin(), text.end(), separates);
  for (const std::string_view separator : {"、", ",", "/", ":", "-"}) {
    if (!cut) break;
    if (!contains(text, separator)) continue;  // looking from behind costs more, and nearly no label has one
    const std::size_t at = text.rfind(separator);
    if (at == 0) continue;
    const auto unit = find_unit(std::string_view(text).substr(at + separator.size()));
    if (!unit) continue;
    label.unit = unit->name;
    text.resize(at);
    for (const std::string_view word : {"计量单位", "单位"}) {  // 营业收入 单位：万元
      if (separator == ":" && ends_with(text, word) && text.size() > word.size()) text.resize(text.size() - word.size());
    }
    return;
  }
  if (ends_with(text, "%") && text.size() > 1) {
    label.unit = "%";
    text.resize(text.size() - 1);
    return;
  }
  take_joined_unit(label);
}

/// 注1, (注1), (注), [1], [注1] behind a label.
bool take_note_number(std::string& text) {
  std::string_view rest = text;
  const bool closed = ends_with(rest, ")") || ends_with(rest, "]");
  const bool square = ends_with(rest, "]");
  if (closed) rest.remove_suffix(1);
  std::size_t digits = 0;
  while (digits < rest.size() && is_digit(rest[rest.size() - 1 - digits])) ++digits;
  if (digits > 2) return false;
  rest.remove_suffix(digits);
  const bool noted = ends_with(rest, "注");
  if (noted) rest.remove_suffix(std::string_view("注").size());
  if (closed && (!ends_with(rest, square ? "[" : "(") || (!noted && !square) || (square && !noted && digits == 0))) return false;
  if (!closed && (!noted || digits == 0)) return false;
  if (closed) rest.remove_suffix(1);
  if (rest.empty()) return false;
  text.resize(rest.size());
  return true;
}

/// What stands behind the 5 of 5 职工人数, not of 3年, 18岁 or 12个月.
bool is_numbered(std::string_view behind) {
  constexpr std::size_t two = 6;  // characters, in bytes
  if (behind.size() < two || !is_han(three_bytes_at(behind, 0))) return false;
  for (const std::string_view label : {"人数", "年龄", "年限"}) {
    if (starts_with(behind, label)) return true;
  }
  static constexpr std::string_view counters = "年月日岁个家户人次场号期位名件天周季万千百亿元倍成分级条栋层楼台套点至到";
  const std::size_t found = counters.find(behind.substr(0, 3));
  return found == std::string_view::npos || found % 3 != 0;
}

/// 5.职工人数, 5、职工人数, 5 职工人数: the number in front and its mark.
void take_number(std::string& text, std::size_t digits) {
  const std::string_view behind = std::string_view(text).substr(digits);
  if (is_numbered(behind)) return void(text.erase(0, digits));
  for (const std::string_view mark : {".", "、"}) {
    if (!starts_with(behind, mark)) continue;
    if (mark.size() < behind.size() && !is_digit(behind[mark.size()])) text.erase(0, digits + mark.size());
    return;
  }
}

/// 一、 1. 1、 (1), a bullet and 其中: in front; * : in front and behind; (必填) behind.
void take_marks(std::string& text) {
  const auto cut_end = [&text] {
    while (!text.empty() && (text.back() == '*' || text.back() == ':' || text.back() == ';')) text.pop_back();
  };
  cut_end();  // also behind a dash or a bracket
  if (ends_with(text, "填)")) {
    for (const std::string_view asked : {"(必填)", "(选填)"}) {
      if (ends_with(text, asked) && text.size() > asked.size()) text.resize(text.size() - asked.size());
    }
  }
  // (1) and (一) in front of something; ——, …… and a bracket pair around the whole, as headings of cards have them.
  if (text.size() > 2 && text.front() == '[' && text.find(']') == text.size() - 1) text = text.substr(1, text.size() - 2);
  if (!text.empty() && text.front() == '(') {
    const std::size_t close = text.find(')');
    const std::string inside = close == std::string::npos ? "" : text.substr(1, close - 1);
    const bool digits = !inside.empty() && inside.size() < 3 && std::all_of(inside.begin(), inside.end(), is_digit);
    const bool numeral = inside.size() == 3 && std::string_view("一二三四五六七八九十").find(inside) != std::string_view::npos;
    if ((digits || numeral) && close + 1 < text.size()) text.erase(0, close + 1);
  }
  for (const std::string_view dash : {"—", "─"}) {
    while (text.size() > dash.size() && ends_with(text, dash)) text.resize(text.size() - dash.size());
  }
  cut_end();
  while (!text.empty() && text.front() == '*') text.erase(0, 1);
  if (!text.empty() && (text.front() == '\xC2' || text.front() == '\xE2')) {
    for (const std::string_view bullet : {"·", "•", "◆", "◇", "★", "☆", "※"}) {
      if (starts_with(text, bullet) && text.size() > bullet.size()) text.erase(0, bullet.size());
    }
  }
  if (begins_otherwise(text, "四六八十其")) return;  // the other numerals are in front of all that this asks for
  static constexpr std::array<std::string_view, 10> numerals{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  if (digits > 0 && digits < 3) take_number(text, digits);
  for (const std::string_view numeral : numerals) {
    const bool counts = starts_with(text, numeral) && starts_with(std::string_view(text).substr(numeral.size()), "、");
    if (counts) text.erase(0, numeral.size() + std::string_view("、").size());
  }
  for (const std::string_view part : {"其中:", "其中,", "#"}) {
    if (starts_with(text, part) && text.size() > part.size()) text.erase(0, part.size());
  }
}

std::string to_form_segment(const std::string& printed) {
  const std::string marked = replace_all(replace_all(printed, "{year-1}", "y0"), "{year}", "y1");
  const std::string text = to_label(marked).text;
  return text == "y1年度" ? "y1年" : text == "y0年度" ? "y0年" : text;  // as mark_years has them
}

LabelPath to_label_path(int field, const HeaderPath& path) {
  LabelPath out;
  out.field = field;
  for (const std::string& segment : path) out.path.push_back(to_form_segment(segment));
  return out;
}

std::unordered_set<std::string> printed_leaves(const FormSpec& form) {
  std::unordered_set<std::string> leaves;
  for (const Field& field : form.fields) {
    leaves.insert(to_form_segment(field.path.back()));
    for (const Alias& alias : field.aliases) leaves.insert(to_form_segment(alias.path.back()));
  }
  return leaves;
}

/// 基本情况-基地名称: a header of two rows as one, group and label in one cell. What is a label already (`leaves`) stays what it is.
void add_joined(int field, const std::unordered_set<std::string>& leaves, FormLabels& labels) {
  const std::vector<std::string> path = labels.paths.back().path;
  if (path.size() < 2) return;
  for (const std::string_view between : {"", "-", "—", "/", "·", "_", ":", "、"}) {
    std::string label = join(path, between);
    if (leaves.count(label) != 0) continue;
    LabelPath joined;
    joined.field = field;
    joined.path.push_back(std::move(label));
    labels.paths.push_back(std::move(joined));
  }
}

void number_tails(const LabelPath& path, FormLabels& labels) {
  std::string tail;
  for (std::size_t i = path.path.size(); i-- > 0;) {
    tail = '\x1f' + path.path[i] + tail;
    const int number = labels.tails.emplace(tail, static_cast<int>(labels.tails.size())).first->second;
    if (i == 0) labels.wholes.insert(number);
  }
}

/// ①, *, 注1, [1] and ¹ behind a label point to a note. Also in front: ①政策宣贯 is a numbered label.
void take_note_marks(std::string& text) {
  const auto is_han = [&text](std::size_t at) { return text.size() >= 3 && text[at] >= '\xE5' && text[at] <= '\xE9'; };
  if (is_han(0) && is_han(text.size() - 3)) return;  // nearly every label: no mark at either end
  static constexpr auto signs = std::to_array<std::string_view>({"※", "★", "☆", "▲", "△", "●", "◆", "¹", "³"});
  const auto is_ringed = [](std::string_view sign) {  // ① to ⑳, three bytes each
    return sign.size() == 3 && sign[0] == '\xE2' && ((sign[1] == '\x91' && sign[2] >= '\xA0') || (sign[1] == '\x92' && sign[2] <= '\x87'));
  };
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view sign : signs) {
      if (text.size() <= sign.size() || !ends_with(text, sign)) continue;
      text.resize(text.size() - sign.size());
      more = true;
    }
    if (text.size() > 3 && is_ringed(std::string_view(text).substr(text.size() - 3))) {
      text.resize(text.size() - 3);
      more = true;
    }
    more = take_note_number(text) || more;
  }
  if (text.size() > 3 && is_ringed(std::string_view(text).substr(0, 3))) text.erase(0, 3);
}

}  // namespace

std::size_t column_number_size(std::string_view folded) {
  if (!ends_with(folded, ")")) return 0;
  const std::size_t open = folded.rfind('(');
  if (open == std::string_view::npos || open == 0 || is_digit(folded[open - 1])) return 0;
  const std::string_view digits = folded.substr(open + 1, folded.size() - open - 2);
  return !digits.empty() && digits.size() < 3 && std::all_of(digits.begin(), digits.end(), is_digit) ? digits.size() + 2 : 0;
}

Label to_label(std::string_view printed) { return folded_to_label(fold_label(printed)); }

Label folded_to_label(std::string folded) {
  Label label;
  label.text = std::move(folded);
  label.text.resize(label.text.size() - column_number_size(label.text));
  take_note_marks(label.text);
  take_marks(label.text);
  take_unit(label);
  take_note_marks(label.text);
  label.text = to_one_word(std::move(label.text));
  return label;
}

int to_year_label(std::string_view label) {
  if (label.size() < 4 || (label[0] != '1' && label[0] != '2')) return 0;
  int year = 0;
  for (int i = 0; i < 4; ++i) {
    if (!is_digit(label[static_cast<std::size_t>(i)])) return 0;
    year = year * 10 + (label[static_cast<std::size_t>(i)] - '0');
  }
  std::string_view rest = label.substr(4);
  // 2020年(本年): what is in brackets behind it counts nothing.
  if (const std::size_t open = rest.find('('); ends_with(rest, ")") && rest.find_first_of("0123456789") == std::string_view::npos) rest = rest.substr(0, open);
  const bool alone = rest.empty() || rest == "年" || rest == "年度" || rest == "度";
  return alone && year >= 1949 && year < 2200 ? year : 0;
}

PrintedYears to_printed_years(const std::set<int>& years) {
  if (years.empty()) return {};
  return {*years.rbegin(), *years.rbegin() - 1};
}

std::string mark_years(const std::string& label, PrintedYears years) {
  const int year = to_year_label(label);
  if (year != 0 && year == years.later) return "y1年";
  if (year != 0 && year == years.earlier) return "y0年";
  std::string out = label;
  if (years.later != 0) out = replace_all(std::move(out), std::to_string(years.later) + "年", "y1年");
  if (years.earlier != 0) out = replace_all(std::move(out), std::to_string(years.earlier) + "年", "y0年");
  return out;
}

bool begins_number(std::string_view label) {
  return !label.empty() && std::string_view("0123456789-.").find(label[0]) != std::string_view::npos;
}

FormLabels to_form_labels(const FormSpec& form) {
  FormLabels labels;
  const std::unordered_set<std::string> leaves = printed_leaves(form);
  for (std::size_t i = 0; i < form.fields.size(); ++i) {
    const Field& field = form.fields[i];
    if (field.computed.is) continue;  // nowhere printed
    labels.paths.push_back(to_label_path(static_cast<int>(i), field.path));
    if (form.layout == Layout::list) add_joined(static_cast<int>(i), leaves, labels);
    for (const Alias& alias : field.aliases) {
      LabelPath path = to_label_path(static_cast<int>(i), alias.path);
      path.own = false;
      path.suspicious = alias.suspicious;
      path.only_without = alias.only_without;
      labels.paths.push_back(std::move(path));
    }
  }
  for (std::size_t i = 0; i < labels.paths.size(); ++i) labels.leaves[labels.paths[i].path.back()].push_back(i);
  for (LabelPath& path : labels.paths) {
    number_tails(path, labels);
    const auto& alike = labels.leaves[path.path.back()];
    path.unique = std::all_of(alike.begin(), alike.end(), [&](std::size_t other) { return labels.paths[other].field == path.field; });
    for (const std::string& segment : path.path) {
      labels.segments.insert(segment);
      labels.has_numbers = labels.has_numbers || begins_number(segment);
      if (segment.find("y0") != std::string::npos || segment.find("y1") != std::string::npos) labels.has_years = true;
    }
  }
  for (const Band& band : form.bands) labels.bands.push_back({to_label(band.name).text, to_label(band.task).text});
  return labels;
}

}  // namespace huizong
