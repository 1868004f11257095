#pragma once
// All labels of a pack's forms at once: which forms may a sheet be, told in one walk over it.

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "bind/known_form.hpp"
#include "bind/sheet_text.hpp"
#include "bind/word_trie.hpp"

namespace huizong {

/// *Lifetime*: refers to the forms that it was made of. Many threads may read it at once.
class FormIndex {
 public:
  explicit FormIndex(const std::vector<KnownForm>& forms);

  /// The forms of which at least the share `enough` of the wanted fields may stand in a sheet, in their order. More are
  /// named than match, for a label may stand anywhere; none that matches is left out: so a form costs nothing but on a
  /// sheet that may be it. `cells`: of the same sheet, empty where no card is looked for.
  std::vector<const KnownForm*> find(const SheetText& text, const std::vector<CardCellText>& cells, double enough) const;
  bool has_cards() const { return has_cards_; }

 private:
  /// A label that speaks for a field.
  struct Use {
    std::uint32_t form = 0;
    std::uint32_t field = 0;
  };
  using Uses = std::vector<Use>;
  class Tally;

  void add_wanted(const FormSpec& form);
  void add_path(std::uint32_t form, std::uint32_t field, const std::string& label);
  void add_card(std::uint32_t form, const KnownForm& known);
  bool is_wanted(std::uint32_t form, std::uint32_t field) const;
  void tally_labels(const SheetText& text, Tally& tally) const;
  void tally_inside(const std::vector<CardCellText>& cells, Tally& tally) const;

  const std::vector<KnownForm>& forms_;
  std::vector<std::vector<bool>> wanted_;  ///< by form and field
  std::vector<std::size_t> wanted_count_;  ///< by form
  Uses always_;                            ///< fields whose labels carry a year: which, only their header tells
  std::unordered_map<std::string, Uses> by_label_;  ///< leaves, as Label::text
  std::unordered_map<std::string, Uses> by_heading_;  ///< titles of a document's sections
  bool has_cards_ = false;
  WordTrie<char32_t> inside_;              ///< labels that may stand inside a card's cell; ids into inside_uses_
  std::vector<Uses> inside_uses_;
};

}  // namespace huizong
