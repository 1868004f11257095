#include "bind/label_fronts.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "bind/chars.hpp"

namespace huizong {
namespace {

/// The Chinese character at a place, as sixteen bits; 0 where none stands.
std::uint32_t han_at(std::string_view text, std::size_t at) {
  const std::uint32_t c = three_bytes_at(text, at);
  return is_han(c) ? c : 0;
}

std::uint32_t pair_of(std::uint32_t first, std::uint32_t second) { return (first * 40503u ^ second * 2654435761u >> 13) & 0xFFFF; }

/// Digits and what stands between them in numbers and days.
bool is_number(std::string_view text) { return text.find_first_not_of("0123456789.,-/") == std::string_view::npos; }

constexpr std::size_t year_size = 4;  // bytes: 2024 alone may be a label

}  // namespace

LabelFronts::LabelFronts() {
  for (const char* cut : {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "其", "创"}) add(cut);  // 一、, 其中, and to_one_word
}

void LabelFronts::add(std::string_view label) {
  numbers_ = numbers_ || is_number(label);
  const std::uint32_t first = han_at(label, 0), second = han_at(label, 3);
  if (first == 0) return;  // a text that begins so always may be one
  if (second == 0) alone_[first] = true;
  else pairs_[pair_of(first, second)] = true;
}

void LabelFronts::add_open(std::string_view label) {
  const std::string first(label.substr(0, han_at(label, 0) != 0 ? 3 : 0));  // what begins otherwise is in every text
  if (std::find(open_.begin(), open_.end(), first) == open_.end()) open_.push_back(first);
}

bool LabelFronts::may_begin(std::string_view text) const {
  if (!numbers_ && text.size() != year_size && is_number(text)) return false;
  const std::uint32_t first = han_at(text, 0), second = han_at(text, 3);
  return first == 0 || second == 0 || alone_[first] || pairs_[pair_of(first, second)];
}

bool LabelFronts::may_be_label(std::string_view text) const {
  if (may_begin(text) || has_colon(text)) return true;
  return std::any_of(open_.begin(), open_.end(), [&](const std::string& one) { return contains(text, one); });
}

}  // namespace huizong
