#include "package/bytes8.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace huizong;

TEST_CASE("a number to its digits and back") {
  for (std::uint32_t number = 1; number <= 99'999'999; number = number < 2'000'000 ? number + 1 : number + 9'973) {
    const Digits8 digits = to_digits8(number);
    const std::string text = std::to_string(number);
    if (digits.size == text.size() && digits.word == word_of(text) && to_number8(digits.word, digits.size) == number) continue;
    FAIL_CHECK(number);
  }
}

TEST_CASE("marks of sixteen bytes, one by one and all together") {
  const std::string digits = "0123456789012345";
  CHECK(non_digits16(digits.data()) == 0);
  CHECK(marks16(digits.data(), '<') == 0);
  for (std::size_t at = 0; at < 16; ++at) {
    for (int byte = 0; byte < 256; ++byte) {
      std::string text = digits;
      text[at] = static_cast<char>(byte);
      const std::uint32_t bit = 1u << at;
      CHECK(non_digits16(text.data()) == (byte >= '0' && byte <= '9' ? 0 : bit));
      CHECK((marks16(text.data(), static_cast<char>(byte)) & bit) == bit);
    }
  }
  CHECK(marks16("<<<<<<<<<<<<<<<<", '<') == 0xFFFF);
}
