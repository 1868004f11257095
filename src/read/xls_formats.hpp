#pragma once
// What the cell formats of a BIFF workbook say of their numbers.

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/code_page.hpp"
#include "read/number_look.hpp"
#include "read/run_text.hpp"
#include "read/xls_records.hpp"

namespace huizong {

/// One XF. Room for the rest of a cell's look: borders and fills would stand here.
struct XlsCellFormat {
  std::uint16_t font = 0;    ///< index as it is written: 4 is left out
  std::uint16_t format = 0;  ///< index of the number format
};

/// Collects FORMAT, XF and FONT records of all versions. *Source*: MS-XLS 2.4.126, 2.4.353, 2.4.122; OpenOffice.org's
/// documentation 5.49, 5.115, 5.45.
class XlsFormats {
 public:
  /// *Errors*: file.unreadable why.xls-damaged where a code is missing: it could make a date of a number.
  void take_format(Biff version, const BiffRecord& record, const StreamBytes& stream, const CodePage& page);
  void take_xf(Biff version, const BiffRecord& record);
  void take_font(Biff version, const BiffRecord& record);
  /// Once all records are in: every XF gets its look.
  void finish(Biff version);

  /// Of a cell with this XF; plain where there is none.
  NumberLook look(std::size_t xf) const { return xf < looks_.size() ? looks_[xf] : NumberLook::plain; }
  /// Is a cell with this XF in a font that strikes through?
  bool strikes(std::size_t xf) const { return xf < strikes_.size() && strikes_[xf]; }
  /// Does any font strike through, raise or lower its text?
  bool marks_text() const { return std::any_of(font_looks_.begin(), font_looks_.end(), [](RunLook look) { return look != RunLook::plain; }); }
  /// Of the font that is called by this index; plain where there is none.
  RunLook look_of_font(std::size_t font) const;
  NumberLook look_of_format(Biff version, unsigned format) const;
  std::size_t size() const { return cells_.size(); }
  /// Windows character set of the font of this XF; 1 (default) where nothing is known.
  std::uint8_t charset(std::size_t xf) const;

 private:
  std::vector<XlsCellFormat> cells_;
  CellLooks looks_;  ///< of the cell formats, side by side: asked for every number
  std::vector<bool> strikes_;  ///< of the cell formats; empty: none does
  std::unordered_map<unsigned, NumberLook> formats_;
  unsigned next_format_ = 0;  ///< up to version 4 a format's index is its place
  std::vector<std::uint8_t> charsets_;
  std::vector<RunLook> font_looks_;
};

}  // namespace huizong
