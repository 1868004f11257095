#pragma once
// A form with all that is sought in a sheet for its sake, folded once for all files.

#include <vector>

#include "bind/card.hpp"
#include "bind/entity.hpp"
#include "bind/form_names.hpp"
#include "bind/lines.hpp"

namespace huizong {

struct KnownForm {
  const FormSpec* form = nullptr;
  FormNames names;
  std::vector<std::string> reporter_labels;  ///< folded, without brackets
  FormLabels labels;
  CardLabels card;                 ///< of a card
  std::vector<KnownBlock> blocks;  ///< of a card
  ListedNames listed;              ///< of a form whose reporters a list names
};
KnownForm to_known_form(const FormSpec& form);

}  // namespace huizong
