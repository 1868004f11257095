#pragma once
// Text as code points, for the places where a Chinese character must be one step.

#include <string>
#include <string_view>

namespace huizong {

std::u32string to_u32(std::string_view text);
std::string to_utf8(std::u32string_view text);

/// As written, but trimmed and with each run of white space (line breaks too) as one plain space.
std::string tidy(std::string_view text);

inline bool starts_with(std::string_view text, std::string_view part) { return text.substr(0, part.size()) == part; }
inline bool ends_with(std::string_view text, std::string_view part) {
  return text.size() >= part.size() && text.substr(text.size() - part.size()) == part;
}

}  // namespace huizong
