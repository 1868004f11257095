#pragma once
// The body of a Word document. Internal to docx.cpp.

#include <string>
#include <string_view>
#include <unordered_set>

#include "model/workbook.hpp"

namespace huizong {

/// Sends the paragraphs and tables of a document part. `contents_styles`: ids of the styles of a table of contents.
void read_docx_body(std::string_view xml, const std::unordered_set<std::string>& contents_styles, CellSink& sink);

}  // namespace huizong
