#include "write/html.hpp"

#include <fmt/format.h>

#include "write/write.hpp"

namespace huizong {
namespace {

std::string_view class_of(Ink ink) {
  switch (ink) {
    case Ink::normal: return "";
    case Ink::muted: return "muted";
    case Ink::good: return "good";
    case Ink::warning: return "warning";
    case Ink::bad: return "bad";
  }
  return "";
}

void append_class(std::string& out, std::string_view first, Ink ink) {
  const std::string_view second = class_of(ink);
  if (first.empty() && second.empty()) return;
  out += fmt::format(" class=\"{}{}{}\"", first, first.empty() || second.empty() ? "" : " ", second);
}

void append_element(std::string& out, std::string_view name, std::string_view text) {
  out.append("<").append(name).append(">");
  append_escaped(out, text);
  out.append("</").append(name).append(">");
}

// Only places in the page, the web and neighbouring files: a link from data must not run anything.
bool is_safe_link(std::string_view link) {
  if (link.empty()) return false;
  const std::size_t colon = link.find(':');
  if (colon == std::string_view::npos || link.find_first_of("/?#") < colon) return !link.starts_with("//");
  return link.starts_with("https://") || link.starts_with("http://") || link.starts_with("mailto:");
}

void append_block(std::string& out, const PageText& block) { append_element(out, "p", block.text), out += '\n'; }

void append_block(std::string& out, const PageFigures& block) {
  out += "<dl class=\"figures\">\n";
  for (const PageFigures::Item& item : block.items) {
    out += "<div";
    append_class(out, "card", item.ink);
    out += ">";
    append_element(out, "dt", item.label);
    append_element(out, "dd", item.value);
    if (!item.remark.empty()) {
      out += "<dd class=\"remark\">";
      append_escaped(out, item.remark);
      out += "</dd>";
    }
    out += "</div>\n";
  }
  out += "</dl>\n";
}

void append_cell(std::string& out, const PageCell& cell) {
  out += "<td";
  append_class(out, cell.number ? "number" : "", cell.ink);
  out += ">";
  const bool linked = is_safe_link(cell.link);
  if (linked) {
    out += "<a href=\"";
    append_escaped(out, cell.link);
    out += "\">";
  }
  append_escaped(out, cell.text);
  out += linked ? "</a></td>" : "</td>";
}

// A head stands over figures as they stand: right, where its column's first row is a number.
void append_head(std::string& out, const PageTable& table) {
  if (table.head.empty()) return;
  out += "<thead><tr>";
  for (std::size_t column = 0; column < table.head.size(); ++column) {
    const bool number = !table.rows.empty() && column < table.rows.front().size() && table.rows.front()[column].number;
    out += number ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">";
    append_escaped(out, table.head[column]);
    out += "</th>";
  }
  out += "</tr></thead>\n";
}

void append_block(std::string& out, const PageTable& table) {
  // Focusable, so that the keyboard can scroll it.
  out += "<div class=\"scroll\" tabindex=\"0\"><table>\n";
  if (!table.caption.empty()) append_element(out, "caption", table.caption);
  append_head(out, table);
  out += "<tbody>\n";
  for (const std::vector<PageCell>& row : table.rows) {
    out += "<tr>";
    for (const PageCell& cell : row) append_cell(out, cell);
    out += "</tr>\n";
  }
  out += "</tbody></table></div>\n";
}

void append_block(std::string& out, const PageBars& bars) { append_bars(out, bars); }

std::string id_of(const Page& page, std::size_t index) {
  const std::string& id = page.sections[index].id;
  return id.empty() ? fmt::format("section-{}", index + 1) : id;
}

void append_nav(std::string& out, const Page& page) {
  if (page.sections.size() < 2) return;
  out += "<nav>";
  for (std::size_t i = 0; i < page.sections.size(); ++i) {
    out += "<a href=\"#";
    append_escaped(out, id_of(page, i));
    out += "\">";
    append_escaped(out, page.sections[i].title);
    out += "</a>\n";
  }
  out += "</nav>\n";
}

void append_section(std::string& out, const Page& page, std::size_t index) {
  out += "<section id=\"";
  append_escaped(out, id_of(page, index));
  out += "\">";
  append_element(out, "h2", page.sections[index].title);
  out += '\n';
  for (const PageBlock& block : page.sections[index].blocks) {
    std::visit([&](const auto& kind) { append_block(out, kind); }, block);
  }
  out += "</section>\n";
}

void append_top(std::string& out, const Page& page) {
  out += "<!DOCTYPE html>\n<html lang=\"";
  append_escaped(out, page.lang);
  // The policy holds even if something slipped through: nothing is loaded, nothing is run.
  out +=
      "\">\n<head>\n<meta charset=\"utf-8\"/>\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
      "<meta name=\"color-scheme\" content=\"light dark\"/>\n";
  append_element(out, "title", page.title);
  out += "\n<style>\n";
  out += page_style_sheet();
  out += "</style>\n</head>\n<body>\n<header>";
  append_element(out, "h1", page.title);
  if (!page.subtitle.empty()) append_element(out, "p", page.subtitle);
  out += "</header>\n";
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') out += c;
    }
  }
}

std::string to_html(const Page& page) {
  std::string out;
  append_top(out, page);
  append_nav(out, page);
  out += "<main>\n";
  for (std::size_t i = 0; i < page.sections.size(); ++i) append_section(out, page, i);
  out += "</main>\n</body>\n</html>\n";
  return out;
}

}  // namespace huizong
