#include "read/html_scanner.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "base/ascii.hpp"

namespace huizong {
namespace {

struct TagRow {
  std::string_view name;
  HtmlTag tag;
  bool is_raw = false;  ///< what stands inside is no markup
};

constexpr TagRow tags[] = {
    {"table", HtmlTag::table}, {"tr", HtmlTag::tr}, {"td", HtmlTag::td}, {"th", HtmlTag::td},
    {"caption", HtmlTag::caption}, {"col", HtmlTag::col}, {"br", HtmlTag::br}, {"pre", HtmlTag::pre},
    {"body", HtmlTag::page_end}, {"html", HtmlTag::page_end}, {"style", HtmlTag::style, true},
    {"input", HtmlTag::input}, {"select", HtmlTag::choice, true}, {"textarea", HtmlTag::choice, true},
    {"frameset", HtmlTag::frameset}, {"a", HtmlTag::link}, {"em", HtmlTag::emphasis},
    {"s", HtmlTag::struck}, {"strike", HtmlTag::struck}, {"del", HtmlTag::struck}, {"sup", HtmlTag::raised}, {"sub", HtmlTag::lowered},
    {"p", HtmlTag::block}, {"div", HtmlTag::block}, {"h1", HtmlTag::block}, {"h2", HtmlTag::block},
    {"h3", HtmlTag::block}, {"h4", HtmlTag::block}, {"h5", HtmlTag::block}, {"h6", HtmlTag::block},
    {"li", HtmlTag::block}, {"ul", HtmlTag::block}, {"ol", HtmlTag::block}, {"dl", HtmlTag::block},
    {"dt", HtmlTag::block}, {"dd", HtmlTag::block}, {"hr", HtmlTag::block}, {"form", HtmlTag::block},
    {"center", HtmlTag::block}, {"blockquote", HtmlTag::block}, {"address", HtmlTag::block},
    {"section", HtmlTag::block}, {"article", HtmlTag::block}, {"header", HtmlTag::block},
    {"footer", HtmlTag::block}, {"fieldset", HtmlTag::block}, {"legend", HtmlTag::block}, {"main", HtmlTag::block},
    {"nav", HtmlTag::block}, {"figure", HtmlTag::block},
    {"script", HtmlTag::drop, true}, {"title", HtmlTag::drop, true}, {"xml", HtmlTag::drop, true},
    {"noscript", HtmlTag::drop, true}, {"iframe", HtmlTag::drop, true}, {"noframes", HtmlTag::drop, true},
    {"template", HtmlTag::drop, true}, {"object", HtmlTag::drop, true}, {"svg", HtmlTag::drop, true},
    {"rt", HtmlTag::drop, true}, {"comment", HtmlTag::drop, true},
    {"img", HtmlTag::empty}, {"meta", HtmlTag::empty}, {"link", HtmlTag::empty}, {"wbr", HtmlTag::empty},
    {"base", HtmlTag::empty}, {"embed", HtmlTag::empty}, {"area", HtmlTag::empty}, {"source", HtmlTag::empty},
};

const TagRow* find_tag(std::string_view name) {
  const auto row = std::find_if(std::begin(tags), std::end(tags), [&](const TagRow& r) { return r.name == name; });
  return row == std::end(tags) ? nullptr : row;
}

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

bool equals_ignoring_case(std::string_view text, std::string_view lower) {
  return text.size() == lower.size() &&
         std::equal(text.begin(), text.end(), lower.begin(), [](char a, char b) { return to_lower(a) == b; });
}

bool contains_ignoring_case(std::string_view text, std::string_view lower) {
  return std::search(text.begin(), text.end(), lower.begin(), lower.end(),
                     [](char a, char b) { return to_lower(a) == b; }) != text.end();
}

HtmlToken HtmlScanner::next() {
  is_raw_ = is_cdata_ = false;
  if (!raw_element_.empty()) return take_raw_text();
  while (at_ < end_) {
    const char* from = at_;
    if (*at_ == '<') {
      if (scan_markup()) return token_;
      if (cut_off_) break;
      if (at_ != from) continue;  // a comment
      ++at_;                      // a < that opens nothing
    }
    const void* stop = std::memchr(at_, '<', static_cast<std::size_t>(end_ - at_));
    at_ = stop ? static_cast<const char*>(stop) : end_;
    text_ = std::string_view(from, static_cast<std::size_t>(at_ - from));
    return token_ = HtmlToken::text;
  }
  return token_ = HtmlToken::end;
}

HtmlToken HtmlScanner::cut_off() {
  cut_off_ = true;
  at_ = end_;
  return token_ = HtmlToken::end;
}

/// What stands in a <script> up to its </script>, whatever it looks like.
HtmlToken HtmlScanner::take_raw_text() {
  const char* from = at_;
  const std::string close = "/" + std::exchange(raw_element_, {});
  while (true) {
    const void* found = at_ < end_ ? std::memchr(at_, '<', static_cast<std::size_t>(end_ - at_)) : nullptr;
    if (!found) return cut_off();
    at_ = static_cast<const char*>(found) + 1;
    const std::string_view ahead(at_, std::min(close.size(), static_cast<std::size_t>(end_ - at_)));
    const char* behind = at_ + ahead.size();
    if (equals_ignoring_case(ahead, close) && (behind == end_ || is_space(*behind) || *behind == '>' || *behind == '/'))
      break;
  }
  --at_;
  text_ = std::string_view(from, static_cast<std::size_t>(at_ - from));
  is_raw_ = true;
  return token_ = HtmlToken::text;
}

/// Behind the next `mark`, from `from` bytes ahead; cut off where there is none.
bool HtmlScanner::skip_behind(std::string_view mark, std::size_t from) {
  const std::string_view ahead(at_, static_cast<std::size_t>(end_ - at_));
  const std::size_t found = ahead.find(mark, from);
  if (found == std::string_view::npos) {
    cut_off();
    return false;
  }
  at_ += found + mark.size();
  return true;
}

/// True where a token was found; false behind a comment, or with nothing moved where < is a character.
bool HtmlScanner::scan_markup() {
  const std::string_view ahead(at_, static_cast<std::size_t>(end_ - at_));
  if (ahead.size() < 2) return false;
  if (is_letter(ahead[1])) return scan_tag(true);
  if (ahead[1] == '/') return ahead.size() > 2 && is_letter(ahead[2]) ? scan_tag(false) : ahead.size() > 2 && skip_behind(">", 2) && false;
  if (ahead[1] == '?') return skip_behind(">", 2) && false;
  if (ahead[1] != '!') return false;
  if (ahead.starts_with("<![CDATA[")) {
    const char* from = at_ + 9;
    if (!skip_behind("]]>", 9)) return false;
    text_ = std::string_view(from, static_cast<std::size_t>(at_ - 3 - from));
    is_cdata_ = true;
    token_ = HtmlToken::text;
    return true;
  }
  if (ahead.starts_with("<!-->") || ahead.starts_with("<!--->")) return skip_behind(">", 4) && false;
  return ahead.starts_with("<!--") ? skip_behind("-->", 4) && false : skip_behind(">", 2) && false;
}

void HtmlScanner::set_name(std::string_view name) {
  name_.assign(name);
  std::transform(name_.begin(), name_.end(), name_.begin(), [](char c) { return to_lower(c); });
}

bool HtmlScanner::scan_tag(bool is_start) {
  const char* from = at_ + 1;
  at_ = is_start ? from : from + 1;
  const char* name = at_;
  while (at_ < end_ && !is_space(*at_) && *at_ != '>' && *at_ != '/') ++at_;
  set_name({name, static_cast<std::size_t>(at_ - name)});
  if (!scan_attributes()) return cut_off(), false;
  raw_tag_ = std::string_view(from, static_cast<std::size_t>(at_ - 1 - from));
  const TagRow* row = find_tag(name_);
  tag_ = row ? row->tag : HtmlTag::other;
  if (is_start && row && row->is_raw && !self_closed_) raw_element_ = name_;
  token_ = is_start ? HtmlToken::start : HtmlToken::finish;
  return true;
}

/// To behind the >. False where the text ends before.
bool HtmlScanner::scan_attributes() {
  attributes_.clear();
  self_closed_ = false;
  while (at_ < end_) {
    if (*at_ == '>') {
      self_closed_ = at_[-1] == '/';
      ++at_;
      return true;
    }
    if (is_space(*at_) || *at_ == '/') {
      ++at_;
      continue;
    }
    const char* name = at_++;
    while (at_ < end_ && !is_space(*at_) && *at_ != '=' && *at_ != '>' && *at_ != '/') ++at_;
    Attribute attribute{{name, static_cast<std::size_t>(at_ - name)}, {}};
    if (!scan_value(attribute)) return false;
    attributes_.push_back(attribute);
  }
  return false;
}

bool HtmlScanner::scan_value(Attribute& attribute) {
  const char* p = at_;
  while (p < end_ && is_space(*p)) ++p;
  if (p == end_ || *p != '=') return true;
  ++p;
  while (p < end_ && is_space(*p)) ++p;
  if (p == end_) return false;
  const char quote = *p;
  const char* value = p;
  if (quote == '"' || quote == '\'') {
    ++value;
    const void* close = std::memchr(value, quote, static_cast<std::size_t>(end_ - value));
    if (!close) return false;
    p = static_cast<const char*>(close);
    at_ = p + 1;
  } else {
    while (p < end_ && !is_space(*p) && *p != '>') ++p;
    at_ = p;
  }
  attribute.value = std::string_view(value, static_cast<std::size_t>(p - value));
  return true;
}

std::optional<std::string_view> HtmlScanner::attribute(std::string_view name) const {
  for (const Attribute& a : attributes_) {
    if (equals_ignoring_case(a.name, name)) return a.value;
  }
  return std::nullopt;
}

bool HtmlScanner::has_swallowed_tags() const {
  return std::any_of(attributes_.begin(), attributes_.end(), [](const Attribute& a) {
    if (a.value.find('<') == std::string_view::npos) return false;
    return contains_ignoring_case(a.value, "</td") || contains_ignoring_case(a.value, "<td") ||
           contains_ignoring_case(a.value, "</tr") || contains_ignoring_case(a.value, "<tr");
  });
}

}  // namespace huizong
