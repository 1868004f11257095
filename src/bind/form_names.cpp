#include "bind/form_names.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "bind/chars.hpp"

namespace huizong {
namespace {

std::vector<std::string> to_words(const std::vector<std::string>& printed) {
  std::vector<std::string> words;
  for (const std::string& word : printed) words.push_back(to_one_word(fold_label(word)));
  return words;
}

}  // namespace

TitleText::TitleText(std::string_view text) : folded(fold_label(text)), one_word(to_one_word(folded)) {}

TitleText TitleText::of_folded(std::string folded) {
  TitleText title;
  title.one_word = to_one_word(folded);
  title.folded = std::move(folded);
  return title;
}

FormNames to_form_names(const FormSpec& form) {
  return {to_words(form.title_words), to_words(form.title_any), to_words(form.title_not), fold_label(form.document)};
}

bool names_form(const FormNames& names, const TitleText& text) {
  const auto in = [&](const std::string& word) { return contains(text.one_word, word); };
  const bool any = names.any.empty() || std::any_of(names.any.begin(), names.any.end(), in);
  return any && !names.words.empty() && std::all_of(names.words.begin(), names.words.end(), in) &&
         std::none_of(names.none.begin(), names.none.end(), in);
}

bool names_form(const FormSpec& form, std::string_view text) { return names_form(to_form_names(form), TitleText(text)); }

bool names_document(const FormNames& names, const TitleText& text) {
  if (names.document.empty()) return false;
  const std::size_t at = text.folded.find(names.document);
  if (at == std::string::npos) return false;
  const std::size_t end = at + names.document.size();
  return end == text.folded.size() || text.folded[end] < '0' || text.folded[end] > '9';
}

}  // namespace huizong
