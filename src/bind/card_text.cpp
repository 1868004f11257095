#include "bind/card_text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "base/text.hpp"
#include "bind/chars.hpp"
#include "bind/column_number.hpp"
#include "bind/seal.hpp"

namespace huizong {
namespace {

constexpr std::size_t longest_hint = 24;  // characters of a bracket between a label and its colon: （前三名）, （%）

void prepare(CardCellText& cell) {
  if (cell.prepared) return;
  cell.prepared = true;
  const std::string_view text = cell.cell->text;
  cell.folded.reserve(text.size() / 2);
  cell.at.reserve(text.size() / 2);
  for (std::size_t i = 0, size = 0; i < text.size(); i += size) {
    size = character_size(text.substr(i));
    const char32_t three = three_bytes_at(text, i);
    if (is_han(three)) {  // most
      cell.folded.push_back(three);
      cell.at.push_back(i);
      continue;
    }
    const char32_t letter = three != 0 ? three : size == 1 ? static_cast<unsigned char>(text[i]) : to_u32(text.substr(i, size))[0];
    for (const char32_t c : fold_letter(letter)) {
      cell.folded.push_back(c);
      cell.at.push_back(i);
    }
  }
}

bool is_boundary(char32_t c) {
  if (is_han(c)) return false;
  return std::u32string_view(U";,。、:)]_./|").find(c) != std::u32string_view::npos || (c >= U'0' && c <= U'9');
}

/// A bracket that opens at `at`: the place behind its end; `at` itself where there is none.
std::size_t behind_bracket(const std::u32string& text, std::size_t at) {
  if (at >= text.size() || (text[at] != U'(' && text[at] != U'[')) return at;
  const std::size_t close = text.find(text[at] == U'(' ? U')' : U']', at);
  return close == std::u32string::npos || close - at > longest_hint ? at : close + 1;
}

struct Found {
  const InsideLabel* label = nullptr;
  std::size_t begin = 0, value = 0;  ///< in the folded text
  std::string unit;
};

/// The label that begins at a place, with where its value begins.
std::optional<Found> match_at(const CardCellText& cell, std::size_t at, const std::vector<InsideLabel>& labels) {
  const char32_t first = cell.folded[at];
  auto one = std::lower_bound(labels.begin(), labels.end(), first, [](const InsideLabel& label, char32_t c) { return label.text[0] < c; });
  for (; one != labels.end() && one->text[0] == first; ++one) {
    const InsideLabel& label = *one;
    if (cell.folded.compare(at, label.text.size(), label.text) != 0) continue;
    const std::size_t end = at + label.text.size();
    std::size_t next = behind_bracket(cell.folded, end);
    Found found{&label, at, end, {}};
    if (next > end) {
      const auto units = find_units(to_utf8(cell.folded.substr(end + 1, next - end - 2)));
      found.unit = join_names(units);
      if (units.empty() && label.needs_colon && (next >= cell.folded.size() || cell.folded[next] != U':')) continue;
      if (!units.empty()) found.value = next;
    }
    if (next < cell.folded.size() && cell.folded[next] == U':') {
      found.value = next + 1;
      return found;
    }
    if (!label.needs_colon) return found;
  }
  return std::nullopt;
}

std::string value_text(const CardCellText& cell, std::size_t from, std::size_t to) {
  if (from >= cell.folded.size()) return {};
  const std::size_t end = to < cell.folded.size() ? cell.at[to] : cell.cell->text.size();
  std::string_view value = cell.cell->text.substr(cell.at[from], end - cell.at[from]);
  constexpr auto fills = std::to_array<std::string_view>({" ", "_", "　", "＿"});
  constexpr auto marks = std::to_array<std::string_view>({" ", "_", "　", "＿", "；", ";", "，", ",", "、"});
  const auto cut_end = [&](std::string_view mark) { return ends_with(value, mark) && (value.remove_suffix(mark.size()), true); };
  const auto cut_start = [&](std::string_view fill) { return starts_with(value, fill) && (value.remove_prefix(fill.size()), true); };
  while (std::any_of(marks.begin(), marks.end(), cut_end)) {}
  while (std::any_of(fills.begin(), fills.end(), cut_start)) {}
  return without_seal(tidy(value));
}

bool has_digit(std::u32string_view text) {
  return std::any_of(text.begin(), text.end(), [](char32_t c) { return c >= U'0' && c <= U'9'; });
}

/// 8. and （2） number a line; anything more in front of the first label may be a figure.
bool is_number_of_line(std::u32string_view text) {
  const auto mark = [](char32_t c) { return std::u32string_view(U"0123456789.、()[]一二三四五六七八九十").find(c) != std::u32string_view::npos; };
  return text.size() <= 4 && std::all_of(text.begin(), text.end(), mark);
}

/// Where 其中， before a label begins; the label's own place where there is none.
std::size_t begin_with_of_which(const std::u32string& text, std::size_t label) {
  for (const std::u32string_view words : {U"其中:", U"其中,", U"其中"}) {
    if (label >= words.size() && text.compare(label - words.size(), words.size(), words) == 0) return label - words.size();
  }
  return label;
}

void take_inside(CardCellText& cell, const CardLabels& labels, Spots& spots) {
  prepare(cell);
  std::vector<Found> found;
  for (std::size_t at = 0; at < cell.folded.size(); ++at) {
    if (!labels.inside_begins[cell.folded[at] & 0xFFFF] || !may_begin(cell, at)) continue;
    auto here = match_at(cell, at, labels.inside);
    if (!here) continue;
    at = here->value > at ? here->value - 1 : at;
    found.push_back(std::move(*here));
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::size_t next = i + 1 < found.size() ? found[i + 1].begin : cell.folded.size();
    const std::size_t end = i + 1 < found.size() ? std::max(begin_with_of_which(cell.folded, next), found[i].value) : next;
    spots.all.push_back({cell.cell, nullptr, found[i].label->segment, found[i].unit, false, value_text(cell, found[i].value, end), i});
  }
  if (found.empty()) return;
  const std::u32string_view before = std::u32string_view(cell.folded).substr(0, found[0].begin);
  if (has_digit(before) && !is_number_of_line(before)) spots.before.emplace_back(cell.cell, to_utf8(before));
}

/// 填表人：…  联系电话：…: a line below the card, whose labels are none of it. `first`: of its row.
bool is_foot_line(const TextCell& first, const CardLabels& labels) {
  if (begins_otherwise(first.text, "填制经审单统")) return false;
  static constexpr std::string_view starts[] = {"填表人", "制表人", "填报人", "经办人", "审核人", "制表:", "单位负责人", "统计负责人"};
  const bool may_be = std::any_of(std::begin(starts), std::end(starts), [&](std::string_view start) { return starts_with(first.folded(), start); });
  return may_be && labels.segments.count(first.label().text) == 0;
}

/// 联系电话：… in the row below such a line is of whoever signed it.
bool goes_on_foot(const TextCell& first) {
  static constexpr std::string_view starts[] = {"联系电话:", "联系方式:", "电话:", "手机:", "填报日期:", "填报时间:", "填表日期:", "日期:"};
  return std::any_of(std::begin(starts), std::end(starts), [&](std::string_view start) { return starts_with(first.folded(), start); });
}

int look_up(const std::string& label, const CardLabels& labels) {
  const auto found = labels.segments.find(label);
  return found == labels.segments.end() ? -1 : found->second;
}

/// Does any label begin with it, and go on?
bool is_front_of_label(const std::string& label, const CardLabels& labels) {
  const auto next = std::upper_bound(labels.in_order.begin(), labels.in_order.end(), label);
  return !label.empty() && next != labels.in_order.end() && starts_with(*next, label);
}

/// May labels with their values behind stand in a text? Not in nearly all.
bool may_hold_labels(std::string_view folded, const CardLabels& labels) {
  const auto holds = [&](std::string_view part) { return contains(folded, part); };
  return holds(":") || std::any_of(labels.open.begin(), labels.open.end(), holds);
}

/// What a cell's words are to a card, as they stand: asked once of all cells that say so.
const CardWords& ask(const Words& words, const CardLabels& labels) {
  return words.cards.get(labels, [&]() -> CardWords {
    return {&labels, look_up(words.label.text, labels), is_front_of_label(words.label.text, labels), may_hold_labels(words.title.folded, labels)};
  });
}

/// The segment that a whole cell is; -1: none. `asked`: what its words are to the card as they stand.
int find_segment(const Words& words, const CardWords& asked, PrintedYears years, const CardLabels& labels) {
  const std::string& label = words.label.text;
  if (column_number_size(words.title.folded) != 0) return -1;
  if (years.later != 0 && (contains(label, "年") || begins_number(label))) return look_up(mark_years(label, years), labels);
  return asked.segment;
}

/// 小微企业双创, with which a label begins, and 基地名称 in the cell below: one label, whose cell was cut in two. A label that goes on below one that is whole is another.
std::optional<Spot> find_torn(const SheetText& text, const TextCell& cell, const CardLabels& labels) {
  const TextCell* below = text.at({cell.span.last.row + 1, cell.at().column});
  if (below == nullptr || below->kind != CellKind::text || below->span.first.column != cell.at().column || look_up(below->label().text, labels) >= 0) {
    return std::nullopt;
  }
  const Label label = folded_to_label(std::string(cell.folded()).append(below->folded()));
  const int segment = look_up(label.text, labels);
  return segment < 0 ? std::nullopt : std::optional(Spot{&cell, below, segment, label.unit, true, {}, 0});
}

PrintedYears find_years(const std::vector<CardCellText>& cells) {
  std::set<int> years;
  for (const CardCellText& cell : cells) {
    const int year = cell.cell->may_be_label ? to_year_label(cell.cell->label().text) : 0;
    if (year != 0 && ends_with(cell.cell->label().text, "度")) years.insert(year);
  }
  return to_printed_years(years);
}

}  // namespace

bool may_begin(const CardCellText& cell, std::size_t at) {
  if (at == 0 || is_boundary(cell.folded[at - 1])) return true;
  const std::size_t before = cell.at[at - 1];
  return cell.at[at] > before + character_size(cell.cell->text.substr(before));  // a gap
}

std::vector<CardCellText> to_card_text(const SheetText& text) {
  std::vector<CardCellText> cells;
  cells.reserve(text.cell_count());
  for (const auto& [row, in_row] : text.rows()) {
    for (const TextCell& cell : in_row) {
      if (cell.kind == CellKind::text) cells.emplace_back().cell = &cell;
    }
  }
  return cells;
}

Spots find_spots(const SheetText& text, std::vector<CardCellText>& cells, const CardLabels& labels) {
  Spots spots;
  spots.all.reserve(cells.size());
  if (labels.has_years) spots.years = find_years(cells);
  const TextCell* first = nullptr;  // of the row
  bool is_foot = false;
  for (CardCellText& cell : cells) {
    if (first == nullptr || first->at().row != cell.cell->at().row) {
      const bool follows = is_foot && cell.cell->at().row == first->at().row + 1;
      first = cell.cell;
      is_foot = is_foot_line(*first, labels) || (follows && goes_on_foot(*first));
    }
    if (is_foot || !cell.cell->may_be_label) continue;
    const Words& words = cell.cell->words();
    const CardWords& asked = ask(words, labels);
    const int segment = find_segment(words, asked, spots.years, labels);
    if (segment >= 0) {
      spots.all.push_back({cell.cell, nullptr, segment, words.label.unit, true, {}, 0});
    } else if (auto torn = asked.is_front ? find_torn(text, *cell.cell, labels) : std::nullopt) {
      spots.all.push_back(std::move(*torn));
    } else if (asked.may_hold) {
      take_inside(cell, labels, spots);
    }
  }
  return spots;
}

}  // namespace huizong
