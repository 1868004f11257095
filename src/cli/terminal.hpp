#pragma once
// The terminal: language, colour, progress.

#include <memory>
#include <string>

#include "app/progress.hpp"
#include "cli/command.hpp"

namespace huizong {

/// From LC_ALL, LC_MESSAGES, LANG; C, POSIX and nothing count as Chinese.
Lang lang_of_locale();

/// `always`, `never`, or `auto`: a terminal, NO_COLOR empty, TERM not dumb.
bool wants_color(const std::string& choice);

/// On a terminal a line that runs, elsewhere one line a step; nothing with --quiet. Writes to standard error.
std::unique_ptr<Progress> make_progress(const Globals& globals);

}  // namespace huizong
