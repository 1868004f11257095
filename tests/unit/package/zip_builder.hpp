#pragma once
// Zip archives for tests, and what was refused of them.

#include <string>

#include <doctest/doctest.h>
#include "base/error.hpp"
#include "package/zip_bytes.hpp"

namespace huizong::test {

/// "file.hostile why.zip-overlap": the rule and its first argument's value; "" where nothing was thrown.
template <typename Call>
std::string refusal(Call&& call) {
  try {
    call();
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::input);
    const Message& message = error.message();
    return message.args.empty() ? message.id : message.id + " " + message.args.front().second;
  }
  return "";
}

}  // namespace huizong::test
