#pragma once
// Delimited text as one sheet, named after the file. All cells are text: what they mean is for `bind` to say.

#include <string>
#include <string_view>

#include "model/workbook.hpp"
#include "read/read.hpp"

namespace huizong {

/// *Errors*: file.unreadable why.text-encoding.
void read_csv(std::string_view bytes, std::string_view file_name, const ReadLimits& limits, CellSink& sink);

/// Text by its byte-order mark, then as strict UTF-8, then as GB18030. *Errors*: file.unreadable why.text-encoding.
std::string decode_text_file(std::string_view bytes);

/// The file's name without folders and its last extension.
std::string_view file_stem(std::string_view file_name);
/// The last extension in lower case, without the dot.
std::string file_extension(std::string_view file_name);

}  // namespace huizong
