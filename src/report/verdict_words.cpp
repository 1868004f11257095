#include "report/verdict_words.hpp"

#include "base/text.hpp"
#include "report/messages.hpp"

namespace huizong {

std::string judgement_in_words(Judgement judgement, Lang lang) {
  return say(judgement == Judgement::person ? "verdict.by-person" : "verdict." + std::string(to_word(judgement)), {}, lang);
}

Ink ink_of(Judgement judgement) {
  switch (judgement) {
    case Judgement::pass: return Ink::good;
    case Judgement::fail: return Ink::bad;
    case Judgement::person: return Ink::warning;
    case Judgement::undecided:
    case Judgement::not_applicable: return Ink::muted;
    case Judgement::value: break;
  }
  return Ink::normal;
}

std::string reason_in_words(const VerdictRow& row, const Condition& condition, Lang lang) {
  std::vector<std::string> lines;
  if (row.own_reason) lines.push_back(condition.reason.in(lang));
  for (const Message& reason : row.reasons) lines.push_back(say(reason, lang));
  if (!condition.note.zh.empty() && row.judgement != Judgement::not_applicable) lines.push_back(condition.note.in(lang));
  return join(lines, "\n");
}

std::string threshold_in_words(const VerdictRow& row, const Condition& condition, Lang lang) {
  if (row.threshold.empty()) return {};
  return say("verdict.at-least", {{"value", row.threshold}, {"unit", condition.unit}}, lang);
}

std::string figures_in_words(const VerdictRow& row, const Condition& condition) {
  std::vector<std::string> shown;
  for (const std::string& figure : row.figures) shown.push_back(figure == "—" || condition.unit.empty() ? figure : figure + " " + condition.unit);
  return join(shown, "；");
}

std::string to_words(const CellRange& range) {
  return range.first == range.last ? to_a1(range.first) : to_a1(range.first) + ":" + to_a1(range.last);
}

std::string cells_in_words(const Resting& resting) {
  std::vector<std::string> cells;
  for (const CellRange& range : resting.cells) cells.push_back(to_words(range));
  return join(cells, "、");
}

}  // namespace huizong
