#pragma once
// Boxes to tick: □是 ☑否, √是, 是√, 是（√） 否（ ）, ■, or the option alone.

#include <string>
#include <string_view>
#include <vector>

namespace huizong {

struct Ticks {
  enum class Kind {
    none,        ///< nothing is ticked
    ticked,
    unreadable,  ///< no option of the list, or a mark that stands between two
  } kind = Kind::none;
  std::vector<std::string> chosen;  ///< options as the form prints them; what is written behind one stands with it, after a colon
};

/// `options` as printed.
Ticks read_ticks(std::string_view text, const std::vector<std::string>& options);

}  // namespace huizong
