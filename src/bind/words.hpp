#pragma once
// What a text comes to once it is folded, kept from file to file: a province's returns say the same words again and again.

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "bind/form_names.hpp"
#include "bind/labels.hpp"

namespace huizong {

/// A field of a form of a pack, by their places.
struct FieldUse {
  std::uint32_t form = 0;
  std::uint32_t field = 0;
  bool operator==(const FieldUse&) const = default;
};

/// A text folded, as a title and as a label.
struct Words {
  TitleText title;
  Label label;
  std::optional<std::vector<FieldUse>> uses = std::nullopt;  ///< the fields that it may be a label of; nothing: not asked yet
  mutable std::optional<bool> is_figure = std::nullopt;      ///< nothing: not asked yet
};
Words to_words(std::string_view text);
/// Of a number or a day, which is its own label.
Words number_to_words(std::string_view text);

/// Texts of headers, titles and lines with what they come to. For one thread at a time.
class WordBook {
 public:
  /// `find_uses`: the fields that a text may be a label of.
  explicit WordBook(std::function<std::vector<FieldUse>(const Words&)> find_uses) : find_uses_(std::move(find_uses)) {}

  /// What a text comes to; it stays where it is until the book is cleared. nullptr: the text stands here for the first time (names of
  /// records would fill the book), is too long, or the book is full.
  const Words* find(std::string_view text);
  /// Makes room, where the book is full. *Lifetime*: whatever `find` gave is gone then.
  void make_room();

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  std::function<std::vector<FieldUse>(const Words&)> find_uses_;
  std::array<std::size_t, 4096> seen_{};  ///< hashes of texts that stood once
  std::unordered_map<std::string, std::unique_ptr<const Words>, Hash, std::equal_to<>> words_;
};

}  // namespace huizong
