#include "bind/claims.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "bind/chars.hpp"
#include "bind/form_match.hpp"
#include "bind/known_form.hpp"
#include "bind/number.hpp"
#include "bind/period.hpp"

namespace huizong {
namespace {

constexpr std::size_t longest_title = 60;  // characters

struct Reason {
  CellUse use = CellUse::ignored;
  std::string_view word;  ///< empty: nobody claims the cell
};

/// 时间, 年度, 文号, 邮政编码: a number that stands behind is none of the form.
bool takes_number(const std::string& label) {
  static constexpr auto ends = std::to_array<std::string_view>({"时间", "日期", "年度", "年份", "期", "号", "码", "电话", "手机", "传真", "方式", "邮箱", "截止", "截至"});
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return ends_with(label, end); });
}

Reason reason_of(const Pair& pair, const KnownForm& known) {
  if (ends_with(pair.label, "单位") && !find_listed_units(pair.value).empty()) return {CellUse::label, "unit-line"};
  if (is_reporter_label(pair.label, known.reporter_labels) || pair.label == "单位名称") return {CellUse::label, "reporter-line"};
  if (is_filing_label(pair.label)) return {CellUse::label, "filing-line"};
  for (const char* word : {"报告期", "所属", "统计期", "统计时间", "报告时间", "年度"}) {
    if (contains(pair.label, word)) return {CellUse::label, "period-line"};
  }
  for (const char* word : {"注", "说明"}) {
    if (contains(pair.label, word)) return {CellUse::ignored, "note"};
  }
  return is_line_label(pair.label) || takes_number(pair.label) ? Reason{CellUse::ignored, "signature"} : Reason{};
}

/// 1 and ten digits: a mobile telephone.
bool is_telephone(std::string_view text) {
  return text.size() == 11 && text[0] == '1' && text[1] >= '3' && text.find_first_not_of("0123456789") == std::string::npos;
}

/// 2024 | 年 | 8 | 月 | 10 | 日, each in a cell of its own.
bool is_part_of_date(const Lines& lines, std::size_t index) {
  if (index + 1 >= lines.cells.size()) return false;
  const TextCell& next = lines.cells[index + 1];
  const std::string word = fold_label(next.text);
  return next.at().row == lines.cells[index].at().row && (starts_with(word, "年") || starts_with(word, "月") || starts_with(word, "日"));
}

/// The title, in one cell or in two.
bool is_title(const Lines& lines, std::size_t index, const KnownForm& known) {
  const auto text = [&](std::size_t i) { return i < lines.cells.size() ? lines.cells[i].shown() : std::string(); };
  const auto named = [&](std::size_t i) { return names_form(known.names, TitleText(text(i))); };
  const auto over_two = [&](std::size_t i) { return !named(i) && !named(i + 1) && names_form(known.names, TitleText(text(i) + text(i + 1))); };
  return named(index) || over_two(index) || (index > 0 && over_two(index - 1));
}

/// What a cell without a label is.
Reason reason_of_text(const Lines& lines, std::size_t index, LinesAre place, const KnownForm& known) {
  const TextCell& cell = lines.cells[index];
  if (is_part_of_date(lines, index)) return {CellUse::ignored, "date"};
  if (is_figure(cell)) return is_telephone(cell.text) ? Reason{CellUse::ignored, "signature"} : Reason{};
  if (is_note(cell.text)) return {CellUse::ignored, "note"};
  if (cell.kind == CellKind::date || parse_date(fold_label(cell.text))) return {CellUse::ignored, "date"};
  const bool may_be_title = count_characters(cell.text) <= longest_title && (place == LinesAre::above || known.form->title_below);
  if (may_be_title && is_title(lines, index, known)) return {CellUse::label, "title"};
  if (may_be_title && place == LinesAre::above && !find_periods(cell.text).empty()) return {CellUse::label, "period-line"};
  return {CellUse::ignored, place == LinesAre::above ? "outside-table" : "remark"};
}

/// Of several labels in one cell the first that is read, as 填报时间 behind 填报人.
Reason reason_of_pairs(const Lines& lines, std::size_t first, CellRef at, const KnownForm& known) {
  Reason reason = reason_of(lines.pairs[first], known);
  for (std::size_t i = first + 1; i < lines.pairs.size() && lines.pairs[i].at == at && reason.use != CellUse::label; ++i) {
    const Reason next = reason_of(lines.pairs[i], known);
    if (next.use == CellUse::label || reason.word.empty()) reason = next;
  }
  return reason;
}

