#pragma once
// Where a file lies, as its folders and its name speak for what is in it.

#include <string_view>
#include <vector>

namespace huizong {

/// *Lifetime*: views of the path.
struct FilePlace {
  std::vector<std::string_view> folders;  ///< from the outermost to the innermost
  std::string_view name;                  ///< without its ending
};

/// `file`: relative to the inbox.
FilePlace to_file_place(std::string_view file);

}  // namespace huizong
