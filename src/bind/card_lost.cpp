#include "bind/card_lost.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "base/text.hpp"
#include "bind/chars.hpp"
#include "bind/claims.hpp"
#include "bind/known_form.hpp"
#include "bind/lines.hpp"
#include "bind/number.hpp"
#include "bind/row_kind.hpp"
#include "bind/sections.hpp"

namespace huizong {
namespace {

/// Looks for texts that a field may have wanted: their label is blank or misspelt, they slid away, or a blank came between.
class LostTexts {
 public:
  LostTexts(const SheetText& text, const CardMatch& match, const CardClaims& claims, const Draft& draft)
      : text_(text), form_(*draft.form), match_(match), claims_(claims), taken_(text.cell_count()) {
    for (const CellRef label : match.labels) take(label, match.unplaced.count(label) == 0);
    for (const CellRef claimed : claims.cells) take(claimed, true);
    for (const CellRef label : match.labels) left_ = std::min(left_, label.column);
    for (std::size_t i = 0; i < draft.form->own_fields(); ++i) {
      const Field& field = draft.form->fields[i];
      if (!draft.data.present[i] && !field.section && !field.computed.is) missing_.push_back(&draft.known->card.last[i]);
    }
    for (const CardCell& own : match.cells) {
      if (!own.inside && text.at(own.value) == nullptr) blanks_.push_back(&own);
    }
  }

  /// Neither a label with its value elsewhere nor read.
  bool is_free(const TextCell& cell) const { return !taken_[text_.place_of(cell)]; }

  /// 1, 2, 3 in front of the labels number the rows, those of tables and `below` the card too. Asked from the top down.
  bool numbers_row(const TextCell& cell, bool below) {
    if (cell.at().column >= left_ || cell.text.size() > 2 || (below && last_number_ == 0)) return false;
    const int number = std::atoi(cell.shown().c_str()), since = static_cast<int>(cell.at().row) - last_numbered_;
    const bool next = last_number_ == 0 ? number == 1 : number > last_number_ && number - last_number_ <= since;
    if (!next || cell.text != std::to_string(number)) return false;
    last_number_ = number;
    last_numbered_ = static_cast<int>(cell.at().row);
    return true;
  }

  bool within(std::span<const TextCell> row, const TextCell& cell) const {
    if (cell.kind != CellKind::text || !match_.sections.found.empty()) return slid_down(cell);
    const std::uint32_t number = cell.at().row;
    if (match_.unplaced.count(cell.at()) != 0) return true;
    if (is_in_block(match_, number)) return in_block(row, cell) || begins_with_missing(cell) || is_like_missing(cell);
    return in_value_place(cell) || holds_label(cell) || slid_down(cell) || slid_under(row, cell) || changed_places(cell);
  }

  /// Behind the value of one label another that is misspelt: 负责人：周明 职各：总经理.
  bool goes_on(const CardCell& own) const {
    if (!own.inside || missing_.empty() || !contains(FoldedLabel(own.text).view(), ":")) return false;
    for (const std::string& word : split(normalise(own.text), ' ')) {
      const std::size_t colon = word.find(':');
      if (colon != std::string::npos && colon != 0 && is_like_missing(fold_label(word.substr(0, colon)))) return true;
    }
    return false;
  }

  /// Below the last label that is known, where a label is missing: the last of the card's may be the one.
  bool below(std::span<const TextCell> row, const TextCell& cell) const {
    if (!match_.sections.found.empty() || is_remark(row[0])) return false;
    if (slid_under(row, cell)) return true;
    if (missing_.empty()) return false;
    if (begins_with_missing(cell) || is_like_missing(cell)) return true;
    return in_value_place(cell) && !contains(cell.folded(), ":") && !parse_date(cell.folded());
  }

 private:
  void take(CellRef at, bool taken) {
    const TextCell* cell = text_.at(at);
    if (cell != nullptr && cell->at() == at) taken_[text_.place_of(*cell)] = taken;
  }

