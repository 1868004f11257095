#include "package/xml.hpp"

#include <cstring>

#include "package/refuse.hpp"

namespace huizong {
namespace {

constexpr bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

const char* find_char(const char* from, const char* end, char c) {
  return static_cast<const char*>(std::memchr(from, c, static_cast<std::size_t>(end - from)));
}

/// The > that ends a tag: not one inside quotes. nullptr where the window ends before.
const char* find_tag_end(const char* from, const char* end) {
  for (const char* p = from; p < end; ++p) {
    if (*p == '>') return p;
    if (*p == '<') refuse_unreadable("why.xml-malformed");
    if (*p != '"' && *p != '\'') continue;
    p = find_char(p + 1, end, *p);
    if (!p) return nullptr;
  }
  return nullptr;
}

std::string_view local_part(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

XmlToken XmlScanner::next() {
  while (true) {
    if (at_ >= end_) return XmlToken::end;
    if (*at_ != '<') {
      const char* open = find_char(at_, end_, '<');
      if (!open) return XmlToken::end;
      text_ = {at_, static_cast<std::size_t>(open - at_)};
      is_cdata_ = false;
      at_ = open;
      return XmlToken::text;
    }
    if (end_ - at_ < 2) return XmlToken::end;
    if (at_[1] == '/') return scan_finish();
    if (at_[1] != '!' && at_[1] != '?') return scan_start();
    const char* before = at_;
    const XmlToken token = scan_markup();
    if (token == XmlToken::text) return token;
    if (at_ == before) return XmlToken::end;  // not closed in this window
  }
}

/// Comments and processing instructions are passed over (`end` with the position moved); CDATA is text.
XmlToken XmlScanner::scan_markup() {
  const std::string_view ahead(at_, static_cast<std::size_t>(end_ - at_));
  constexpr std::string_view cdata = "<![CDATA[", comment = "<!--";
  if (ahead[1] == '?') {
    skip_behind("?>", 2);
  } else if (ahead.substr(0, comment.size()) == comment) {
    skip_behind("-->", comment.size());
  } else if (ahead.substr(0, cdata.size()) == cdata) {
    const char* from = at_ + cdata.size();
    if (!skip_behind("]]>", cdata.size())) return XmlToken::end;
    text_ = {from, static_cast<std::size_t>(at_ - 3 - from)};
    is_cdata_ = true;
    return XmlToken::text;
  } else if (ahead.size() >= cdata.size() ||
             (ahead != comment.substr(0, ahead.size()) && ahead != cdata.substr(0, ahead.size()))) {
    // Entities are declared in a DOCTYPE: no office program writes one, and an attack begins with one.
    refuse_hostile("why.xml-doctype");
  }
  return XmlToken::end;
}

bool XmlScanner::skip_behind(std::string_view mark, std::size_t from) {
  const std::string_view ahead(at_, static_cast<std::size_t>(end_ - at_));
  const std::size_t found = ahead.find(mark, from);
  if (found == std::string_view::npos) return false;
  at_ += found + mark.size();
  return true;
}

XmlToken XmlScanner::scan_start() {
  const char* p = at_ + 1;
  const char* name = p;
  while (p < end_ && !is_space(*p) && *p != '>' && *p != '/') {
    if (*p == ':') name = p + 1;
    ++p;
  }
  const char* name_end = p;
  const char* close = p < end_ ? find_tag_end(p, end_) : nullptr;
  if (!close) return XmlToken::end;
  if (name == name_end) refuse_unreadable("why.xml-malformed");
  self_closed_ = close[-1] == '/';
  name_ = {name, static_cast<std::size_t>(name_end - name)};
  const char* attributes_end = self_closed_ ? close - 1 : close;
  attributes_ = {name_end, static_cast<std::size_t>(attributes_end - name_end)};
  at_ = close + 1;
  if (!self_closed_) ++depth_;
  return XmlToken::start;
}

XmlToken XmlScanner::scan_finish() {
  const char* close = find_char(at_ + 2, end_, '>');
  if (!close) return XmlToken::end;
  const char* name_end = close;
  while (name_end > at_ + 2 && is_space(name_end[-1])) --name_end;
  name_ = local_part({at_ + 2, static_cast<std::size_t>(name_end - at_ - 2)});
  at_ = close + 1;
  if (--depth_ < 0) refuse_unreadable("why.xml-malformed");
  return XmlToken::finish;
}

bool XmlScanner::skip_element() {
  if (self_closed_) return true;
  const int outside = depth_ - 1;
  while (depth_ > outside) {
    if (next() == XmlToken::end) return false;
  }
  return true;
}

bool take_attribute(std::string_view& attributes, XmlAttribute& attribute) {
  const char* p = attributes.data();
  const char* end = p + attributes.size();
  while (p < end && is_space(*p)) ++p;
  const char* name = p;
  const char* local = p;
  while (p < end && *p != '=' && !is_space(*p)) {
    if (*p++ == ':') local = p;
  }
  attribute.name = {name, static_cast<std::size_t>(p - name)};
  attribute.local = {local, static_cast<std::size_t>(p - local)};
  while (p < end && is_space(*p)) ++p;
  if (p >= end || *p != '=') return false;
  ++p;
  while (p < end && is_space(*p)) ++p;
  if (p >= end || (*p != '"' && *p != '\'')) return false;
  const char* value = p + 1;
  const char* close = find_char(value, end, *p);
  if (!close) return false;
  attribute.value = {value, static_cast<std::size_t>(close - value)};
  attributes.remove_prefix(static_cast<std::size_t>(close + 1 - attributes.data()));
  return true;
}

std::optional<std::string_view> find_local_attribute(std::string_view attributes, std::string_view local) {
  XmlAttribute found;
  while (take_attribute(attributes, found)) {
    if (found.local == local) return found.value;
  }
  return std::nullopt;
}

std::optional<std::string_view> XmlScanner::find_attribute(std::string_view local, bool prefixed) const {
  std::string_view rest = attributes_;
  XmlAttribute found;
  while (take_attribute(rest, found)) {
    if (!prefixed && found.name == local) return found.value;
    const bool has_prefix = found.local.size() < found.name.size() && !found.name.starts_with("xmlns:");
    if (prefixed && has_prefix && found.local == local) return found.value;
  }
  return std::nullopt;
}

}  // namespace huizong
