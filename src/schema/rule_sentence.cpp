// A rule as a sentence. The words stand in rule_words.

#include <string>
#include <utility>

#include "base/text.hpp"
#include "schema/load.hpp"
#include "schema/rule_words.hpp"

namespace huizong {
namespace {

constexpr Bilingual where_words{"当 {0} 时，{1}", "where {0}: {1}"};
constexpr Bilingual tolerance_words{"（允许相差 {0}）", " (within {0})"};
constexpr Bilingual list_words{"、", ", "};
constexpr Bilingual bracket_words{"（{0}）", "({0})"};
constexpr Bilingual quote_words{"“{0}”", "“{0}”"};
constexpr Bilingual own_rows{"本表", "this form"};
constexpr Bilingual other_rows{"《{0}》", "“{0}”"};
constexpr Bilingual own_words{"本行的 {0}", "this record's {0}"};
constexpr Bilingual column_of_words{"{0}的 {1}", "{1} of {0}"};
constexpr Bilingual in_rows_words{"{0} 见于{1}的 {2}", "{0} stands under {2} of {1}"};
constexpr Bilingual not_in_rows_words{"{0} 不见于{1}的 {2}", "{0} does not stand under {2} of {1}"};
constexpr Bilingual lookup_words{"{1}中 {2} 为 {0} 的 {3}", "the {3} that {1} gives for {2} {0}"};
constexpr Bilingual filed_words{"{0}已报", "{0} was filed"};
constexpr Bilingual not_filed_words{"{0}未报", "{0} was not filed"};
constexpr Bilingual period_start_words{"报告期首日", "the first day of the period"};
constexpr Bilingual period_end_words{"报告期末日", "the last day of the period"};
constexpr int strongest = 6;

int strength(Op op) {
  switch (op) {
    case Op::logical_or: return 1;
    case Op::logical_and: return 2;
    case Op::equal:
    case Op::not_equal:
    case Op::less:
    case Op::less_equal:
    case Op::greater:
    case Op::greater_equal: return 3;
    case Op::add:
    case Op::subtract: return 4;
    case Op::multiply:
    case Op::divide: return 5;
    default: return strongest;
  }
}

class Speaker {
 public:
  Speaker(const FormSpec& form, Lang lang) : form_(form), lang_(lang) {}

  std::string say(const Expression& e, int depth = 0, bool negated = false) const {
    switch (e.op) {
      case Op::number: return to_text(e.number);
      case Op::text: return fill(quote_words.in(lang_), {e.text});
      case Op::date: return to_text(e.date);
      case Op::period_start: return std::string(period_start_words.in(lang_));
      case Op::period_end: return std::string(period_end_words.in(lang_));
      case Op::in_rows: return say_in_rows(e, depth, negated);
      case Op::lookup: return say_lookup(e, depth);
      case Op::filed: return fill((negated ? not_filed_words : filed_words).in(lang_), {set_of(e)});
      case Op::logical_not: return say_not(e, depth);
      case Op::column: return say_column(e, depth, negated);
      default: break;
    }
    if (words_between(e.op) != nullptr) return say_between(e, depth);
    return is_over_rows(e.op) ? say_over(e, depth, negated) : say_around(e, depth, negated);
  }

 private:
  std::string bracketed(const Expression& e, int outer, int depth) const {
    const std::string said = say(e, depth);
    return strength(e.op) >= outer ? said : fill(bracket_words.in(lang_), {said});
  }

  std::string say_between(const Expression& e, int depth) const {
    // − and ÷ do not commute: an equally strong right operand needs its brackets.
    const int own = strength(e.op);
    const bool strict = e.op == Op::subtract || e.op == Op::divide;
    const bool days = e.operands[0].type == ValueType::date;
    const RuleWords& words = *(days ? words_between_days(e.op) : words_between(e.op));
    std::string said = bracketed(e.operands[0], own, depth) + std::string(words.yes.in(lang_)) +
                       bracketed(e.operands[1], strict ? own + 1 : own, depth);
    if (e.operands.size() > 2) said += fill(tolerance_words.in(lang_), {say(e.operands[2], depth)});
    return said;
  }

