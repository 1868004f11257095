#pragma once
// What all files of a pack share. Walking the names of all regions takes longer than binding a small file.

#include <string>
#include <unordered_set>
#include <vector>

#include "bind/bind.hpp"
#include "bind/form_match.hpp"
#include "bind/places.hpp"

namespace huizong {

struct BindIndex {
  Places places;
  std::vector<KnownForm> forms;
  std::unordered_set<std::string> list_labels;  ///< of the headers of all lists, as Label::text
};

}  // namespace huizong
