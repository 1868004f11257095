#pragma once
// How completeness is put into words.

#include <string>
#include <utility>
#include <vector>

#include "model/sheet.hpp"
#include "model/status.hpp"
#include "schema/form.hpp"

namespace huizong {

/// 未报, or 未申报 where the form is voluntary.
std::string state_in_words(const Unit& unit, const Catalogue& catalogue, Lang lang);
std::string late_in_words(const Unit& unit, Lang lang);  ///< empty where no deadline binds
Ink ink_of(UnitState state);
/// How many units are in each state, in the order of UnitState, those that occur.
std::vector<std::pair<std::string, int>> count_states(const std::vector<Unit>& units, const Catalogue& catalogue, Lang lang);
std::string form_in_words(const Catalogue& catalogue, const std::string& id, const Period& period);

}  // namespace huizong
