#pragma once
// Styles only as far as they say what a number means: a date, a percentage, or a figure that is struck through.

#include "package/inflate.hpp"
#include "package/xml.hpp"
#include "read/number_look.hpp"

namespace huizong {

/// <strike/> of a font or of a run of text: is it on?
bool is_strike(const XmlScanner& xml);

CellLooks read_styles(const ZipEntry& entry, InflateBudget& budget);

}  // namespace huizong
