#include <fmt/format.h>

#include "app/check_files.hpp"
#include "cli/options.hpp"
#include "report/messages.hpp"

namespace huizong {
namespace {

void print_entry(const CheckEntry& entry, const Catalogue& catalogue, const Globals& globals) {
  fmt::print("{}  {}{}{}\n", entry.file, say("word.state." + entry.state, {}, globals.lang),
             entry.form.empty() ? "" : "  " + entry.form, entry.reporter.empty() ? "" : "  " + entry.reporter + " " + entry.period);
  for (const Finding& finding : entry.findings) {
    if (globals.quiet && finding.severity == Severity::info) continue;
    fmt::print("{}\n", to_line(finding, catalogue, globals.lang, globals.color));
  }
  if (entry.ledger) fmt::print("{}", to_ledger_text(*entry.ledger, globals.lang));
}

}  // namespace

int command_check(const Globals& globals, const std::vector<std::string>& arguments) {
  Options options("check", globals);
  options.value("period").value("form").value("pack").flag("ledger").flag("json").positional("FILE...", 1, -1);
  if (!options.parse(arguments)) return 0;
  const CheckResult result = check_files(
      {globals.workspace, options.arguments(), to_period(options.get("period")), options.get("form"), options.get("pack"),
       options.has("ledger")});
  if (options.has("json")) {
    fmt::print("{}", to_check_json(result.entries, result.catalogue, globals.lang));
  } else {
    for (const CheckEntry& entry : result.entries) print_entry(entry, result.catalogue, globals);
  }
  return result.refused ? 1 : 0;
}

}  // namespace huizong
