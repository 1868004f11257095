#include "read/run_text.hpp"

namespace huizong {
namespace {

bool is_continued(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::string strike(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t size = 1;
    while (i + size < text.size() && is_continued(text[i + size])) ++size;
    out += text.substr(i, size);
    if (text[i] != ' ' && text[i] != '\n') out += "\u0336";
    i += size;
  }
  return out;
}

}  // namespace

std::string to_run_text(std::string_view text, RunLook look) {
  if (look == RunLook::plain) return std::string(text);
  if (look == RunLook::struck) return strike(text);
  static constexpr std::string_view raised[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  static constexpr std::string_view lowered[] = {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"};
  std::string out;
  for (const char c : text) {
    if (c < '0' || c > '9') out += c;
    else out += look == RunLook::raised ? raised[c - '0'] : lowered[c - '0'];
  }
  return out;
}

}  // namespace huizong
