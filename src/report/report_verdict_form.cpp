// schema show of a verdict form.

#include "base/text.hpp"
#include "report/messages.hpp"
#include "report/reports.hpp"
#include "report/text_table.hpp"
#include "schema/load.hpp"

namespace huizong {
namespace {

std::string readings_in_words(const VerdictForm& form, const Condition& c, Lang lang) {
  std::vector<std::string> ways;
  for (const Reading& reading : c.readings) {
    const bool open = reading.rule.check.op == Op::by_person || reading.rule.check.op == Op::not_asked;
    std::string said = to_sentence(form.form, reading.rule.check, lang);
    if (c.kind == Condition::Kind::indicator || (open && reading.figure)) {
      said = (c.kind == Condition::Kind::indicator ? "" : said + (lang == Lang::zh ? "；" : "; ")) +
             (reading.figure ? to_sentence(form.form, *reading.figure, lang) : std::string("—"));
    }
    ways.push_back(std::move(said));
  }
  if (c.kind == Condition::Kind::indicator) ways.push_back(say("verdict.shown-only", {}, lang));
  return join(ways, lang == Lang::zh ? "；" : "; ");
}

std::string group_in_words(const VerdictForm& form, const Condition& c, Lang lang) {
  std::vector<std::string> members;
  for (const int member : c.of) members.push_back(form.conditions[static_cast<std::size_t>(member)].id);
  const std::string names = join(members, lang == Lang::zh ? "、" : ", ");
  if (c.at_least == 0) return say("verdict.group-all", {{"names", names}}, lang);
  return say("verdict.group", {{"names", names}, {"value", std::to_string(c.at_least)}}, lang);
}

std::string way_in_words(const VerdictForm& form, const Condition& c, Lang lang) {
  std::string way = c.kind == Condition::Kind::group ? group_in_words(form, c, lang) : readings_in_words(form, c, lang);
  const auto& where = c.readings.front().rule.where;
  if (where) way = say("verdict.where", {{"value", to_sentence(form.form, *where, lang)}}, lang) + (lang == Lang::zh ? "：" : ": ") + way;
  return way;
}

}  // namespace

std::string to_verdict_form_text(const VerdictForm& form, Lang lang) {
  const FormSpec& head = form.form;
  std::string out = head.id + "  " + to_shown_title(head) + (head.document.empty() ? "" : "  " + head.document) + "\n";
  if (!head.source.empty()) out += head.source + "\n";
  std::vector<std::string> names;
  for (const RowSource& source : head.sources) {
    if (source.codes == nullptr) names.push_back(source.name + " " + (lang == Lang::zh ? "《" + source.title + "》" : "“" + source.title + "”"));
  }
  out += say("verdict.computed-from", {{"names", join(names, lang == Lang::zh ? "、" : ", ")}}, lang) + "\n";
  TextTable table;
  for (std::string_view id : {"word.id", "verdict.clause", "verdict.condition", "verdict.how"}) table.columns.push_back({say(id, {}, lang), false});
  for (const Condition& c : form.conditions) table.rows.push_back({c.id, c.clause, cut_to_width(c.title, 60), way_in_words(form, c, lang)});
  return out + "\n" + say("verdict.conditions", {}, lang) + "\n" + to_text(table, false);
}

}  // namespace huizong
