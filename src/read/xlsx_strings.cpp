#include "read/xlsx_strings.hpp"

#include <charconv>
#include <cstring>

#include "base/text.hpp"
#include "package/element_text.hpp"
#include "package/refuse.hpp"
#include "read/run_text.hpp"
#include "read/xlsx_styles.hpp"

namespace huizong {
namespace {

constexpr std::size_t escape_size = 7;  // _xHHHH_

/// The UTF-16 unit of an escape at the start of `text`; nullopt where there is none.
std::optional<unsigned> escape_at(std::string_view text) {
  if (text.size() < escape_size || text[0] != '_' || text[1] != 'x' || text[6] != '_') return std::nullopt;
  unsigned unit = 0;
  const auto [stop, error] = std::from_chars(text.data() + 2, text.data() + 6, unit, 16);
  if (error != std::errc() || stop != text.data() + 6) return std::nullopt;
  return unit;
}

/// A unit, or a pair of surrogates in two escapes in a row, as UTF-8. Moves `text` behind it.
void append_escape(unsigned unit, std::string_view& text, std::string& out) {
  text.remove_prefix(escape_size);
  std::string units{static_cast<char>(unit & 0xFF), static_cast<char>(unit >> 8)};
  const auto low = unit >= 0xD800 && unit < 0xDC00 ? escape_at(text) : std::nullopt;
  const bool is_pair = low && *low >= 0xDC00 && *low < 0xE000;
  if (is_pair) {
    units += {static_cast<char>(*low & 0xFF), static_cast<char>(*low >> 8)};
    text.remove_prefix(escape_size);
  } else if (unit >= 0xD800 && unit < 0xE000) {
    out += "\xEF\xBF\xBD";
    return;
  }
  out += from_utf16(units, false);
}

/// What an element of a run's properties says of its text. Nothing else makes another figure of it.
std::optional<RunLook> look_of_run(const XmlScanner& xml) {
  if (is_strike(xml)) return RunLook::struck;
  if (xml.name() != "vertAlign") return std::nullopt;
  const std::string_view value = xml.attribute("val").value_or("");
  if (value == "superscript") return RunLook::raised;
  return value == "subscript" ? std::optional(RunLook::lowered) : std::nullopt;
}

}  // namespace

std::string_view unescape_text(std::string_view text, TextArena& arena) {
  std::size_t at = text.find("_x");
  while (at != std::string_view::npos && !escape_at(text.substr(at))) at = text.find("_x", at + 1);
  if (at == std::string_view::npos) return text;
  std::string out;
  while (!text.empty()) {
    if (const auto unit = escape_at(text)) {
      append_escape(*unit, text, out);
    } else {
      out += text.front();
      text.remove_prefix(1);
    }
  }
  return arena.keep(out);
}

std::optional<std::string_view> read_rich_text(XmlScanner& xml, TextArena& arena) {
  if (xml.self_closed()) return std::string_view();
  const int outside = xml.depth() - 1;
  std::string_view text;
  std::string joined;
  RunLook look = RunLook::plain;
  while (true) {
    const XmlToken token = xml.next();
    if (token == XmlToken::end) return std::nullopt;
    if (token == XmlToken::finish && xml.depth() == outside) return joined.empty() ? text : arena.keep(joined);
    if (token != XmlToken::start) continue;
    if (xml.name() == "rPh") {
      if (!xml.skip_element()) return std::nullopt;
      continue;
    }
    if (xml.name() == "r") look = RunLook::plain;
    if (const auto own = look_of_run(xml)) look = *own;
    if (xml.name() != "t") continue;
    const auto raw = read_element_text(xml, arena);
    if (!raw) return std::nullopt;
    std::string_view piece = unescape_text(*raw, arena);
    if (look != RunLook::plain) piece = arena.keep(to_run_text(piece, look));
    if (text.empty() && joined.empty()) {
      text = piece;
    } else {
      if (joined.empty()) joined = text;
      joined += piece;
    }
  }
}

SharedStrings::SharedStrings(const ZipEntry& entry, InflateBudget& budget) : bytes_(inflate_part(entry, budget)) {
  text_ = to_utf8_part(bytes_.view(), converted_);
  XmlScanner xml(text_);
  bool has_root = false;
  while (true) {
    if (take_plain(xml)) continue;
    const XmlToken token = xml.next();
    if (token == XmlToken::end) break;
    if (token != XmlToken::start) continue;
    has_root = true;
    if (xml.name() != "si" && xml.name() != "sstItem") continue;  // sstItem: betas of Office 2007
    const auto text = read_rich_text(xml, arena_);
    if (!text) refuse_unreadable("why.xml-cut-off", entry.name);
    add(*text);
  }
  if (!has_root || xml.depth() != 0) refuse_unreadable("why.xml-cut-off", entry.name);
}

void SharedStrings::add(std::string_view text) {
  if (text.empty()) return places_.push_back({});
  const auto begin = reinterpret_cast<std::uintptr_t>(text_.data()), at = reinterpret_cast<std::uintptr_t>(text.data());
  const bool is_inside = at >= begin && at - begin < text_.size() && at - begin < elsewhere && text.size() < elsewhere;
  if (is_inside) {
    places_.push_back({static_cast<std::uint32_t>(at - begin), static_cast<std::uint32_t>(text.size())});
  } else {
    places_.push_back({static_cast<std::uint32_t>(others_.size()), elsewhere});
    others_.push_back(text);
  }
}

/// The straight path: <si><t>text</t></si> with nothing to decode. False, and nothing moved, for all else.
bool SharedStrings::take_plain(XmlScanner& xml) {
  constexpr std::string_view open = "<si><t>", close = "</t></si>";
  const std::string_view ahead(xml.cursor(), static_cast<std::size_t>(xml.limit() - xml.cursor()));
  if (ahead.substr(0, open.size()) != open) return false;
  const std::size_t end = ahead.find('<', open.size());
  if (end == std::string_view::npos || ahead.substr(end, close.size()) != close) return false;
  const std::string_view text = ahead.substr(open.size(), end - open.size());
  if (needs_decoding(text)) return false;
  add(unescape_text(text, arena_));
  xml.move_to(xml.cursor() + end + close.size());
  return true;
}

}  // namespace huizong
