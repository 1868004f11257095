#pragma once
// What the drivers of tools/bench share: the process's peak, and how a failure leaves it.

#include <fstream>
#include <iostream>
#include <string>

#include "base/error.hpp"

namespace huizong {

/// The most memory that this process has held so far. *Units*: KiB of resident set.
inline std::uint64_t peak_kib() {
  std::ifstream status("/proc/self/status");
  std::string word;
  std::uint64_t kib = 0;
  while (status >> word) {
    if (word == "VmHWM:") status >> kib;
  }
  return kib;
}

/// Exit code of `work`: 0, or 1 with what went wrong on standard error.
template <typename Work>
int run_driver(Work work) {
  try {
    work();
    return 0;
  } catch (const Error& error) {
    std::cerr << error.what();
    for (const auto& [name, value] : error.message().args) std::cerr << ' ' << name << '=' << value;
    std::cerr << '\n';
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
  }
  return 1;
}

}  // namespace huizong
