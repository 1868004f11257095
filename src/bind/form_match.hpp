#pragma once
// Which form a sheet is: header first, title where headers agree.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "bind/bands.hpp"
#include "bind/card.hpp"
#include "bind/form_index.hpp"
#include "bind/header.hpp"

namespace huizong {

struct FormMatch {
  const KnownForm* known = nullptr;
  std::shared_ptr<const Header> header;  ///< of a list; null: none
  BandsMatch bands;
  CardMatch card;
  double coverage = 0;
  int title_rank = 0;  ///< 4 title, 3 document number, 2 sheet name, 1 file name, 0 nothing says so
};

struct FormChoice {
  std::optional<FormMatch> match;
  std::vector<std::string> equal;  ///< ids of forms that fit equally well; then there is no match
};

/// `whole`: the sheet is held with its merges; a card is looked for only then.
FormChoice choose_form(const FormIndex& index, HeaderBook& headers, const SheetText& text, bool whole, const std::string& sheet,
                       const std::string& file);

/// A form as a refusal names it: by its title and document number, either of which would decide.
std::string shown_title(const FormSpec& form);

}  // namespace huizong
