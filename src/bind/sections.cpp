#include "bind/sections.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "bind/chars.hpp"
#include "bind/labels.hpp"

namespace huizong {
namespace {

constexpr std::size_t longest_heading = 150;  // characters: an outline prints its advice behind the heading

/// Without the advice in brackets behind it: （不超过500字）.
std::string bare(std::string text) {
  while (!text.empty()) {
    const bool mark = text.back() == ':' || text.back() == ';' || text.back() == '.';
    const std::size_t open = text.back() == ')' ? text.rfind('(') : std::string::npos;
    if (mark) text.pop_back();
    else if (ends_with(text, "。")) text.resize(text.size() - std::string_view("。").size());
    else if (open != std::string::npos && open > 0) text.resize(open);
    else break;
  }
  return text;
}

/// Does it begin with a digit or a numeral?
bool counts(std::string_view text) {
  return (text[0] >= '0' && text[0] <= '9') || std::u32string_view(U"一二三四五六七八九十").find(three_bytes_at(text, 0)) != std::u32string_view::npos;
}

/// The place of a title among the headings; behind them all where it is none.
std::size_t find_title(const Headings& headings, const std::string& title) {
  const auto found = title.empty() ? headings.titles.end() : headings.titles.find(title);
  return found == headings.titles.end() ? headings.fields.size() : found->second;
}

}  // namespace

Headings to_headings(const FormSpec& form) {
  Headings headings;
  const auto add = [&](const std::string& printed, std::size_t field) {
    headings.titles.emplace(bare(to_label(printed).text), headings.fields.size());
    headings.fields.push_back(static_cast<int>(field));
  };
  for (std::size_t i = 0; i < form.fields.size(); ++i) {
    if (!form.fields[i].section) continue;
    add(form.fields[i].path.back(), i);
    for (const Alias& alias : form.fields[i].aliases) add(alias.path.back(), i);
  }
  return headings;
}

std::optional<HeadingText> to_heading_text(std::span<const TextCell> row) {
  if (row.size() != 1 || row[0].kind != CellKind::text) return std::nullopt;
  HeadingText heading;
  const std::string_view text = row[0].text;
  const std::size_t colon = std::min(text.find("："), text.find(':'));
  if (colon != std::string::npos) {
    heading.front = bare(to_label(text.substr(0, colon)).text);
    heading.rest = colon + (text[colon] == ':' ? 1 : std::string_view("：").size());
  }
  // Bytes first: a text of so few has no more characters.
  if (text.size() <= longest_heading || count_characters(text) <= longest_heading) heading.whole = bare(row[0].label().text);
  return heading;
}

Sections find_sections(const SheetText& text, const Headings& headings) {
  std::map<int, std::vector<SectionMatch>> by_field;
  for (const auto& [row, cells] : text.rows()) {
    const auto heading = to_heading_text(cells);
    if (!heading) continue;
    const std::size_t whole = find_title(headings, heading->whole), front = find_title(headings, heading->front);
    if (std::min(whole, front) == headings.fields.size()) continue;
    const int field = headings.fields[std::min(whole, front)];
    by_field[field].push_back({field, cells[0].at(), 0, whole <= front ? "" : tidy(cells[0].text.substr(heading->rest))});
  }
  Sections sections;
  std::vector<std::uint32_t> starts;
  for (auto& [field, matches] : by_field) {
    for (const SectionMatch& match : matches) {
      starts.push_back(match.heading.row);
      if (matches.size() > 1) sections.doubts.emplace_back(match.heading, field);
    }
    if (matches.size() == 1) sections.found.push_back(std::move(matches.front()));
  }
  const std::uint32_t end = text.rows().empty() ? 0 : text.rows().back().row + 1;
  std::sort(starts.begin(), starts.end());
  sections.first_row = starts.empty() ? end : starts.front();
  for (SectionMatch& match : sections.found) {
    const auto next = std::upper_bound(starts.begin(), starts.end(), match.heading.row);
    match.end = next == starts.end() ? end : *next;
  }
  std::sort(sections.found.begin(), sections.found.end(),
            [](const SectionMatch& a, const SectionMatch& b) { return a.heading < b.heading; });
  return sections;
}

std::string section_text(const SheetText& text, const SectionMatch& section) {
  std::string out = section.rest;
  for (auto row = text.rows().from(section.heading.row + 1); row != text.rows().end() && row->row < section.end; ++row) {
    for (const TextCell& cell : row->cells) {
      if (!out.empty()) out += '\n';
      out += cell.text;
    }
  }
  return out;
}

bool opens_part(std::span<const TextCell> row, std::uint32_t left, std::uint32_t right) {
  const bool numbered = row.size() > 1 && row[0].at().column < left && row[0].text.size() <= 3 && begins_with_digit(row[0].text);
  if (numbered) row = row.subspan(1);
  if (row[0].at().column > left || row[0].kind != CellKind::text || (row.size() != 1 && row[1].at().column <= right)) return false;
  if (begins_otherwise(row[0].text, "八六十四")) return false;  // the other numerals are in front of all that this asks for
  std::string_view text = row[0].folded();
  if (starts_with(text, "[") || starts_with(text, "(")) text.remove_prefix(1);
  constexpr std::size_t longest = 9;  // bytes: 二十一; 18500.5 counts no parts
  const std::size_t size = text.size();
  const bool figure = text.find_first_not_of("0123456789") > 2 && begins_with_digit(text);
  while (!text.empty() && counts(text)) text.remove_prefix(character_size(text));
  return !figure && text.size() < size && size - text.size() <= longest && (starts_with(text, "、") || starts_with(text, ".") || starts_with(text, ")"));
}

}  // namespace huizong
