#pragma once
// Delimited text as one sheet, named after the file. All cells are text: what they mean is for `bind` to say.

#include <optional>
#include <string>
#include <string_view>

#include "model/workbook.hpp"
#include "read/read.hpp"

namespace huizong {

/// The delimiter is what a first line `sep=;` says (it is no row then), else the one that cuts the first rows most evenly.
/// *Errors*: file.unreadable why.text-encoding; why.csv-quotes where a quote is never closed (a cell would swallow all
/// rows behind it); why.too-many-rows, why.too-many-columns, why.text-too-long where no spreadsheet could hold it.
void read_csv(std::string_view bytes, std::string_view file_name, const ReadLimits& limits, CellSink& sink);

/// Text by its byte-order mark, then as UTF-16 that shows itself, then as strict UTF-8, then as GB18030. A view of
/// `bytes` where they are UTF-8, else of `own`. *Errors*: file.unreadable why.text-encoding.
std::string_view decode_text_file(std::string_view bytes, std::string& own);

enum class ByteOrder { little, big };

/// UTF-16 without a byte-order mark, if the bytes can be nothing else: no control characters, no broken pairs, and the
/// delimiters and line ends that a table has.
std::optional<ByteOrder> find_plain_utf16(std::string_view bytes);

/// The file's name without folders and its last extension.
std::string_view file_stem(std::string_view file_name);
/// The last extension in lower case, without the dot.
std::string file_extension(std::string_view file_name);

}  // namespace huizong
