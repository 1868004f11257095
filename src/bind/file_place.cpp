#include "bind/file_place.hpp"

namespace huizong {

constexpr std::size_t longest_ending = 6;  // bytes, with its dot

FilePlace to_file_place(std::string_view file) {
  FilePlace place;
  place.folders.reserve(8);
  for (std::size_t slash = file.find('/'); slash != std::string_view::npos; slash = file.find('/')) {
    place.folders.push_back(file.substr(0, slash));
    file.remove_prefix(slash + 1);
  }
  const std::size_t dot = file.rfind('.');
  place.name = dot != std::string_view::npos && file.size() - dot <= longest_ending ? file.substr(0, dot) : file;
  return place;
}

}  // namespace huizong
