// Texts in pieces: cut, joined, searched, and put in their natural order.

#include <cstring>

#include "base/text.hpp"

namespace huizong {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Takes a run of digits off the front, without its leading zeros.
std::string_view take_digit_run(std::string_view& text) {
  std::size_t size = 0;
  while (size < text.size() && is_digit(text[size])) ++size;
  std::string_view run = text.substr(0, size);
  text.remove_prefix(size);
  run.remove_prefix(std::min(run.find_first_not_of('0'), run.size()));
  return run;
}

int to_sign(int comparison) { return comparison < 0 ? -1 : comparison > 0 ? 1 : 0; }

}  // namespace

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string result;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) result += separator;
    result += parts[i];
  }
  return result;
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  if (from.empty()) return text;
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

bool contains(std::string_view text, std::string_view part) {
  if (part.empty()) return true;
  // Looked for by its last byte: the first of a Chinese character is that of most others too.
  const std::size_t before = part.size() - 1;
  for (std::size_t at = before; (at = text.find(part.back(), at)) != std::string_view::npos; ++at) {
    if (std::memcmp(text.data() + at - before, part.data(), before) == 0) return true;
  }
  return false;
}

int compare_natural(std::string_view a, std::string_view b) {
  const std::string_view whole_a = a;
  const std::string_view whole_b = b;
  while (!a.empty() && !b.empty()) {
    if (is_digit(a[0]) && is_digit(b[0])) {
      const std::string_view run_a = take_digit_run(a);
      const std::string_view run_b = take_digit_run(b);
      if (run_a.size() != run_b.size()) return run_a.size() < run_b.size() ? -1 : 1;
      if (run_a != run_b) return to_sign(run_a.compare(run_b));
    } else {
      if (a[0] != b[0]) return static_cast<unsigned char>(a[0]) < static_cast<unsigned char>(b[0]) ? -1 : 1;
      a.remove_prefix(1);
      b.remove_prefix(1);
    }
  }
  if (a.empty() != b.empty()) return a.empty() ? -1 : 1;
  return to_sign(whole_a.compare(whole_b));  // 表02 and 表2: any order, but always the same
}

}  // namespace huizong
