#pragma once
// What style sheets and style="" say that matters to a table: number formats, and what is hidden.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "read/number_look.hpp"

namespace huizong {

/// The raw value of a property in `declarations` (a: b; c: d), quotes on; nullopt where it is not there.
std::optional<std::string_view> find_declaration(std::string_view declarations, std::string_view property);

/// Is it not shown: display:none, or visibility:collapse as a row has it?
bool is_hiding_style(std::string_view declarations);

/// Is text struck through? An export's class says so where no <s> does.
bool is_striking_style(std::string_view declarations);

/// What mso-number-format in `declarations` says. *Source*: Microsoft Office HTML and XML Reference,
/// mso-number-format; its names are those of SpreadsheetML.
std::optional<NumberLook> look_of_declarations(std::string_view declarations);

/// The number formats of the classes of a page.
class HtmlStyles {
 public:
  /// Takes the rules of a style sheet: `.xl65 {mso-number-format:Percent;}`. A later rule of a class replaces its format.
  void add(std::string_view sheet);
  /// Of the names in a class attribute; plain where none has a format.
  NumberLook look(std::string_view classes) const;
  bool strikes(std::string_view classes) const;  ///< does one of them?

 private:
  void add_rule(std::string_view selectors, std::string_view declarations);

  std::map<std::string, NumberLook, std::less<>> looks_;
  std::set<std::string, std::less<>> struck_;
};

}  // namespace huizong
