#pragma once
// What all files of a pack share. Walking the names of all regions takes longer than binding a small file.

#include <string>
#include <unordered_set>
#include <vector>

#include "bind/bind.hpp"
#include "bind/form_match.hpp"
#include "bind/memory.hpp"
#include "bind/places.hpp"

namespace huizong {

/// Its members refer to each other: it stays where it is.
struct BindIndex {
  BindIndex(const Catalogue& catalogue, const Pack& pack, const std::string& province, const std::string& only_form);
  BindIndex(const BindIndex&) = delete;
  BindIndex& operator=(const BindIndex&) = delete;

  Places places;
  std::vector<KnownForm> forms;
  FormIndex form_index;  ///< of `forms`
  std::unordered_set<std::string> list_labels;  ///< of the headers of all lists, as Label::text
  mutable MemoryPool memories;
};

}  // namespace huizong
