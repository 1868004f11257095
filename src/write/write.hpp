#pragma once
// Sheets to xlsx, pages to HTML: thin writers that decide nothing about content. The same input gives the same bytes.

#include <string>

#include "base/file.hpp"
#include "model/page.hpp"
#include "model/sheet.hpp"

namespace huizong {

/// Writes a workbook: real formulas with their results stored, merges, styles, validations, print set-up; no clock.
/// A figure of more than 15 digits becomes text, as does a date that is no full day. Does not sync.
/// *Errors*: space `error.no-space`, io `error.file-unwritable`; std::logic_error for names and lists no workbook holds.
void write_xlsx(const Book& book, const Path& path);

/// One self-contained HTML file, with its own style sheet, no script, printable, fit for a phone.
std::string to_html(const Page& page);

}  // namespace huizong