  static bool is_remark(const TextCell& first) { return is_note(first.text) || is_signature(first.text) || is_filler(first.text) || is_nil_word(first.text); }

  /// Text where values stand. What the form prints stands at the left, in brackets, or is a unit.
  bool is_value(const TextCell& cell) const {
    const std::string_view folded = cell.folded();
    const bool printed = starts_with(folded, "(") && folded.find_first_not_of("()0123456789.") != std::string_view::npos;  // (6) is typed
    return !find_unit(folded) && !printed && !is_placeholder(folded) && !is_missing_word(cell.text);
  }

  bool in_value_place(const TextCell& cell) const {
    if (cell.kind != CellKind::text || cell.at().column <= left_ || !is_value(cell)) return false;
    // On the right of all that is the card's it may be a remark, where no label and no value of its row is missing.
    if (missing_.empty() && cell.at().column > right() && !lacks_value(cell.at().row)) return false;
    // A label that nobody knows is told by its value.
    const TextCell* next = text_.at({cell.at().row, cell.span.last.column + 1});
    return next == nullptr || !is_free(*next);
  }

  bool begins_with_missing(const TextCell& cell) const {
    return cell.kind == CellKind::text && std::any_of(missing_.begin(), missing_.end(), [&](const LastLabel* label) {
      return starts_with(cell.label().text, label->text) && cell.label().text.size() > label->text.size();
    });
  }

  /// A label before a colon that shares most of its characters with one that is missing.
  bool is_like_missing(const TextCell& cell) const {
    const std::size_t colon = cell.kind == CellKind::text ? cell.folded().find(':') : std::string::npos;
    const bool holds = colon != std::string::npos && colon + 1 < cell.folded().size();
    return holds && is_like_missing(cell.folded().substr(0, colon));
  }

  bool is_like_missing(std::string_view printed) const {
    if (is_line_label(printed)) return false;
    const std::u32string shown = to_u32(printed);
    return std::any_of(missing_.begin(), missing_.end(), [&](const LastLabel* label) {
      const std::u32string& wanted = label->characters;
      const auto shared = std::count_if(wanted.begin(), wanted.end(), [&](char32_t c) { return shown.find(c) != std::u32string::npos; });
      return 3 * static_cast<std::size_t>(shared) >= 2 * std::max(wanted.size(), shown.size());
    });
  }

  /// A label with its value in one cell at the left, with no colon between them, or with one and the label misspelt.
  bool holds_label(const TextCell& cell) const {
    if (missing_.empty() || cell.kind != CellKind::text || cell.at().column > left_) return false;
    if (begins_with_missing(cell) || is_like_missing(cell)) return true;
    const std::size_t colon = cell.folded().find(':');
    if (colon == 0 || colon == std::string::npos || is_note(cell.text)) return false;
    const std::string_view behind = cell.folded().substr(colon + 1);
    return !behind.empty() && !is_line_label(cell.folded().substr(0, colon)) && !is_placeholder(behind) && !is_missing_word(behind);
  }

  /// Between the columns of a table, or under one of them in a row that is none of its records.
  bool in_block(std::span<const TextCell> row, const TextCell& cell) const {
    const auto is_between = [&](const BlockMatch& block) {
      if (!block.header || cell.at().row <= block.header->band.last_row || cell.at().row >= block.end) return false;
      std::uint32_t first = ~0u, last = 0;
      for (const HeaderColumn& column : block.header->band.columns) {
        if (column.field < 0) continue;
        const TextCell* leaf = text_.at(column.leaf);
        first = std::min(first, column.column);
        last = std::max(last, leaf != nullptr ? leaf->span.last.column : column.column);
      }
      if (first == cell.at().column) return is_below_remark(block, cell.at().row);
      if (last < cell.at().column) return slid_out(block, last, cell);
      return first < cell.at().column;
    };
    return std::any_of(match_.blocks.begin(), match_.blocks.end(), is_between) && !is_remark(row[0]) && is_value(cell);
  }

