#pragma once
// Styles of a book as formats of the xlsx library. Private to write/: the library's types do not leave the room.

#include <xlsxwriter.h>

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "model/sheet.hpp"

namespace huizong {

/// What the kind of a content adds to its cell's style.
enum class CellStyle : std::uint8_t { plain, date, long_number, link };
inline constexpr int look_count = 4;

inline constexpr const char* sheet_font = "宋体";

/// Makes one format for each pair of style and look that a book uses.
class Formats {
 public:
  explicit Formats(lxw_workbook* workbook) : workbook_(workbook) {}

  lxw_format* cell(const Style& style, CellStyle look);
  /// Only what a conditional format may carry: no font name, no size.
  lxw_format* conditional(const Style& style);

 private:
  using Key = std::tuple<bool, bool, bool, bool, Align, Ink, std::uint8_t, std::uint32_t, std::string, CellStyle>;

  lxw_workbook* workbook_;
  std::map<Key, lxw_format*> cells_;
};

/// The formats of one sheet by style index, so that a cell costs an index and no comparison of styles.
class SheetFormats {
 public:
  SheetFormats(Formats& formats, const std::vector<Style>& styles)
      : formats_(formats), styles_(styles), known_(styles.size()) {}

  lxw_format* at(std::uint16_t style, CellStyle look = CellStyle::plain) {
    lxw_format*& known = known_.at(style)[static_cast<std::size_t>(look)];
    if (known == nullptr) known = formats_.cell(styles_[style], look);
    return known;
  }

 private:
  Formats& formats_;
  const std::vector<Style>& styles_;
  std::vector<std::array<lxw_format*, look_count>> known_;
};

/// Gives the workbook's own default style the Chinese font, for cells that somebody types into later.
void set_default_font(lxw_workbook* workbook);

}  // namespace huizong
