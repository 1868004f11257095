#pragma once
// Character data of a page to text as it is shown: references resolved, white space collapsed, lines broken.

#include <string>
#include <string_view>

#include "read/run_text.hpp"

namespace huizong {

/// Text of one cell, or of a line between tables. &nbsp; is U+00A0, as Excel has it: it is what the page says, and all
/// comparisons take it for a space.
class HtmlText {
 public:
  void add(std::string_view raw);           ///< white space collapses as a browser collapses it
  void add_as_it_stands(std::string_view raw);  ///< of <pre>: white space stays
  void add_cdata(std::string_view text);
  void break_line();                        ///< <br>
  void break_block();                       ///< an edge of <p>, <div>: a new line, but never an empty one
  void begin_run(RunLook look);             ///< <s>, <sup>, <sub>, up to `end_run` or `clear`
  void end_run();
  void clear();

  /// Without white space at either end. Empty where there is nothing but spaces of any kind: pages fill empty cells
  /// with &nbsp; so that their borders show.
  std::string_view view() const;

 private:
  void before_text();

  std::string out_;
  RunLook look_ = RunLook::plain;
  std::size_t run_at_ = 0;  ///< where it began
  bool at_line_start_ = true;
  bool space_pending_ = false;
  bool block_pending_ = false;
};

/// The references of an attribute's value resolved.
std::string decode_html_attribute(std::string_view raw);

}  // namespace huizong
