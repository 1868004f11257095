#include "bind/words.hpp"

#include <utility>

namespace huizong {
namespace {

constexpr std::size_t longest_text = 240;  ///< bytes: what is longer is nobody's label, and hardly comes twice
constexpr std::size_t most_texts = 8192;   ///< some MiB; names of records come once and fill it

}  // namespace

Words to_words(std::string_view text) {
  TitleText title(text);
  Label label = folded_to_label(title.folded);
  return {std::move(title), std::move(label)};
}

Words number_to_words(std::string_view text) { return {TitleText(text), {std::string(text), {}}}; }

const Words* WordBook::find(std::string_view text) {
  if (const auto known = words_.find(text); known != words_.end()) return known->second.get();
  if (text.size() > longest_text || words_.size() >= most_texts) return nullptr;
  const std::size_t hash = std::hash<std::string_view>()(text);
  if (std::exchange(seen_[hash % seen_.size()], hash) != hash) return nullptr;
  Words words = to_words(text);
  words.uses = find_uses_(words);
  return words_.emplace(text, std::make_unique<const Words>(std::move(words))).first->second.get();
}

void WordBook::make_room() {
  if (words_.size() >= most_texts) words_.clear();
}

}  // namespace huizong
