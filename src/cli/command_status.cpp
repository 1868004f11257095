#include <fmt/format.h>

#include "app/compare.hpp"
#include "cli/options.hpp"
#include "report/reports.hpp"

namespace huizong {

int command_status(const Globals& globals, const std::vector<std::string>& arguments) {
  Options options("status", globals);
  options.value("period").flag("json");
  if (!options.parse(arguments)) return 0;
  Catalogue catalogue;
  const Status status = status_of(globals.workspace, to_period(options.get("period")), "", catalogue);
  fmt::print("{}", options.has("json") ? to_status_json(status) : to_status_text(status, catalogue, globals.lang, globals.color));
  return 0;
}

}  // namespace huizong
