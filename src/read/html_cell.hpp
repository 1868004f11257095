#pragma once
// One <td>: from its attributes and the text it shows to a Cell. Text is a number only where an attribute gives the
// stored number; what bare text means is for `bind` to say, as in csv.

#include <optional>
#include <string>
#include <string_view>

#include "model/cell.hpp"
#include "package/arena.hpp"
#include "read/html_scanner.hpp"
#include "read/html_style.hpp"

namespace huizong {

/// The attributes that say what is stored in a cell. Views into the page.
struct HtmlStored {
  std::optional<std::string_view> x_num, x_str, x_bool, x_err;  ///< Excel 2000 to 2003
  std::optional<std::string_view> sdval, sdnum;                 ///< LibreOffice
  std::optional<std::string_view> data_t, data_v;               ///< SheetJS, of use together only
  std::string_view data_z;
  std::string_view style, classes;
  bool formula = false;
};

HtmlStored take_stored(const HtmlScanner& td);

/// False where there is nothing in the cell. A number is a date or a percentage as its format says.
bool to_cell(const HtmlStored& stored, std::string_view shown, const HtmlStyles& styles, TextArena& arena, Cell& cell);

}  // namespace huizong
