#pragma once
// What cannot go on. Findings are returned; an Error is thrown, and main.cpp turns it into advice and an exit code.

#include <stdexcept>
#include <string>

#include "base/message.hpp"

namespace huizong {

enum class ErrorKind {
  usage,    ///< the call is wrong: exit 2
  config,   ///< huizong.yaml is wrong: exit 2
  schema,   ///< a schema is wrong: exit 2, before any return is opened
  input,    ///< one file cannot be taken further; becomes a finding about that file
  archive,  ///< the archive is damaged or cannot be read: exit 3
  space,    ///< no room on the disk: exit 3
  io,       ///< any other failure of the file system: exit 3
  busy,     ///< another run holds the workspace: exit 3
};

class Error : public std::runtime_error {
 public:
  Error(ErrorKind kind, std::string id, Args args = {})
      : std::runtime_error(id), kind_(kind), message_{std::move(id), std::move(args)} {}

  ErrorKind kind() const { return kind_; }
  const Message& message() const { return message_; }

 private:
  ErrorKind kind_;
  Message message_;
};

}  // namespace huizong
