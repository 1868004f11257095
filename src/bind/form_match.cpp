#include "bind/form_match.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "bind/chars.hpp"

namespace huizong {
namespace {

constexpr double enough = 0.5;
constexpr double enough_with_title = 0.3;
constexpr double about_equal = 0.1;
constexpr std::size_t short_list = 12;  // columns
constexpr std::size_t longest_title = 60;

/// 附件10, but not 附件1 of it.
bool names_document(const FormSpec& form, std::string_view text) {
  if (form.document.empty()) return false;
  const std::string folded = fold_label(text);
  const std::string document = fold_label(form.document);
  const std::size_t at = folded.find(document);
  if (at == std::string::npos) return false;
  const std::size_t end = at + document.size();
  return end == folded.size() || folded[end] < '0' || folded[end] > '9';
}

int rank_title(const FormSpec& form, const std::vector<std::string>& head, const std::string& sheet, const std::string& file) {
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (names_form(form, head[i])) return 4;
    if (i + 1 < head.size() && names_form(form, head[i] + head[i + 1])) return 4;  // a title in two rows
  }
  for (const std::string& text : head) {
    if (to_u32(text).size() <= 10 && names_document(form, text)) return 3;
  }
  if (names_form(form, sheet) || names_document(form, sheet)) return 2;
  const std::string name = file.substr(file.rfind('/') == std::string::npos ? 0 : file.rfind('/') + 1);
  return names_form(form, name) || names_document(form, name) ? 1 : 0;
}

/// Texts above the table; `below`: and those that stand alone in a row.
std::vector<std::string> head_texts(const SheetText& text, std::uint32_t end, bool below) {
  std::vector<std::string> out;
  for (const auto& [row, cells] : text.rows()) {
    if (row >= end && !below) break;
    if (row >= end && cells.size() > 1) continue;
    for (const TextCell& cell : cells) {
      if (to_u32(cell.text).size() <= longest_title) out.push_back(cell.text);
    }
  }
  return out;
}

/// What all forms look at in one sheet.
struct Seen {
  const SheetText& text;
  const std::vector<CardCellText>& cells;  ///< empty: no card is looked for
  const std::string& sheet;
  const std::string& file;
};

std::optional<FormMatch> match_form(const KnownForm& known, const Seen& seen) {
  const SheetText& text = seen.text;
  FormMatch match;
  match.known = &known;
  std::uint32_t first_row = 0;
  if (known.form->layout == Layout::bands) {
    match.bands = find_bands(text, *known.form, known.labels);
    match.coverage = match.bands.coverage();
    first_row = match.bands.first_row;
  } else if (known.form->is_card()) {
    if (seen.cells.empty()) return std::nullopt;
    match.card = find_card(text, seen.cells, *known.form, known.card, known.blocks);
    match.coverage = match.card.coverage();
    first_row = match.card.first_row;
  } else {
    match.header = find_header(text, *known.form, known.labels);
    if (!match.header) return std::nullopt;
    match.coverage = match.header->coverage();
    first_row = match.header->band.first_row;
  }
  if (match.coverage < enough_with_title) return std::nullopt;  // whatever the title says
  match.title_rank = rank_title(*known.form, head_texts(text, first_row, known.form->title_below), seen.sheet, seen.file);
  if (known.form->title_needed && match.title_rank == 0) return std::nullopt;
  // 姓名、职务、联系电话 head any list of people: where no title says whose a short list is, all its columns must.
  const bool short_untitled = match.header && match.title_rank == 0 && match.header->required <= short_list;
  const double need = match.title_rank >= 3 ? enough_with_title : short_untitled ? 1.0 : enough;
  return match.coverage >= need ? std::optional(std::move(match)) : std::nullopt;
}

}  // namespace

std::string shown_title(const FormSpec& form) {
  return replace_all(form.title, "{year}年", "") + (form.document.empty() ? "" : "（" + form.document + "）");
}

bool names_form(const FormSpec& form, std::string_view text) {
  const auto one_word = [](std::string_view t) {
    return replace_all(replace_all(fold_label(t), "创新创业", "创业创新"), "创业创新基地", "双创基地");
  };
  const std::string folded = one_word(text);
  const auto in = [&](const std::string& word) { return contains(folded, one_word(word)); };
  const bool any = form.title_any.empty() || std::any_of(form.title_any.begin(), form.title_any.end(), in);
  return any && !form.title_words.empty() && std::all_of(form.title_words.begin(), form.title_words.end(), in) &&
         std::none_of(form.title_not.begin(), form.title_not.end(), in);
}

namespace {

/// A short card is found whole in many a longer one: of two that the title fits alike, the one that explains more of the
/// sheet is meant.
void drop_smaller_cards(std::vector<FormMatch>& matches) {
  const auto is_smaller = [](const FormMatch& a, const FormMatch& b) {
    return a.known->form->is_card() && b.known->form->is_card() &&
           b.title_rank >= a.title_rank && b.card.found >= 2 * a.card.found;
  };
  std::vector<FormMatch> kept;
  for (FormMatch& match : matches) {
    const bool drop = std::any_of(matches.begin(), matches.end(), [&](const FormMatch& other) { return is_smaller(match, other); });
    if (!drop) kept.push_back(match);
  }
  matches = std::move(kept);
}

}  // namespace

KnownForm to_known_form(const FormSpec& form) {
  if (!form.is_card()) return {&form, to_form_labels(form), {}, {}};
  return {&form, to_form_labels(form), to_card_labels(form), to_known_blocks(form)};
}

FormChoice choose_form(const std::vector<KnownForm>& forms, const SheetText& text, bool whole, const std::string& sheet,
                       const std::string& file) {
  const bool cards = whole && std::any_of(forms.begin(), forms.end(),
                                          [](const KnownForm& known) { return known.form->is_card(); });
  const std::vector<CardCellText> cells = cards ? to_card_text(text) : std::vector<CardCellText>();
  std::vector<FormMatch> matches;
  double best = 0;
  for (const KnownForm& known : forms) {
    auto match = match_form(known, {text, cells, sheet, file});
    if (!match) continue;
    matches.push_back(std::move(*match));
  }
  drop_smaller_cards(matches);
  for (const FormMatch& match : matches) best = std::max(best, match.coverage);
  FormChoice choice;
  int rank = -1;
  for (FormMatch& match : matches) {
    if (match.coverage + about_equal < best) continue;
    if (match.title_rank < rank) continue;
    if (match.title_rank > rank) choice.equal.clear();
    rank = match.title_rank;
    choice.equal.push_back(match.known->form->id);
    choice.match = std::move(match);
  }
  if (choice.equal.size() > 1) {
    choice.match.reset();
  } else {
    choice.equal.clear();
  }
  return choice;
}

}  // namespace huizong
