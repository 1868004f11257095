#include "app/cells.hpp"

#include <boost/filesystem/operations.hpp>

#include "base/error.hpp"
#include "base/file.hpp"
#include "read/cells.hpp"

namespace huizong {

void print_cells_of(const std::string& file, const std::string& sheet, const std::function<void(std::string_view line)>& line) {
  if (!boost::filesystem::is_regular_file(file)) throw Error(ErrorKind::usage, "error.no-file", {{"path", file}});
  print_cells(read_file(file), file, {}, sheet, line);
}

}  // namespace huizong
