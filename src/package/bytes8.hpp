#pragma once
// Eight bytes at a time: what a hot loop asks of text, without a branch a byte.

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace huizong {

/// The eight bytes at `p` as a number whose lowest byte is the first. All eight must be readable.
inline std::uint64_t load8(const char* p) {
  std::uint64_t word;
  std::memcpy(&word, p, 8);
  if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
  return word;
}

/// Up to eight characters as `load8` sees them, zeros behind: what to compare with.
constexpr std::uint64_t word_of(std::string_view text) {
  std::uint64_t word = 0;
  for (std::size_t i = 0; i < text.size(); ++i) word |= std::uint64_t{static_cast<unsigned char>(text[i])} << (8 * i);
  return word;
}

/// The lowest `bytes` bytes of a word; 0 to 8.
constexpr std::uint64_t mask_of(std::size_t bytes) { return bytes >= 8 ? ~0ull : (1ull << (8 * bytes)) - 1; }

/// Does `text` (up to eight characters) stand at `p`? All eight bytes there must be readable.
template <std::size_t size>
inline bool stands_at(const char* p, const char (&text)[size]) {
  static_assert(size - 1 <= 8);
  return ((load8(p) ^ word_of({text, size - 1})) & mask_of(size - 1)) == 0;
}

/// The top bit of every byte that is no decimal digit.
constexpr std::uint64_t non_digits(std::uint64_t word) {
  constexpr std::uint64_t top = 0x8080808080808080ull;
  const std::uint64_t value = word ^ 0x3030303030303030ull;  // 0 to 9 for a digit, more for all else
  return (((value & ~top) + 0x7676767676767676ull) | value) & top;
}

/// A bit a byte: bit i is the top bit of byte i.
constexpr std::uint32_t to_bits(std::uint64_t marks) {
  return static_cast<std::uint32_t>(((marks >> 7) * 0x0102040810204080ull) >> 56);
}

/// The number that the first `count` characters of a word write; all are decimal digits. 0 for none. No branch a digit.
constexpr std::uint32_t to_number8(std::uint64_t word, std::size_t count) {
  if (count == 0) return 0;
  word = (word & 0x0F0F0F0F0F0F0F0Full) << (8 * (8 - count));  // zeros in front
  word = (word * 10 + (word >> 8)) & 0x00FF00FF00FF00FFull;
  word = (word * 100 + (word >> 16)) & 0x0000FFFF0000FFFFull;
  return static_cast<std::uint32_t>(word * 10000 + (word >> 32));
}

}  // namespace huizong
