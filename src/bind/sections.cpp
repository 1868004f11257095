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

struct Heading {
  int field = -1;
  std::string rest;
};

/// The section that a paragraph opens: as a heading of its own, or with its text behind a colon.
Heading to_heading(const std::string& text, const FormSpec& form) {
  const std::string label = bare(to_label(text).text);
  const std::size_t colon = std::min(text.find("："), text.find(':'));
  const std::string front = colon == std::string::npos ? "" : bare(to_label(text.substr(0, colon)).text);
  const bool is_short = to_u32(text).size() <= longest_heading;
  for (std::size_t i = 0; i < form.fields.size(); ++i) {
    const Field& field = form.fields[i];
    if (!field.section) continue;
    std::vector<std::string> titles{bare(to_label(field.path.back()).text)};
    for (const Alias& alias : field.aliases) titles.push_back(bare(to_label(alias.path.back()).text));
    for (const std::string& title : titles) {
      if (is_short && label == title) return {static_cast<int>(i), {}};
      if (front != title || front.empty()) continue;
      const std::size_t size = text.compare(colon, 3, "：") == 0 ? 3 : 1;
      return {static_cast<int>(i), tidy(text.substr(colon + size))};
    }
  }
  return {};
}

}  // namespace

Sections find_sections(const SheetText& text, const FormSpec& form) {
  std::map<int, std::vector<SectionMatch>> by_field;
  for (const auto& [row, cells] : text.rows()) {
    if (cells.size() != 1 || cells[0].kind != CellKind::text) continue;
    Heading heading = to_heading(cells[0].text, form);
    if (heading.field < 0) continue;
    by_field[heading.field].push_back({heading.field, cells[0].at(), 0, std::move(heading.rest)});
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
  const std::uint32_t end = text.rows().empty() ? 0 : text.rows().rbegin()->first + 1;
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
  for (auto row = text.rows().upper_bound(section.heading.row); row != text.rows().end() && row->first < section.end; ++row) {
    for (const TextCell& cell : row->second) {
      if (!out.empty()) out += '\n';
      out += cell.text;
    }
  }
  return out;
}

bool opens_part(const std::vector<TextCell>& row, std::uint32_t left) {
  if (row.size() != 1 || row[0].at().column > left || row[0].kind != CellKind::text) return false;
  const std::u32string text = to_u32(fold_label(row[0].text));
  const auto counts = [](char32_t c) { return std::u32string_view(U"0123456789一二三四五六七八九十").find(c) != std::u32string_view::npos; };
  std::size_t at = !text.empty() && (text[0] == U'[' || text[0] == U'(') ? 1 : 0;
  const std::size_t start = at;
  while (at < text.size() && counts(text[at])) ++at;
  return at > start && at < text.size() && std::u32string_view(U"、.)").find(text[at]) != std::u32string_view::npos;
}

}  // namespace huizong
