#include "cli/command.hpp"

namespace huizong {

const std::vector<Command>& commands() {
  static const std::vector<Command> all{
      {"init", "help.init", command_init},       {"run", "help.run", command_run},
      {"check", "help.check", command_check},    {"status", "help.status", command_status},
      {"diff", "help.diff", command_diff},       {"withdraw", "help.withdraw", command_withdraw},
      {"cells", "help.cells", command_cells},    {"schema", "help.schema", command_schema},
  };
  return all;
}

}  // namespace huizong
