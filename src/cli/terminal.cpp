#include "cli/terminal.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <cstring>

#include "report/messages.hpp"

namespace huizong {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

class TerminalProgress : public Progress {
 public:
  TerminalProgress(Lang lang, bool terminal) : lang_(lang), terminal_(terminal), start_(std::chrono::steady_clock::now()) {}

  void step(const Message& message) override {
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    if (terminal_) fmt::print(stderr, "\r\033[K");
    fmt::print(stderr, "{:7.2f}s  {}\n", seconds, say(message, lang_));
  }

  void advance(const Message& message, std::size_t done, std::size_t of) override {
    if (!terminal_) return;
    constexpr std::size_t width = 30;
    const std::size_t filled = of ? width * done / of : width;
    std::string bar;
    for (std::size_t i = 0; i < width; ++i) bar += i < filled ? "█" : "░";
    fmt::print(stderr, "\r\033[K{} {} {}/{}", say(message, lang_), bar, done, of);
    std::fflush(stderr);
  }

 private:
  Lang lang_;
  bool terminal_;
  std::chrono::steady_clock::time_point start_;
};

class SilentProgress : public Progress {
 public:
  void step(const Message&) override {}
  void advance(const Message&, std::size_t, std::size_t) override {}
};

}  // namespace

Lang lang_of_locale() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string locale = environment(name);
    if (locale.empty()) continue;
    const bool chinese = locale == "C" || locale == "POSIX" || locale.starts_with("C.") || locale.starts_with("zh");
    return chinese ? Lang::zh : Lang::en;
  }
  return Lang::zh;
}

bool wants_color(const std::string& choice) {
  if (choice == "always") return true;
  if (choice == "never") return false;
  return ::isatty(STDOUT_FILENO) && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
}

std::unique_ptr<Progress> make_progress(const Globals& globals) {
  if (globals.quiet) return std::make_unique<SilentProgress>();
  return std::make_unique<TerminalProgress>(globals.lang, ::isatty(STDERR_FILENO) != 0);
}

}  // namespace huizong
