// GB18030 to UTF-8 by a table of its pairs: most of the big texts of offices are in it, and iconv goes character by
// character. The characters themselves are asked of iconv, once a pair.
#include <iconv.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"

namespace huizong {
namespace {

/// One character in UTF-8; size 0 where there is none.
struct Utf8Character {
  std::array<char, 4> bytes{};
  std::uint8_t size = 0;
};

constexpr unsigned first_lead = 0x81, last_lead = 0xFE, first_trail = 0x40, last_trail = 0xFE;
constexpr unsigned trails = last_trail - first_trail + 1;

unsigned byte_of(char c) { return static_cast<unsigned char>(c); }
bool is_lead(char c) { return byte_of(c) >= first_lead && byte_of(c) <= last_lead; }
bool is_trail(char c) { return byte_of(c) >= first_trail && byte_of(c) <= last_trail && byte_of(c) != 0x7F; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

class Converter {
 public:
  Converter() : converter_(iconv_open("UTF-8", "GB18030")) {}
  ~Converter() {
    if (is_open()) iconv_close(converter_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  /// One character.
  Utf8Character convert(std::string_view bytes) const {
    Utf8Character character;
    if (!is_open()) return character;
    char* in = const_cast<char*>(bytes.data());  // iconv's signature; it does not write there
    char* out = character.bytes.data();
    std::size_t in_left = bytes.size(), out_left = character.bytes.size();
    const bool is_whole = iconv(converter_, &in, &in_left, &out, &out_left) != static_cast<std::size_t>(-1) && in_left == 0;
    iconv(converter_, nullptr, nullptr, nullptr, nullptr);
    character.size = static_cast<std::uint8_t>(is_whole ? character.bytes.size() - out_left : 0);
    return character;
  }

 private:
  bool is_open() const { return converter_ != reinterpret_cast<iconv_t>(-1); }

  iconv_t converter_;
};

std::vector<Utf8Character> make_pairs() {
  const Converter converter;
  std::vector<Utf8Character> pairs((last_lead - first_lead + 1) * trails);
  for (unsigned lead = first_lead; lead <= last_lead; ++lead) {
    for (unsigned trail = first_trail; trail <= last_trail; ++trail) {
      const char pair[] = {static_cast<char>(lead), static_cast<char>(trail)};
      if (is_trail(pair[1])) pairs[(lead - first_lead) * trails + trail - first_trail] = converter.convert({pair, 2});
    }
  }
  return pairs;
}

const Utf8Character& pair_of(char lead, char trail) {
  static const std::vector<Utf8Character> pairs = make_pairs();
  return pairs[(byte_of(lead) - first_lead) * trails + byte_of(trail) - first_trail];
}

}  // namespace

std::optional<std::string> from_gb18030(std::string_view bytes) {
  constexpr std::size_t worth_a_table = 64 * 1024;
  if (bytes.size() < worth_a_table) return from_encoding(bytes, "GB18030");
  constexpr std::uint64_t high_bits = 0x8080808080808080;
  const Converter converter;
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 2);  // touched only as far as it is used
  std::array<char, 4096> chunk;
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  while (at < end) {
    char* to = chunk.data();
    while (at < end && to < chunk.data() + chunk.size() - 8) {
      std::uint64_t eight = high_bits;
      if (end - at >= 8) std::memcpy(&eight, at, 8);
      if ((eight & high_bits) == 0) {
        std::memcpy(to, &eight, 8);
        at += 8;
        to += 8;
        continue;
      }
      if (byte_of(*at) < 0x80) {
        *to++ = *at++;
        continue;
      }
      if (!is_lead(*at) || end - at < 2) return std::nullopt;
      const bool is_pair = is_trail(at[1]);
      if (!is_pair && (!is_digit(at[1]) || end - at < 4)) return std::nullopt;
      const Utf8Character character = is_pair ? pair_of(at[0], at[1]) : converter.convert({at, 4});
      if (character.size == 0) return std::nullopt;
      std::memcpy(to, character.bytes.data(), 4);
      to += character.size;
      at += is_pair ? 2 : 4;
    }
    out.append(chunk.data(), to);
  }
  return out;
}

}  // namespace huizong
