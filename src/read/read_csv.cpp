#include "read/read_csv.hpp"

#include <algorithm>
#include <vector>

#include "base/ascii.hpp"
#include "base/csv.hpp"
#include "base/text.hpp"
#include "model/sheet_bounds.hpp"
#include "package/refuse.hpp"

namespace huizong {
namespace {

constexpr std::size_t longest_text = 32'767;  // of a cell in any spreadsheet. *Units*: UTF-16 units

std::string_view base_name(std::string_view file_name) { return file_name.substr(file_name.find_last_of("/\\") + 1); }

std::uint32_t unit_at(std::string_view bytes, std::size_t at, ByteOrder order) {
  const auto first = static_cast<unsigned char>(bytes[at]), second = static_cast<unsigned char>(bytes[at + 1]);
  return order == ByteOrder::big ? first * 256u + second : second * 256u + first;
}

/// Surrogates in pairs and no half unit at the end: else something is lost or it is no text.
bool is_whole_utf16(std::string_view bytes, ByteOrder order) {
  if (bytes.size() % 2 != 0) return false;
  for (std::size_t at = 0; at < bytes.size(); at += 2) {
    const std::uint32_t unit = unit_at(bytes, at, order);
    if (unit < 0xD800 || unit > 0xDFFF) continue;
    at += 2;
    if (unit >= 0xDC00 || at >= bytes.size()) return false;
    const std::uint32_t low = unit_at(bytes, at, order);
    if (low < 0xDC00 || low > 0xDFFF) return false;
  }
  return true;
}

bool is_table_mark(std::uint32_t byte) {
  return byte == '\t' || byte == '\r' || byte == '\n' || byte == ',' || byte == ';';
}

/// Marks of a table stand alone in their unit. In plain text with a stray zero, most stand next to another character.
bool is_plain_utf16(std::string_view bytes, ByteOrder order) {
  std::size_t alone = 0, paired = 0;
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    const std::uint32_t unit = unit_at(bytes, at, order), high = unit >> 8, low = unit & 0xFF;
    const bool is_mark = high == 0 && is_table_mark(low);
    if (unit < 0x20 && !is_mark) return false;
    if ((unit >= 0x7F && unit < 0xA0) || (unit >= 0xE000 && unit < 0xF900) || unit >= 0xFFFE) return false;
    alone += is_mark ? 1 : 0;
    paired += high != 0 && (is_table_mark(low) || is_table_mark(high)) ? 1 : 0;
  }
  return alone > paired && is_whole_utf16(bytes, order);
}

/// Chinese in UTF-8 with a few bytes lost or broken is mostly good GB18030 of other words. By chance, text in GB18030
/// has few such sequences: a sixth of its characters would already be many.
bool is_broken_utf8(std::string_view bytes) {
  constexpr std::size_t enough = 100'000;
  const auto in = [&](std::size_t at, unsigned low, unsigned high) {
    const unsigned byte = at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
    return byte >= low && byte <= high;
  };
  std::size_t whole = 0, broken = 0;
  for (std::size_t at = 0; at < bytes.size() && whole + broken < enough;) {
    const bool is_whole = in(at, 0xE2, 0xEF) && in(at + 1, 0x80, 0xBF) && in(at + 2, 0x80, 0xBF);
    whole += is_whole ? 1 : 0;
    broken += !is_whole && in(at, 0x80, 0xFF) ? 1 : 0;
    at += is_whole ? 3 : 1;
  }
  return whole >= 4 && 3 * whole > 4 * broken;
}

/// The delimiter of a first line `sep=;`, which is taken off then. Excel honours it and shows no such row.
std::optional<char> take_separator_line(std::string_view& text) {
  const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
  std::string_view bare = line;
  if (bare.size() == 7 && bare.front() == '"' && bare.back() == '"') bare = bare.substr(1, 5);
  if (bare.size() != 5 || bare[3] != '=') return std::nullopt;
  const bool says_sep = (bare[0] | 32) == 's' && (bare[1] | 32) == 'e' && (bare[2] | 32) == 'p';
  if (!says_sep || bare[4] == '"' || static_cast<unsigned char>(bare[4]) >= 0x80) return std::nullopt;
  const char separator = bare[4];
  text.remove_prefix(line.size());
  if (text.starts_with("\r")) text.remove_prefix(1);
  if (text.starts_with("\n")) text.remove_prefix(1);
  return separator;
}

void check_length(std::string_view text) {
  if (text.size() <= longest_text) return;
  std::size_t units = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    units += byte >= 0xF0 ? 2 : (byte & 0xC0) != 0x80 ? 1 : 0;
  }
  if (units > longest_text) refuse_unreadable("why.text-too-long");
}

