// schema show: a form's columns, rules and deadlines as text.

#include "base/text.hpp"
#include "report/messages.hpp"
#include "report/reports.hpp"
#include "report/text_table.hpp"
#include "schema/load.hpp"

namespace huizong {
namespace {

std::string_view to_id(Additivity additivity) {
  switch (additivity) {
    case Additivity::flow: return "flow";
    case Additivity::stock: return "stock";
    case Additivity::distinct: return "distinct";
    case Additivity::ratio: return "ratio";
    case Additivity::none: return "none";
    case Additivity::text: break;
  }
  return "text";
}

std::string_view to_id(FieldType type) {
  switch (type) {
    case FieldType::integer: return "integer";
    case FieldType::number: return "number";
    case FieldType::text: return "text";
    case FieldType::date: return "date";
    case FieldType::boolean: return "boolean";
    case FieldType::tick: return "tick";
    case FieldType::ordinal: break;
  }
  return "ordinal";
}

std::string columns_text(const FormSpec& form, Lang lang) {
  TextTable table;
  table.columns.push_back({say("word.id", {}, lang), false});
  for (std::string_view id : {"column", "unit", "type", "rollup"}) table.columns.push_back({say("word." + std::string(id), {}, lang), false});
  for (const Field& field : form.fields) {
    table.rows.push_back({field.name, join(field.path, "/"), field.unit, say("word.type." + std::string(to_id(field.type)), {}, lang),
                          say("report.rollup." + std::string(to_id(field.additivity)), {}, lang)});
  }
  return to_text(table, false);
}

std::string rules_text(const FormSpec& form, Lang lang) {
  TextTable table;
  for (std::string_view id : {"severity", "rule", "message"}) table.columns.push_back({say("word." + std::string(id), {}, lang), false});
  for (const Rule& rule : form.rules) {
    const std::string& title = rule.title.in(lang);
    table.rows.push_back({say("word.severity." + std::string(to_letter(rule.severity)), {}, lang), rule.id,
                          title.empty() ? to_sentence(form, rule, lang) : title});
  }
  return to_text(table, false);
}

/// Other ways in which offices print a column, and since when they are taken.
std::string aliases_text(const FormSpec& form, Lang lang) {
  TextTable table;
  for (std::string_view id : {"id", "alias", "since"}) table.columns.push_back({say("word." + std::string(id), {}, lang), false});
  for (const Field& field : form.fields) {
    for (const Alias& alias : field.aliases) {
      table.rows.push_back({field.name, join(alias.path, "/"), alias.since.year == 0 ? "" : to_text(alias.since)});
    }
  }
  return table.rows.empty() ? "" : "\n" + say("report.form-aliases", {}, lang) + "\n" + to_text(table, false);
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string deadlines_text(const FormSpec& form, Lang lang) {
  if (form.deadlines.empty()) return say("report.no-deadline", {}, lang) + "\n";
  std::string out;
  for (const Deadline& deadline : form.deadlines) {
    std::string span = say("report.every-period", {}, lang);
    if (deadline.first_month != 0) {
      span = say("report.months", {{"from", std::to_string(deadline.first_month)}, {"to", std::to_string(deadline.last_month)}}, lang);
    }
    out += say("report.deadline",
               {{"value", span}, {"year", say(deadline.year_offset == 0 ? "report.same-year" : "report.next-year", {}, lang)},
                {"month", two_digits(deadline.month)}, {"day", two_digits(deadline.day)}}, lang);
    if (!deadline.regions.empty()) out += (lang == Lang::zh ? "：" : ": ") + join(deadline.regions, " ");
    out += "\n";
  }
  return out;
}

}  // namespace

std::string to_form_text(const FormSpec& form, Lang lang) {
  std::string out = form.id + "  " + to_shown_title(form) + (form.document.empty() ? "" : "  " + form.document) + "\n";
  if (!form.source.empty()) out += form.source + "\n";
  if (form.reporter.voluntary) out += say("report.voluntary", {}, lang) + "\n";
  out += "\n" + say("report.form-deadlines", {}, lang) + "\n" + deadlines_text(form, lang);
  out += "\n" + say("report.form-columns", {}, lang) + "\n" + columns_text(form, lang) + aliases_text(form, lang);
  if (!form.rules.empty()) out += "\n" + say("report.form-rules", {}, lang) + "\n" + rules_text(form, lang);
  return out;
}

std::string to_code_list_text(const CodeList& list) {
  TextTable table;
  for (const Field& field : list.fields) table.columns.push_back({join(field.path, "/"), false});
  for (const Record& row : *list.rows) {
    std::vector<std::string> texts;
    for (const Value& value : row.values) texts.push_back(value.text);
    table.rows.push_back(std::move(texts));
  }
  std::string out = list.id + "  " + list.title + (list.document.empty() ? "" : "  " + list.document) + "\n";
  if (!list.source.empty()) out += list.source + "\n";
  return out + "\n" + to_text(table, false);
}

std::string to_shown_title(const FormSpec& form) { return replace_all(form.title, "{year}", "××××"); }

}  // namespace huizong
