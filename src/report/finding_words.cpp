// The words of a finding: program rules from the table, rules of a schema from the catalogue.

#include <algorithm>
#include <ranges>

#include "base/text.hpp"
#include "report/messages.hpp"
#include "report/suspect_words.hpp"
#include "schema/load.hpp"

namespace huizong {
namespace {

const FormSpec* form_of(const Catalogue& catalogue, std::string_view id) {
  for (const Pack& pack : catalogue.packs) {
    if (const FormSpec* form = pack.form(id)) return form;
  }
  return nullptr;
}

bool is_in_table(std::string_view id) { return std::ranges::binary_search(message_table(), id, {}, &MessageRow::id); }

std::size_t variant_of(const Finding& finding) {
  for (const auto& [name, value] : finding.args) {
    if (name == "variant") return static_cast<std::size_t>(std::stoul(value));
  }
  return 1;
}

// Several rules may stand under one id: the column tells them apart, and where it does not, their order.
const Rule* rule_of(const FormSpec* form, const Finding& finding) {
  if (form == nullptr) return nullptr;
  const Rule *first = nullptr, *of_column = nullptr;
  const auto period = parse_period(finding.period);
  std::size_t left = variant_of(finding);
  for (const Rule& rule : form->rules) {
    if (rule.id != finding.rule) continue;
    if (first == nullptr) first = &rule;
    std::string column;
    if (period && rule.column >= 0) column = to_path(*form, form->fields[static_cast<std::size_t>(rule.column)], *period);
    if (column != finding.column) continue;
    of_column = &rule;
    if (--left == 0) break;
  }
  return of_column != nullptr ? of_column : first;
}

// What a message may name although the rule did not repeat it among its arguments.
Args args_of(const Finding& finding) {
  Args args = finding.args;
  const auto add = [&args](std::string_view name, const std::string& value) {
    const bool there = std::ranges::any_of(args, [&](const auto& arg) { return arg.first == name; });
    if (!there && !value.empty()) args.emplace_back(name, value);
  };
  add("column", finding.column);
  add("key", finding.key);
  add("sheet", finding.sheet);
  add("file", finding.file);
  add("reporter", finding.reporter);
  add("period", finding.period);
  add("note", finding.accepted_note);
  return args;
}

std::string_view general_id(Severity severity) {
  switch (severity) {
    case Severity::mandatory: return "rule.mandatory";
    case Severity::verify: return "rule.verify";
    case Severity::info: break;
  }
  return "rule.info";
}

std::string title_of(const FormSpec& form, const Rule& rule, Lang lang) {
  return rule.title.in(lang).empty() ? to_sentence(form, rule, lang) : rule.title.in(lang);
}

std::string list_separator(Lang lang) { return lang == Lang::zh ? "；" : "; "; }

// Rules by their titles: a clerk does not know ids.
std::string titles_of(const std::string& ids, const FormSpec* form, const Period& period, Lang lang) {
  std::vector<std::string> titles;
  for (const std::string& part : split(replace_all(ids, "、", ","), ',')) {
    const std::string id(trim(part));
    const Rule* found = nullptr;
    if (form != nullptr) {
      const auto rule = std::ranges::find(form->rules, id, &Rule::id);
      if (rule != form->rules.end()) found = &*rule;
    }
    titles.push_back(found == nullptr ? id : with_years(title_of(*form, *found, lang), period));
  }
  return join(titles, list_separator(lang));
}

// What rule.undecided lists, reason by reason.
void name_undecided(Args& args, const FormSpec* form, const Period& period, Lang lang) {
  std::vector<std::string> reasons;
  for (const auto& [name, value] : args) {
    const std::string id = "undecided." + name;
    if (is_in_table(id)) reasons.push_back(say(id, {{"rules", titles_of(value, form, period, lang)}}, lang));
  }
  args.emplace_back("reasons", join(reasons, list_separator(lang)));
}

// Behind the figures of the record those that the rule computed: 名册行数 57.
void add_told(Args& args, const FormSpec& form, const Rule& rule, const Period& period, Lang lang) {
  const auto told = std::ranges::find(args, "told", &Args::value_type::first);
  if (told == args.end()) return;
  const std::vector<std::string> values = split(told->second, '\n');
  const std::vector<const Expression*> parts = told_of(rule);
  std::vector<std::string> said;
  for (std::size_t i = 0; i < parts.size() && i < values.size(); ++i) {
    said.push_back(with_years(to_sentence(form, *parts[i], lang), period) + " " + values[i]);
  }
  const std::string all = join(said, "、");
  const auto figures = std::ranges::find(args, "figures", &Args::value_type::first);
  if (figures == args.end()) args.emplace_back("figures", all);
  else figures->second += "、" + all;
}

struct Words {
  std::string_view id;  ///< row of the table
  Args args;
  const Rule* rule = nullptr;
};

Words words_of(const Finding& finding, const Catalogue& catalogue, Lang lang) {
  Words words{finding.rule, args_of(finding), nullptr};
  name_suspects(words.args, lang);
  const FormSpec* form = form_of(catalogue, finding.form);
  const Period period = parse_period(finding.period).value_or(Period{});
  words.rule = rule_of(form, finding);
  if (words.rule == nullptr) {
    if (form != nullptr && !form->levels_differ.empty() && finding.rule == form->levels_differ) words.id = "levels-differ";
    if (finding.rule == "rule.undecided") name_undecided(words.args, form, period, lang);
  }
  if (words.rule == nullptr && is_in_table(words.id)) return words;
  words.id = general_id(finding.severity);
  std::string title = finding.rule;
  if (words.rule != nullptr) {
    title = title_of(*form, *words.rule, lang);
    add_told(words.args, *form, *words.rule, period, lang);
  }
  std::erase_if(words.args, [](const auto& arg) { return arg.first == "title"; });
  words.args.emplace_back("title", period.year == 0 ? title : with_years(title, period));
  return words;
}

std::string paint(const std::string& text, Severity severity, bool color) {
  if (!color) return text;
  const std::string_view code = severity == Severity::mandatory ? "31" : severity == Severity::verify ? "33" : "36";
  return "\x1b[" + std::string(code) + "m" + text + "\x1b[0m";
}

}  // namespace

std::string message_of(const Finding& finding, const Catalogue& catalogue, Lang lang) {
  const Words words = words_of(finding, catalogue, lang);
  return say(words.id, words.args, lang);
}

std::string mend_of(const Finding& finding, const Catalogue& catalogue, Lang lang) {
  const Words words = words_of(finding, catalogue, lang);
  if (words.rule != nullptr && !words.rule->mend.in(lang).empty()) return words.rule->mend.in(lang);
  return say_mend(words.id, words.args, lang);
}

std::string to_line(const Finding& finding, const Catalogue& catalogue, Lang lang, bool color) {
  std::string line = finding.file;
  std::string place = finding.sheet;
  if (finding.cell) place += (place.empty() ? "" : "!") + to_a1(*finding.cell);
  if (!place.empty()) line += (line.empty() ? "[" : " [") + place + "]";
  if (!line.empty()) line += ' ';
  const std::string severity = say("word.severity." + std::string(to_letter(finding.severity)), {}, lang);
  line += paint(severity, finding.severity, color) + ' ' + finding.rule + (lang == Lang::zh ? "：" : ": ");
  line += message_of(finding, catalogue, lang);
  const std::string mend = mend_of(finding, catalogue, lang);
  if (!mend.empty()) line += "\n  " + say("word.mend", {}, lang) + (lang == Lang::zh ? "：" : ": ") + mend;
  return line;
}

}  // namespace huizong
