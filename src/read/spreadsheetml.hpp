#pragma once
// XML Spreadsheet 2003: one XML document, written by Excel and by many web systems, which often call it .xls.

#include "read/read.hpp"

namespace huizong {

/// *Errors*: file.unsupported xml for a document that is no workbook; file.unreadable why.xml-cut-off,
/// why.xml-malformed, why.xml-encoding, why.bad-reference, why.rows-disordered; file.hostile why.xml-doctype.
/// *Source*: Microsoft, XML Spreadsheet Reference (Excel 2002 and 2003).
void read_spreadsheetml(std::string_view bytes, std::string_view file_name, const ReadLimits& limits, CellSink& sink);

}  // namespace huizong
