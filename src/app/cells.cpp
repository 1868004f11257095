#include "app/cells.hpp"

#include <boost/filesystem/operations.hpp>

#include "app/workspace.hpp"
#include "base/error.hpp"
#include "base/file.hpp"
#include "read/cells.hpp"

namespace huizong {

void print_cells_of(const std::string& workspace, const std::string& file, const std::string& sheet,
                    const std::function<void(std::string_view line)>& line) {
  if (!boost::filesystem::is_regular_file(file)) throw Error(ErrorKind::usage, "error.no-file", {{"path", file}});
  const auto root = find_workspace(workspace);
  const ReadLimits limits = to_limits_of_one(root ? std::optional(open_workspace(root->string())) : std::nullopt);
  print_cells(read_file(file, limits.file_bytes + 1), file, limits, sheet, line);
}

}  // namespace huizong
