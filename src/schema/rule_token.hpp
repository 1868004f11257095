#pragma once
// The words of the rule language. Internal to the room.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.hpp"

namespace huizong {

struct Token {
  enum class Kind { number, name, path, text, mark, end } kind = Kind::end;
  std::string text;       ///< of a path or text: without its brackets or quotes, '' made one
  std::size_t at = 0;     ///< byte offset
  std::size_t bytes = 0;  ///< as written
};

/// Refuses at a byte offset of the rule's text. *Errors*: always, Error(schema, "error.rule", {column, why, …}).
[[noreturn]] void refuse_rule(std::string_view text, std::size_t at, std::string_view why, Args more = {});

/// All tokens, the last one of kind end. *Errors*: texts of more than 8000 bytes are refused, too.
std::vector<Token> tokenise(std::string_view text);

}  // namespace huizong