  /// Where the operand has words for the opposite, they are taken: 不含, is filled in.
  std::string say_not(const Expression& e, int depth) const {
    const Expression& of = e.operands[0];
    const bool over = is_over_rows(of.op);
    const RuleWords* words = over ? words_over(of.op, has_where(of)) : words_around(of.op);
    const bool plain_column = of.op == Op::column;
    if (of.op == Op::in_rows || of.op == Op::filed || plain_column || (words != nullptr && !words->no.zh.empty())) return say(of, depth, true);
    return fill(words_around(Op::logical_not)->yes.in(lang_), {say(of, depth)});
  }

  std::string say_around(const Expression& e, int depth, bool negated) const {
    const RuleWords& words = *words_around(e.op);
    const bool all = e.op == Op::sum || e.op == Op::minimum || e.op == Op::maximum;
    const bool open = all || e.op == Op::if_else || e.op == Op::absolute;  // the words bring brackets of their own
    std::vector<std::string> said;
    for (const Expression& operand : e.operands) {
      if (operand.op == Op::column && e.op != Op::if_else) said.push_back(label_of(operand, depth));
      else if (said.empty() && !open) said.push_back(bracketed(operand, strongest, depth));
      else said.push_back(say(operand, depth));
    }
    if (e.op == Op::matches) said.push_back(fill(quote_words.in(lang_), {e.text}));
    const std::string separator(list_words.in(lang_));
    if (all) said = {join(said, separator)};
    if (e.op == Op::one_of || e.op == Op::amount) said = {said[0], join({said.begin() + 1, said.end()}, separator)};
    return fill((negated ? words.no : words.yes).in(lang_), said);
  }

  static bool has_where(const Expression& e) {
    return e.operands.size() > (e.op == Op::count || e.op == Op::exists ? 0u : 1u);
  }

  std::string say_over(const Expression& e, int depth, bool negated) const {
    const bool where = has_where(e);
    const bool with_value = e.op != Op::count && e.op != Op::exists;
    const RuleWords& words = *words_over(e.op, where);
    const std::string value = with_value ? say(e.operands[0], depth + 1) : std::string();
    const std::string condition = where ? say(e.operands.back(), depth + 1) : std::string();
    return fill((negated ? words.no : words.yes).in(lang_), {set_of(e), value, condition});
  }

  std::string say_in_rows(const Expression& e, int depth, bool negated) const {
    return fill((negated ? not_in_rows_words : in_rows_words).in(lang_),
                {bracketed(e.operands[0], strongest, depth), set_of(e), leaf_of(e.source, e.column)});
  }

  std::string say_lookup(const Expression& e, int depth) const {
    return fill(lookup_words.in(lang_), {bracketed(e.operands[0], strongest, depth), set_of(e), leaf_of(e.source, e.column),
                                         leaf_of(e.source, e.result)});
  }

  std::string say_column(const Expression& e, int depth, bool negated) const {
    const std::string label = label_of(e, depth);
    if (e.type != ValueType::condition) return label;
    const RuleWords& words = *words_around(Op::column);
    return fill((negated ? words.no : words.yes).in(lang_), {label});
  }

  /// A set of rows, with its period.
  std::string set_of(const Expression& e) const {
    const std::string when(words_of(e.when).in(lang_));
    if (e.source == 0) return when + std::string(own_rows.in(lang_));
    return when + fill(other_rows.in(lang_), {form_.sources[static_cast<std::size_t>(e.source - 1)].title});
  }

  /// A column with its period; inside of a set of rows those of the record outside are told apart.
  std::string label_of(const Expression& e, int depth) const {
    const std::string leaf = leaf_of(e.source, e.column);
    if (e.frame == Expression::one_record) return fill(column_of_words.in(lang_), {set_of(e), leaf});
    const std::string label = std::string(words_of(e.when).in(lang_)) + leaf;
    return e.frame == 0 && depth > 0 ? fill(own_words.in(lang_), {label}) : label;
  }

  /// The leaf label; the whole path where another column ends in the same label.
  std::string leaf_of(int source, int column) const {
    const std::vector<Field>& fields = fields_of(form_, source);
    const HeaderPath& path = fields[static_cast<std::size_t>(column)].path;
    int same = 0;
    for (const Field& field : fields) same += field.path.back() == path.back();
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
  if (!rule.tolerance.is_zero()) sentence += fill(tolerance_words.in(lang), {to_text(rule.tolerance)});
  if (!rule.where) return sentence;
  return fill(where_words.in(lang), {to_sentence(form, *rule.where, lang), sentence});
}

}  // namespace huizong
