#include <fmt/format.h>

#include "app/schemas.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/options.hpp"
#include "report/messages.hpp"
#include "report/reports.hpp"

namespace huizong {
namespace {

int list(const Globals& globals) {
  const Catalogue catalogue = load_schemas(globals.workspace);
  const auto line = [](const Pack& pack, const std::string& id, const std::string& document, const std::string& title) {
    fmt::print("{}  {}  {}  {}\n", pad_right(pack.id, 12), pad_right(id, 20), pad_right(document, 14), title);
  };
  for (const Pack& pack : catalogue.packs) {
    for (const FormSpec& form : pack.forms) line(pack, form.id, form.document, to_shown_title(form));
    for (const CodeList& list : pack.code_lists) line(pack, list.id, list.document, list.title);
  }
  return 0;
}

int lint(const Globals& globals, const std::vector<std::string>& files) {
  const LintResult result = lint_schemas(globals.workspace, files);
  for (const Message& fault : result.faults) fmt::print("{}\n", say(fault, globals.lang));
  fmt::print("{}", to_lint_text(result.notes, globals.lang));
  if (result.faults.empty() && !globals.quiet) fmt::print(stderr, "{}\n", say("done.lint", {}, globals.lang));
  return result.faults.empty() ? 0 : 2;
}

int show(const Globals& globals, const std::vector<std::string>& ids) {
  if (ids.size() != 1) throw Error(ErrorKind::usage, "error.argument-missing", {{"value", "FORM"}, {"command", "schema show"}});
  const Catalogue catalogue = load_schemas(globals.workspace);
  if (const CodeList* codes = find_code_list(catalogue, ids.front())) {
    fmt::print("{}", to_code_list_text(*codes));
    return 0;
  }
  fmt::print("{}", to_form_text(find_form(catalogue, ids.front()), globals.lang));
  return 0;
}

}  // namespace

int command_schema(const Globals& globals, const std::vector<std::string>& arguments) {
  Options options("schema", globals);
  options.positional("list | lint [FILE...] | show FORM", 1, -1);
  if (!options.parse(arguments)) return 0;
  const std::string& action = options.arguments().front();
  const std::vector<std::string> rest(options.arguments().begin() + 1, options.arguments().end());
  if (action == "list") return list(globals);
  if (action == "lint") return lint(globals, rest);
  if (action == "show") return show(globals, rest);
  throw Error(ErrorKind::usage, "error.unknown-action", {{"value", action}});
}

}  // namespace huizong
