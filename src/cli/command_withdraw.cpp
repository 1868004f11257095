#include <fmt/format.h>

#include <cstdlib>

#include "app/compare.hpp"
#include "cli/options.hpp"
#include "report/messages.hpp"

namespace huizong {

int command_withdraw(const Globals& globals, const std::vector<std::string>& arguments) {
  Options options("withdraw", globals);
  options.value("note").value("by").positional("SUBMISSION-ID", 1, 1);
  if (!options.parse(arguments)) return 0;
  const char* user = std::getenv("USER");
  const std::string by = options.has("by") ? options.get("by") : user ? user : "";
  withdraw(globals.workspace, options.arguments().front(), options.need("note"), by);
  if (!globals.quiet) fmt::print(stderr, "{}\n", say("done.withdrawn", {{"id", options.arguments().front()}}, globals.lang));
  return 0;
}

}  // namespace huizong
