#pragma once
// Styles only as far as they say what a number means: a date, a percentage, or what is struck through.

#include "package/inflate.hpp"
#include "package/xml.hpp"
#include "read/number_look.hpp"

namespace huizong {

/// <strike/> of a font or of a run of text: is it on?
bool is_strike(const XmlScanner& xml);

/// By index of the cell format.
struct XlsxStyles {
  CellLooks looks;
  std::vector<bool> struck;  ///< in a font that strikes through; empty: none is
};
XlsxStyles read_styles(const ZipEntry& entry, InflateBudget& budget);

}  // namespace huizong
