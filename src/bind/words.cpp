#include "bind/words.hpp"

#include <algorithm>
#include <cstring>

#include "bind/form_index.hpp"

namespace huizong {
namespace {

constexpr std::size_t longest_text = 240;  ///< bytes: what is longer is nobody's label, and hardly comes twice
constexpr std::size_t most_texts = 8192;   ///< some MiB; names of records come once and fill it

/// Quick for short texts; the library's takes as long as all else of a look into the book.
std::size_t hash_of(std::string_view text) {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15u;  // odd, its bits well mixed: 2^64 by the golden ratio
  std::uint64_t hash = text.size() * factor;
  for (std::size_t at = 0; at < text.size(); at += sizeof hash) {
    std::uint64_t piece = 0;
    std::memcpy(&piece, text.data() + at, std::min(sizeof piece, text.size() - at));
    hash = (hash ^ piece) * factor;
    hash ^= hash >> 32;
  }
  return hash;
}

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
  const std::size_t hash = hash_of(text);
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
