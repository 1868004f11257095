#include "bind/words.hpp"

#include <cstring>

#include "bind/chars.hpp"
#include "bind/form_index.hpp"

namespace huizong {
namespace {

constexpr std::size_t longest_text = 240;  ///< bytes: what is longer is nobody's label, and hardly comes twice
constexpr std::size_t most_texts = 8192;   ///< some MiB; names of records come once and fill it
constexpr std::size_t slot_count = 2 * most_texts;

/// Quick for short texts; the library's takes as long as all else of a look into the book.
std::size_t hash_of(std::string_view text) {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15u;  // odd, its bits well mixed: 2^64 by the golden ratio
  std::uint64_t hash = text.size() * factor;
  const auto take = [&hash](const char* from, std::size_t size) {
    std::uint64_t piece = 0;
    std::memcpy(&piece, from, size);
    hash = (hash ^ piece) * factor;
    hash ^= hash >> 32;
  };
  std::size_t at = 0;
  for (; at + sizeof hash <= text.size(); at += sizeof hash) take(text.data() + at, sizeof hash);
  if (at < text.size()) take(text.data() + at, text.size() - at);
  return hash;
}

}  // namespace

Words to_words(std::string_view text) {
  TitleText title(text);
  Label label = folded_to_label(title.folded);
  return {std::move(title), std::move(label)};
}

Words number_to_words(std::string_view text) { return {TitleText(text), {std::string(text), {}}}; }

WordBook::WordBook(const FormIndex& index) : index_(index), slots_(slot_count) {}

const LabelFronts& WordBook::fronts() const { return index_.fronts(); }

bool WordBook::stood_before(std::size_t hash) {
  auto& [last, before] = seen_[hash % seen_.size()];
  if (last == hash || before == hash) return true;
  before = std::exchange(last, hash);
  return false;
}

const KnownText* WordBook::find(std::string_view held) {
  if (held.empty() || held.size() > longest_text) return nullptr;
  const std::size_t hash = hash_of(held);
  std::size_t at = hash % slot_count;
  for (; slots_[at].second != nullptr; at = (at + 1) % slot_count) {
    if (slots_[at].first == hash && slots_[at].second->held == held) return slots_[at].second;
  }
  if (entries_.size() >= most_texts || !stood_before(hash)) return nullptr;
  const bool as_it_stands = is_tidy(held);
  std::string tidied = as_it_stands ? std::string() : tidy(held);
  const std::string_view shown = as_it_stands ? held : std::string_view(tidied);
  if (shown.empty()) return nullptr;
  const bool may_be_label = fronts().may_be_label(shown);
  Words words = to_words(shown);
  if (may_be_label) words.uses = index_.find_uses(words);
  const KnownText& known = entries_.emplace_back(std::string(held), std::move(tidied), may_be_label, std::move(words));
  slots_[at] = {hash, &known};
  return &known;
}

void WordBook::make_room() {
  if (entries_.size() < most_texts) return;
  slots_.assign(slot_count, {});
  entries_.clear();
}

}  // namespace huizong
