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

TitleText::TitleText(std::string_view text) : folded(fold_label(text)) {}

TitleText TitleText::of_folded(std::string folded) {
  TitleText title;
  title.folded = std::move(folded);
  return title;
}

const std::string& TitleText::one_word() const {
  if (!one_word_) one_word_ = to_one_word(folded);
  return *one_word_;
}

FormNames to_form_names(const FormSpec& form) {
  FormNames names{to_words(form.title_words), to_words(form.title_any), to_words(form.title_not), fold_label(form.document), "创新业基地"};
  for (const auto* words : {&names.words, &names.any, &names.none}) names.letters += join(*words, "");
  return names;
}

namespace {

template <class In>
bool holds_words(const FormNames& names, In in) {
  const bool any = names.any.empty() || std::any_of(names.any.begin(), names.any.end(), in);
  return any && !names.words.empty() && std::all_of(names.words.begin(), names.words.end(), in) &&
         std::none_of(names.none.begin(), names.none.end(), in);
}

std::string_view last_character(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && (static_cast<unsigned char>(text[--at]) & 0xC0) == 0x80) {}
  return text.substr(at);
}

/// A word may go on in the row below only where both characters at the seam are of some word.
bool may_be_torn(const FormNames& names, const TitleText& above, const TitleText& below) {
  if (above.folded.empty() || below.folded.empty()) return false;
  const std::string_view last = last_character(above.folded), first = std::string_view(below.folded).substr(0, character_size(below.folded));
  return contains(names.letters, last) && contains(names.letters, first);
}

}  // namespace

bool names_form(const FormNames& names, const TitleText& text) {
  return holds_words(names, [&](const std::string& word) { return contains(text.one_word(), word); });
}

bool may_name_form(const FormNames& names, const TitleText& part) {
  return !names.words.empty() && contains(part.one_word(), names.words.back());
}

bool is_torn(const FormNames& names, const TitleText& above, const TitleText& below) {
  return may_be_torn(names, above, below) && names_form(names, TitleText::of_folded(above.folded + below.folded));
}

bool names_form(const FormNames& names, const TitleText& above, const TitleText& below) {
  if (above.folded.empty() || below.folded.empty()) return names_form(names, above.folded.empty() ? below : above);
  if (may_be_torn(names, above, below)) return names_form(names, TitleText::of_folded(above.folded + below.folded));
  return holds_words(names, [&](const std::string& word) { return contains(above.one_word(), word) || contains(below.one_word(), word); });
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
