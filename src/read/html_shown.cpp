#include "read/html_shown.hpp"

#include <utility>

#include "read/html_style.hpp"

namespace huizong {

bool is_hidden(const HtmlScanner& html) {
  return html.attribute("hidden") || is_hiding_style(html.attribute("style").value_or(""));
}

/// Elements that are not shown, and the notes that Excel puts beside the cells and below the table.
void HtmlShown::start(const HtmlScanner& html) {
  const HtmlTag tag = html.tag();
  const bool may_hide = tag == HtmlTag::other || tag == HtmlTag::block || tag == HtmlTag::link || tag == HtmlTag::pre;
  if (!may_hide || html.self_closed()) return;
  if (hidden_.depth > 0) {
    const bool ends_itself = html.name() == "p" || html.name() == "li";
    if (html.name() == hidden_.name) hidden_.depth += ends_itself ? 0 : 1;
  } else if (is_hidden(html) || html.attribute("class") == "msocomanchor" ||
             find_declaration(html.attribute("style").value_or(""), "mso-element") == "comment-list") {
    hidden_ = {std::string(html.name()), 1};
  }
}

bool HtmlShown::start_struck(const HtmlScanner& html) {
  if (html.tag() != HtmlTag::other || html.self_closed()) return false;
  if (struck_.depth > 0) {
    if (html.name() == struck_.name) ++struck_.depth;
    return false;
  }
  if (!is_striking_style(html.attribute("style").value_or(""))) return false;
  struck_ = {std::string(html.name()), 1};
  return true;
}

bool HtmlShown::finish(const HtmlScanner& html) {
  if (hidden_.depth > 0 && html.name() == hidden_.name) --hidden_.depth;
  return struck_.depth > 0 && html.name() == struck_.name && --struck_.depth == 0;
}

NestedElement HtmlShown::enter_cell() { return std::exchange(hidden_, {}); }

void HtmlShown::leave_cell(NestedElement around) {
  hidden_ = std::move(around);
  struck_ = {};
}

}  // namespace huizong
