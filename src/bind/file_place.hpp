#pragma once
// Where a file lies, as its folders and its name speak for what is in it.

#include <string>
#include <string_view>
#include <vector>

namespace huizong {

struct FilePlace {
  std::vector<std::string> folders;  ///< from the outermost to the innermost
  std::string name;                  ///< without its ending
};

/// `file`: relative to the inbox.
FilePlace to_file_place(std::string_view file);

}  // namespace huizong
