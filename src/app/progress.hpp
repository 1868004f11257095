#pragma once
// How long work tells how far it is. The command line shows it; tests pass a silent one.

#include <cstddef>

#include "base/message.hpp"

namespace huizong {

class Progress {
 public:
  virtual ~Progress() = default;
  virtual void step(const Message& message) = 0;                                       ///< one line a step
  virtual void advance(const Message& message, std::size_t done, std::size_t of) = 0;  ///< many times; a terminal only
};

}  // namespace huizong
