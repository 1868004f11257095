#include "package/element_text.hpp"

#include <string>

namespace huizong {

std::optional<std::string_view> read_element_text(XmlScanner& xml, TextArena& arena) {
  if (xml.self_closed()) return std::string_view();
  const int outside = xml.depth() - 1;
  std::string_view text;
  std::string joined;
  for (int pieces = 0;;) {
    const XmlToken token = xml.next();
    if (token == XmlToken::end) return std::nullopt;
    if (token == XmlToken::finish && xml.depth() == outside) return joined.empty() ? text : arena.keep(joined);
    if (token != XmlToken::text) continue;
    const bool plain = xml.is_cdata() || !needs_decoding(xml.text());
    if (++pieces == 1 && plain) {
      text = xml.text();
      continue;
    }
    if (pieces == 2) joined.insert(0, text);
    xml.is_cdata() ? static_cast<void>(joined += xml.text()) : append_decoded(xml.text(), joined);
  }
}

}  // namespace huizong
