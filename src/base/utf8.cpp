#include "base/utf8.hpp"

#include <array>
#include <cstring>

namespace huizong {
namespace {

bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

/// Bytes of the sequence that begins at `p`; 0 where it is broken.
std::size_t sequence_size(const unsigned char* p, std::size_t left) {
  const unsigned char lead = p[0];
  if (lead < 0x80) return 1;
  if ((lead & 0xF0) == 0xE0) {
    if (left < 3 || !is_continuation(p[1]) || !is_continuation(p[2])) return 0;
    const bool overlong = lead == 0xE0 && p[1] < 0xA0, surrogate = lead == 0xED && p[1] >= 0xA0;
    return overlong || surrogate ? 0 : 3;
  }
  if (lead >= 0xC2 && lead < 0xE0) return left >= 2 && is_continuation(p[1]) ? 2 : 0;
  if (lead < 0xF0 || lead > 0xF4 || left < 4) return 0;
  if (!is_continuation(p[1]) || !is_continuation(p[2]) || !is_continuation(p[3])) return 0;
  const bool overlong = lead == 0xF0 && p[1] < 0x90, too_great = lead == 0xF4 && p[1] >= 0x90;
  return overlong || too_great ? 0 : 4;
}

/// Past ASCII and past the three-byte sequences of Chinese, as far as four bytes can be read at a time: nearly all of nearly
/// every file, and each is looked through once.
const unsigned char* skip_common(const unsigned char* p, const unsigned char* end) {
  while (end - p >= 8) {
    std::uint64_t word;
    std::memcpy(&word, p, 8);
    if ((word & 0x8080808080808080ull) == 0) {
      p += 8;
      continue;
    }
    if ((p[0] & 0xF0) != 0xE0 || p[0] == 0xE0 || p[0] == 0xED || !is_continuation(p[1]) || !is_continuation(p[2])) return p;
    p += 3;
  }
  return p;
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
  const auto* p = reinterpret_cast<const unsigned char*>(text.data());
  const auto* end = p + text.size();
  while (p < end) {
    p = skip_common(p, end);
    if (p == end) return true;
    const std::size_t size = sequence_size(p, static_cast<std::size_t>(end - p));
    if (size == 0) return false;
    p += size;
  }
  return true;
}

void append_utf8(std::uint32_t code, std::string& out) {
  if (code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) code = 0xFFFD;
  std::array<char, 4> bytes{};
  std::size_t size = 0;
  const auto put = [&](std::uint32_t byte) { bytes[size++] = static_cast<char>(byte); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | (code >> 6));
  } else if (code < 0x10000) {
    put(0xE0 | (code >> 12));
    put(0x80 | ((code >> 6) & 0x3F));
  } else {
    put(0xF0 | (code >> 18));
    put(0x80 | ((code >> 12) & 0x3F));
    put(0x80 | ((code >> 6) & 0x3F));
  }
  if (code >= 0x80) put(0x80 | (code & 0x3F));
  out.append(bytes.data(), size);
}

}  // namespace huizong
