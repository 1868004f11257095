#pragma once
// What a text comes to once it is folded, kept from file to file: a province's returns say the same words again and again.

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bind/form_names.hpp"
#include "bind/label_fronts.hpp"
#include "bind/labels.hpp"

namespace huizong {

/// A field of a form of a pack, by their places.
struct FieldUse {
  std::uint32_t form = 0;
  std::uint32_t field = 0;
  bool operator==(const FieldUse&) const = default;
};

/// What a text is to the labels of a list or a table.
struct ListWords {
  const void* of = nullptr;  ///< the labels; nullptr: nothing is known
  bool is_segment = false;   ///< is it one of them, whole or a part of one?
};

/// What a text is to a card, as a whole cell.
struct CardWords {
  const void* of = nullptr;    ///< the labels of the card; nullptr: nothing is known
  int segment = -1;            ///< which of them it is; -1: none
  bool is_front = false;       ///< does one of them begin so, and go on?
  bool may_hold = false;       ///< may labels with their values behind stand in it?
};

/// Answers about the `most` that were asked for last.
template <class Answer, std::size_t most>
class LastFew {
 public:
  /// *Lifetime*: until `most` others were asked for.
  template <class Labels, class Look>
  const Answer& get(const Labels& of, Look look) {
    for (const Answer& known : answers_) {
      if (known.of == &of) return known;
    }
    Answer& fresh = answers_[next_++ % answers_.size()];
    fresh = look();
    return fresh;
  }

 private:
  std::array<Answer, most> answers_ = {};
  std::uint8_t next_ = 0;
};

/// A text folded, as a title and as a label.
struct Words {
  TitleText title;
  Label label;
  std::optional<std::vector<FieldUse>> uses = std::nullopt;  ///< the fields that it may be a label of; nothing: not asked yet
  // Answers to what is asked of a text again and again; nothing: not asked yet. Whoever is asked of outlives the words.
  mutable std::optional<bool> is_figure = std::nullopt;
  mutable std::optional<bool> heads_list = std::nullopt;   ///< is it a label of some list of the pack?
  mutable std::optional<bool> names_form = std::nullopt;   ///< does it name some form of the pack?
  mutable std::optional<bool> names_unit = std::nullopt;   ///< does it speak of units?
  mutable LastFew<ListWords, 8> lists = {};  ///< a pack's forms, and the tables of its cards, share their labels
  mutable LastFew<CardWords, 4> cards = {};
};
Words to_words(std::string_view text);
/// Of a number or a day, which is its own label.
Words number_to_words(std::string_view text);

class FormIndex;

/// A text as a cell holds it, and what it comes to.
struct KnownText {
  std::string held;
  std::string tidied;        ///< empty where the held one is tidy already
  bool may_be_label = true;  ///< of the pack's, or hold one of a card's
  Words words;               ///< of the tidied one
};

/// Texts of headers, titles and lines with what they come to. For one thread at a time.
class WordBook {
 public:
  /// *Lifetime*: `index`, which tells what a text may be a label of, outlives it.
  explicit WordBook(const FormIndex& index);

  /// What a text as a cell holds it comes to; it stays where it is until the book is cleared. nullptr: the text stands here for the
  /// first time (names of records would fill the book), is blank or too long, or the book is full.
  const KnownText* find(std::string_view held);
  const LabelFronts& fronts() const;
  /// Makes room, where the book is full. *Lifetime*: whatever `find` gave is gone then.
  void make_room();

 private:
  bool stood_before(std::size_t hash);

  const FormIndex& index_;
  /// Hashes of texts that stood once, the last two of each place: of two that share one and come in turn, neither would stand there again.
  std::array<std::array<std::size_t, 2>, 4096> seen_{};
  std::vector<std::pair<std::size_t, const KnownText*>> slots_;  ///< hash and entry, each at its hash or behind; never more than half full
  std::deque<KnownText> entries_;
};

}  // namespace huizong