  /// On the right of a row whose last column is blank, which most other rows fill in.
  bool slid_out(const BlockMatch& block, std::uint32_t last, const TextCell& cell) const {
    std::uint32_t column = 0;
    for (const HeaderColumn& one : block.header->band.columns) {
      if (one.field >= 0) column = std::max(column, one.column);
    }
    const auto is_blank = [&](std::uint32_t row) { return text_.at({row, column}) == nullptr; };
    if (!is_blank(cell.at().row) || text_.at({cell.at().row, cell.at().column - 1}) != nullptr) return false;
    std::size_t filled = 0, blank = 0;
    for (auto row = text_.rows().from(block.header->band.last_row + 1); row != text_.rows().end() && row->row < block.end; ++row) {
      if (row->cells.back().at().column <= last && row->cells[0].at().column < column) ++(is_blank(row->row) ? blank : filled);
    }
    return filled > blank;
  }

  /// A remark in the midst of a table may have ended it: what goes on below is read no more.
  bool is_below_remark(const BlockMatch& block, std::uint32_t number) const {
    for (auto row = text_.rows().from(block.header->band.last_row + 1); row != text_.rows().end() && row->row < number; ++row) {
      if (is_remark(row->cells[0])) return true;
    }
    return false;
  }

  /// A text that slid away from the label above it: the label's own place is blank, and so are the rows down to the text.
  bool slid_down(const TextCell& cell) const {
    return cell.kind == CellKind::text && std::any_of(blanks_.begin(), blanks_.end(), [&](const CardCell* own) {
      return own->value.row > own->label.row && is_next_under(own->value, own->value.row, cell);
    });
  }

  /// A text at the front of its row, under the blank place of a label's value in the row above, or under the label itself. Below a card
  /// stands the day of filing, which only a label that asks for a day may have lost.
  bool slid_under(std::span<const TextCell> row, const TextCell& cell) const {
    const bool numbered = row.size() > 1 && row[0].at().column < left_ && row[0].text.size() <= 3 && begins_with_digit(row[0].text);
    if (numbered) row = row.subspan(1);  // the number of the row
    if ((cell.kind != CellKind::text && cell.kind != CellKind::date) || &cell != &row[0]) return false;
    const bool is_day = cell.kind == CellKind::date || parse_date(cell.folded());
    const auto is_over = [&](const CardCell* own) {
      if (own->value.row != own->label.row || (is_day && type_of(*own) != FieldType::date)) return false;
      return is_under_blank(own->value, cell) || is_alone_under_label(*own, row);
    };
    return std::any_of(blanks_.begin(), blanks_.end(), is_over) && is_value(cell) && !contains(cell.folded(), ":");
  }

  /// Under the place, or where no merges show how wide it is, further right under nothing.
  bool is_under_blank(CellRef blank, const TextCell& cell) const {
    CellRef place = blank;
    while (!text_.has_merges() && place.column < cell.at().column && text_.at(place) == nullptr) ++place.column;
    return text_.at(place) == nullptr && is_next_under(place, blank.row + 1, cell);
  }

  FieldType type_of(const CardCell& own) const { return form_.fields[static_cast<std::size_t>(own.field)].type; }

  /// No wider than the label above it, as a heading would be, and none by its words.
  bool is_alone_under_label(const CardCell& own, std::span<const TextCell> row) const {
    const TextCell* label = text_.at(own.label);
    if (label == nullptr || row.size() != 1 || row[0].span.last.column > label->span.last.column) return false;
    return is_next_under(own.label, label->span.last.row + 1, row[0]) && !opens_part(row, row[0].at().column, row[0].at().column);
  }

  /// In the column of a blank place, with nothing in the rows between, which begin with `from`.
  bool is_next_under(CellRef blank, std::uint32_t from, const TextCell& cell) const {
    return blank.row < cell.at().row && blank.column == cell.at().column && text_.rows().from(from)->row == cell.at().row;
  }

