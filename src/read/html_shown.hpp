#pragma once
// Which text of a page is shown, and which is struck through. Internal to the room.

#include <cstdint>
#include <string>

#include "read/html_scanner.hpp"

namespace huizong {

/// An element by its name, and how many of that name are open inside it.
struct NestedElement {
  std::string name;
  std::uint32_t depth = 0;
};

/// Does the tag at hand say that its element is not shown?
bool is_hidden(const HtmlScanner& html);

/// Follows the elements that are neither rows nor cells.
class HtmlShown {
 public:
  void start(const HtmlScanner& html);
  /// <span style="text-decoration:line-through"> is <s>, in other words. True where a struck run begins.
  bool start_struck(const HtmlScanner& html);
  /// True where a struck run ends.
  bool finish(const HtmlScanner& html);

  bool is_hiding() const { return hidden_.depth > 0; }
  /// What was hidden around a cell, whose elements are its own. It comes back at its end.
  NestedElement enter_cell();
  void leave_cell(NestedElement around);

 private:
  NestedElement hidden_;
  NestedElement struck_;  ///< not hidden, but struck through
};

}  // namespace huizong
