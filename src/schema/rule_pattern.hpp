#pragma once
// Patterns of matches(): regular expressions that are decided in linear time, whatever the text. Internal to the room.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace huizong {

/// Letters, `.`, [a-z] and [^…], \d \w \s and escaped marks, groups, |, and * + ? {m} {m,} {m,n}. No anchors: the whole
/// text must match. No back references, which cannot be decided in linear time.
class Pattern {
 public:
  /// nullopt where the text is no such pattern, or one of more than 500 steps.
  static std::optional<Pattern> parse(std::string_view text);
  bool matches(std::string_view text) const;

  struct Range {
    char32_t first, last;
  };
  /// One step of the program: takes a character of the ranges, or leads on to one or two other steps.
  struct Step {
    enum class Kind : std::uint8_t { take, fork, accept } kind = Kind::take;
    std::vector<Range> ranges;
    bool negated = false;
    int next = -1, other = -1;
  };

 private:
  std::vector<Step> steps_;
  int start_ = 0;
};

}  // namespace huizong
