#include "base/utf8.hpp"

#include <doctest/doctest.h>
#include <utf8proc.h>

#include <array>

using namespace huizong;

namespace {

/// Another reader's answer.
bool is_valid_elsewhere(std::string_view text) {
  while (!text.empty()) {
    utf8proc_int32_t code = 0;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &code);
    if (size <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(size));
  }
  return true;
}

}  // namespace

TEST_CASE("UTF-8 is valid where utf8proc finds it so: every lead byte before every kind of next ones") {
  constexpr std::array<unsigned char, 14> kinds{0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xE4, 0xF1, 0xFF};
  int differing = 0;
  for (int lead = 0; lead < 256; ++lead) {
    for (const unsigned char second : kinds) {
      for (const unsigned char third : kinds) {
        for (const unsigned char fourth : kinds) {
          const char bytes[] = {static_cast<char>(lead), static_cast<char>(second), static_cast<char>(third), static_cast<char>(fourth)};
          for (std::size_t size = 1; size <= 4; ++size) {
            const std::string_view text(bytes, size);
            const std::string padded = "中文" + std::string(text) + "0123456789";
            differing += is_valid_utf8(text) != is_valid_elsewhere(text);
            differing += is_valid_utf8(padded) != is_valid_elsewhere(padded);
          }
        }
      }
    }
  }
  CHECK(differing == 0);
}

TEST_CASE("code points as UTF-8") {
  struct Row {
    std::uint32_t code;
    const char* text;
  };
  const Row rows[] = {{0x41, "A"}, {0xE9, "é"}, {0x4E2D, "中"}, {0x2000B, "𠀋"}, {0xD800, "\xEF\xBF\xBD"}, {0x110000, "\xEF\xBF\xBD"}};
  for (const Row& row : rows) {
    std::string out;
    append_utf8(row.code, out);
    CHECK(out == row.text);
  }
}
