#pragma once
// The contract of a command: options to a struct, a call into app, printing what it hands back.

#include <string>
#include <string_view>
#include <vector>

#include "base/message.hpp"

namespace huizong {

struct Globals {
  std::string workspace;
  Lang lang = Lang::zh;
  bool quiet = false;
  bool verbose = false;
  bool color = false;  ///< of standard output and standard error, decided once
};

/// `summary` is the id of its line in the table of messages. `run` gives the exit status; it throws Error otherwise.
struct Command {
  std::string_view name;
  std::string_view summary;
  int (*run)(const Globals& globals, const std::vector<std::string>& arguments);
};

int command_cells(const Globals& globals, const std::vector<std::string>& arguments);
int command_check(const Globals& globals, const std::vector<std::string>& arguments);
int command_diff(const Globals& globals, const std::vector<std::string>& arguments);
int command_init(const Globals& globals, const std::vector<std::string>& arguments);
int command_run(const Globals& globals, const std::vector<std::string>& arguments);
int command_schema(const Globals& globals, const std::vector<std::string>& arguments);
int command_status(const Globals& globals, const std::vector<std::string>& arguments);
int command_withdraw(const Globals& globals, const std::vector<std::string>& arguments);

/// Every command there is, in the order of the help: the index of the program's features.
const std::vector<Command>& commands();

}  // namespace huizong
