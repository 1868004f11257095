#include "bind/card_text.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "bind/chars.hpp"
#include "bind/seal.hpp"

namespace huizong {
namespace {

constexpr std::size_t longest_hint = 24;  // characters of a bracket between a label and its colon: （前三名）, （%）

void fold(CardCellText& cell) {
  cell.folded.reserve(cell.raw.size());
  cell.at.reserve(cell.raw.size());
  for (std::size_t i = 0; i < cell.raw.size(); ++i) {
    if (is_han(cell.raw[i])) {  // most
      cell.folded.push_back(cell.raw[i]);
      cell.at.push_back(i);
      continue;
    }
    for (const char32_t c : fold_letter(cell.raw[i])) {
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
  for (const InsideLabel& label : labels) {
    if (cell.folded[at] != label.text[0] || cell.folded.compare(at, label.text.size(), label.text) != 0) continue;
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
  const std::size_t begin = cell.at[from];
  const std::size_t end = to < cell.folded.size() ? cell.at[to] : cell.raw.size();
  std::u32string value = cell.raw.substr(begin, end - begin);
  const auto strips = [](char32_t c, std::u32string_view of) { return of.find(c) != std::u32string_view::npos; };
  while (!value.empty() && strips(value.back(), U" _　＿；;，,、")) value.pop_back();
  std::size_t start = 0;
  while (start < value.size() && strips(value[start], U" _　＿")) ++start;
  return without_seal(tidy(to_utf8(value.substr(start))));
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

void take_inside(const CardCellText& cell, const CardLabels& labels, Spots& spots) {
  std::vector<Found> found;
  for (std::size_t at = 0; at < cell.folded.size(); ++at) {
    if (!may_begin(cell, at)) continue;
    auto here = match_at(cell, at, labels.inside);
    if (!here) continue;
    at = here->value > at ? here->value - 1 : at;
    found.push_back(std::move(*here));
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::size_t next = i + 1 < found.size() ? found[i + 1].begin : cell.folded.size();
    const std::size_t end = i + 1 < found.size() ? std::max(begin_with_of_which(cell.folded, next), found[i].value) : next;
    spots.all.push_back({cell.cell, found[i].label->segment, found[i].unit, false, value_text(cell, found[i].value, end), i});
  }
  if (found.empty()) return;
  const std::u32string_view before = std::u32string_view(cell.folded).substr(0, found[0].begin);
  if (has_digit(before) && !is_number_of_line(before)) spots.before.emplace_back(cell.cell, to_utf8(before));
}

/// 填表人：…  联系电话：…: a line below the card, whose labels are none of it.
bool is_foot_line(const CardCellText& first, const CardLabels& labels) {
  static constexpr std::u32string_view starts[] = {U"填表人", U"制表人", U"填报人", U"经办人", U"审核人", U"制表:", U"单位负责人", U"统计负责人"};
  return labels.segments.count(first.cell->label().text) == 0 &&
         std::any_of(std::begin(starts), std::end(starts), [&](std::u32string_view start) { return first.folded.starts_with(start); });
}

PrintedYears find_years(const std::vector<CardCellText>& cells) {
  std::set<int> years;
  for (const CardCellText& cell : cells) {
    const int year = cell.cell->kind == CellKind::text ? to_year_label(cell.cell->label().text) : 0;
    if (year != 0 && ends_with(cell.cell->label().text, "度")) years.insert(year);
  }
  return to_printed_years(years);
}

void add_inside(const std::string& printed, const std::string& segment, bool needs_colon, CardLabels& labels) {
  Label label = to_label(printed);
  // As it stands, too: 创新创业 is one word with 创业创新 only where a whole label is compared.
  for (const std::string& text : {label.text, fold_label(printed)}) {
    InsideLabel inside{to_u32(text), segment, needs_colon};
    while (!inside.text.empty() && inside.text.back() == U':') inside.text.pop_back();
    const bool known = std::any_of(labels.inside.begin(), labels.inside.end(), [&](const InsideLabel& other) {
      return other.text == inside.text && other.needs_colon == needs_colon;
    });
    if (!inside.text.empty() && !known) labels.inside.push_back(std::move(inside));
  }
}

}  // namespace

bool may_begin(const CardCellText& cell, std::size_t at) {
  return at == 0 || is_boundary(cell.folded[at - 1]) || cell.at[at] > cell.at[at - 1] + 1;
}

std::vector<CardCellText> to_card_text(const SheetText& text) {
  std::vector<CardCellText> cells;
  for (const auto& [row, in_row] : text.rows()) {
    for (const TextCell& cell : in_row) {
      if (cell.kind != CellKind::text) continue;
      cells.push_back({&cell, to_u32(cell.text), {}, {}});
      fold(cells.back());
    }
  }
  return cells;
}

CardLabels to_card_labels(const FormSpec& form) {
  CardLabels labels;
  for (LabelPath& path : to_form_labels(form).paths) {
    const Field& field = form.fields[static_cast<std::size_t>(path.field)];
    if (field.block < 0 && !field.section) labels.paths.push_back(std::move(path));
  }
  const auto add = [&](const LabelPath& path, const HeaderPath& printed) {
    const bool needs_colon = form.fields[static_cast<std::size_t>(path.field)].place != ValuePlace::inside;
    for (std::size_t i = 0; i < path.path.size(); ++i) {
      labels.segments.insert(path.path[i]);
      if (i + 1 < path.path.size()) labels.sections.insert(path.path[i]);
      add_inside(printed[i], path.path[i], needs_colon || i + 1 < path.path.size(), labels);
      if (path.path[i].find("y0") != std::string::npos || path.path[i].find("y1") != std::string::npos) labels.has_years = true;
    }
  };
  std::vector<std::size_t> alias(form.fields.size(), 0);
  for (const LabelPath& path : labels.paths) {
    const Field& field = form.fields[static_cast<std::size_t>(path.field)];
    add(path, path.own ? field.path : field.aliases[alias[static_cast<std::size_t>(path.field)]++].path);
  }
  labels.headings = to_headings(form);
  for (const Block& block : form.blocks) {
    const std::string title = to_label(block.title).text;
    labels.segments.insert(title);
    labels.sections.insert(title);
  }
  std::stable_sort(labels.inside.begin(), labels.inside.end(),
                   [](const InsideLabel& a, const InsideLabel& b) { return a.text.size() > b.text.size(); });
  return labels;
}

Spots find_spots(const std::vector<CardCellText>& cells, const CardLabels& labels) {
  Spots spots;
  if (labels.has_years) spots.years = find_years(cells);
  const CardCellText* first = nullptr;  // of the row
  for (const CardCellText& cell : cells) {
    if (first == nullptr || first->cell->at().row != cell.cell->at().row) first = &cell;
    if (is_foot_line(*first, labels)) continue;
    const std::string marked = mark_years(cell.cell->label().text, spots.years);
    if (labels.segments.count(marked) != 0) {
      spots.all.push_back({cell.cell, marked, cell.cell->label().unit, true, {}, 0});
    } else {
      take_inside(cell, labels, spots);
    }
  }
  return spots;
}

}  // namespace huizong
