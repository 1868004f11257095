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
constexpr int in_title = 4;  ///< the highest title_rank

/// The name of a sheet or a file, which is looked at only where nothing in the sheet tells.
class OutsideName {
 public:
  explicit OutsideName(std::string_view name) : name_(name) {}
  bool tells(const FormNames& names) {
    if (!title_) title_.emplace(name_);
    return names_form(names, *title_) || names_document(names, *title_);
  }

 private:
  std::string_view name_;
  std::optional<TitleText> title_;
};

int rank_title(const FormNames& names, const std::vector<const TextCell*>& head, OutsideName& sheet, OutsideName& file) {
  const TitleText* before = nullptr;
  for (const TextCell* cell : head) {
    const TitleText& title = cell->words().title;
    if (names_form(names, title)) return in_title;
    if (before != nullptr && names_form(names, *before, title)) return in_title;  // in two rows
    before = &title;
  }
  for (const TextCell* cell : head) {
    if (names_document(names, cell->words().title) && count_characters(cell->text) <= 10) return 3;
  }
  if (sheet.tells(names)) return 2;
  return file.tells(names) ? 1 : 0;
}

bool may_be_in_title(const TextCell& cell) {
  return cell.text.size() <= longest_title || (cell.text.size() <= 4 * longest_title && count_characters(cell.text) <= longest_title);
}

/// Texts above the table; `below`: and those that stand alone in a row.
std::vector<const TextCell*> head_cells(const SheetText& text, std::uint32_t end, bool below) {
  std::vector<const TextCell*> out;
  for (const auto& [row, cells] : text.rows()) {
    if (row >= end && !below) break;
    if (row >= end && cells.size() > 1) continue;
    for (const TextCell& cell : cells) {
      if (may_be_in_title(cell)) out.push_back(&cell);
    }
  }
  return out;
}

/// Could the form's title stand anywhere in a sheet? False: whatever it matches, its title_rank is not the highest.
bool may_be_titled(const KnownForm& known, const SheetText& text) {
  if (known.form->title_below || known.names.letters.find_first_of("0123456789") != std::string::npos) return true;
  const TitleText* before = nullptr;
  for (const auto& [row, cells] : text.rows()) {
    for (const TextCell& cell : cells) {
      if (cell.is_number()) before = nullptr;  // no title goes on in it
      if (cell.is_number() || !may_be_in_title(cell)) continue;
      const TitleText& title = cell.words().title;
      if (may_name_form(known.names, title) || (before != nullptr && is_torn(known.names, *before, title))) return true;
      before = &title;
    }
  }
  return false;
}

/// What all forms look at in one sheet.
struct Seen {
  HeaderBook& headers;
  const SheetText& text;
  std::vector<CardCellText>& cells;  ///< empty: no card is looked for
  OutsideName sheet, file;
  /// Headers that were found, by the form whose columns they are: a summary has those of what it sums up.
  std::vector<std::pair<std::string_view, std::shared_ptr<const Header>>> found = {};

  const std::shared_ptr<const Header>& header_of(const KnownForm& known) {
    const FormSpec& form = *known.form;
    const std::string_view columns = form.same_fields_as.empty() ? form.id : form.same_fields_as;
    for (const auto& [of, header] : found) {
      if (of == columns) return header;
    }
    return found.emplace_back(columns, headers.find(text, form, known.labels)).second;
  }
};

std::optional<FormMatch> match_form(const KnownForm& known, Seen& seen) {
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
    match.card = find_card(text, seen.cells, *known.form, known.card, known.blocks, seen.headers);
    match.coverage = match.card.coverage();
    first_row = match.card.first_row;
  } else {
    match.header = seen.header_of(known);
    if (!match.header) return std::nullopt;
    match.coverage = match.header->coverage();
    first_row = match.header->band.first_row;
  }
  if (match.coverage < enough_with_title) return std::nullopt;  // whatever the title says
  match.title_rank = rank_title(known.names, head_cells(text, first_row, known.form->title_below), seen.sheet, seen.file);
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

