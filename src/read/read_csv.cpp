#include "read/read_csv.hpp"

#include <algorithm>
#include <vector>

#include "base/csv.hpp"
#include "base/text.hpp"
#include "package/refuse.hpp"

namespace huizong {
namespace {

std::string_view base_name(std::string_view file_name) { return file_name.substr(file_name.find_last_of("/\\") + 1); }

}  // namespace

std::string decode_text_file(std::string_view bytes) {
  const std::string_view mark = bytes.substr(0, 2);
  if (mark == "\xFF\xFE" || mark == "\xFE\xFF") return from_utf16(bytes.substr(2), mark == "\xFE\xFF");
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
  if (is_valid_utf8(bytes)) return std::string(bytes);
  auto text = from_gb18030(bytes);
  if (!text) refuse_unreadable("why.text-encoding");
  return std::move(*text);
}

std::string_view file_stem(std::string_view file_name) {
  const std::string_view name = base_name(file_name);
  const std::size_t dot = name.rfind('.');
  return dot == 0 ? name : name.substr(0, dot);
}

std::string file_extension(std::string_view file_name) {
  const std::string_view name = base_name(file_name);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return {};
  std::string extension(name.substr(dot + 1));
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return extension;
}

void read_csv(std::string_view bytes, std::string_view file_name, const ReadLimits&, CellSink& sink) {
  const std::string text = decode_text_file(bytes);
  if (!sink.begin_sheet({std::string(file_stem(file_name)), false, false})) return;
  std::uint32_t row = 0;
  std::vector<Cell> cells;
  split_csv(text, guess_delimiter(text), [&](const std::vector<std::string>& fields) {
    cells.clear();
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (fields[i].empty()) continue;
      Cell cell;
      cell.column = static_cast<std::uint32_t>(i);
      cell.kind = CellKind::text;
      cell.text = fields[i];
      cells.push_back(cell);
    }
    if (!cells.empty()) sink.row(row, RowHiding::shown, cells);
    ++row;
  });
  sink.end_sheet({});
}

}  // namespace huizong
