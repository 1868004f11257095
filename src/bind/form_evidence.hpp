#pragma once
// What speaks for a form where a sheet is taken for none: so that a refusal can say what was missing.

#include <optional>
#include <string>
#include <vector>

#include "bind/form_match.hpp"

namespace huizong {

struct FormEvidence {
  const FormSpec* form = nullptr;
  bool named = false;                ///< title, sheet or file name the form
  bool transposed = false;           ///< a list whose labels stand below each other in one column
  std::size_t wanted = 0;            ///< labels that the form asks for
  std::vector<std::string> missing;  ///< of them, not in the sheet: last segments as printed, in the form's order
  std::size_t found() const { return wanted - missing.size(); }
};

/// The form that a sheet comes nearest to; nothing where it neither names a form nor holds two of its labels.
std::optional<FormEvidence> find_nearest(const std::vector<KnownForm>& forms, const SheetText& text, const std::string& sheet,
                                         const std::string& file);

}  // namespace huizong
