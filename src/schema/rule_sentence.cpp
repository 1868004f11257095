// A rule as a sentence. The words of the language stand in the tables below, nowhere else.

#include <array>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "schema/load.hpp"

namespace huizong {
namespace {

struct Words {
  Op op;
  std::string_view zh, en;
};

/// Between two operands.
constexpr std::array<Words, 12> between{{{Op::add, " + ", " + "},
                                         {Op::subtract, " − ", " − "},
                                         {Op::multiply, " × ", " × "},
                                         {Op::divide, " ÷ ", " ÷ "},
                                         {Op::equal, " 等于 ", " equals "},
                                         {Op::not_equal, " 不等于 ", " differs from "},
                                         {Op::less, " 小于 ", " is less than "},
                                         {Op::less_equal, " 不大于 ", " is at most "},
                                         {Op::greater, " 大于 ", " is more than "},
                                         {Op::greater_equal, " 不小于 ", " is at least "},
                                         {Op::logical_and, "，且 ", ", and "},
                                         {Op::logical_or, "，或 ", ", or "}}};

/// Around their operands: {} is the first or the list of all, {1} and {2} the others.
constexpr std::array<Words, 9> around{{{Op::negate, "−{}", "−{}"},
                                       {Op::logical_not, "并非（{}）", "not ({})"},
                                       {Op::if_else, "（若 {}，则 {1}，否则 {2}）", "(if {} then {1}, else {2})"},
                                       {Op::sum, "（{}）之和", "the sum of ({})"},
                                       {Op::minimum, "（{}）中最小者", "the least of ({})"},
                                       {Op::maximum, "（{}）中最大者", "the greatest of ({})"},
                                       {Op::absolute, "（{}）的绝对值", "the absolute value of ({})"},
                                       {Op::round, "{} 四舍五入到 {1} 位小数", "{} rounded to {1} decimals"},
                                       {Op::blank, "{} 为空", "{} is blank"}}};

struct WhenWords {
  When when;
  std::string_view zh, en;
};
constexpr std::array<WhenWords, 4> earlier{{{When::base, "上年同期", "last year's "},
                                            {When::year_end, "上年末", "last year-end's "},
                                            {When::first_half, "上半年", "the first half's "},
                                            {When::previous, "上期", "the previous period's "}}};

constexpr std::pair<std::string_view, std::string_view> where_words{"当 {} 时，{1}", "where {}: {1}"};
constexpr std::pair<std::string_view, std::string_view> tolerance_words{"（允许相差 {}）", " (within {})"};
constexpr std::pair<std::string_view, std::string_view> list_words{"、", ", "};

std::string_view pick(std::string_view zh, std::string_view en, Lang lang) { return lang == Lang::zh ? zh : en; }

int strength(Op op) {
  switch (op) {
    case Op::logical_or:
      return 1;
    case Op::logical_and:
      return 2;
    case Op::equal:
    case Op::not_equal:
    case Op::less:
    case Op::less_equal:
    case Op::greater:
    case Op::greater_equal:
      return 3;
    case Op::add:
    case Op::subtract:
      return 4;
    case Op::multiply:
    case Op::divide:
      return 5;
    default:
      return 6;
  }
}

/// {} , {1} and {2} filled from left to right, so that braces inside a label stay what they are.
std::string fill(std::string_view pattern, const std::string& a, const std::string& b = {}, const std::string& c = {}) {
  const std::array<std::pair<std::string_view, const std::string*>, 3> slots{{{"{}", &a}, {"{1}", &b}, {"{2}", &c}}};
  std::string text;
  while (!pattern.empty()) {
    std::size_t taken = 0;
    for (const auto& [slot, value] : slots) {
      if (taken > 0 || !pattern.starts_with(slot)) continue;
      text += *value;
      taken = slot.size();
    }
    if (taken == 0) text += pattern[0];
    pattern.remove_prefix(taken == 0 ? 1 : taken);
  }
  return text;
}

class Speaker {
 public:
  Speaker(const FormSpec& form, Lang lang) : form_(form), lang_(lang) {}

  std::string say(const Expression& e) const {
    if (e.op == Op::number) return to_text(e.number);
    if (e.op == Op::column) return say_column(e);
    for (const Words& words : between) {
      if (words.op != e.op) continue;
      // − and ÷ do not commute: an equally strong right operand needs its brackets.
      const int own = strength(e.op);
      const bool strict = e.op == Op::subtract || e.op == Op::divide;
      return bracketed(e.operands[0], own) + std::string(pick(words.zh, words.en, lang_)) +
             bracketed(e.operands[1], strict ? own + 1 : own);
    }
    return say_around(e);
  }

 private:
  std::string bracketed(const Expression& e, int outer) const {
    if (strength(e.op) >= outer) return say(e);
    return lang_ == Lang::zh ? "（" + say(e) + "）" : "(" + say(e) + ")";
  }

  std::string say_around(const Expression& e) const {
    for (const Words& words : around) {
      if (words.op != e.op) continue;
      std::vector<std::string> said;
      for (const Expression& operand : e.operands) said.push_back(say(operand));
      const bool all = e.op == Op::sum || e.op == Op::minimum || e.op == Op::maximum;
      std::string first = all                   ? join(said, pick(list_words.first, list_words.second, lang_))
                          : e.op == Op::if_else ? said[0]
                                                : bracketed(e.operands[0], 6);
      if (e.op == Op::logical_not || e.op == Op::absolute) first = said[0];
      return fill(pick(words.zh, words.en, lang_), first, said.size() > 1 ? said[1] : "",
                  said.size() > 2 ? said[2] : "");
    }
    return {};
  }

  std::string say_column(const Expression& e) const {
    const std::string label = label_of(e.column);
    for (const WhenWords& words : earlier) {
      if (words.when == e.when) return std::string(pick(words.zh, words.en, lang_)) + label;
    }
    return label;
  }

  /// The leaf label; the whole path where another column ends in the same label.
  std::string label_of(int column) const {
    const HeaderPath& path = form_.fields[static_cast<std::size_t>(column)].path;
    int same = 0;
    for (const Field& field : form_.fields) same += field.path.back() == path.back();
    return same > 1 ? join(path, "/") : path.back();
  }

  const FormSpec& form_;
  Lang lang_;
};

}  // namespace

std::string to_sentence(const FormSpec& form, const Expression& expression, Lang lang) {
  return Speaker(form, lang).say(expression);
}

std::string to_sentence(const FormSpec& form, const Rule& rule, Lang lang) {
  if (!rule.title.zh.empty()) return rule.title.in(lang);
  std::string sentence = to_sentence(form, rule.check, lang);
  if (!rule.tolerance.is_zero()) {
    sentence += fill(pick(tolerance_words.first, tolerance_words.second, lang), to_text(rule.tolerance));
  }
  if (!rule.where) return sentence;
  return fill(pick(where_words.first, where_words.second, lang), to_sentence(form, *rule.where, lang), sentence);
}

}  // namespace huizong
