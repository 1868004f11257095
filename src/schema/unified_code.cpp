#include "schema/unified_code.hpp"

#include <array>
#include <cstddef>

namespace huizong {
namespace {

/// The 31 characters in the order of their values: the letters I, O, S, V and Z are not used.
constexpr std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/// Weights of the first 17 characters: 3 to the power of the place, modulo 31.
constexpr std::array<unsigned, 17> weights{1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

constexpr unsigned char no_value = 0xFF;

/// The value of every byte; small letters count as large ones.
constexpr std::array<unsigned char, 256> make_values() {
  std::array<unsigned char, 256> values{};
  values.fill(no_value);
  for (std::size_t i = 0; i < alphabet.size(); ++i) {
    const char c = alphabet[i];
    values[static_cast<unsigned char>(c)] = static_cast<unsigned char>(i);
    if (c >= 'A') values[static_cast<unsigned char>(c) + 32u] = static_cast<unsigned char>(i);
  }
  return values;
}

constexpr auto values = make_values();

unsigned value_of(char c) { return values[static_cast<unsigned char>(c)]; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

bool is_unified_code(std::string_view code) {
  if (code.size() != weights.size() + 1) return false;
  for (const char digit : code.substr(2, 6)) {  // the region, after GB/T 2260
    if (!is_digit(digit)) return false;
  }
  unsigned sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const unsigned value = value_of(code[i]);
    if (value == no_value) return false;
    sum += value * weights[i];
  }
  return value_of(code.back()) == (alphabet.size() - sum % alphabet.size()) % alphabet.size();
}

}  // namespace huizong
