#include "bind/seal.hpp"

#include "base/text.hpp"
#include "bind/chars.hpp"

namespace huizong {
namespace {

constexpr std::size_t longest_seal = 40;  // bytes of the bracket, folded: more is text that happens to speak of a seal

bool is_seal(std::string_view bracket) {
  const std::string folded = fold_label(bracket);
  return folded.size() < longest_seal && (ends_with(folded, "盖章)") || ends_with(folded, "公章)") || ends_with(folded, "(章)"));
}

}  // namespace

std::optional<std::string> name_before_seal(std::string_view text) {
  if (!contains(text, "章")) return std::nullopt;
  for (const std::string_view open : {"（", "("}) {
    const std::size_t at = text.rfind(open);
    if (at != std::string::npos && is_seal(std::string_view(text).substr(at))) return tidy(text.substr(0, at));
  }
  return std::nullopt;
}

std::string without_seal(std::string text) {
  while (auto name = name_before_seal(text)) text = std::move(*name);
  while (!text.empty() && text.back() == '_') text.pop_back();
  return text;
}

}  // namespace huizong
