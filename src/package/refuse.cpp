#include "package/refuse.hpp"

#include <string>

#include "base/error.hpp"
#include "base/text.hpp"

namespace huizong {
namespace {

/// A name out of a file, as it can be shown: UTF-8 (old Chinese writers name parts in GBK) and no longer than a line.
std::string to_shown(std::string_view name) {
  constexpr std::size_t longest = 200;
  std::string shown(name.substr(0, longest));
  const std::size_t cut = name.size() > longest ? 3 : 0;  // a character that the end cuts through loses up to 3 bytes
  for (std::size_t less = 0; less <= cut; ++less) {
    const std::string_view head = std::string_view(shown).substr(0, shown.size() - less);
    if (is_valid_utf8(head)) return std::string(head);
    if (auto text = from_gb18030(head)) return std::move(*text);
  }
  for (char& c : shown) c = static_cast<unsigned char>(c) < 0x80 ? c : '?';
  return shown;
}

}  // namespace

void refuse_unreadable(std::string_view why) {
  throw Error(ErrorKind::input, "file.unreadable", {{"why", std::string(why)}});
}

void refuse_unreadable(std::string_view why, std::string_view part) {
  throw Error(ErrorKind::input, "file.unreadable", {{"why", std::string(why)}, {"part", to_shown(part)}});
}

void refuse_hostile(std::string_view why) {
  throw Error(ErrorKind::input, "file.hostile", {{"why", std::string(why)}});
}

void refuse_encrypted() { throw Error(ErrorKind::input, "file.encrypted"); }

void refuse_too_large(std::size_t limit_bytes) {
  throw Error(ErrorKind::input, "file.too-large", {{"limit", std::to_string(limit_bytes)}});
}

void refuse_unsupported(std::string_view format) {
  throw Error(ErrorKind::input, "file.unsupported", {{"format", std::string(format)}});
}

}  // namespace huizong
