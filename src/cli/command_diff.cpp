#include <fmt/format.h>

#include "app/compare.hpp"
#include "base/error.hpp"
#include "base/file.hpp"
#include "cli/options.hpp"
#include "report/reports.hpp"

namespace huizong {

int command_diff(const Globals& globals, const std::vector<std::string>& arguments) {
  Options options("diff", globals);
  options.value("form").value("region").value("format").letter_value("output", 'o').positional("A B", 2, 2);
  if (!options.parse(arguments)) return 0;
  const std::string format = options.has("format") ? options.get("format") : "text";
  if (format != "text" && format != "json") {
    throw Error(ErrorKind::usage, "error.option-choice", {{"option", "--format"}, {"value", format}, {"expected", "text|json"}});
  }
  Catalogue catalogue;
  const Diff diff = compare({globals.workspace, options.arguments()[0], options.arguments()[1], options.get("form"), options.get("region")}, catalogue);
  const bool to_a_file = options.has("output");
  const std::string text = format == "json" ? to_diff_json(diff) : to_diff_text(diff, globals.lang, globals.color && !to_a_file);
  if (to_a_file) write_file(options.get("output"), text);
  else fmt::print("{}", text);
  return diff.rows.empty() ? 0 : 1;
}

}  // namespace huizong