/// ="0351": how systems keep Excel from making a number of a code. Excel shows what stands between the quotes.
std::string_view shown_of(std::string_view field) {
  if (field[0] != '=' || field.size() < 3 || field[1] != '"' || field.back() != '"') return field;
  const std::string_view inside = field.substr(2, field.size() - 3);
  return inside.find('"') == std::string_view::npos ? inside : field;
}

void to_cells(const std::vector<std::string_view>& fields, std::vector<Cell>& cells) {
  cells.clear();
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].empty()) continue;
    const std::string_view shown = shown_of(fields[i]);
    if (shown.empty()) continue;
    if (i >= most_columns) refuse_unreadable("why.too-many-columns");
    check_length(shown);
    Cell& cell = cells.emplace_back();
    cell.column = static_cast<std::uint32_t>(i);
    cell.kind = CellKind::text;
    cell.text = shown;
  }
}

}  // namespace

std::optional<ByteOrder> find_plain_utf16(std::string_view bytes) {
  const bool is_little = is_plain_utf16(bytes, ByteOrder::little), is_big = is_plain_utf16(bytes, ByteOrder::big);
  if (is_little == is_big) return std::nullopt;
  return is_little ? ByteOrder::little : ByteOrder::big;
}

std::string_view decode_text_file(std::string_view bytes, std::string& own) {
  const std::string_view mark = bytes.substr(0, 2);
  std::optional<ByteOrder> order;
  if (mark == "\xFF\xFE") order = ByteOrder::little;
  if (mark == "\xFE\xFF") order = ByteOrder::big;
  if (order) {
    bytes.remove_prefix(2);
    if (!is_whole_utf16(bytes, *order)) refuse_unreadable("why.text-encoding");
  } else if (bytes.find('\0') != std::string_view::npos) {
    order = find_plain_utf16(bytes);
  }
  if (order) return own = from_utf16(bytes, *order == ByteOrder::big);
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (is_valid_utf8(bytes)) return bytes;
  if (is_broken_utf8(bytes)) refuse_unreadable("why.text-encoding");
  auto text = from_gb18030(bytes);
  if (!text) refuse_unreadable("why.text-encoding");
  return own = std::move(*text);
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
  return to_lower(name.substr(dot + 1));
}

void read_csv(std::string_view bytes, std::string_view file_name, const ReadLimits&, CellSink& sink) {
  std::string own;
  std::string_view text = decode_text_file(bytes, own);
  const std::optional<char> separator = take_separator_line(text);
  if (!sink.begin_sheet({std::string(file_stem(file_name)), false, false})) return;
  std::vector<Cell> cells;
  CsvScanner csv(text, separator ? *separator : guess_delimiter(text));
  SheetTail tail;
  std::size_t width = 0;  // of the record before
  for (std::uint32_t row = 0; csv.next(); ++row) {
    if (csv.is_doubtful()) refuse_unreadable("why.csv-quotes");
    to_cells(csv.fields(), cells);
    if (cells.empty()) continue;
    if (row >= most_rows) refuse_unreadable("why.too-many-rows");
    sink.row(row, RowHiding::shown, cells);
    // Programs write a whole row with its line end. What has neither was cut off, or somebody typed it.
    const bool is_last = csv.position() == text.size() && text.back() != '\n' && text.back() != '\r';
    if (is_last && csv.fields().size() < width) tail.torn_row = row;
    width = csv.fields().size();
  }
  sink.end_sheet(tail);
}

}  // namespace huizong
