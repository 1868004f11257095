// The words of a finding: program rules from the table, rules of a schema from the catalogue.

#include <algorithm>
#include <ranges>

#include "base/text.hpp"
#include "report/messages.hpp"
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

// A rule that is written for several columns stands once for each, under one id.
const Rule* rule_of(const FormSpec* form, const Finding& finding) {
  if (form == nullptr) return nullptr;
  const Rule* first = nullptr;
  const auto period = parse_period(finding.period);
  for (const Rule& rule : form->rules) {
    if (rule.id != finding.rule) continue;
    if (first == nullptr) first = &rule;
    if (!period || rule.column < 0) continue;
    const Field& field = form->fields[static_cast<std::size_t>(rule.column)];
    if (to_path(*form, field, *period) == finding.column) return &rule;
  }
  return first;
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

// The rules that rule.undecided lists, by their titles: a clerk does not know ids.
void name_rules(Args& args, const FormSpec* form, const Period& period, Lang lang) {
  if (form == nullptr) return;
  for (auto& [name, value] : args) {
    if (name != "rules") continue;
    std::vector<std::string> titles;
    for (const std::string& part : split(replace_all(value, "、", ","), ',')) {
      const std::string id(trim(part));
      const auto rule = std::ranges::find(form->rules, id, &Rule::id);
      if (rule == form->rules.end()) {
        titles.push_back(id);
      } else {
        titles.push_back(with_years(rule->title.in(lang).empty() ? to_sentence(*form, *rule, lang) : rule->title.in(lang), period));
      }
    }
    value = join(titles, lang == Lang::zh ? "；" : "; ");
  }
}

struct Words {
  std::string_view id;  ///< row of the table
  Args args;
  const Rule* rule = nullptr;
};

Words words_of(const Finding& finding, const Catalogue& catalogue, Lang lang) {
  Words words{finding.rule, args_of(finding), nullptr};
  const FormSpec* form = form_of(catalogue, finding.form);
  const Period period = parse_period(finding.period).value_or(Period{});
  words.rule = rule_of(form, finding);
  if (words.rule == nullptr) {
    if (form != nullptr && !form->levels_differ.empty() && finding.rule == form->levels_differ) words.id = "levels-differ";
    name_rules(words.args, form, period, lang);
  }
  if (words.rule == nullptr && is_in_table(words.id)) return words;
  words.id = general_id(finding.severity);
  std::string title = finding.rule;
  if (words.rule != nullptr) title = words.rule->title.in(lang).empty() ? to_sentence(*form, *words.rule, lang) : words.rule->title.in(lang);
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
