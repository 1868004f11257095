#pragma once
// Text that had to be decoded and so cannot be a view into its part: kept in blocks that never move.

#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace huizong {

class TextArena {
 public:
  /// A copy of `text` that stays until `clear` or the end of the arena.
  std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    if (text.size() > room_) grow(text.size());
    char* place = next_;
    std::memcpy(place, text.data(), text.size());
    next_ += text.size();
    room_ -= text.size();
    return {place, text.size()};
  }

  /// Forgets all text; the first block is kept for use again.
  void clear() {
    if (blocks_.empty()) return;
    blocks_.resize(1);
    next_ = blocks_[0].get();
    room_ = first_size_;
  }

 private:
  void grow(std::size_t size) {
    constexpr std::size_t usual = 64 * 1024;
    const std::size_t block = size > usual ? size : usual;
    if (blocks_.empty()) first_size_ = block;
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(block));
    next_ = blocks_.back().get();
    room_ = block;
  }

  std::vector<std::unique_ptr<char[]>> blocks_;
  char* next_ = nullptr;
  std::size_t room_ = 0;
  std::size_t first_size_ = 0;
};

}  // namespace huizong
