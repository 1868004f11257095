#include "bind/words.hpp"

#include <functional>

#include "bind/form_index.hpp"

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

WordBook::WordBook(const FormIndex& index) : index_(index), slots_(2 * most_texts) {}

const LabelFronts& WordBook::fronts() const { return index_.fronts(); }

const Words* WordBook::find(std::string_view text) {
  if (text.size() > longest_text) return nullptr;
  const std::size_t hash = std::hash<std::string_view>()(text);
  std::size_t at = hash % slots_.size();
  for (; slots_[at].second != nullptr; at = (at + 1) % slots_.size()) {
    if (slots_[at].first == hash && slots_[at].second->text == text) return &slots_[at].second->words;
  }
  if (entries_.size() >= most_texts || std::exchange(seen_[hash % seen_.size()], hash) != hash) return nullptr;
  Entry& entry = entries_.emplace_back(std::string(text), to_words(text));
  entry.words.uses = index_.find_uses(entry.words);
  slots_[at] = {hash, &entry};
  return &entry.words;
}

void WordBook::make_room() {
  if (entries_.size() < most_texts) return;
  slots_.assign(slots_.size(), {});
  entries_.clear();
}

}  // namespace huizong
