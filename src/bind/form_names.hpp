#pragma once
// What a form is called: the words of its title, and its number as an annex of a document.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/form.hpp"

namespace huizong {

/// A text in which names of forms are sought: folded, with words that mean the same made one. Folded once, held against all
/// forms of a pack.
struct TitleText {
  explicit TitleText(std::string_view text);
  static TitleText of_folded(std::string folded);
  std::string folded;
  /// Made when first asked for, which few texts are. Not for several threads at a time.
  const std::string& one_word() const;

 private:
  TitleText() = default;
  mutable std::optional<std::string> one_word_;
};

/// The names of a form, brought to the shape of a TitleText.
struct FormNames {
  std::vector<std::string> words;  ///< all of which a title holds
  std::vector<std::string> any;    ///< and one of these, where there are any
  std::vector<std::string> none;   ///< and none of these
  std::string document;            ///< folded: 附件10
  std::string letters;             ///< every character of the words above
};
FormNames to_form_names(const FormSpec& form);

/// Does a text name the form: all words of its title, none of those it must not hold?
bool names_form(const FormNames& names, const TitleText& text);
bool names_form(const FormSpec& form, std::string_view text);
/// The same of a title in two rows, one behind the other.
bool names_form(const FormNames& names, const TitleText& above, const TitleText& below);

/// False: no text that holds this one names the form, unless with a word that is torn at its end.
bool may_name_form(const FormNames& names, const TitleText& part);
/// Is the form named by two rows with a word torn between them?
bool is_torn(const FormNames& names, const TitleText& above, const TitleText& below);

/// 附件10, but not 附件1 of it.
bool names_document(const FormNames& names, const TitleText& text);

}  // namespace huizong
