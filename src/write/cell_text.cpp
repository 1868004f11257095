#include "write/cell_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace huizong {
namespace {

bool is_escape(std::string_view text) {
  return text.size() >= 7 && text[0] == '_' && text[1] == 'x' && text[6] == '_' &&
         std::all_of(text.begin() + 2, text.begin() + 6, [](unsigned char c) { return std::isxdigit(c) != 0; });
}

}  // namespace

std::string to_cell_text(std::string_view text) {
  const std::string cut = text.size() > longest_cell_text ? cut_text(text, longest_cell_text) : std::string(text);
  std::string out;
  out.reserve(cut.size());
  for (std::size_t at = 0; at < cut.size(); ++at) {
    const auto c = static_cast<unsigned char>(cut[at]);
    if (c < 0x20 && c != '\t' && c != '\n') {
      out += fmt::format("_x{:04X}_", static_cast<unsigned>(c));
    } else if (c == '_' && is_escape(std::string_view(cut).substr(at))) {
      out += "_x005F_";
    } else {
      out += cut[at];
    }
  }
  return out;
}

std::string cut_text(std::string_view text, std::size_t units) {
  std::size_t used = 0;
  std::size_t fits = 0;  // bytes that leave room for the …
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    used += bytes == 4 ? 2 : 1;
    at += bytes;
    if (used < units) fits = std::min(at, text.size());
    if (used > units) return std::string(text.substr(0, fits)) + "…";
  }
  return std::string(text);
}

}  // namespace huizong
