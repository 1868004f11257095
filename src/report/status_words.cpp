#include "report/status_words.hpp"

#include <algorithm>

#include "report/messages.hpp"

namespace huizong {
namespace {

const FormSpec* form_of(const Catalogue& catalogue, const std::string& id) {
  for (const Pack& pack : catalogue.packs) {
    if (const FormSpec* form = pack.form(id)) return form;
  }
  return nullptr;
}

}  // namespace

std::string state_in_words(const Unit& unit, const Catalogue& catalogue, Lang lang) {
  const FormSpec* form = unit.state == UnitState::missing ? form_of(catalogue, unit.form) : nullptr;
  const bool voluntary = form != nullptr && form->reporter.voluntary;
  return say(voluntary ? "word.state.not-applied" : "word.state." + std::string(to_word(unit.state)), {}, lang);
}

std::string late_in_words(const Unit& unit, Lang lang) {
  return unit.late ? say(*unit.late ? "word.late" : "word.in-time", {}, lang) : std::string();
}

Ink ink_of(UnitState state) {
  switch (state) {
    case UnitState::accepted: return Ink::good;
    case UnitState::pending: return Ink::warning;
    case UnitState::returned:
    case UnitState::missing: return Ink::bad;
    case UnitState::nil:
    case UnitState::exempt: break;
  }
  return Ink::muted;
}

std::vector<std::pair<std::string, int>> count_states(const std::vector<Unit>& units, const Catalogue& catalogue, Lang lang) {
  std::vector<std::pair<std::string, int>> counts;
  for (const UnitState state : {UnitState::accepted, UnitState::pending, UnitState::returned, UnitState::missing, UnitState::nil,
                                UnitState::exempt}) {
    for (const Unit& unit : units) {
      if (unit.state != state) continue;
      const std::string word = state_in_words(unit, catalogue, lang);
      const auto at = std::ranges::find(counts, word, &std::pair<std::string, int>::first);
      if (at == counts.end()) counts.emplace_back(word, 1);
      else ++at->second;
    }
  }
  return counts;
}

std::string form_in_words(const Catalogue& catalogue, const std::string& id, const Period& period) {
  const FormSpec* form = form_of(catalogue, id);
  return form == nullptr ? id : with_years(form->title, period);
}

}  // namespace huizong
