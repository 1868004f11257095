#pragma once
// What a text comes to, kept from file to file: titles, folders and unit lines come again and again.

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace huizong {

/// Nothing but the time tells that it was kept. For one thread at a time.
template <class Result>
class TextMemo {
 public:
  /// What `compute` makes of a text. *Lifetime*: until the next call.
  template <class Compute>
  const Result& get(std::string_view text, Compute compute) {
    if (const auto known = results_.find(text); known != results_.end()) return known->second;
    if (results_.size() >= most) results_.clear();
    return results_.emplace(text, compute(text)).first->second;
  }

 private:
  static constexpr std::size_t most = 1024;
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  std::unordered_map<std::string, Result, Hash, std::equal_to<>> results_;
};

}  // namespace huizong
