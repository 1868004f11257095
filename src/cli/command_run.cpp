#include <fmt/format.h>

#include <map>

#include "app/run.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/options.hpp"
#include "cli/terminal.hpp"
#include "report/messages.hpp"

namespace huizong {
namespace {

unsigned to_jobs(const std::string& text) {
  if (text.empty()) return 0;
  const auto number = parse_decimal(text);
  if (!number || !number->is_whole() || *number < Decimal(1) || *number > Decimal(1024)) {
    throw Error(ErrorKind::usage, "error.option-choice", {{"option", "--jobs"}, {"value", text}, {"expected", "1–1024"}});
  }
  return static_cast<unsigned>(number->coefficient());
}

void print_result(const RunResult& result, const Globals& globals) {
  if (globals.verbose) {
    for (const InboxFile& file : result.files) {
      fmt::print(stderr, "  {}{}\n", pad_right(say("word.bucket." + std::string(to_word(file.bucket)), {}, globals.lang), 14), file.file);
    }
  }
  std::map<Bucket, int> counts;
  for (const InboxFile& file : result.files) ++counts[file.bucket];
  std::string list;
  for (const auto& [bucket, count] : counts) {
    list += fmt::format("{}{} {}", list.empty() ? "" : " · ", say("word.bucket." + std::string(to_word(bucket)), {}, globals.lang), count);
  }
  fmt::print(stderr, "{}\n", say("run.files", {{"files", std::to_string(result.files.size())}, {"list", list}}, globals.lang));
  if (!result.standing_mandatory.empty()) {
    fmt::print(stderr, "{}\n", say("run.mandatory", {{"count", std::to_string(result.standing_mandatory.size())}}, globals.lang));
  }
}

}  // namespace

int command_run(const Globals& globals, const std::vector<std::string>& arguments) {
  Options options("run", globals);
  options.value("period").value("inbox").value("jobs").value("now").value("as-of").flag("dry-run").flag("json");
  if (!options.parse(arguments)) return 0;
  RunOptions wanted{globals.workspace, options.get("inbox"), to_period(options.get("period")), options.get("now"),
                    options.get("as-of"), to_jobs(options.get("jobs")), options.has("dry-run")};
  const auto progress = make_progress(globals);
  const RunResult result = run(wanted, *progress);
  if (!globals.quiet) print_result(result, globals);
  if (options.has("json")) fmt::print("{}", to_run_json(result));
  return result.exit_code();
}

}  // namespace huizong