  /// The last column of the card's labels and values.
  std::uint32_t right() const {
    if (right_) return *right_;
    std::uint32_t last = 0;
    for (const CellSet* cells : {&match_.labels, &claims_.cells}) {
      for (const CellRef at : *cells) {
        const TextCell* cell = text_.at(at);
        last = std::max(last, cell != nullptr ? cell->span.last.column : at.column);
      }
    }
    right_ = last;
    return last;
  }

  bool lacks_value(std::uint32_t row) const {
    return std::any_of(blanks_.begin(), blanks_.end(), [row](const CardCell* own) { return own->label.row == row || own->value.row == row; });
  }

  /// A text on the left of a label whose own place is blank, where labels stand elsewhere: the two changed places.
  bool changed_places(const TextCell& cell) const {
    const TextCell* next = text_.at({cell.at().row, cell.span.last.column + 1});
    if (next == nullptr || cell.span.first.row != cell.span.last.row || !is_value(cell)) return false;
    const auto has_none_beside = [&](const CardCell& own) {
      const bool beside = own.value.row == own.label.row && text_.at(own.value) != nullptr;
      return own.label == next->at() && !own.inside && !beside;
    };
    const auto stands_so = [&](const CardCell& own) {
      return !own.inside && own.label.row == own.value.row && own.label.column == cell.at().column && own.value.column == next->at().column;
    };
    return std::any_of(match_.cells.begin(), match_.cells.end(), has_none_beside) && std::any_of(match_.cells.begin(), match_.cells.end(), stands_so);
  }

  const SheetText& text_;
  const FormSpec& form_;
  const CardMatch& match_;
  const CardClaims& claims_;
  std::vector<bool> taken_;              ///< by place of the cell
  std::uint32_t left_ = ~0u;             ///< the first column of the labels
  mutable std::optional<std::uint32_t> right_;  ///< see `right`
  int last_number_ = 0, last_numbered_ = 0;  ///< in front of the labels, and its row
  std::vector<const CardCell*> blanks_;  ///< whose places hold nothing
  std::vector<const LastLabel*> missing_;  ///< of fields that none was found for
};

bool is_alphanumeric(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

bool is_placeholder(std::string_view text) {
  if (has_han_but(text, "年月日") || std::any_of(text.begin(), text.end(), is_alphanumeric)) return false;
  const std::u32string folded = to_u32(fold_label(text));
  return std::all_of(folded.begin(), folded.end(), [](char32_t c) { return std::u32string_view(U"年月日_-/.").find(c) != std::u32string_view::npos; });
}

void tell_unclaimed_of_card(const SheetText& text, const CardMatch& match, const CardClaims& claims, Draft& draft) {
  LostTexts lost(text, match, claims, draft);
  for (auto row = text.rows().from(match.first_row); row != text.rows().end(); ++row) {
    const bool below = row->row > match.last_row;
    for (const TextCell& cell : row->cells) {
      if (!lost.is_free(cell)) continue;
      const bool number = is_figure(cell);
      if (number && lost.numbers_row(cell, below)) {
        draft.mark(cell.at(), CellUse::ignored, "serial");
        if (below) draft.row_numbers.push_back(cell.at());
        continue;
      }
      const bool figure = number && !below;  // those below are told with the lines there
      if (!figure && !(below ? lost.below(row->cells, cell) : lost.within(row->cells, cell))) continue;
      draft.add("cell.unclaimed", {{figure ? "value" : "text", cell.shown()}}, -1, cell.at());
    }
  }
  for (const CardCell& own : match.cells) {
    if (lost.goes_on(own)) draft.add("cell.unclaimed", {{"text", own.text}}, own.field, own.value);
  }
  for (const auto& [at, before] : match.before) {
    if (claims.cells.count(at) != 0 && match.labels.count(at) == 0) continue;
    draft.add("cell.unclaimed", {{"value", before}}, -1, at);
  }
}

}  // namespace huizong
