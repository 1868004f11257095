#include "bind/known_form.hpp"

namespace huizong {

KnownForm to_known_form(const FormSpec& form) {
  KnownForm known{&form, to_form_names(form), to_reporter_labels(form), to_form_labels(form), {}, {}, to_listed_names(form)};
  if (!form.is_card()) return known;
  known.card = to_card_labels(form);
  known.blocks = to_known_blocks(form);
  return known;
}

}  // namespace huizong
