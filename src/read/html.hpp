#pragma once
// Web pages with tables, which web systems and spreadsheet programs also write under the name of .xls, and web archives
// (MHTML) of them.

#include <string_view>

#include "model/workbook.hpp"
#include "read/read.hpp"

namespace huizong {

/// *Errors*: file.unreadable why.text-encoding, why.html-archive; those of read_html_page.
void read_html(std::string_view bytes, std::string_view file_name, const ReadLimits& limits, CellSink& sink);

}  // namespace huizong
