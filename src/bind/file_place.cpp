#include "bind/file_place.hpp"

#include "base/text.hpp"

namespace huizong {

constexpr std::size_t longest_ending = 6;  // bytes, with its dot

FilePlace to_file_place(std::string_view file) {
  FilePlace place;
  place.folders = split(file, '/');
  if (place.folders.empty()) return place;
  place.name = std::move(place.folders.back());
  place.folders.pop_back();
  const std::size_t dot = place.name.rfind('.');
  if (dot != std::string::npos && place.name.size() - dot <= longest_ending) place.name.resize(dot);
  return place;
}

}  // namespace huizong