Reason reason_at(const Lines& lines, std::size_t index, LinesAre place, const KnownForm& known) {
  if (lines.pair_of[index] < 0) return reason_of_text(lines, index, place, known);
  const TextCell& cell = lines.cells[index];
  const auto pair = static_cast<std::size_t>(lines.pair_of[index]);
  Reason reason = is_figure(cell) && !takes_number(lines.pairs[pair].label) ? Reason{} : reason_of_pairs(lines, pair, cell.at(), known);
  if (reason.word.empty()) reason = reason_of_text(lines, index, place, known);
  return reason;
}

/// A Chinese character or a letter in front: no number begins so, and most texts with a digit do (填报日期：2024年…).
bool begins_with_word(std::string_view text) {
  const unsigned char first = text.empty() ? 0 : static_cast<unsigned char>(text[0]);
  return (first >= 0xE4 && first <= 0xE9) || (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z');
}

/// A plain or full-width digit: most texts of a form have none, and are told in one look.
bool has_digit(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] >= '0' && text[i] <= '9') return true;
    if (text.compare(i, 2, "\xEF\xBC") == 0 && i + 2 < text.size() && text[i + 2] >= '\x90' && text[i + 2] <= '\x99') return true;
  }
  return false;
}

bool reads_as_figure(std::string_view text) {
  const NumberText bare = read_number_text(text, {});
  if (bare.kind == NumberKind::figure) return true;
  // Knowing the column's unit helps only where a unit of its own kind is written: 3.5万元, 85%, 500㎡, ￥12.
  const bool has_unit = bare.why == "why.wrong-unit" || contains(text, "¥") || contains(text, "￥");
  constexpr std::string_view units[] = {"元", "%", "平方米"};
  return has_unit && std::any_of(std::begin(units), std::end(units), [&](std::string_view unit) {
           return read_number_text(text, unit).kind == NumberKind::figure;
         });
}

std::string_view reason_of(const HeaderColumn& column, std::size_t index, const Header& header) {
  if (column.field >= 0) return "header";
  const bool ambiguous = std::any_of(header.issues.begin(), header.issues.end(), [&](const HeaderIssue& issue) {
    return issue.kind == HeaderIssue::Kind::ambiguous && issue.column == index;
  });
  return ambiguous ? "ambiguous-column" : "unknown-column";
}

}  // namespace

bool is_figure(const TextCell& cell) {
  if (cell.kind == CellKind::number) return true;
  if (cell.kind != CellKind::text || begins_with_word(cell.text) || !has_digit(cell.text)) return false;
  auto& known = cell.words().is_figure;
  if (!known) known = reads_as_figure(cell.text);
  return *known;
}


void mark_row(std::span<const TextCell> row, CellUse use, std::string_view reason, Draft& draft) {
  for (const TextCell& cell : row) draft.mark(cell.at(), use, reason);
}

void tell_unclaimed(const TextCell& cell, Draft& draft) { draft.add("cell.unclaimed", {{"value", cell.shown()}}, -1, cell.at()); }

void claim_header(const SheetText& text, const Header& header, Draft& draft, bool only_known) {
  for (auto row = text.rows().from(header.band.first_row); row != text.rows().from(header.band.last_row + 1); ++row) {
    for (const TextCell& cell : row->cells) {
      if (!draft.marks && (only_known || !is_figure(cell))) continue;  // nothing to tell
      bool heads = false;
      for (std::size_t i = 0; i < header.band.columns.size(); ++i) {
        const HeaderColumn& column = header.band.columns[i];
        if (column.column < cell.span.first.column || column.column > cell.span.last.column) continue;
        heads = true;
        const std::string_view reason = reason_of(column, i, header);
        if (only_known && reason != "header") continue;
        draft.mark(cell.at(), reason == "header" ? CellUse::label : CellUse::ignored, reason);
      }
      if (!heads && !only_known && is_figure(cell)) tell_unclaimed(cell, draft);
    }
  }
}

void claim_lines(const Lines& lines, LinesAre place, Draft& draft) {
  std::optional<std::uint32_t> told;
  for (std::size_t i = 0; i < lines.cells.size(); ++i) {
    const TextCell& cell = lines.cells[i];
    if (!draft.marks && (cell.kind == CellKind::date || !is_figure(cell))) continue;
    if (std::find(draft.row_numbers.begin(), draft.row_numbers.end(), cell.at()) != draft.row_numbers.end()) continue;
    const Reason reason = reason_at(lines, i, place, *draft.known);
    if (!reason.word.empty()) {
      draft.mark(cell.at(), reason.use, reason.word);
    } else if (told != cell.at().row) {
      told = cell.at().row;
      tell_unclaimed(cell, draft);
    }
  }
}

}  // namespace huizong
