#include "cli/entry.hpp"

#include <fmt/format.h>

#include <boost/filesystem/exception.hpp>

#include "app/workspace.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/terminal.hpp"
#include "report/messages.hpp"

namespace huizong {
namespace {

int to_exit_code(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::usage:
    case ErrorKind::config:
    case ErrorKind::schema: return 2;
    case ErrorKind::input: return 1;
    case ErrorKind::archive:
    case ErrorKind::space:
    case ErrorKind::io:
    case ErrorKind::busy: return 3;
  }
  return 3;
}

void print_advice(const std::string& id, const Args& args, Lang lang) {
  fmt::print(stderr, "huizong: {}\n", say(id, args, lang));
  if (const std::string mend = say_mend(id, args, lang); !mend.empty()) {
    fmt::print(stderr, "  {}{}{}\n", say("word.mend", {}, lang), lang == Lang::zh ? "：" : ": ", mend);
  }
}

void print_help(Lang lang) {
  fmt::print("{}\n\n{}huizong {}\n\n", say("help.about", {}, lang), say("help.usage", {}, lang), say("help.line", {}, lang));
  for (const Command& command : commands()) {
    fmt::print("  {}{}\n", pad_right(command.name, 10), say(command.summary, {}, lang));
  }
  fmt::print("\n");
  for (const char* option : {"workspace", "lang", "quiet", "verbose", "color", "version", "help"}) {
    fmt::print("  {}{}\n", pad_right(fmt::format("--{}", option), 13), say(fmt::format("option.{}", option), {}, lang));
  }
}

struct Call {
  Globals globals;
  std::string command;
  std::vector<std::string> arguments;
  bool help = false, version = false;
};

/// The value of `--name VALUE` or `--name=VALUE` at `i`; moves `i`.
std::string take_value(const std::vector<std::string>& arguments, std::size_t& i) {
  const std::string& argument = arguments[i];
  if (const auto equal = argument.find('='); equal != std::string::npos) return argument.substr(equal + 1);
  if (i + 1 >= arguments.size()) throw Error(ErrorKind::usage, "error.option-value", {{"value", argument}, {"command", ""}});
  return arguments[++i];
}

std::string choose(const std::string& name, const std::string& value, std::initializer_list<const char*> allowed) {
  std::string list;
  for (const char* one : allowed) {
    if (value == one) return value;
    list += (list.empty() ? "" : "|") + std::string(one);
  }
  throw Error(ErrorKind::usage, "error.option-choice", {{"option", name}, {"value", value}, {"expected", list}});
}

/// Global options may stand before and after the command; `--` ends them.
Call parse_call(const std::vector<std::string>& arguments, Lang& lang) {
  Call call;
  std::string color = "auto";
  bool only_arguments = false;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    const std::string name = argument.substr(0, argument.find('='));
    if (only_arguments) call.arguments.push_back(argument);
    else if (name == "--workspace") call.globals.workspace = take_value(arguments, i);
    else if (name == "--lang") lang = choose(name, take_value(arguments, i), {"zh", "en"}) == "en" ? Lang::en : Lang::zh;
    else if (name == "--color") color = choose(name, take_value(arguments, i), {"auto", "always", "never"});
    else if (argument == "--quiet") call.globals.quiet = true;
    else if (argument == "--verbose") call.globals.verbose = true;
    else if (call.command.empty() && argument == "--version") call.version = true;
    else if (call.command.empty() && (argument == "--help" || argument == "-h")) call.help = true;
    else if (call.command.empty() && argument.starts_with("-")) {
      throw Error(ErrorKind::usage, "error.unknown-option", {{"value", argument}, {"command", ""}});
    } else if (call.command.empty()) call.command = argument;
    else {
      only_arguments = argument == "--";
      call.arguments.push_back(argument);
    }
  }
  call.globals.lang = lang;
  call.globals.color = wants_color(color);
  return call;
}

int dispatch(const Call& call) {
  if (call.version) {
    fmt::print("huizong {}\n", program_version());
    return 0;
  }
  if (call.help || call.command.empty()) {
    print_help(call.globals.lang);
    return call.help ? 0 : 2;
  }
  for (const Command& command : commands()) {
    if (command.name == call.command) return command.run(call.globals, call.arguments);
  }
  throw Error(ErrorKind::usage, "error.unknown-command", {{"value", call.command}});
}

}  // namespace

int enter(const std::vector<std::string>& arguments) {
  Lang lang = lang_of_locale();
  try {
    return dispatch(parse_call(arguments, lang));
  } catch (const Error& error) {
    print_advice(error.message().id, error.message().args, lang);
    return to_exit_code(error.kind());
  } catch (const boost::filesystem::filesystem_error& failure) {
    const bool full = failure.code() == boost::system::errc::no_space_on_device;
    print_advice(full ? "error.no-space" : "error.file-unwritable",
                 {{"path", failure.path1().string()}, {"why", failure.code().message()}}, lang);
    return 3;
  } catch (const std::exception& failure) {
    print_advice("error.internal", {{"why", failure.what()}}, lang);
    return 3;
  }
}

}  // namespace huizong
