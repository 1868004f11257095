#include <fmt/format.h>

#include "base/error.hpp"
#include "base/file.hpp"
#include "cli/options.hpp"
#include "app/cells.hpp"

namespace huizong {

int command_cells(const Globals& globals, const std::vector<std::string>& arguments) {
  Options options("cells", globals);
  options.value("sheet").positional("FILE", 1, 1);
  if (!options.parse(arguments)) return 0;
  print_cells_of(globals.workspace, options.arguments().front(), options.get("sheet"), [](std::string_view line) { fmt::print("{}\n", line); });
  return 0;
}

}  // namespace huizong
