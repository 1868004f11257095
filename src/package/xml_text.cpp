// Character data: references, line ends, encodings.
#include <charconv>

#include "base/text.hpp"
#include "package/refuse.hpp"
#include "package/xml.hpp"

namespace huizong {
namespace {

struct NamedReference {
  std::string_view name;
  char meaning;
};
constexpr NamedReference named[] = {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};

/// The reference between & and ;. False where it is none that XML knows without a DOCTYPE.
bool append_reference(std::string_view reference, std::string& out) {
  for (const auto& [name, meaning] : named) {
    if (reference == name) return out += meaning, true;
  }
  if (reference.size() < 2 || reference[0] != '#') return false;
  const bool hex = reference[1] == 'x';
  const char* from = reference.data() + (hex ? 2 : 1);
  const char* end = reference.data() + reference.size();
  std::uint32_t code = 0;
  const auto [stop, error] = std::from_chars(from, end, code, hex ? 16 : 10);
  if (error != std::errc() || stop != end) return false;
  append_utf8(code, out);
  return true;
}

}  // namespace

bool needs_decoding(std::string_view raw) {
  // Two searches for one byte are several times faster than one for either.
  return raw.find('&') != std::string_view::npos || raw.find('\r') != std::string_view::npos;
}

void append_decoded(std::string_view raw, std::string& out) {
  constexpr std::size_t longest_reference = 12;
  while (true) {
    const std::size_t special = raw.find_first_of("&\r");
    out += raw.substr(0, special);
    if (special == std::string_view::npos) return;
    raw.remove_prefix(special);
    if (raw[0] == '\r') {
      out += '\n';
      raw.remove_prefix(raw.size() > 1 && raw[1] == '\n' ? 2 : 1);
      continue;
    }
    const std::size_t close = raw.substr(0, longest_reference).find(';');
    const bool known = close != std::string_view::npos && append_reference(raw.substr(1, close - 1), out);
    if (!known) out += '&';  // a bare &: broken, but plain what was meant
    raw.remove_prefix(known ? close + 1 : 1);
  }
}

std::string decode_xml(std::string_view raw) {
  std::string out;
  append_decoded(raw, out);
  return out;
}

bool is_utf16(std::string_view part) {
  using namespace std::string_view_literals;
  const std::string_view head = part.substr(0, 2);
  return head == "\xFF\xFE"sv || head == "\xFE\xFF"sv || head == "<\0"sv || head == "\0<"sv;
}

std::string_view to_utf8_part(std::string_view part, std::string& own) {
  if (is_utf16(part)) {
    const bool big_endian = part[0] == '\xFE' || part[0] == '\0';
    const bool has_mark = part[0] == '\xFE' || part[0] == '\xFF';
    own = from_utf16(part.substr(has_mark ? 2 : 0), big_endian);
    return own;
  }
  if (part.substr(0, 3) == "\xEF\xBB\xBF") part.remove_prefix(3);
  if (!is_valid_utf8(part)) refuse_unreadable("why.xml-encoding");
  return part;
}

}  // namespace huizong
