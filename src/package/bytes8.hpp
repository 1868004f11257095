#pragma once
// Eight bytes at a time: what a hot loop asks of text, without a branch a byte.

#ifdef __SSE2__
#include <emmintrin.h>
#endif

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

/// A bit a byte for the sixteen bytes at `p`, all readable: set where it is no decimal digit.
inline std::uint32_t non_digits16(const char* p) {
#ifdef __SSE2__
  const __m128i value = _mm_sub_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i*>(p)), _mm_set1_epi8('0'));
  const __m128i others = _mm_cmpeq_epi8(_mm_max_epu8(value, _mm_set1_epi8(10)), value);
  return static_cast<std::uint32_t>(_mm_movemask_epi8(others));
#else
  return to_bits(non_digits(load8(p))) | to_bits(non_digits(load8(p + 8))) << 8;
#endif
}

/// A bit a byte for the sixteen bytes at `p`, all readable: set where it is `c`.
inline std::uint32_t marks16(const char* p, char c) {
#ifdef __SSE2__
  const __m128i same = _mm_cmpeq_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i*>(p)), _mm_set1_epi8(c));
  return static_cast<std::uint32_t>(_mm_movemask_epi8(same));
#else
  std::uint32_t marks = 0;
  for (int i = 0; i < 16; ++i) marks |= static_cast<std::uint32_t>(p[i] == c) << i;
  return marks;
#endif
}

/// The number that the first `count` characters of a word write; all are decimal digits. 0 for none. No branch a digit.
constexpr std::uint32_t to_number8(std::uint64_t word, std::size_t count) {
  if (count == 0) return 0;
  word = (word & 0x0F0F0F0F0F0F0F0Full) << (8 * (8 - count));  // zeros in front
  word = (word * 10 + (word >> 8)) & 0x00FF00FF00FF00FFull;
  word = (word * 100 + (word >> 16)) & 0x0000FFFF0000FFFFull;
  return static_cast<std::uint32_t>(word * 10000 + (word >> 32));
}

/// A number as its decimal digits, as `load8` sees them; zeros behind.
struct Digits8 {
  std::uint64_t word = 0;
  std::size_t size = 0;
};

/// `number` is 1 to 99,999,999. Halves, quarters and eighths of the digits are divided side by side: no branch a digit.
constexpr Digits8 to_digits8(std::uint32_t number) {
  std::uint64_t word = number / 10000 | std::uint64_t{number % 10000} << 32;
  const std::uint64_t hundreds = (word * 10486 >> 20) & 0x0000007F0000007Full;
  word = hundreds | (word - hundreds * 100) << 16;
  const std::uint64_t tens = (word * 103 >> 10) & 0x000F000F000F000Full;
  word = tens | (word - tens * 10) << 8;
  const auto zeros = static_cast<std::size_t>(std::countr_zero(word)) / 8;
  return {(word | 0x3030303030303030ull) >> (8 * zeros), 8 - zeros};
}

}  // namespace huizong
