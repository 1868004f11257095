#pragma once
// A message is an id and its arguments; the words are put to it at output only (report/messages), in Chinese or English.

#include <string>
#include <utility>
#include <vector>

namespace huizong {

enum class Lang { zh, en };

/// Named arguments of a message, in the order they were given. Values are stored text: figures canonical, dates ISO.
using Args = std::vector<std::pair<std::string, std::string>>;

struct Message {
  std::string id;  ///< a row of the table of messages, e.g. `error.archive-damaged`
  Args args;

  bool operator==(const Message&) const = default;
};

}  // namespace huizong
