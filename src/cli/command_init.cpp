#include <fmt/format.h>

#include "app/workspace.hpp"
#include "cli/options.hpp"
#include "report/messages.hpp"

namespace huizong {

int command_init(const Globals& globals, const std::vector<std::string>& arguments) {
  Options options("init", globals);
  options.value("pack").value("province").positional("DIR", 1, 1);
  if (!options.parse(arguments)) return 0;
  const std::string& folder = options.arguments().front();
  init_workspace(folder, options.need("pack"), options.get("province"), globals.lang);
  if (!globals.quiet) fmt::print(stderr, "{}\n", say("done.init", {{"path", folder}}, globals.lang));
  return 0;
}

}  // namespace huizong
