#pragma once
// The tables of one page, sent into a sink.

#include <string>
#include <string_view>

#include "model/workbook.hpp"
#include "read/html_style.hpp"

namespace huizong {

struct HtmlPage {
  std::string_view text;  ///< UTF-8, without a byte-order mark
  SheetHead head;         ///< of its sheet
  HtmlStyles styles;      ///< of sheets beside the page
};

/// Sends the page as one sheet, as Excel does: its tables one below the other, the text between them in column A, a line
/// a row. Only where LibreOffice put the sheets of a workbook under headings of their own, each table is a sheet.
///
/// A table in a cell of another goes on in the rows below where the cell is alone in its row, as in pages that lay
/// themselves out by tables. Where it is not, rows and columns cannot be told for certain.
/// *Errors*: file.unreadable why.html-cut-off, why.html-no-table, why.html-frameset, why.html-nested, why.html-form,
/// why.html-malformed, why.too-many-rows, why.too-many-columns; file.hostile why.too-many-cells.
void read_html_page(const HtmlPage& page, CellSink& sink);

/// Does a page hold a table?
bool holds_html_table(std::string_view page);

}  // namespace huizong
