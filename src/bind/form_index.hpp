#pragma once
// All labels of a pack's forms at once: which forms may a sheet be, told in one walk over it.

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "bind/known_form.hpp"
#include "bind/label_fronts.hpp"
#include "bind/sheet_text.hpp"
#include "bind/word_trie.hpp"

namespace huizong {

/// *Lifetime*: refers to the forms that it was made of. Many threads may read it at once.
class FormIndex {
 public:
  explicit FormIndex(const std::vector<KnownForm>& forms);

  /// A form that a sheet may be: at most the share `most` of the fields that it wants stand in it.
  struct Candidate {
    const KnownForm* known = nullptr;
    double most = 0;
    std::size_t found = 0;  ///< how many fields that share is
  };

  /// The forms of which at least the share `enough` of the wanted fields may stand in a sheet, those that may be most of it
  /// first. More are named than match, for a label may stand anywhere; none that matches is left out: so a form costs
  /// nothing but on a sheet that may be it. `cards`: are cards looked for?
  std::vector<Candidate> find(const SheetText& text, bool cards, double enough) const;

  /// The fields that a text may be the label of, or hold a card's label of; each once.
  std::vector<FieldUse> find_uses(const Words& words) const;
  const LabelFronts& fronts() const { return fronts_; }

 private:
  using Uses = std::vector<FieldUse>;
  class Tally;

  void add_wanted(const FormSpec& form);
  void add_path(std::uint32_t form, std::uint32_t field, const std::string& label);
  void add_card(std::uint32_t form, const KnownForm& known);
  void add_fronts(const KnownForm& known);
  bool is_wanted(std::uint32_t form, std::uint32_t field) const;
  void tally_cell(const TextCell& cell, Tally& tally) const;
  void tally_heading(std::span<const TextCell> row, Tally& tally) const;

  const std::vector<KnownForm>& forms_;
  std::vector<std::vector<bool>> wanted_;  ///< by form and field
  std::vector<std::size_t> wanted_count_;  ///< by form
  std::vector<std::size_t> starts_{0};     ///< of a form's fields among those of all forms; at last, how many there are
  Uses always_;                            ///< fields whose labels carry a year: which, only their header tells
  std::unordered_map<std::string, Uses> by_label_;  ///< leaves, as Label::text
  bool has_number_labels_ = false;                  ///< is one of them a number?
  std::unordered_map<std::string, Uses> by_heading_;  ///< titles of a document's sections
  WordTrie<char> inside_;                  ///< labels that may stand inside a card's cell; ids into inside_uses_
  std::vector<Uses> inside_uses_;
  LabelFronts heading_fronts_;
  LabelFronts fronts_;  ///< of all labels, wanted or not
};

}  // namespace huizong