namespace {

/// A short card is found whole in many a longer one: of two that the title fits alike, the one that explains more of the
/// sheet is meant.
void drop_smaller_cards(std::vector<FormMatch>& matches) {
  const auto is_smaller = [](const FormMatch& a, const FormMatch& b) {
    return a.known->form->is_card() && b.known->form->is_card() &&
           b.title_rank >= a.title_rank && b.card.found >= 2 * a.card.found;
  };
  std::vector<bool> drop;
  for (const FormMatch& match : matches) {
    drop.push_back(std::any_of(matches.begin(), matches.end(), [&](const FormMatch& other) { return is_smaller(match, other); }));
  }
  std::erase_if(matches, [&](const FormMatch& match) { return drop[static_cast<std::size_t>(&match - matches.data())]; });
}

using Candidates = std::vector<FormIndex::Candidate>;

bool is_card(const FormIndex::Candidate& one) { return one.known->form->is_card(); }

/// Does no other explain so much more that this one would be dropped for it?
bool stays(const FormMatch& match, const Candidates& candidates) {
  return !match.known->form->is_card() || std::none_of(candidates.begin(), candidates.end(), [&](const auto& other) {
           return is_card(other) && other.found >= 2 * match.card.found;
         });
}

/// Is one card matched that all others come nowhere near?
bool is_certain(const std::vector<FormMatch>& matches, const Candidates& candidates, double most) {
  const auto cards = std::count_if(matches.begin(), matches.end(), [&](const FormMatch& match) { return match.known->form->is_card(); });
  if (cards != 1) return false;
  const FormMatch& card = *std::find_if(matches.begin(), matches.end(), [&](const FormMatch& match) { return match.known->form->is_card(); });
  return most + about_equal < card.coverage && stays(card, candidates);
}

/// A form that is as good as whole and stands in the title: none comes so far above it that the title would not decide.
bool is_as_titled(const std::vector<FormMatch>& matches, const Candidates& candidates) {
  return std::any_of(matches.begin(), matches.end(), [&](const FormMatch& match) {
    return match.title_rank == in_title && match.coverage + about_equal >= 1 && stays(match, candidates);
  });
}

/// Puts cards whose titles stand nowhere in the sheet behind all others, where several come near each other. Gives the first of them.
Candidates::iterator part_untitled(const SheetText& text, Candidates& candidates) {
  const auto best = std::find_if(candidates.begin(), candidates.end(), is_card);  // the best come first
  const auto near = std::count_if(best, candidates.end(), [&](const auto& one) { return is_card(one) && one.most + about_equal >= best->most; });
  if (near < 2) return candidates.end();
  return std::stable_partition(candidates.begin(), candidates.end(), [&](const auto& one) { return !is_card(one) || may_be_titled(*one.known, text); });
}

/// Cards that stand whole in the sheet, and lists and bands that may come near the best of all; in the forms' order.
std::vector<FormMatch> match_forms(const FormIndex& index, HeaderBook& headers, const SheetText& text, bool whole, const std::string& sheet,
                                   const std::string& file) {
  Candidates candidates = index.find(text, whole, enough_with_title);
  std::vector<FormMatch> matches;
  if (candidates.empty()) return matches;
  const bool cards = std::any_of(candidates.begin(), candidates.end(), is_card);
  std::vector<CardCellText> cells = cards ? to_card_text(text) : std::vector<CardCellText>();
  const auto untitled = part_untitled(text, candidates);
  Seen seen{headers, text, cells, OutsideName(sheet), OutsideName(std::string_view(file).substr(file.rfind('/') + 1))};
  double best = 0;
  for (auto one = candidates.begin(); one != candidates.end(); ++one) {
    const auto& [known, most, count] = *one;
    if (known->form->is_card() ? is_certain(matches, candidates, most) : most + about_equal < best) continue;
    if (one >= untitled && is_as_titled(matches, candidates)) continue;
    auto match = match_form(*known, seen);
    if (!match) continue;
    best = std::max(best, match->coverage);
    matches.push_back(std::move(*match));
  }
  std::sort(matches.begin(), matches.end(), [](const FormMatch& a, const FormMatch& b) { return a.known < b.known; });
  return matches;
}

}  // namespace

FormChoice choose_form(const FormIndex& index, HeaderBook& headers, const SheetText& text, bool whole, const std::string& sheet,
                       const std::string& file) {
  std::vector<FormMatch> matches = match_forms(index, headers, text, whole, sheet, file);
  drop_smaller_cards(matches);
  double best = 0;
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
