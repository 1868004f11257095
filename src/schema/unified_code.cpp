#include "schema/unified_code.hpp"

#include <array>
#include <cstddef>

namespace huizong {
namespace {

/// The 31 characters in the order of their values: the letters I, O, S, V and Z are not used.
constexpr std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/// Weights of the first 17 characters: 3 to the power of the place, modulo 31.
constexpr std::array<unsigned, 17> weights{1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

std::size_t value_of(char c) { return alphabet.find(c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c); }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

bool is_unified_code(std::string_view code) {
  if (code.size() != weights.size() + 1) return false;
  for (const char digit : code.substr(2, 6)) {  // the region, after GB/T 2260
    if (!is_digit(digit)) return false;
  }
  std::size_t sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const std::size_t value = value_of(code[i]);
    if (value == std::string_view::npos) return false;
    sum += value * weights[i];
  }
  return value_of(code.back()) == (alphabet.size() - sum % alphabet.size()) % alphabet.size();
}

}  // namespace huizong
